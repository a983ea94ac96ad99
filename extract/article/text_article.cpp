#include "extract/article/text_article.hpp"

#include "extract/article/article_layout.hpp"
#include "extract/article/article_metadata.hpp"
#include "extract/article/limits.hpp"
#include "extract/article/text_encoding.hpp"
#include "extract/base/error.hpp"

namespace newsgraph {

Article read_text_article(std::string_view bytes, const std::string& source,
                          const std::string& fallback_key) {
  Article article;
  article.source = source;
  article.text = clean_text(bytes, source);
  check_limits(article);
  lay_out(article);
  identify(article, fallback_key);
  return article;
}

}  // namespace newsgraph
