#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace newsgraph {

/// What a line near the top says about the article: "By Jane Roe | Updated 5 March 2024, 10:30".
struct MetadataLine {
  std::string author;
  std::string published;  ///< EDTF
  std::string modified;   ///< EDTF; behind "Updated", "Modified"
};

/// Reads a line that is nothing but dates, times, bylines and their labels; nullopt for any other.
std::optional<MetadataLine> read_metadata_line(std::string_view line);

/// The name in "By Jane Roe", "Author: Jane Roe", "Written by Jane Roe and John Doe"; empty if
/// `line` is no byline.
std::string read_byline(std::string_view line);

/// The start of a wire report's first paragraph: "KYIV, Nov 11, 2023 (Reuters) - ".
struct Dateline {
  std::size_t size = 0;  ///< bytes, dash and space behind it included
  std::string date;      ///< EDTF; empty where the year is missing
};
std::optional<Dateline> read_dateline(std::string_view paragraph);

/// Where the picture credit begins that some pages put behind a caption's or paragraph's last
/// sentence:
/// "... was held on Monday. Image: Norland Navy."; the size of `paragraph` if there is none.
std::size_t find_credit(std::string_view paragraph);

}  // namespace newsgraph
