#include "export/push/ledger.hpp"

#include <algorithm>
#include <cassert>
#include <set>

#include "extract/base/hash.hpp"

namespace newsgraph {
namespace {

struct Mark {
  std::uint64_t fingerprint = 0;
  bool is_valid = false;
  std::set<std::string> names;
};

Mark parse_mark(std::string_view text) {
  Mark mark;
  mark.is_valid = from_hex(text.substr(0, text.find(' ')), mark.fingerprint);
  for (std::size_t blank = text.find(' '); blank != std::string_view::npos;) {
    const std::size_t next = text.find(' ', blank + 1);
    const std::string_view name = text.substr(blank + 1, next - blank - 1);
    if (is_graph_name(name)) mark.names.emplace(name);
    blank = next;
  }
  return mark;
}

std::string mark_text(std::uint64_t fingerprint, const std::set<std::string>& names) {
  std::string text = to_hex(fingerprint);
  for (const std::string& name : names) text += ' ' + name;
  return text;
}

}  // namespace

void Ledger::want(std::string_view key, std::string_view row) {
  Entry& entry = entries_[sha256_64(key)];
  entry.fingerprint += sha256_64(row);
  ++entry.rows_left;
  ++rows_;
}

Ledger::State Ledger::state(std::string_view key) const {
  const auto entry = entries_.find(sha256_64(key));
  return entry == entries_.end() ? State::kMissing : entry->second.state;
}

bool Ledger::is_wanted(std::string_view key) const { return entries_.count(sha256_64(key)) > 0; }

Ledger::Unwanted Ledger::found(std::string_view key, std::string_view text) {
  const Mark mark = parse_mark(text);
  const bool is_own = mark.names.count(name_) > 0;
  const Key hash = sha256_64(key);
  const auto entry = entries_.find(hash);
  if (entry == entries_.end()) {
    if (!is_own) return Unwanted::kForeign;
    return mark.names.size() > 1 ? Unwanted::kShared : Unwanted::kOwn;
  }
  // A second mark: two elements under one key, or a rename that was cut short.
  const bool is_first = entry->second.state == State::kMissing;
  const bool is_right = mark.is_valid && mark.fingerprint == entry->second.fingerprint;
  entry->second.state = is_first && is_own && is_right ? State::kCurrent : State::kStale;
  std::set<std::string> others = mark.names;
  others.erase(name_);
  if (!others.empty()) {
    std::string& names = other_names_[hash];
    for (const std::string& other : others) names += ' ' + other;
  }
  return Unwanted::kWanted;
}

bool Ledger::is_own(std::string_view text) const { return parse_mark(text).names.count(name_) > 0; }

void Ledger::find_nothing() {
  for (auto& [key, entry] : entries_) entry.state = State::kMissing;
  other_names_.clear();
}

void Ledger::disturb(std::string_view key) {
  const auto entry = entries_.find(sha256_64(key));
  if (entry != entries_.end()) entry->second.state = State::kStale;
}

void Ledger::clear(std::string_view key) {
  const auto entry = entries_.find(sha256_64(key));
  if (entry != entries_.end()) entry->second.state = State::kMissing;
}

void Ledger::disturb_all() {
  for (auto& [key, entry] : entries_) {
    if (entry.state == State::kCurrent) entry.state = State::kStale;
  }
}

bool Ledger::finish_row(std::string_view key) {
  const auto entry = entries_.find(sha256_64(key));
  assert(entry != entries_.end() && entry->second.rows_left > 0);
  return --entry->second.rows_left == 0;
}

std::string Ledger::mark(std::string_view key) const {
  const Key hash = sha256_64(key);
  const auto entry = entries_.find(hash);
  assert(entry != entries_.end());
  Mark mark;
  if (const auto others = other_names_.find(hash); others != other_names_.end()) {
    mark = parse_mark(others->second);
  }
  mark.names.insert(name_);
  return mark_text(entry->second.fingerprint, mark.names);
}

std::string Ledger::disowned(std::string_view text) const {
  Mark mark = parse_mark(text);
  mark.names.erase(name_);
  return mark_text(mark.fingerprint, mark.names);
}

std::uint64_t Ledger::count(State state) const {
  return static_cast<std::uint64_t>(
      std::count_if(entries_.begin(), entries_.end(),
                    [state](const auto& entry) { return entry.second.state == state; }));
}

bool is_graph_name(std::string_view name) {
  return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
  });
}

}  // namespace newsgraph
