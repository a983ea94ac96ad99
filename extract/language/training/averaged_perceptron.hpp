#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "extract/language/sparse_weights.hpp"

namespace newsgraph {

/// A multi-class perceptron with averaged weights (Freund and Schapire, 1999; Collins, 2002) over
/// hashed features. Features and classes take memory only once an update has touched them.
class AveragedPerceptron {
 public:
  explicit AveragedPerceptron(std::size_t classes);

  std::size_t classes() const { return classes_; }

  /// Sums of the current weights.
  void score(std::span<const std::uint64_t> features, Scores& scores) const;

  /// Adds one to each feature's weight for class `right` and takes one from that for `wrong`.
  void update(std::span<const std::uint64_t> features, std::size_t right, std::size_t wrong);

  /// To be called once for each decision: averages are over decisions.
  void tick() { ++time_; }

  /// The averaged weights in 8 bits, as SparseWeights reads them. The scale is chosen so that one
  /// weight in ten thousand is cut.
  ///
  /// @param threshold    Weights that round to less than this in absolute value are dropped.
  /// @param min_updates  Features updated less often are dropped.
  /// @param first_class  Weights of classes before it are left out: where there are two classes,
  /// those
  ///                     of the second say it all.
  std::string quantised(int threshold, std::uint32_t min_updates,
                        std::size_t first_class = 0) const;

  std::size_t features() const { return used_; }

 private:
  struct Weight {
    std::int64_t total = 0;
    std::int32_t value = 0;
    std::uint32_t stamp = 0;
  };
  struct Row {
    std::uint64_t feature = 0;
    std::uint32_t begin = 0;  ///< into weights_ and labels_
    std::uint32_t updates = 0;
    std::uint16_t size = 0;
    std::uint16_t capacity = 0;
  };

  std::size_t find(std::uint64_t feature) const;
  Row& find_or_add(std::uint64_t feature);
  void change(Row& row, std::size_t label, std::int32_t by);
  void grow();
  double average(const Weight& weight) const;

  std::size_t classes_;
  std::uint32_t time_ = 1;
  std::size_t used_ = 0;
  std::vector<std::uint64_t> keys_;  ///< open addressing; 0 is free
  std::vector<std::uint32_t> row_of_;
  std::vector<Row> rows_;
  std::vector<Weight> weights_;
  std::vector<std::uint8_t> labels_;
};

}  // namespace newsgraph
