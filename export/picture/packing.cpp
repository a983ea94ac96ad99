#include "export/picture/packing.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <utility>

namespace newsgraph {
namespace {

/// The squares that a part covers, without bays: row by row, from its leftmost to its rightmost
/// disc, and whatever lies between two of its discs in a column.
struct Footprint {
  struct Row {
    int left = 0;
    int right = -1;  ///< inclusive; less than `left` if the row is empty
  };
  float x = 0;  ///< the lower left corner
  float y = 0;
  int columns = 0;
  std::vector<Row> rows;
};

void fill_bays(Footprint& print) {
  const int rows = static_cast<int>(print.rows.size());
  std::vector<int> bottom(static_cast<std::size_t>(print.columns), rows);
  std::vector<int> top(static_cast<std::size_t>(print.columns), -1);
  for (int row = 0; row < rows; ++row) {
    const Footprint::Row r = print.rows[static_cast<std::size_t>(row)];
    for (int column = r.left; column <= r.right; ++column) {
      const auto c = static_cast<std::size_t>(column);
      bottom[c] = std::min(bottom[c], row);
      top[c] = row;
    }
  }
  for (int column = 0; column < print.columns; ++column) {
    const auto c = static_cast<std::size_t>(column);
    for (int row = bottom[c]; row <= top[c]; ++row) {
      Footprint::Row& r = print.rows[static_cast<std::size_t>(row)];
      r.left = std::min(r.left, column);
      r.right = std::max(r.right, column);
    }
  }
}

Footprint footprint(std::span<const Point> points, std::span<const float> radii, float width) {
  float left = points[0].x - radii[0], right = points[0].x + radii[0];
  float bottom = points[0].y - radii[0], top = points[0].y + radii[0];
  for (std::size_t i = 1; i < points.size(); ++i) {
    left = std::min(left, points[i].x - radii[i]);
    right = std::max(right, points[i].x + radii[i]);
    bottom = std::min(bottom, points[i].y - radii[i]);
    top = std::max(top, points[i].y + radii[i]);
  }
  const int columns = std::max(1, static_cast<int>(std::ceil((right - left) / width)));
  const int rows = std::max(1, static_cast<int>(std::ceil((top - bottom) / width)));
  // In the middle of its squares.
  Footprint print{.x = (left + right - static_cast<float>(columns) * width) / 2,
                  .y = (bottom + top - static_cast<float>(rows) * width) / 2,
                  .columns = columns,
                  .rows = std::vector<Footprint::Row>(static_cast<std::size_t>(rows),
                                                      {.left = columns, .right = -1})};
  const auto index = [width](float distance, int limit) {
    return std::clamp(static_cast<int>(std::floor(distance / width)), 0, limit - 1);
  };
  for (std::size_t i = 0; i < points.size(); ++i) {
    const int first = index(points[i].y - radii[i] - print.y, rows);
    const int last = index(points[i].y + radii[i] - print.y, rows);
    for (int row = first; row <= last; ++row) {
      Footprint::Row& r = print.rows[static_cast<std::size_t>(row)];
      r.left = std::min(r.left, index(points[i].x - radii[i] - print.x, columns));
      r.right = std::max(r.right, index(points[i].x + radii[i] - print.x, columns));
    }
  }
  fill_bays(print);
  return print;
}

/// The plane in squares.
class Plane {
 public:
  struct Place {
    int x = 0;
    int y = 0;
  };

  /// @param side  Squares in each direction.
  explicit Plane(int side)
      : side_(side), taken_(static_cast<std::size_t>(side) * static_cast<std::size_t>(side)) {
    // A counting sort.
    std::vector<std::uint32_t> next(distance(0, 0) + 2);
    const auto for_each_place = [side](auto visit) {
      for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) visit(x, y);
      }
    };
    for_each_place([&](int x, int y) { ++next[distance(x, y) + 1]; });
    for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
    places_.resize(taken_.size());
    for_each_place([&](int x, int y) { places_[next[distance(x, y)]++] = {x, y}; });
  }

  /// From here on, nothing is placed nearer to the middle than what is furthest out now.
  void stay_outside() {
    first_free_ = static_cast<std::size_t>(
        std::partition_point(places_.begin(), places_.end(),
                             [this](Place place) { return distance(place.x, place.y) <= reach_; }) -
        places_.begin());
  }

