#include "extract/http/curl_http_client.hpp"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <thread>

namespace newsgraph {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// A server on a free port of this machine that takes one connection, reads a request and sends
/// these bytes, whatever they are; then it closes.
class ByteServer {
 public:
  explicit ByteServer(std::string answer) : listener_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        listen(listener_, 1) != 0 ||
        getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
      ADD_FAILURE() << "no port to listen on";
    }
    url = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    thread_ = std::thread([this, answer = std::move(answer)] { serve(answer); });
  }
  ~ByteServer() {
    shutdown(listener_, SHUT_RDWR);
    thread_.join();
    close(listener_);
  }

  std::string url;
  std::string request;  ///< once the answer has come

 private:
  void serve(const std::string& answer) {
    const int connection = accept(listener_, nullptr, nullptr);
    if (connection < 0) return;
    char buffer[65536];
    while (request.find("\r\n\r\n") == std::string::npos) {
      const ssize_t size = read(connection, buffer, sizeof buffer);
      if (size <= 0) break;
      request.append(buffer, static_cast<std::size_t>(size));
    }
    std::size_t sent = 0;
    while (sent < answer.size()) {
      const ssize_t size =
          send(connection, answer.data() + sent, answer.size() - sent, MSG_NOSIGNAL);
      if (size <= 0) break;
      sent += static_cast<std::size_t>(size);
    }
    close(connection);
  }

  int listener_;
  std::thread thread_;
};

TEST(CurlHttpClient, SendsWhatItIsToldAndReadsTheAnswer) {
  ByteServer server(
      "HTTP/1.1 202 Accepted\r\nContent-Length: 5\r\nX-Thing:  a b \r\nRetry-After: "
      "3\r\n\r\nhello");
  CurlHttpClient client({});
  const HttpResponse response = client.send({.method = "POST",
                                             .url = server.url + "/x?y",
                                             .headers = {{"Content-Type", "application/json"}},
                                             .body = "{}",
                                             .credentials = {.username = "me", .password = "pw"}});
  EXPECT_EQ(response.status, 202);
  EXPECT_EQ(response.body, "hello");
  EXPECT_EQ(response.header("x-thing"), "a b");
  EXPECT_EQ(response.header("retry-after"), "3");
  EXPECT_EQ(response.header("nothing"), "");
  EXPECT_THAT(server.request, HasSubstr("POST /x?y HTTP/1.1\r\n"));
  EXPECT_THAT(server.request, HasSubstr("Authorization: Basic bWU6cHc=\r\n"));
  EXPECT_THAT(server.request, HasSubstr("Content-Type: application/json\r\n"));
  EXPECT_THAT(server.request, Not(HasSubstr("Expect")));
}

TEST(CurlHttpClient, SendsATokenInsteadOfAPassword) {
  ByteServer server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  CurlHttpClient({}).send({.url = server.url, .credentials = {.token = "abc"}});
  EXPECT_THAT(server.request, HasSubstr("Authorization: Bearer abc\r\n"));
}

TEST(CurlHttpClient, DoesNotFollowRedirects) {
  ByteServer other("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  ByteServer server("HTTP/1.1 307 Go\r\nLocation: " + other.url + "/\r\nContent-Length: 0\r\n\r\n");
  const HttpResponse response = CurlHttpClient({}).send({.url = server.url});
  EXPECT_EQ(response.status, 307);
  EXPECT_EQ(response.header("location"), other.url + "/");
  EXPECT_EQ(other.request, "");
}

TEST(CurlHttpClient, TakesABrokenConnectionForTransient) {
  for (const char* const answer :
       {"", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal"}) {
    ByteServer server(answer);
    EXPECT_THROW(CurlHttpClient({}).send({.url = server.url}), TransientHttpError) << answer;
  }
}

TEST(CurlHttpClient, TakesNobodyThereForTransientAndNamesTheWholeAddress) {
  std::string url;
  {
    ByteServer server("");
    url = server.url;
  }
  try {
    CurlHttpClient({}).send({.url = url + "/path?query"});
    FAIL() << "no error";
  } catch (const TransientHttpError& error) {
    EXPECT_THAT(error.what(), HasSubstr(url + "/path?query: "));
  }
}

TEST(CurlHttpClient, ReadsNoMoreThanItIsAllowed) {
  ByteServer server("HTTP/1.1 200 OK\r\n\r\n" + std::string(3 << 20, 'x'));
  CurlHttpClient client({.largest_body = 1 << 20});
  try {
    client.send({.url = server.url});
    FAIL() << "no error";
  } catch (const TransientHttpError&) {
    FAIL() << "it would be as large the next time";
  } catch (const HttpError& error) {
    EXPECT_THAT(error.what(), ::testing::EndsWith(": the answer is larger than 1 MiB"));
  }
}

TEST(CurlHttpClient, StreamsOnlySuccess) {
  std::string streamed;
  const auto get = [&](std::string answer) {
    ByteServer server(std::move(answer));
    return CurlHttpClient({}).send(
        {.url = server.url, .on_body = [&](std::string_view piece) { streamed += piece; }});
  };
  EXPECT_EQ(get("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok").body, "");
  EXPECT_EQ(streamed, "ok");
  EXPECT_EQ(get("HTTP/1.1 400 Bad\r\nContent-Length: 3\r\n\r\nbad").body, "bad");
  EXPECT_EQ(streamed, "ok");
}

TEST(CurlHttpClient, LetsThroughWhatTheTakerThrows) {
  ByteServer server("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
  EXPECT_THROW(CurlHttpClient({}).send(
                   {.url = server.url, .on_body = [](std::string_view) { throw Error("enough"); }}),
               Error);
}

TEST(CurlHttpClient, SpeaksNothingButHttp) {
  EXPECT_THROW(CurlHttpClient({}).send({.url = "file:///etc/passwd"}), HttpError);
  EXPECT_THROW(CurlHttpClient({}).send({.url = "ftp://127.0.0.1/"}), HttpError);
}

}  // namespace
}  // namespace newsgraph
