#include "extract/http/curl_http_client.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <exception>
#include <mutex>
#include <string>

namespace newsgraph {
namespace {

struct CleanUp {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, CleanUp>;
using List = std::unique_ptr<curl_slist, CleanUp>;

void append(List& list, const std::string& line) {
  curl_slist* const longer = curl_slist_append(list.get(), line.c_str());
  if (longer == nullptr) throw std::bad_alloc();
  static_cast<void>(list.release());
  list.reset(longer);
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = std::min(text.find_first_not_of(kSpace), text.size());
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

/// What arrives during one request, and what went wrong with it.
struct Transfer {
  CURL* handle;
  const HttpRequest& request;
  std::size_t largest_body;
  HttpResponse response = {};
  bool is_too_large = false;
  std::exception_ptr thrown = {};  ///< exceptions must not pass through libcurl's C code

  /// @return false to end the request.
  bool take_body(std::string_view piece) {
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    if (request.on_body && status >= 200 && status < 300) {
      request.on_body(piece);
      return true;
    }
    if (response.body.size() + piece.size() > largest_body) {
      is_too_large = true;
      return false;
    }
    response.body += piece;
    return true;
  }

  void take_header(std::string_view line) {
    // Those of the last answer count, not of a "100 Continue" before it.
    if (line.starts_with("HTTP/")) response.headers.clear();
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    std::string name(line.substr(0, colon));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    response.headers.emplace_back(std::move(name), trimmed(line.substr(colon + 1)));
  }
};

/// libcurl's callbacks say how much they took; anything else than everything ends the request.
template <typename Take>
std::size_t guarded(Transfer& transfer, std::size_t size, Take take) {
  try {
    return take() ? size : CURL_WRITEFUNC_ERROR;
  } catch (...) {
    transfer.thrown = std::current_exception();
    return CURL_WRITEFUNC_ERROR;
  }
}

std::size_t write_body(char* bytes, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  return guarded(transfer, size * count,
                 [&] { return transfer.take_body(std::string_view(bytes, size * count)); });
}

std::size_t write_header(char* bytes, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  return guarded(transfer, size * count, [&] {
    transfer.take_header(std::string_view(bytes, size * count));
    return true;
  });
}

bool is_transient(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_PARTIAL_FILE:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      return true;
    default:
      return false;
  }
}

}  // namespace

struct CurlHttpClient::Impl {
  explicit Impl(Options chosen) : options(std::move(chosen)) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    handle.reset(curl_easy_init());
    if (!handle) throw Error("libcurl cannot be started");
  }

  template <typename Value>
  void set(CURLoption option, Value value) {
    const CURLcode code = curl_easy_setopt(handle.get(), option, value);
    if (code != CURLE_OK) {
      throw Error(std::string("libcurl does not take a setting: ") + curl_easy_strerror(code));
    }
  }

  void set_up(const HttpRequest& request) {
    curl_easy_reset(handle.get());  // keeps the connection
    set(CURLOPT_URL, request.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT, options.connect_timeout);
    // A streamed answer may take as long as something comes.
    if (!request.on_body) set(CURLOPT_TIMEOUT, options.timeout);
    set(CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(CURLOPT_LOW_SPEED_TIME, options.timeout);
    set(CURLOPT_USERAGENT, options.user_agent.c_str());
    set(CURLOPT_ERRORBUFFER, error);
    if (!options.ca_file.empty()) set(CURLOPT_CAINFO, options.ca_file.c_str());
    set_up_credentials(request.credentials);
    set_up_body(request);
  }

  void set_up_credentials(const HttpCredentials& credentials) {
    if (credentials.empty()) return;
    if (!credentials.token.empty()) {
      set(CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
      set(CURLOPT_XOAUTH2_BEARER, credentials.token.c_str());
      return;
    }
    set(CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
    set(CURLOPT_USERNAME, credentials.username.c_str());
    set(CURLOPT_PASSWORD, credentials.password.c_str());
  }

  void set_up_body(const HttpRequest& request) {
    headers.reset();
    for (const auto& [name, value] : request.headers) append(headers, name + ": " + value);
    // Otherwise libcurl waits a second for a "100 Continue" that few servers send.
    append(headers, "Expect:");
    set(CURLOPT_HTTPHEADER, headers.get());
    if (request.method == "GET") return;
    set(CURLOPT_POST, 1L);
    if (request.method != "POST") set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    set(CURLOPT_POSTFIELDS, request.body.c_str());
  }

  [[noreturn]] void fail(const HttpRequest& request, CURLcode code) const {
    std::string what = request.url + ": " + (error[0] != '\0' ? error : curl_easy_strerror(code));
    if (is_transient(code)) throw TransientHttpError(request.url, 0, what);
    if (code == CURLE_PEER_FAILED_VERIFICATION) {
      what += "; if its certificate is from an authority of your own, name that with --ca-file";
    }
    throw HttpError(request.url, 0, what);
  }

  Options options;
  Handle handle;
  List headers;
  char error[CURL_ERROR_SIZE] = "";
};

CurlHttpClient::CurlHttpClient(Options options)
    : impl_(std::make_unique<Impl>(std::move(options))) {}
CurlHttpClient::~CurlHttpClient() = default;

HttpResponse CurlHttpClient::send(const HttpRequest& request) {
  impl_->set_up(request);
  Transfer transfer{impl_->handle.get(), request, impl_->options.largest_body};
  impl_->set(CURLOPT_WRITEFUNCTION, write_body);
  impl_->set(CURLOPT_WRITEDATA, &transfer);
  impl_->set(CURLOPT_HEADERFUNCTION, write_header);
  impl_->set(CURLOPT_HEADERDATA, &transfer);
  impl_->error[0] = '\0';
  const CURLcode code = curl_easy_perform(impl_->handle.get());
  if (transfer.thrown) std::rethrow_exception(transfer.thrown);
  if (transfer.is_too_large) {
    throw HttpError(request.url, 0,
                    request.url + ": the answer is larger than " +
                        std::to_string(impl_->options.largest_body >> 20) + " MiB");
  }
  if (code != CURLE_OK) impl_->fail(request, code);
  long status = 0;
  curl_easy_getinfo(impl_->handle.get(), CURLINFO_RESPONSE_CODE, &status);
  transfer.response.status = static_cast<int>(status);
  return std::move(transfer.response);
}

}  // namespace newsgraph
