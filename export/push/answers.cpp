#include "export/push/answers.hpp"

#include "extract/http/retry.hpp"

namespace newsgraph {

void check_is_no_redirect(const HttpRequest& request, const HttpResponse& response) {
  if (response.status < 300 || response.status >= 400) return;
  throw HttpError(request.url, response.status,
                  request.url + ": the server sends us on to " +
                      excerpt(response.header("location"), 200) +
                      "; newsgraph does not follow; if that is the right address, name it");
}

void check_is_let_in(const HttpRequest& request, const HttpResponse& response,
                     const PushAddress& address) {
  if (response.status != 401 && response.status != 403) return;
  const std::string prefix = address.credentials_prefix();
  throw HttpError(request.url, response.status,
                  request.url + ": the server does not let us in (" +
                      std::to_string(response.status) + "); set " + prefix + "_USERNAME and " +
                      prefix + "_PASSWORD, or give a file with them by --credentials" +
                      (response.status == 403 ? "; the account must be allowed to write" : ""));
}

void refuse_stranger(const HttpRequest& request, const HttpResponse& response,
                     const std::string& who) {
  const std::string body = excerpt(response.body, 100);
  throw HttpError(request.url, response.status,
                  request.url + ": answers " + std::to_string(response.status) +
                      (body.empty() ? "" : ": " + body) + "; this is not how " + who +
                      " speaks; is it the right address?");
}

}  // namespace newsgraph
