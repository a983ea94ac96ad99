#include "cli/tree_drawing.hpp"

#include <algorithm>
#include <string_view>

namespace newsgraph::cli {
namespace {

constexpr std::string_view kLine = "─";

/// One token's line while it grows from left to right.
struct Row {
  std::string text;
  std::size_t width = 0;
  bool is_reached = false;  ///< its arc is drawn: a line leads on to its word

  void extend(std::size_t columns) {
    for (; width < columns; ++width) text += is_reached ? kLine : " ";
  }
  void add(std::string_view glyph) {
    text += glyph;
    ++width;
  }
};

/// The bar at `token`, which spans `first` to `last`: at its head, at a dependent, or passing by.
std::string_view glyph_at(std::size_t token, std::size_t head, bool is_dependent, std::size_t first,
                          std::size_t last, bool is_reached) {
  if (token == head) return first == head ? "┬" : last == head ? "┴" : "┼";
  if (is_dependent) return token == first ? "╭" : token == last ? "╰" : "├";
  return is_reached ? "┼" : "│";
}

}  // namespace

std::vector<std::string> draw_tree(const std::vector<std::int32_t>& heads, std::size_t widest) {
  std::vector<Row> rows(heads.size());
  std::vector<std::vector<std::size_t>> dependents(heads.size());
  std::vector<std::size_t> queue;  // breadth first: a level shares its column
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (heads[i] >= 0) {
      dependents[static_cast<std::size_t>(heads[i])].push_back(i);
    } else {
      rows[i].is_reached = true;
      queue.push_back(i);
    }
  }
  for (std::size_t next = 0; next < queue.size(); ++next) {
    const std::size_t head = queue[next];
    if (dependents[head].empty()) continue;
    const std::size_t first = std::min(head, dependents[head].front());
    const std::size_t last = std::max(head, dependents[head].back());
    std::size_t column = 0;
    for (std::size_t i = first; i <= last; ++i) column = std::max(column, rows[i].width + 1);
    if (column + 1 > widest) continue;
    for (std::size_t i = first; i <= last; ++i) {
      const bool is_dependent = heads[i] == static_cast<std::int32_t>(head);
      rows[i].extend(column);
      rows[i].add(glyph_at(i, head, is_dependent, first, last, rows[i].is_reached));
      rows[i].is_reached |= is_dependent;
    }
    queue.insert(queue.end(), dependents[head].begin(), dependents[head].end());
  }
  std::size_t width = 0;
  for (const Row& row : rows) width = std::max(width, row.width + 1);
  std::vector<std::string> lines;
  for (Row& row : rows) {
    row.extend(row.is_reached ? width : width - 1);
    if (!row.is_reached) row.add("…");
    lines.push_back(std::move(row.text));
  }
  return lines;
}

}  // namespace newsgraph::cli
