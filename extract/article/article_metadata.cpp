#include "extract/article/article_metadata.hpp"

#include "extract/article/limits.hpp"
#include "extract/base/date.hpp"
#include "extract/base/error.hpp"
#include "extract/base/hash.hpp"

namespace newsgraph {

void identify(Article& article, const std::string& fallback_key) {
  // Texts hold no NUL, so it separates what is hashed.
  std::string version;
  for (const std::string* part :
       {&article.title, &article.published, &article.modified, &article.text}) {
    version += *part;
    version += '\0';
  }
  article.content_hash = sha256_hex(version);
  article.key = !article.id.empty()     ? article.id
                : !article.url.empty()  ? article.url
                : !fallback_key.empty() ? fallback_key
                                        : article.content_hash;
}

std::string read_date_field(std::string_view text, std::string_view field,
                            const std::string& source) {
  constexpr std::size_t kShown = 40;
  if (text.find_first_not_of(" \t\n") == text.npos) return {};
  if (auto date = parse_date(text)) return *date;
  throw ParseError(source, 0,
                   "\"" + std::string(field) + "\" is \"" + std::string(text.substr(0, kShown)) +
                       "\"; expected ISO 8601, e.g. 2024-05-01");
}

void check_limits(const Article& article) {
  const auto refuse = [&](const std::string& what) { throw ParseError(article.source, 0, what); };
  if (article.text.find_first_not_of(" \t\n") == std::string::npos) {
    refuse("no text; expected an article");
  }
  if (article.text.size() > kMostText) {
    refuse("the text has " + std::to_string(article.text.size()) +
           " bytes; an article has at most " + std::to_string(kMostText) + ": split it");
  }
  for (const std::string* field : {&article.id, &article.url, &article.title, &article.outlet,
                                   &article.author, &article.language}) {
    if (field->size() > kMostMetadata) {
      refuse("metadata of " + std::to_string(field->size()) + " bytes; at most " +
             std::to_string(kMostMetadata) + " are read");
    }
  }
}

}  // namespace newsgraph
