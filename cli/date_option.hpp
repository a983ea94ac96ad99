#pragma once

#include <string>

#include "extract/base/date.hpp"

namespace newsgraph::cli {

/// For CLI11's check(): empty if `date` is a date to filter by, else what is wrong with it.
inline std::string is_date(const std::string& date) {
  if (is_edtf(date) && !day_range(date).first.empty()) return "";
  return "\"" + date + "\" is no date; expected e.g. 2024, 2024-05 or 2024-05-01";
}

}  // namespace newsgraph::cli
