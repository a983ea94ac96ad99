#include "extract/language/names/reader_features.hpp"

#include <algorithm>

#include "extract/language/feature_hash.hpp"

namespace newsgraph {
namespace {

/// Templates are numbered in the order in which they are written.
class Writer {
 public:
  explicit Writer(std::vector<std::uint32_t>& features) : features_(features) { features.clear(); }

  template <typename... Values>
  void add(Values... values) {
    put(template_++, values...);
  }
  /// A feature for each list of `lists`, and one for all together.
  template <typename... Values>
  void add_lists(std::uint16_t lists, Values... values) {
    const std::uint32_t each = template_++;
    const std::uint32_t all = template_++;
    put(all, lists, values...);
    for (unsigned list = 0; list < 16; ++list) {
      if ((lists >> list & 1) != 0) put(each, list, values...);
    }
  }
  /// The next template, for features of which there are any number.
  std::uint32_t open() { return template_++; }
  template <typename... Values>
  void put(std::uint32_t number, Values... values) {
    features_.push_back(
        static_cast<std::uint32_t>(feature_hash(number, std::uint64_t{values}...) >> 32));
  }

 private:
  std::vector<std::uint32_t>& features_;
  std::uint32_t template_ = 0;
};

const WordFeatures kNoWord;
const NameArticle::Word kNowhere;

}  // namespace

void reader_features(const NameArticle& article, std::size_t i,
                     std::vector<std::uint32_t>& features) {
  const NameArticle::Word& own = article.word(i);
  const auto inside = [&](std::ptrdiff_t k) {
    return k >= static_cast<std::ptrdiff_t>(own.begin) && k < static_cast<std::ptrdiff_t>(own.end);
  };
  const auto at = [&](std::size_t base, int offset) -> const WordFeatures& {
    const auto k = static_cast<std::ptrdiff_t>(base) + offset;
    return inside(k) ? article.features(static_cast<std::size_t>(k)) : kNoWord;
  };
  const auto seen = [&](int offset) -> const NameArticle::Word& {
    const auto k = static_cast<std::ptrdiff_t>(i) + offset;
    return inside(k) ? article.word(static_cast<std::size_t>(k)) : kNowhere;
  };
  const WordFeatures& w0 = article.features(i);
  const WordFeatures& p1 = at(i, -1);
  const WordFeatures& p2 = at(i, -2);
  const WordFeatures& n1 = at(i, 1);
  const WordFeatures& n2 = at(i, 2);
  const WordFeatures& first = article.features(own.run_begin);
  const WordFeatures& last = article.features(own.run_end - 1);
  const WordFeatures& before = at(own.run_begin, -1);
  const WordFeatures& before2 = at(own.run_begin, -2);
  const WordFeatures& behind = at(own.run_end, 0);
  const WordFeatures& behind2 = at(own.run_end, 1);
  const std::uint32_t place =
      std::min<std::uint32_t>(static_cast<std::uint32_t>(i) - own.run_begin, 2) * 4 +
      std::min<std::uint32_t>(own.run_end - 1 - static_cast<std::uint32_t>(i), 2);
  const std::uint32_t start = (own.run_begin == own.begin ? 1U : 0U) + (own.headline ? 2U : 0U);
  const std::uint32_t shape = w0.shape;

  Writer out(features);
  // The word and its neighbours.
  out.add(w0.form);
  out.add(w0.lower);
  out.add(p1.lower);
  out.add(n1.lower);
  out.add(p2.lower);
  out.add(n2.lower);
  out.add(shape, start);
  out.add(p1.shape, shape, n1.shape);
  out.add(w0.prefix[2]);
  out.add(w0.suffix[1]);
  out.add(w0.suffix[2]);
  out.add(w0.suffix[3]);
  out.add(w0.fine);
  out.add(p1.fine);
  out.add(n1.fine);
  out.add(p2.fine);
  out.add(n2.fine);
  out.add(p1.coarse, w0.coarse);
  out.add(w0.coarse, n1.coarse);
  out.add(p1.fine, w0.fine);
  out.add(w0.fine, n1.fine);
  out.add(p1.lower, w0.lower);
  out.add(w0.lower, n1.lower);
  out.add(p1.lower, n1.lower);
  out.add(w0.ambiguity, shape, start);
  // Tags.
  out.add(seen(0).tag, place);
  out.add(seen(-1).tag, seen(0).tag);
  out.add(seen(0).tag, seen(1).tag);
  out.add(seen(-1).tag, seen(0).tag, seen(1).tag);
  // The run of capitals.
  out.add(place, start);
  out.add(place, shape);
  out.add(first.lower, place);
  out.add(first.fine, place);
  out.add(last.lower, place);
  out.add(last.fine, place);
  out.add(last.suffix[2], place);
  out.add(before.lower, place);
  out.add(before.fine, place);
  out.add(behind.lower, place);
  out.add(behind.fine, place);
  out.add(before2.lower, before.lower);
  out.add(before2.fine, before.fine);
  out.add(behind.lower, behind2.lower);
  out.add(behind.fine, behind2.fine);
  out.add(before.lower, w0.fine, place);
  out.add(behind.lower, w0.fine, place);
  // Lists.
  out.add_lists(own.lists, place);
  out.add_lists(seen(-1).lists);
  out.add_lists(seen(1).lists);
  out.add_lists(own.listed.lists, own.listed.place);
  out.add(own.listed.lists, own.listed.place, before.lower);
  out.add(own.listed.lists, own.listed.place, w0.ambiguity);
  out.add_lists(article.word(own.run_begin).lists, place);
  out.add_lists(article.word(own.run_end - 1).lists, place);
  out.add(seen(-1).lists, own.lists, seen(1).lists);
  // The rest of the article.
  thread_local std::vector<std::uint32_t> others;
  const std::uint32_t count = article.others(i, others);
  const std::uint32_t small = article.is_small_elsewhere(i) ? 1 : 0;
  out.add(small, start, place);
  out.add(std::min<std::uint32_t>(count, 4), small, w0.coarse);
  const std::uint32_t is_other = out.open();
  for (const std::uint32_t other : others) {
    const NameArticle::Word& word = article.word(other);
    const auto near = [&](std::int64_t k) -> const WordFeatures& {
      return k >= word.begin && k < word.end ? article.features(static_cast<std::size_t>(k))
                                             : kNoWord;
    };
    const std::uint32_t other_place = std::min<std::uint32_t>(other - word.run_begin, 2) * 4 +
                                      std::min<std::uint32_t>(word.run_end - 1 - other, 2);
    const std::int64_t run_begin = word.run_begin;
    const std::int64_t run_end = word.run_end;
    out.put(is_other, 0U, other_place, place);
    out.put(is_other, 1U, near(run_begin - 1).lower, other_place);
    out.put(is_other, 2U, near(run_begin - 1).fine, other_place);
    out.put(is_other, 3U, near(run_end).lower, other_place);
    out.put(is_other, 4U, near(run_end).fine, other_place);
    out.put(is_other, 5U, near(run_begin - 2).lower, near(run_begin - 1).lower);
    out.put(is_other, 6U, word.tag, other == word.begin ? 1U : 0U);
    if (word.run_end - word.run_begin > 1) {
      out.put(is_other, 7U, near(run_end - 1).lower, other_place);
      out.put(is_other, 8U, near(run_end - 1).fine, other_place);
      out.put(is_other, 9U, near(run_begin).lower, other_place);
      out.put(is_other, 10U, near(run_begin).fine, other_place);
      out.put(is_other, 11U, article.word(word.run_begin).lists, other_place);
    }
    if (word.listed.place != own.listed.place || word.listed.lists != own.listed.lists) {
      out.put(is_other, 12U, word.listed.lists, word.listed.place);
    }
  }
}

}  // namespace newsgraph
