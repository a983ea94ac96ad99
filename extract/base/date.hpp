#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace newsgraph {

/// Dates are EDTF strings (ISO 8601-2 level 0, with the unspecified digits, open intervals and
/// seasons of level 1 and the quarters and halves of level 2):
/// "2016", "2016-03", "2016-03-05", "2016-03-05T10:00:00Z", "2016-03/2016-05", "XXXX-02-05",
/// "201X", "2014/..", "../2016-05", "2016-21" (spring), "2016-33" (first quarter).
/// The empty string means unknown. Strings, because partial dates are what news gives and what
/// every consumer reads; compare them with the functions here.

/// Whether `date` is one of the forms above, with a month and day that exist.
bool is_edtf(std::string_view date);

/// `text` as EDTF, where it is a date of the kinds metadata use: the forms above, ISO 8601 with a
/// time and zone, RFC 2822 ("Tue, 05 Mar 2016 10:00:00 +0100"), "March 5, 2016", "5 March 2016".
/// Times of day are kept as UTC ("2016-03-05T09:00:00Z") where a zone is given, else dropped.
std::optional<std::string> parse_date(std::string_view text);

/// First and last day that `date` may mean, as "YYYY-MM-DD"; for a date without a known year, and
/// the unknown date, both are empty. The open end of an interval is the first or last day there is.
struct DayRange {
  std::string first;
  std::string last;
  friend bool operator==(const DayRange&, const DayRange&) = default;
};
DayRange day_range(std::string_view date);

/// Strict weak order for sorting: by first day, then last day, then text; the unknown date and
/// dates without a year come last.
bool date_before(std::string_view a, std::string_view b);

}  // namespace newsgraph
