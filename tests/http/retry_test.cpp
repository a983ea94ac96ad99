#include "extract/http/retry.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>

#include "tests/support/fake_http_client.hpp"

namespace newsgraph {
namespace {

using std::chrono::milliseconds;
using ::testing::ElementsAre;
using testing::FakeHttpClient;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

HttpResponse status(int code, std::string retry_after = "") {
  HttpResponse response{.status = code};
  if (!retry_after.empty()) response.headers.emplace_back("retry-after", std::move(retry_after));
  return response;
}

/// Sends one request to a server that gives these answers, one after the other, and notes how long
/// it would have waited.
struct Attempts {
  explicit Attempts(std::deque<HttpResponse> answers)
      : client([answers = std::move(answers)](const HttpRequest& request) mutable {
          if (answers.empty()) throw TransientHttpError(request.url, 0, "connection refused");
          HttpResponse next = answers.front();
          answers.pop_front();
          return next;
        }) {}

  std::string message() {
    try {
      send();
    } catch (const HttpError& error) {
      return error.what();
    }
    return "no error";
  }

  HttpResponse send(int attempts = 0) {
    Retrier retrier(
        client, policy,
        [this](milliseconds time) {
          waits.push_back(time.count());
          now += time;
        },
        [this](std::string_view message) { messages.emplace_back(message); },
        [this] { return now; });
    return retrier.send({.url = "http://host/"}, check, attempts);
  }

  FakeHttpClient client;
  RetryPolicy policy;
  std::function<void(const HttpResponse&)> check;
  std::chrono::steady_clock::time_point now;
  std::vector<long> waits;
  std::vector<std::string> messages;
};

TEST(Retrier, SendsOnceWhereTheAnswerIsFinal) {
  for (const int code : {200, 202, 204, 301, 400, 401, 403, 404, 413, 501}) {
    Attempts attempts({status(code)});
    EXPECT_EQ(attempts.send().status, code);
    EXPECT_THAT(attempts.waits, IsEmpty()) << code;
  }
}

TEST(Retrier, SendsAgainWhereTheServerMayRecover) {
  for (const int code : {408, 429, 500, 502, 503, 504}) {
    Attempts attempts({status(code), status(200)});
    EXPECT_EQ(attempts.send().status, 200);
    EXPECT_THAT(attempts.waits, ElementsAre(500)) << code;
    EXPECT_THAT(attempts.messages, ElementsAre(HasSubstr(std::to_string(code)))) << code;
  }
}

TEST(Retrier, WaitsTwiceAsLongEachTimeUpToALimit) {
  Attempts attempts({});
  EXPECT_THROW(attempts.send(), HttpError);
  EXPECT_THAT(attempts.waits, ElementsAre(500, 1000, 2000, 4000, 8000, 16000, 30000, 30000));
}

TEST(Retrier, WaitsAsLongAsTheServerAsks) {
  Attempts attempts({status(503, "7"), status(503, "0"), status(503, "113"), status(200)});
  EXPECT_EQ(attempts.send().status, 200);
  EXPECT_THAT(attempts.waits, ElementsAre(7000, 0, 113000));
}

TEST(Retrier, DoesNotWaitForAServerThatAsksForMoreThanThereIsPatience) {
  for (const std::string& asked :
       {std::string("121"), std::string("99999999"), "1" + std::string(300, '0')}) {
    Attempts attempts({status(503, asked)});
    EXPECT_EQ(attempts.message(),
              "http://host/: the server answers 503 (tried 1 time; the server asks to wait longer "
              "than the 120 s for which newsgraph tries again)");
    EXPECT_THAT(attempts.waits, IsEmpty());
  }
}

TEST(Retrier, TriesForTwoMinutesInAllWhateverTheServerAsks) {
  Attempts attempts(std::deque<HttpResponse>(9, status(503, "50")));
  EXPECT_THAT(attempts.message(), HasSubstr("tried 3 times; the server asks to wait longer"));
  EXPECT_THAT(attempts.waits, ElementsAre(50000, 50000));
}

TEST(Retrier, CountsHowLongTheAttemptsThemselvesTake) {
  Attempts attempts(std::deque<HttpResponse>(9, status(200)));
  attempts.check = [&](const HttpResponse&) {
    attempts.now += std::chrono::seconds(70);
    throw TransientHttpError("", 0, "timed out");
  };
  EXPECT_EQ(attempts.message(),
            "timed out (tried 3 times; newsgraph tries again for 120 s at most)");
}

TEST(Retrier, GivesUpWithTheLastReasonAndTheNumberOfAttempts) {
  Attempts attempts({});
  try {
    attempts.send(3);
    FAIL() << "no error";
  } catch (const HttpError& error) {
    EXPECT_STREQ(error.what(), "connection refused (tried 3 times)");
    EXPECT_EQ(error.url(), "http://host/");
  }
  EXPECT_EQ(attempts.waits.size(), 2u);
}

TEST(Retrier, SendsAgainWhereTheCallerFindsTheAnswerTransient) {
  Attempts attempts({status(200), status(200)});
  bool is_first = true;
  attempts.check = [&](const HttpResponse&) {
    if (std::exchange(is_first, false)) throw TransientHttpError("", 200, "deadlock", 1.5);
  };
  EXPECT_EQ(attempts.send().status, 200);
  EXPECT_THAT(attempts.waits, ElementsAre(1500));
}

TEST(RetryAfter, IsANumberOfSecondsOrADate) {
  EXPECT_EQ(retry_after(status(503)), std::nullopt);
  EXPECT_EQ(retry_after(status(503, "soon")), std::nullopt);
  EXPECT_EQ(retry_after(status(503, "120")), 120);
  EXPECT_EQ(retry_after(status(503, "-3")), 0);
  EXPECT_EQ(retry_after(status(503, "nan")), std::nullopt);
  EXPECT_EQ(retry_after(status(503, "Fri, 31 Dec 1999 23:59:59 GMT")), 0);
  EXPECT_GT(retry_after(status(503, "Fri, 31 Dec 2199 23:59:59 GMT")), 1e9);
}

TEST(Excerpt, IsOneShortLineOfWholeCharacters) {
  EXPECT_EQ(excerpt("no such\r\n\x1b[31mthing\n"), "no such [31mthing ");
  EXPECT_EQ(excerpt("\n\nx"), "x");
  EXPECT_EQ(excerpt("aaaa€€", 6), "aaaa…");
  EXPECT_EQ(excerpt("aaaa€€", 7), "aaaa€…");
  EXPECT_EQ(excerpt("aaaa", 4), "aaaa");
}

}  // namespace
}  // namespace newsgraph
