#include "extract/article/metadata_line.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "extract/article/text_encoding.hpp"
#include "extract/base/date.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t kLongestLine = 200;      // bytes; metadata lines are short
constexpr std::size_t kLongestDateline = 100;  // bytes

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c) || static_cast<signed char>(c) < 0; }

std::string to_lower(std::string_view text) {
  std::string low(text);
  std::transform(low.begin(), low.end(), low.begin(),
                 [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
  return low;
}

std::string_view trim(std::string_view text, std::string_view around = " \t\n,;") {
  const std::size_t begin = text.find_first_not_of(around);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(around) - begin + 1);
}

/// Takes `label` and what separates it from what follows off the front of `text`.
bool take_label(std::string_view& text, std::string_view label) {
  if (text.size() <= label.size() || to_lower(text.substr(0, label.size())) != label) return false;
  const char next = text[label.size()];
  if (next != ' ' && next != ':' && next != '\t') return false;
  text = trim(text.substr(label.size()), " \t\n:,");
  return true;
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t\n", at);
    if (begin == text.npos) break;
    at = std::min(text.find_first_of(" \t\n", begin), text.size());
    words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

/// Whether `text` reads as names of people: "Jane Roe", "Jane van der Roe and J. Doe, Der Bote".
bool is_names(std::string_view text) {
  constexpr std::array<std::string_view, 12> kParticles = {"and", "de",  "van", "von", "der", "den",
                                                           "al",  "bin", "del", "la",  "di",  "in"};
  const auto words = split_words(text);
  if (words.size() < 2 || words.size() > 14) return false;
  if (text.ends_with('.') && words.back().size() > 3) return false;
  std::size_t names = 0;
  for (std::string_view word : words) {
    const bool particle =
        std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end() || word == "&";
    if (particle) continue;
    if (!is_upper(word.front()) && static_cast<signed char>(word.front()) >= 0) return false;
    if (std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) {
      return false;
    }
    ++names;
  }
  return names >= 2;
}

/// The date in "5 March 2024", "Published: 5 March 2024, 10:30 GMT", "Updated on Mar 5, 2024".
std::optional<std::string> read_date(std::string_view text, bool& modified) {
  modified = false;
  for (const std::string_view label :
       {"last updated", "last modified", "updated", "modified", "first published", "published",
        "posted", "date", "on", "at"}) {
    if (take_label(text, label) && label.find("odif") + 1 + label.find("pdat") + 1 != 0) {
      modified = true;
    }
  }
  text = trim(text, " \t\n,;()");
  return text.empty() ? std::nullopt : parse_date(text);
}

/// "10:30", "10:30 am GMT", "3 min read", "5 minutes ago": time without a day, which says nothing.
bool is_time(std::string_view text) {
  const auto words = split_words(text);
  if (words.empty() || words.size() > 4) return false;
  if (words[0].front() < '0' || words[0].front() > '9') return false;
  if (words[0].find(':') != words[0].npos) return true;
  return words.size() > 1 && (words[1].starts_with("min") || words[1].starts_with("hour"));
}

bool takes_part(std::string_view part, MetadataLine& line) {
  part = trim(part);
  if (part.empty() || is_time(part)) return true;
  bool modified = false;
  if (auto date = read_date(part, modified)) {
    std::string& field = modified ? line.modified : line.published;
    if (field.empty()) field = *date;
    return true;
  }
  std::string author = read_byline(part);
  if (author.empty()) return false;
  if (line.author.empty()) line.author = std::move(author);
  return true;
}

}  // namespace

std::string read_byline(std::string_view line) {
  line = trim(line);
  if (line.size() > kLongestLine) return {};
  for (const std::string_view label :
       {"by", "written by", "reported by", "story by", "text by", "author", "authors"}) {
    std::string_view names = line;
    if (take_label(names, label) && is_names(names)) return fold_space(names);
  }
  // "Author's name Jane Roe"
  if (to_lower(line).starts_with("author")) {
    const std::size_t space = line.find(" name ");
    if (space != line.npos && space < 12 && is_names(line.substr(space + 6))) {
      return fold_space(line.substr(space + 6));
    }
  }
  return {};
}

std::optional<MetadataLine> read_metadata_line(std::string_view line) {
  line = trim(line);
  if (line.empty() || line.size() > kLongestLine) return std::nullopt;
  MetadataLine read;
  if (takes_part(line, read)) {
    const bool says = !read.author.empty() || !read.published.empty() || !read.modified.empty();
    return says ? std::optional(read) : std::nullopt;
  }
  // Parts are set apart by marks that no name or date holds.
  read = {};
  bool split = false;
  for (std::size_t at = 0; at <= line.size();) {
    std::size_t end = line.size();
    std::size_t mark_size = 1;
    for (const std::string_view mark : {" | ", "|", " • ", " · ", " — ", " – ", " - ", " / "}) {
      const std::size_t found = line.find(mark, at);
      if (found < end) end = found, mark_size = mark.size();
    }
    split |= end < line.size();
    if (!takes_part(line.substr(at, end - at), read)) return std::nullopt;
    at = end + mark_size;
  }
  const bool says = !read.author.empty() || !read.published.empty() || !read.modified.empty();
  return split && says ? std::optional(read) : std::nullopt;
}

namespace {

/// "KYIV", "WASHINGTON, D.C.", "RIO DE JANEIRO": no lower-case letter.
bool is_upper_place(std::string_view place) {
  return std::any_of(place.begin(), place.end(), is_upper) &&
         std::none_of(place.begin(), place.end(), is_lower) && trim(place).size() >= 3;
}

/// Place and perhaps date, as they stand before "(Agency)" or the dash.
struct PlaceAndDate {
  bool upper = false;  ///< the place is in capitals
  bool dated = false;
  std::string date;
  bool valid = false;
};

PlaceAndDate read_place(std::string_view text) {
  PlaceAndDate read;
  text = trim(text);
  if (text.empty()) return read;
  constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  // The date begins at the first word that is a month or weekday, or a number.
  std::size_t date_at = text.size();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" ,", at);
    if (begin == text.npos) break;
    at = std::min(text.find_first_of(" ,", begin), text.size());
    const std::string word = to_lower(trim(text.substr(begin, at - begin), "."));
    const bool number = word[0] >= '0' && word[0] <= '9';
    const bool month = word == "sept" ||
                       (word.size() >= 3 &&
                        std::any_of(kMonths.begin(), kMonths.end(),
                                    [&](std::string_view name) { return name.starts_with(word); }));
    if (begin > 0 && (number || month)) {
      date_at = begin;
      break;
    }
  }
  const std::string_view place = trim(text.substr(0, date_at));
  const std::string_view date = trim(text.substr(date_at));
  read.dated = !date.empty();
  if (read.dated) {
    if (auto parsed = parse_date(date)) {
      read.date = *parsed;
    } else if (!parse_date(std::string(date) + " 2000")) {  // a leap year: any day without one
      return read;
    }
  }
  read.upper = is_upper_place(place);
  const auto words = split_words(place);
  read.valid =
      words.size() <= 6 && std::all_of(words.begin(), words.end(), [](std::string_view word) {
        return is_upper(word.front()) || word.front() < 0 || word == "de" || word == "of" ||
               word == "the";
      });
  return read;
}

