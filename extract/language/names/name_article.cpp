#include "extract/language/names/name_article.hpp"

#include <algorithm>

#include "extract/language/feature_hash.hpp"

namespace newsgraph {

void NameArticle::read(std::span<const Sentence> sentences, std::span<const WordFeatures> features,
                       const NameLists& lists) {
  lists_ = &lists;
  features_ = features;
  words_.clear();
  places_.clear();
  small_.clear();
  for (const Sentence& sentence : sentences) read_sentence(sentence);
}

void NameArticle::read_sentence(const Sentence& sentence) {
  const auto begin = static_cast<std::uint32_t>(words_.size());
  const auto end = begin + static_cast<std::uint32_t>(sentence.tokens.size());
  std::uint32_t capitals = 0;
  std::uint32_t others = 0;
  for (std::uint32_t i = begin; i < end; ++i) {
    const Token& token = sentence.tokens[i - begin];
    const WordFeatures& word = features_[i];
    Word& own = words_.emplace_back();
    own.tag = static_cast<std::uint32_t>(hash_bytes(token.xpos));
    own.proper = token.xpos.starts_with("NNP");
    own.begin = begin;
    own.end = end;
    own.lists = lists_->find({&word, 1});
    if (word.has_capital) {
      Places& places = places_[word.form];
      if (places.count < places.first.size()) places.first[places.count] = i;
      ++places.count;
      ++capitals;
    } else {
      small_.insert(word.lower);
      if (token.form.size() > 3) ++others;
    }
  }
  lists_->find_all(features_.subspan(begin, end - begin), listed_);
  for (std::uint32_t i = begin; i < end;) {
    std::uint32_t run = i + 1;
    if (features_[i].has_capital) {
      while (run < end && features_[run].has_capital) ++run;
    }
    for (; i < run; ++i) {
      Word& word = words_[i];
      word.run_end = run;
      word.run_begin = i > begin && words_[i - 1].run_end == run ? words_[i - 1].run_begin : i;
      word.listed = listed_[i - begin];
      word.headline = capitals >= 4 && others * 2 <= capitals;
    }
  }
}

bool NameArticle::is_candidate(std::size_t i) const {
  const Word& own = words_[i];
  if (features_[i].has_capital || own.proper) return true;
  const auto capital = [&](std::size_t k) {
    return k >= own.begin && k < own.end && features_[k].has_capital;
  };
  const bool before = (i > 0 && capital(i - 1)) || (i > 1 && capital(i - 2));
  return before && (capital(i + 1) || (i > 0 && capital(i - 1) && capital(i + 2)));
}

std::uint32_t NameArticle::others(std::size_t i, std::vector<std::uint32_t>& others) const {
  others.clear();
  const auto found = places_.find(features_[i].form);
  if (found == places_.end()) return 0;
  const Places& places = found->second;
  const std::size_t kept = std::min<std::size_t>(places.count, places.first.size());
  for (std::size_t k = 0; k < kept && others.size() < kMostOthers; ++k) {
    if (places.first[k] != i) others.push_back(places.first[k]);
  }
  return places.count;
}

}  // namespace newsgraph
