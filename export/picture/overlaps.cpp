#include "export/picture/overlaps.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace newsgraph {
namespace {

/// Of a large graph fewer: nobody sees its nodes one by one.
int rounds(std::size_t size) {
  constexpr std::size_t kWork = 1'000'000;
  return static_cast<int>(std::clamp<std::size_t>(kWork / size, 4, 40));
}

/// Points by the squares of a grid that they stand in.
class Grid {
 public:
  Grid(std::span<const Point> points, float width) : width_(width) {
    left_ = points[0].x;
    bottom_ = points[0].y;
    float right = left_;
    float top = bottom_;
    for (const Point& point : points) {
      left_ = std::min(left_, point.x);
      right = std::max(right, point.x);
      bottom_ = std::min(bottom_, point.y);
      top = std::max(top, point.y);
    }
    // Of a few long chains, a grid of squares that small would be mostly empty.
    const float most = 4 * static_cast<float>(points.size()) + 16;
    const float area = (right - left_) * (top - bottom_);
    width_ =
        std::max({width_, std::sqrt(area / most), (right - left_) / most, (top - bottom_) / most});
    columns_ = column(right) + 1;
    rows_ = row(top) + 1;
    starts_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_) + 1, 0);
    for (const Point& point : points) ++starts_[square(column(point.x), row(point.y)) + 1];
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
    members_.resize(points.size());
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    for (std::uint32_t i = 0; i < points.size(); ++i) {
      members_[next[square(column(points[i].x), row(points[i].y))]++] = i;
    }
  }

  /// Calls visit(i) for the points in all squares within `distance` of `point`, at least.
  template <typename Visit>
  void near(Point point, float distance, Visit visit) const {
    const int right = std::min(columns_ - 1, column(point.x + distance));
    const int top = std::min(rows_ - 1, row(point.y + distance));
    for (int y = std::max(0, row(point.y - distance)); y <= top; ++y) {
      for (int x = std::max(0, column(point.x - distance)); x <= right; ++x) {
        const std::size_t at = square(x, y);
        for (std::uint32_t i = starts_[at]; i < starts_[at + 1]; ++i) visit(members_[i]);
      }
    }
  }

 private:
  int column(float x) const { return static_cast<int>(std::floor((x - left_) / width_)); }
  int row(float y) const { return static_cast<int>(std::floor((y - bottom_) / width_)); }
  std::size_t square(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(x);
  }

  float width_;
  float left_ = 0, bottom_ = 0;
  int columns_ = 0, rows_ = 0;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> members_;
};

}  // namespace

void remove_overlaps(std::span<Point> points, std::span<const float> radii) {
  if (points.size() < 2) return;
  float sum = 0;
  for (const float radius : radii) sum += radius;
  const float width = 2 * sum / static_cast<float>(radii.size());
  std::vector<Point> shift(points.size());
  for (int round = rounds(points.size()); round > 0; --round) {
    const Grid grid(points, width);
    std::fill(shift.begin(), shift.end(), Point{});
    bool overlap = false;
    for (std::uint32_t i = 0; i < points.size(); ++i) {
      // Each pair once, seen from the larger: so only large discs look far around.
      grid.near(points[i], 2 * radii[i], [&](std::uint32_t j) {
        if (radii[j] > radii[i] || (radii[j] == radii[i] && j <= i)) return;
        float dx = points[j].x - points[i].x;
        float dy = points[j].y - points[i].y;
        const float apart = radii[i] + radii[j];
        const float squared = dx * dx + dy * dy;
        if (squared >= apart * apart) return;
        overlap = true;
        float distance = std::sqrt(squared);
        if (distance < 1e-3f * apart) {  // in one place: aside, each its own way
          dx = apart * (j % 2 == 0 ? 1.0f : -1.0f);
          dy = apart * (j % 4 < 2 ? 0.5f : -0.5f);
          distance = std::sqrt(dx * dx + dy * dy);
          dx *= 1e-3f;
          dy *= 1e-3f;
          distance *= 1e-3f;
        }
        const float push = (apart - distance) / distance;
        const float weight_i = radii[i] * radii[i];
        const float weight_j = radii[j] * radii[j];
        const float share = weight_j / (weight_i + weight_j);  // what the larger gives way
        shift[i].x -= push * dx * share;
        shift[i].y -= push * dy * share;
        shift[j].x += push * dx * (1 - share);
        shift[j].y += push * dy * (1 - share);
      });
    }
    if (!overlap) break;
    for (std::uint32_t i = 0; i < points.size(); ++i) {
      // Not further than it is wide: shifts of several neighbours add up.
      const float length = std::sqrt(shift[i].x * shift[i].x + shift[i].y * shift[i].y);
      const float factor = length > 2 * radii[i] ? 2 * radii[i] / length : 1;
      points[i].x += factor * shift[i].x;
      points[i].y += factor * shift[i].y;
    }
  }
}

}  // namespace newsgraph
