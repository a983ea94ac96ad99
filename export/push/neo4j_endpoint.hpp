#pragma once

#include <rapidjson/document.h>

#include <functional>
#include <string>
#include <string_view>

#include "export/push/address.hpp"
#include "extract/http/retry.hpp"

namespace newsgraph {

/// Runs statements in a database of Neo4j over HTTP, each in a transaction of its own: by the Query
/// API, or by the older transactional endpoint where the server has no other.
class Neo4jEndpoint {
 public:
  Neo4jEndpoint(Retrier& http, const PushAddress& address, HttpCredentials credentials)
      : http_(http), address_(address), credentials_(std::move(credentials)) {}

  /// Asks the server what it speaks.
  /// @throws HttpError if nobody answers, or no Neo4j that is new enough.
  void connect();

  /// Takes a row of a result: an array of its values.
  using OnRow = std::function<void(const rapidjson::Value& row)>;

  /// Runs a statement that may be run twice.
  /// @param parameters  A JSON object.
  /// @throws HttpError that tells what the server does not like.
  void run(std::string_view statement, std::string_view parameters = "{}",
           const OnRow& on_row = {});

 private:
  enum class Api { kUnknown, kQuery, kTransaction };

  HttpRequest request(std::string_view statement, std::string_view parameters) const;
  void check(const HttpRequest& request, const HttpResponse& response,
             rapidjson::Document& answer) const;
  void check_errors(const HttpRequest& request, const HttpResponse& response,
                    const rapidjson::Document& answer) const;
  void read_discovery(const HttpResponse& response);
  /// Where the result's rows are; nullptr if the answer is no result.
  const rapidjson::Value* rows(const rapidjson::Document& answer) const;
  void read_rows(const rapidjson::Document& answer, const OnRow& on_row) const;

  Retrier& http_;
  PushAddress address_;
  HttpCredentials credentials_;
  Api api_ = Api::kUnknown;
  std::string bookmarks_;  ///< of the last statement, which the next is to see the outcome of
};

}  // namespace newsgraph