  /// Takes the squares of `print` at the free place nearest to the middle.
  /// @return The square of its lower left corner.
  Place take(const Footprint& print) {
    const int rows = static_cast<int>(print.rows.size());
    while (first_free_ < places_.size() && at(places_[first_free_].x, places_[first_free_].y)) {
      ++first_free_;
    }
    // Squares only ever fill up: where a part did not fit, others as wide and high hardly do.
    std::size_t& next = tried_[{print.columns, rows}];
    for (next = std::max(next, first_free_); next < places_.size(); ++next) {
      const int x = places_[next].x - print.columns / 2;
      const int y = places_[next].y - rows / 2;
      if (!fits(print, x, y)) continue;
      for (int row = 0; row < rows; ++row) {
        const auto& r = print.rows[static_cast<std::size_t>(row)];
        for (int column = r.left; column <= r.right; ++column) at(x + column, y + row) = true;
        if (r.left > r.right) continue;
        reach_ = std::max({reach_, distance(x + r.left, y + row), distance(x + r.right, y + row)});
      }
      return {x, y};
    }
    return {0, 0};  // never: the plane is large enough for all
  }

 private:
  /// From the middle, squared.
  std::size_t distance(int x, int y) const {
    const int middle = side_ / 2;
    return static_cast<std::size_t>((x - middle) * (x - middle) + (y - middle) * (y - middle));
  }
  std::vector<bool>::reference at(int x, int y) {
    return taken_[static_cast<std::size_t>(y) * static_cast<std::size_t>(side_) +
                  static_cast<std::size_t>(x)];
  }
  bool fits(const Footprint& print, int x, int y) {
    const int rows = static_cast<int>(print.rows.size());
    if (x < 0 || y < 0 || x + print.columns > side_ || y + rows > side_) return false;
    for (int row = 0; row < rows; ++row) {
      const auto& r = print.rows[static_cast<std::size_t>(row)];
      for (int column = r.left; column <= r.right; ++column) {
        if (at(x + column, y + row)) return false;
      }
    }
    return true;
  }

  int side_;
  std::vector<bool> taken_;
  std::size_t reach_ = 0;                             ///< distance of what is furthest out
  std::vector<Place> places_;                         ///< nearest to the middle first
  std::size_t first_free_ = 0;                        ///< no place before is
  std::map<std::pair<int, int>, std::size_t> tried_;  ///< up to which place, by columns and rows
};

}  // namespace

void pack(std::span<Point> points, std::span<const float> radii,
          std::span<const std::uint32_t> starts) {
  const std::size_t parts = starts.size() - 1;
  if (parts == 0) return;
  // Squares as small as the smallest disc, but not many more than discs: half the mean diameter for
  // a few thousand, all of it for a hundred thousand.
  float sum = 0;
  for (const float radius : radii) sum += radius;
  const float mean = 2 * sum / static_cast<float>(radii.size());
  const float least = 2 * *std::min_element(radii.begin(), radii.end());
  const float share = std::sqrt(static_cast<float>(radii.size()) / 50'000);
  const float width = std::max(least, mean * std::clamp(share, 0.3f, 1.0f));

  const auto print_of = [&](std::size_t part) {
    const std::uint32_t size = starts[part + 1] - starts[part];
    return footprint(points.subspan(starts[part], size), radii.subspan(starts[part], size), width);
  };
  const auto is_single = [&](std::size_t part) { return starts[part + 1] - starts[part] == 1; };
  double squares = 0;
  int widest = 0;
  for (std::size_t part = 0; part < parts; ++part) {
    const Footprint print = print_of(part);
    const int side = std::max(print.columns, static_cast<int>(print.rows.size()));
    squares += double(side) * side;
    widest = std::max(widest, side);
  }
  // Twice the side that all would need without gaps, so that there is room around the largest.
  Plane plane(2 * static_cast<int>(std::ceil(std::sqrt(squares))) + 2 * widest);
  for (std::size_t part = 0; part < parts; ++part) {
    if (is_single(part) && part > 0 && !is_single(part - 1)) plane.stay_outside();
    const Footprint print = print_of(part);
    const auto [column, row] = plane.take(print);
    const float x = static_cast<float>(column) * width - print.x;
    const float y = static_cast<float>(row) * width - print.y;
    for (std::uint32_t i = starts[part]; i < starts[part + 1]; ++i) {
      points[i].x += x;
      points[i].y += y;
    }
  }
}

}  // namespace newsgraph
