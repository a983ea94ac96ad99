#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace newsgraph {

/// What a push wants a store to hold, and what of it is there already.
///
/// The store itself is the memory of earlier pushes. Each element (node, relationship, subject of
/// triples) carries a mark: the fingerprint of all that was pushed of it, and the names under which
/// graphs were pushed that have it:
///
///     "8d2f00c3a94b1e57 europe news"
///
/// So a push interrupted anywhere, a store emptied by hand or restored from a backup, and graph
/// files that were copied, rebuilt or share articles need no special case: what is not marked as it
/// should be is written.
///
/// An element consists of rows (statements' rows, triples) that come in any order; its mark is to
/// be written when the last of them has been. Memory: some 60 bytes an element.
class Ledger {
 public:
  /// @param name  Of the graph; without blanks.
  explicit Ledger(std::string name) : name_(std::move(name)) {}

  /// The element `key` is to have this row; to be called for all of them first of all.
  void want(std::string_view key, std::string_view row);

  enum class State : std::uint8_t {
    kMissing,  ///< not in the store
    kStale,    ///< in the store, but not as it should be, or not marked
    kCurrent,
  };
  State state(std::string_view key) const;
  bool is_wanted(std::string_view key) const;

  /// What is to happen with an element of the store that nobody wants.
  enum class Unwanted : std::uint8_t {
    kWanted,   ///< nothing: it is wanted
    kForeign,  ///< not put there under this name: to be left alone
    kShared,   ///< another graph has it too: only the name is to go from its mark
    kOwn,      ///< put there under this name alone
  };
  /// The store holds the element with this mark; empty if it has none.
  Unwanted found(std::string_view key, std::string_view mark);

  /// Whether an element with this mark was put there under this name, be it among others.
  bool is_own(std::string_view mark) const;

  /// Forgets all that was found.
  void find_nothing();

  /// The element is not any more as found() left it.
  void disturb(std::string_view key);
  /// The element has been taken out of the store, so that it is to be written anew.
  void clear(std::string_view key);
  /// Write everything anew, whatever the store holds.
  void disturb_all();

  /// A row of the element has been written.
  /// @return Whether it was the last one, so that the mark is to follow.
  bool finish_row(std::string_view key);

  /// The mark of a wanted element.
  std::string mark(std::string_view key) const;
  /// `mark` without this graph's name.
  std::string disowned(std::string_view mark) const;

  std::uint64_t elements() const { return entries_.size(); }
  std::uint64_t rows() const { return rows_; }
  std::uint64_t count(State state) const;

 private:
  /// Keys are known by the first eight bytes of their SHA-256.
  using Key = std::uint64_t;
  struct Entry {
    std::uint64_t fingerprint = 0;  ///< sum over the rows: their order does not matter
    std::uint32_t rows_left = 0;
    State state = State::kMissing;
  };

  std::string name_;
  std::unordered_map<Key, Entry> entries_;
  std::unordered_map<Key, std::string> other_names_;  ///< " europe", of elements of other graphs
  std::uint64_t rows_ = 0;
};

/// Whether `name` can stand in a mark: letters, digits, '.', '_' and '-', at most 64.
bool is_graph_name(std::string_view name);

}  // namespace newsgraph
