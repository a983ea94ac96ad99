#pragma once

#include <string>

#include "export/push/address.hpp"
#include "extract/http/http_client.hpp"

/// Answers that are the same trouble whatever the store speaks.
namespace newsgraph {

/// @throws HttpError if the server sends us on to another address.
void check_is_no_redirect(const HttpRequest& request, const HttpResponse& response);

/// @throws HttpError that names the credentials to set, if the server refuses those it got.
void check_is_let_in(const HttpRequest& request, const HttpResponse& response,
                     const PushAddress& address);

/// The answer is none of what the address stands for.
/// @param who  "Neo4j".
[[noreturn]] void refuse_stranger(const HttpRequest& request, const HttpResponse& response,
                                  const std::string& who);

}  // namespace newsgraph
