#include "export/picture/repulsion.hpp"

#include <algorithm>

namespace newsgraph {
namespace {

/// Cells whose width is less than this part of their distance act as one point.
constexpr float kTheta = 0.9f;
constexpr unsigned kBits = 16;  // of a coordinate on the Morton curve

std::uint32_t spread(std::uint32_t bits) {
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

}  // namespace

void Repulsion::compute(std::span<const Point> points, std::span<const float> masses,
                        float softening, std::span<Point> forces) {
  if (points.empty()) return;
  sort(points);
  build(points, masses);
  for (const Cell& cell : cells_) {
    if (cell.child_count > 0) continue;
    // More than kLeaf points stand together only where they share one place on the curve.
    for (std::uint32_t begin = cell.begin; begin < cell.end; begin += kLeaf) {
      const std::uint32_t end = std::min(begin + kLeaf, cell.end);
      collect(begin, end);
      act(begin, end, softening, forces);
    }
  }
}

void Repulsion::sort(std::span<const Point> points) {
  float left = points[0].x, right = left, bottom = points[0].y, top = bottom;
  for (const Point& point : points) {
    left = std::min(left, point.x);
    right = std::max(right, point.x);
    bottom = std::min(bottom, point.y);
    top = std::max(top, point.y);
  }
  width_ = std::max({right - left, top - bottom, 1e-6f});
  const float scale = static_cast<float>((1u << kBits) - 1) / width_;
  order_.resize(points.size());
  for (std::uint32_t i = 0; i < points.size(); ++i) {
    const auto x = static_cast<std::uint32_t>((points[i].x - left) * scale);
    const auto y = static_cast<std::uint32_t>((points[i].y - bottom) * scale);
    order_[i] = (std::uint64_t{spread(x) | (spread(y) << 1)} << 32) | i;
  }
  std::sort(order_.begin(), order_.end());
}

void Repulsion::build(std::span<const Point> points, std::span<const float> masses) {
  const auto size = static_cast<std::uint32_t>(points.size());
  x_.resize(size);
  y_.resize(size);
  mass_.resize(size);
  for (std::uint32_t i = 0; i < size; ++i) {
    const auto number = static_cast<std::uint32_t>(order_[i]);
    x_[i] = points[number].x;
    y_[i] = points[number].y;
    mass_[i] = masses[number];
  }
  cells_.clear();
  cells_.push_back({.width = width_, .begin = 0, .end = size});
  divide(0, 2 * kBits);
  // Children stand behind their parents, so that their centres are known first.
  for (std::size_t i = cells_.size(); i-- > 0;) {
    Cell& cell = cells_[i];
    const auto add = [&cell](float x, float y, float mass) {
      cell.x += x * mass;
      cell.y += y * mass;
      cell.mass += mass;
    };
    if (cell.child_count > 0) {
      for (std::uint32_t c = cell.children; c < cell.children + cell.child_count; ++c) {
        add(cells_[c].x, cells_[c].y, cells_[c].mass);
      }
    } else {
      for (std::uint32_t p = cell.begin; p < cell.end; ++p) add(x_[p], y_[p], mass_[p]);
    }
    cell.x /= cell.mass;
    cell.y /= cell.mass;
  }
}

/// @param shift  Bits of the Morton code below those that the points of `cell` share.
void Repulsion::divide(std::uint32_t cell, unsigned shift) {
  const std::uint32_t begin = cells_[cell].begin;
  const std::uint32_t end = cells_[cell].end;
  if (end - begin <= kLeaf || shift == 0) return;
  shift -= 2;
  const auto quadrant = [&](std::uint64_t key) { return (key >> (32 + shift)) & 3; };
  const auto first = static_cast<std::uint32_t>(cells_.size());
  for (std::uint32_t at = begin; at < end;) {
    const std::uint64_t which = quadrant(order_[at]);
    const auto next = static_cast<std::uint32_t>(
        std::partition_point(order_.begin() + at, order_.begin() + end,
                             [&](std::uint64_t key) { return quadrant(key) <= which; }) -
        order_.begin());
    cells_.push_back({.width = cells_[cell].width / 2, .begin = at, .end = next});
    at = next;
  }
  cells_[cell].children = first;
  cells_[cell].child_count = static_cast<std::uint32_t>(cells_.size()) - first;
  for (std::uint32_t child = first; child < first + cells_[cell].child_count; ++child) {
    divide(child, shift);
  }
}

/// Lists what acts on the points [begin, end): far cells as one point, near ones point by point.
void Repulsion::collect(std::uint32_t begin, std::uint32_t end) {
  float left = x_[begin], right = left, bottom = y_[begin], top = bottom;
  for (std::uint32_t p = begin + 1; p < end; ++p) {
    left = std::min(left, x_[p]);
    right = std::max(right, x_[p]);
    bottom = std::min(bottom, y_[p]);
    top = std::max(top, y_[p]);
  }
  list_x_.clear();
  list_y_.clear();
  list_mass_.clear();
  const auto list = [this](float x, float y, float mass) {
    list_x_.push_back(x);
    list_y_.push_back(y);
    list_mass_.push_back(mass);
  };
  stack_.assign(1, 0);
  while (!stack_.empty()) {
    const Cell& cell = cells_[stack_.back()];
    stack_.pop_back();
    const float dx = std::max({left - cell.x, cell.x - right, 0.0f});
    const float dy = std::max({bottom - cell.y, cell.y - top, 0.0f});
    if (cell.width * cell.width < kTheta * kTheta * (dx * dx + dy * dy)) {
      list(cell.x, cell.y, cell.mass);
    } else if (cell.child_count > 0) {
      for (std::uint32_t c = 0; c < cell.child_count; ++c) stack_.push_back(cell.children + c);
    } else if (cell.end - cell.begin <= kLeaf) {
      for (std::uint32_t p = cell.begin; p < cell.end; ++p) list(x_[p], y_[p], mass_[p]);
    } else {
      list(cell.x, cell.y, cell.mass);  // all in one place
    }
  }
}

void Repulsion::act(std::uint32_t begin, std::uint32_t end, float softening,
                    std::span<Point> forces) {
  // Padded to a constant length, so that compilers turn the loop into vector instructions.
  float x[kLeaf] = {}, y[kLeaf] = {}, force_x[kLeaf] = {}, force_y[kLeaf] = {};
  std::copy(x_.begin() + begin, x_.begin() + end, x);
  std::copy(y_.begin() + begin, y_.begin() + end, y);
  const float least = softening * softening;
  for (std::size_t i = 0; i < list_x_.size(); ++i) {
    const float at_x = list_x_[i];
    const float at_y = list_y_[i];
    const float mass = list_mass_[i];
    for (std::uint32_t p = 0; p < kLeaf; ++p) {
      const float dx = x[p] - at_x;
      const float dy = y[p] - at_y;
      const float strength = mass / (dx * dx + dy * dy + least);
      force_x[p] += dx * strength;
      force_y[p] += dy * strength;
    }
  }
  for (std::uint32_t p = begin; p < end; ++p) {
    forces[static_cast<std::uint32_t>(order_[p])] = {force_x[p - begin], force_y[p - begin]};
  }
}

}  // namespace newsgraph