/// Position behind the dash at `at`, or 0 if no dash stands there.
std::size_t behind_dash(std::string_view text, std::size_t at) {
  for (const std::string_view dash : {"—", "–", "--", "-"}) {
    if (!text.substr(at).starts_with(dash)) continue;
    const std::size_t behind = at + dash.size();
    const bool spaced = behind < text.size() && (text[behind] == ' ' || text[behind] == '\n');
    const bool free = at > 0 && (text[at - 1] == ' ' || text[at - 1] == ')' || dash.size() == 3);
    return free && (spaced || dash == "—") ? behind : 0;
  }
  return 0;
}

}  // namespace

std::optional<Dateline> read_dateline(std::string_view paragraph) {
  if (paragraph.empty() || (!is_upper(paragraph[0]) && paragraph[0] != '(')) return std::nullopt;
  const std::string_view head = paragraph.substr(0, kLongestDateline);
  std::string_view before;  // place and date
  std::size_t behind = 0;   // the dash
  bool agency = false;
  const std::size_t slash = head.find("/. ");
  const std::size_t open_slash = head.find('/');
  if (slash != head.npos && open_slash < slash && is_letter(head[open_slash + 1])) {
    before = head.substr(0, open_slash);  // "MOSCOW, March 5 /TASS/. "
    behind = slash + 2;
    agency = true;
  } else {
    for (std::size_t at = 0; at < head.size() && behind == 0; ++at) {
      behind = behind_dash(head, at);
      if (behind != 0) before = head.substr(0, at);
    }
    if (behind == 0) return std::nullopt;
    before = trim(before, " ");
    if (before.ends_with(')')) {
      const std::size_t open = before.rfind('(');
      if (open == before.npos) return std::nullopt;
      agency = before.size() - open <= 40 && is_upper(before[open + 1]);
      before = before.substr(0, open);
    }
  }
  const std::string_view rest = trim(paragraph.substr(behind), " \n");
  if (rest.empty()) return std::nullopt;
  const PlaceAndDate place = read_place(before);
  if (before.find_first_of(".!?;:\"") != before.npos && !place.upper && !place.dated) {
    return std::nullopt;
  }
  const bool only_agency = agency && trim(before).empty();
  const bool named = place.valid && (place.upper || agency) && !trim(before).empty();
  if (!only_agency && !named && !(place.valid && place.dated)) return std::nullopt;
  if (!agency && !place.dated) {
    // "OPEC - the cartel - said": an apposition, not a place.
    if (is_lower(rest.front())) return std::nullopt;
    for (std::size_t at = behind; at < std::min(paragraph.size(), behind + 150); ++at) {
      if (paragraph[at] == '.') break;
      if (behind_dash(paragraph, at) != 0) return std::nullopt;
    }
  }
  const auto size = static_cast<std::size_t>(rest.data() - paragraph.data());
  // A date without its day is a number in a name, not a dateline's.
  return Dateline{size, place.date.size() >= 10 ? place.date : std::string()};
}

std::size_t find_credit(std::string_view paragraph) {
  constexpr std::size_t kLongestCredit = 80;  // bytes
  for (const std::string_view label :
       {"Image: ", "Image by ", "Photo: ", "Photo by ", "Photograph: ", "Picture: ", "Credit: ",
        "Photo credit: ", "Image credit: ", "File photo: "}) {
    const std::size_t at = paragraph.rfind(label);
    if (at == paragraph.npos || at < 3 || paragraph.size() - at > kLongestCredit) continue;
    const std::string_view before = trim(paragraph.substr(0, at), " \n(");
    if (!before.empty()) return before.size();
  }
  return paragraph.size();
}

}  // namespace newsgraph
