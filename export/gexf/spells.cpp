#include "export/gexf/spells.hpp"

#include <algorithm>
#include <chrono>

#include "graph/query/filter.hpp"
#include "graph/query/topology.hpp"

namespace newsgraph {
namespace {

constexpr std::uint32_t kForever = 0xffffffff;

/// The day after; days that do not exist (of damaged files) are taken as they are.
std::uint32_t next_day(std::uint32_t day) {
  using namespace std::chrono;
  const year_month_day date(year(static_cast<int>(day / 10000)), month(day / 100 % 100),
                            std::chrono::day(day % 100));
  if (!date.ok()) return day + 1;
  const year_month_day next(sys_days(date) + days(1));
  return static_cast<std::uint32_t>(static_cast<int>(next.year())) * 10000 +
         static_cast<unsigned>(next.month()) * 100 + static_cast<unsigned>(next.day());
}

}  // namespace

void add_spell(std::vector<Spell>& spells, std::string_view date) {
  const DayNumbers days = day_numbers(date);
  if (days.first == 0 && days.last == 0) return;
  spells.push_back({.first = date.starts_with("..") ? 0 : days.first,
                    .last = date.ends_with("..") ? 0 : days.last});
}

void merge_spells(std::vector<Spell>& spells) {
  const auto end = [](const Spell& spell) { return spell.last == 0 ? kForever : spell.last; };
  std::sort(spells.begin(), spells.end(), [&](const Spell& a, const Spell& b) {
    return a.first != b.first ? a.first < b.first : end(a) < end(b);
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < spells.size(); ++i) {
    if (kept == 0 ||
        (end(spells[kept - 1]) != kForever && spells[i].first > next_day(spells[kept - 1].last))) {
      spells[kept++] = spells[i];
    } else if (end(spells[i]) > end(spells[kept - 1])) {
      spells[kept - 1].last = spells[i].last;
    }
  }
  spells.resize(kept);
}

std::vector<Spell> spells_of(const KnowledgeGraph& graph, const Relation& relation) {
  std::vector<Spell> spells;
  for (const Claim& claim : relation.claims) {
    const std::size_t before = spells.size();
    add_spell(spells, claim_date(graph, claim));
    if (spells.size() == before) return {};
  }
  merge_spells(spells);
  return spells;
}

std::string day_text(std::uint32_t day) {
  std::string digits = std::to_string(day);
  digits.insert(0, 8 - std::min<std::size_t>(8, digits.size()), '0');
  return digits.substr(0, 4) + '-' + digits.substr(4, 2) + '-' + digits.substr(6);
}

}  // namespace newsgraph
