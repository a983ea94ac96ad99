#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta, 2011) with the root
/// behind the last word of the buffer (Ballesteros and Nivre, 2013).
///
///     SHIFT     (σ,     b|β, A) → (σ|b, β,   A)
///     LEFT(l)   (σ|s,   b|β, A) → (σ,   b|β, A ∪ {b →l s})
///     RIGHT(l)  (σ|t|s, β,   A) → (σ|t, β,   A ∪ {t →l s})
///
/// Words are 0 … n-1, the root is n. The root takes its only child by LEFT once one word is left on
/// the stack, so every result is a tree with exactly one root.
namespace newsgraph {

/// One step: a kind and, for the arcs, a relation's number.
struct Transition {
  enum Kind : std::uint8_t { kShift, kLeft, kRight };
  Kind kind = kShift;
  std::uint32_t label = 0;

  /// Class number in a model with `labels` relations, and back.
  std::size_t number(std::size_t labels) const {
    return kind == kShift ? 0 : kind == kLeft ? 1 + label : 1 + labels + label;
  }
  static Transition from_number(std::size_t number, std::size_t labels) {
    if (number == 0) return {};
    const std::size_t index = number - 1;
    if (index < labels) return {kLeft, static_cast<std::uint32_t>(index)};
    return {kRight, static_cast<std::uint32_t>(index - labels)};
  }
};

/// Stack, buffer and arcs so far.
class Configuration {
 public:
  static constexpr std::int32_t kNone = -1;

  /// A word's two outermost dependents on each side, and how many there are.
  struct Dependents {
    std::int32_t left = kNone, left2 = kNone, right = kNone, right2 = kNone;
    std::uint32_t left_count = 0, right_count = 0;
    std::uint64_t left_labels = 0, right_labels = 0;  ///< hashes of the sets of relations
  };

  /// Starts over with `words` words; keeps its memory.
  void reset(std::size_t words) {
    words_ = static_cast<std::int32_t>(words);
    next_ = 0;
    stack_.clear();
    heads_.assign(words, kNone);
    labels_.assign(words, 0);
    dependents_.assign(words + 1, {});
  }

  bool finished() const { return next_ == words_ && stack_.empty(); }
  std::int32_t root() const { return words_; }
  std::int32_t words() const { return words_; }

  /// The `depth`-th word from the top of the stack; kNone below its bottom.
  std::int32_t stack(std::size_t depth) const {
    return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : kNone;
  }
  std::size_t stack_size() const { return stack_.size(); }

  /// The `ahead`-th word of the buffer, its last is the root; kNone behind it.
  std::int32_t buffer(std::int32_t ahead) const {
    return next_ + ahead <= words_ ? next_ + ahead : kNone;
  }

  bool can_shift() const { return next_ < words_; }
  bool can_left() const { return !stack_.empty() && (next_ < words_ || stack_.size() == 1); }
  bool can_right() const { return stack_.size() >= 2; }

  void perform(Transition transition) {
    if (transition.kind == Transition::kShift) {
      stack_.push_back(next_++);
      return;
    }
    const std::int32_t child = stack_.back();
    stack_.pop_back();
    const std::int32_t head = transition.kind == Transition::kLeft ? next_ : stack_.back();
    add_arc(head, child, transition.label);
  }

  std::int32_t head(std::int32_t word) const { return heads_[static_cast<std::size_t>(word)]; }
  std::uint32_t label(std::int32_t word) const { return labels_[static_cast<std::size_t>(word)]; }
  const Dependents& dependents(std::int32_t word) const {
    return dependents_[static_cast<std::size_t>(word)];
  }

 private:
  void add_arc(std::int32_t head, std::int32_t child, std::uint32_t label) {
    heads_[static_cast<std::size_t>(child)] = head;
    labels_[static_cast<std::size_t>(child)] = label;
    Dependents& of_head = dependents_[static_cast<std::size_t>(head)];
    const std::uint64_t bit = std::uint64_t{1} << (label & 63);
    if (child < head) {
      of_head.left2 = of_head.left;
      of_head.left = child;
      ++of_head.left_count;
      of_head.left_labels |= bit;
    } else {
      of_head.right2 = of_head.right;
      of_head.right = child;
      ++of_head.right_count;
      of_head.right_labels |= bit;
    }
  }

  std::int32_t words_ = 0;
  std::int32_t next_ = 0;
  std::vector<std::int32_t> stack_;
  std::vector<std::int32_t> heads_;
  std::vector<std::uint32_t> labels_;
  std::vector<Dependents> dependents_;
};

}  // namespace newsgraph
