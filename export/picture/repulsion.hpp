#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace newsgraph {

struct Point {
  float x = 0;
  float y = 0;
};

/// How strongly points push one another away: each point feels mass * (difference) / distance²
/// from every other one, which in two dimensions is the force between charges.
///
/// Far groups of points act as one, by a quadtree (Barnes and Hut, 1986), which is walked once for
/// sixteen neighbouring points together (Barnes, "A modified tree code", 1990) so that the inner
/// loop runs over plain arrays. Only +, -, *, / on floats in a fixed order: equal everywhere.
class Repulsion {
 public:
  /// @param softening  Distances below act as this one; positive.
  /// @param[out] forces  One for each point.
  /// O(n log n) time, O(n) memory.
  void compute(std::span<const Point> points, std::span<const float> masses, float softening,
               std::span<Point> forces);

 private:
  struct Cell {
    float x = 0, y = 0;  ///< centre of mass
    float mass = 0;
    float width = 0;
    std::uint32_t begin = 0;  ///< its points in order_
    std::uint32_t end = 0;
    std::uint32_t children = 0;  ///< index of the first; 0 if it is a leaf
    std::uint32_t child_count = 0;
  };
  static constexpr std::uint32_t kLeaf = 16;

  void sort(std::span<const Point> points);
  void build(std::span<const Point> points, std::span<const float> masses);
  void divide(std::uint32_t cell, unsigned shift);
  void collect(std::uint32_t begin, std::uint32_t end);
  void act(std::uint32_t begin, std::uint32_t end, float softening, std::span<Point> forces);

  std::vector<std::uint64_t> order_;  ///< place on the Morton curve, then number
  std::vector<float> x_, y_, mass_;   ///< of the points in that order
  std::vector<Cell> cells_;
  float width_ = 0;                                 ///< of the square around all
  std::vector<float> list_x_, list_y_, list_mass_;  ///< what acts on the current group
  std::vector<std::uint32_t> stack_;
};

}  // namespace newsgraph
