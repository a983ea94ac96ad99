#include "extract/language/long_sentences.hpp"

#include <iterator>
#include <utility>

namespace newsgraph {

std::vector<std::size_t> cut_long(std::size_t size,
                                  const std::function<bool(std::size_t)>& may_cut) {
  std::vector<std::size_t> ends;
  std::size_t begin = 0;
  while (size - begin > kLongestSentence) {
    std::size_t cut = begin + kLongestSentence;
    for (std::size_t i = cut; i > begin + kLongestSentence * 3 / 4; --i) {
      if (may_cut(i - 1)) {
        cut = i;
        break;
      }
    }
    ends.push_back(cut);
    begin = cut;
  }
  ends.push_back(size);
  return ends;
}

std::vector<Sentence> into_pieces(Sentence&& sentence) {
  std::vector<Token>& tokens = sentence.tokens;
  std::vector<Sentence> pieces;
  std::size_t begin = 0;
  for (const std::size_t end : cut_long(tokens.size(), [&](std::size_t i) {
         return tokens[i].form == "," || tokens[i].form == ";" || tokens[i].form == ":";
       })) {
    Sentence& piece = pieces.emplace_back();
    piece.paragraph_start = begin == 0 && sentence.paragraph_start;
    piece.span = {begin == 0 ? sentence.span.begin : tokens[begin].span.begin,
                  end == tokens.size() ? sentence.span.end : tokens[end - 1].span.end};
    piece.tokens.assign(
        std::make_move_iterator(tokens.begin() + static_cast<std::ptrdiff_t>(begin)),
        std::make_move_iterator(tokens.begin() + static_cast<std::ptrdiff_t>(end)));
    begin = end;
  }
  return pieces;
}

Sentence join_pieces(std::vector<Sentence>&& pieces) {
  Sentence sentence = std::move(pieces.front());
  std::int32_t root = 0;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    if (sentence.tokens[i].head == kNoHead) root = static_cast<std::int32_t>(i);
  }
  for (std::size_t k = 1; k < pieces.size(); ++k) {
    const auto offset = static_cast<std::int32_t>(sentence.tokens.size());
    for (Token& token : pieces[k].tokens) {
      if (token.head == kNoHead) {
        token.head = root;
        token.deprel = "parataxis";
      } else {
        token.head += offset;
      }
      sentence.tokens.push_back(std::move(token));
    }
    for (NamedMention name : pieces[k].names) {
      name.begin += static_cast<std::uint32_t>(offset);
      name.end += static_cast<std::uint32_t>(offset);
      sentence.names.push_back(name);
    }
  }
  sentence.span.end = pieces.back().span.end;
  return sentence;
}

}  // namespace newsgraph
