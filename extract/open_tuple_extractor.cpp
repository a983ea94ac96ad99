#include "extract/open_tuple_extractor.hpp"

#include <utility>

#include "extract/language/penn_tokens.hpp"
#include "extract/mention/document.hpp"
#include "extract/mention/words.hpp"

namespace newsgraph {

OpenTupleExtractor::OpenTupleExtractor(LanguageEngine engine, TupleStyle style, Tokens tokens)
    : engine_(std::move(engine)), style_(style), tokens_(tokens) {}

OpenExtraction OpenTupleExtractor::extract(const Article& article) const {
  std::vector<Sentence> sentences;
  if (tokens_ == Tokens::kGiven) {
    for (const Block& block : article.blocks) {
      sentences.push_back(penn_sentence(article.text, block.span));
    }
    engine_.annotate(sentences);
  } else {
    sentences = engine_.analyse(article);
  }
  const Document document(article, std::move(sentences));
  OpenExtraction extraction;
  for (std::uint32_t s = 0; s < document.size(); ++s) {
    extraction.sentences.push_back(span_text(article.text, document.sentences()[s].span));
    extraction.tokens += document.sentences()[s].tokens.size();
    for (OpenTuple& tuple : find_open_tuples(document, s, style_)) {
      extraction.tuples.push_back(std::move(tuple));
    }
  }
  return extraction;
}

}  // namespace newsgraph
