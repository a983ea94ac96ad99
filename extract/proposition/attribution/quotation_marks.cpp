#include "extract/proposition/attribution/quotation_marks.hpp"

#include <cstdint>

namespace newsgraph {
namespace {

enum class Mark : std::uint8_t {
  kNone,
  kStraight,     // "
  kLeftDouble,   // “, which also closes „
  kRightDouble,  // ”
  kLowDouble,    // „
  kLeftAngle,    // «
  kRightAngle,   // »
  kLeftSingle,   // ‘
  kRightSingle,  // ’
  kApostrophe,   // '
};

struct Row {
  std::string_view bytes;
  Mark mark;
};

/// Longer marks first: typewriters and their heirs write two single ones.
constexpr Row kMarks[] = {
    {"``", Mark::kLeftDouble},
    {"''", Mark::kStraight},
    {"\xE2\x80\x98\xE2\x80\x98", Mark::kLeftDouble},
    {"\xE2\x80\x99\xE2\x80\x99", Mark::kRightDouble},
    {"\"", Mark::kStraight},
    {"'", Mark::kApostrophe},
    {"\xE2\x80\x9C", Mark::kLeftDouble},
    {"\xE2\x80\x9D", Mark::kRightDouble},
    {"\xE2\x80\x9E", Mark::kLowDouble},
    {"\xC2\xAB", Mark::kLeftAngle},
    {"\xC2\xBB", Mark::kRightAngle},
    {"\xE2\x80\x98", Mark::kLeftSingle},
    {"\xE2\x80\x99", Mark::kRightSingle},
};

Row mark_at(std::string_view rest) {
  for (const Row& row : kMarks) {
    if (rest.starts_with(row.bytes)) return row;
  }
  return {"", Mark::kNone};
}

/// '', ’’: two single marks for a double one.
bool is_pair(const Row& row) {
  return row.bytes == "''" || row.bytes == "\xE2\x80\x99\xE2\x80\x99";
}

/// Letters and digits, those of other scripts by their first byte; dashes and dots are none.
bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (byte >= 0xC3 && byte != 0xE2);
}

bool is_single(Mark mark) {
  return mark == Mark::kLeftSingle || mark == Mark::kRightSingle || mark == Mark::kApostrophe;
}

/// The mark that closes what `mark` opens; kNone if it opens nothing.
Mark closing_of(Mark mark) {
  switch (mark) {
    case Mark::kStraight:
      return Mark::kStraight;
    case Mark::kLeftDouble:
      return Mark::kRightDouble;
    case Mark::kLowDouble:
      return Mark::kLeftDouble;
    case Mark::kLeftAngle:
      return Mark::kRightAngle;
    case Mark::kRightAngle:
      return Mark::kLeftAngle;
    case Mark::kLeftSingle:
      return Mark::kRightSingle;
    case Mark::kApostrophe:
      return Mark::kApostrophe;
    default:
      return Mark::kNone;
  }
}

bool is_double(Mark mark) {
  return mark == Mark::kStraight || mark == Mark::kLeftDouble || mark == Mark::kRightDouble;
}

/// Whether a double mark that is `bytes` long at `at` stands as one that opens, before a word.
bool stands_open(std::string_view text, std::size_t at, std::size_t bytes) {
  const char before = at > 0 ? text[at - 1] : ' ';
  const std::size_t end = at + bytes;
  return (before == ' ' || before == '(' || before == '[') && end < text.size() &&
         is_letter(text[end]);
}

/// "'The "Free Port" is closed. It was sold.'" within straight marks: whether the mark at `at`, in
/// a quotation, opens one of its own, so that behind it two are closed before another is opened.
bool opens_within(std::string_view paragraph, std::size_t at) {
  if (!stands_open(paragraph, at, mark_at(paragraph.substr(at)).bytes.size())) return false;
  int closed = 0;
  for (std::size_t i = at + 1; i < paragraph.size() && closed < 2; ++i) {
    const Row row = mark_at(paragraph.substr(i));
    if (!is_double(row.mark)) continue;
    if (stands_open(paragraph, i, row.bytes.size())) return false;
    ++closed;
  }
  return closed == 2;
}

}  // namespace

QuotedSpans match_quotation_marks(std::string_view text, Span block) {
  QuotedSpans quoted;
  Mark closing = Mark::kNone;
  std::uint32_t begin = 0;
  bool within = false;  // a quotation of the quotation
  // A single mark that is never closed was an apostrophe: where the search for its end failed, it
  // need not be tried again.
  bool singles = true;
  const auto letter_at = [&](std::uint32_t i) { return i < block.end && is_letter(text[i]); };
  const auto word_before = [&](std::uint32_t i) {
    while (i > block.begin && (static_cast<unsigned char>(text[i - 1]) & 0xC0U) == 0x80U) --i;
    return i > block.begin && is_letter(text[i - 1]);
  };
  for (std::uint32_t i = block.begin; i < block.end;) {
    const Row row = mark_at(text.substr(i, block.end - i));
    // Two single marks behind a digit are inches: 6'' wide.
    const bool inches = is_pair(row) && i > block.begin && text[i - 1] >= '0' && text[i - 1] <= '9';
    if (row.mark == Mark::kNone || inches) {
      i += inches ? static_cast<std::uint32_t>(row.bytes.size()) : 1;
      continue;
    }
    const auto end = static_cast<std::uint32_t>(i + row.bytes.size());
    if (closing == Mark::kNone) {
      const bool single = is_single(row.mark);
      const Mark wanted = closing_of(row.mark);
      // Inches and apostrophes open nothing: 5'10", the workers’ rights.
      const bool curly = row.mark == Mark::kLeftDouble || row.mark == Mark::kLowDouble;
      const bool opens = wanted != Mark::kNone && (curly || !word_before(i)) && end < block.end &&
                         text[end] != ' ' && (!single || singles);
      if (opens && single) {
        // ‘We will go,’ Roth said: closed behind a stop, or else behind a word.
        bool closed = false;
        for (std::uint32_t j = end; j < block.end && !closed; ++j) {
          const Row other = mark_at(text.substr(j, block.end - j));
          if (other.mark != wanted) continue;
          const char before = text[j - 1];
          const auto after = static_cast<std::uint32_t>(j + other.bytes.size());
          closed = !letter_at(after) &&
                   (before == ',' || before == '.' || before == '!' || before == '?');
          if (closed) {
            quoted.spans.push_back({i, after});
            i = after;
          }
        }
        if (closed) continue;
        singles = false;
      } else if (opens) {
        closing = wanted;
        begin = i;
      }
    } else {
      // Typists mix curly and straight marks: “ ... ".
      const bool mixed = (closing == Mark::kRightDouble && row.mark == Mark::kStraight) ||
                         (closing == Mark::kStraight && row.mark == Mark::kRightDouble);
      if (within) {
        within = !is_double(row.mark);
      } else if (is_double(row.mark) && is_double(closing) &&
                 opens_within(text.substr(block.begin, block.size()), i - block.begin)) {
        within = true;
      } else if (row.mark == closing || (mixed && !letter_at(end))) {
        quoted.spans.push_back({begin, end});
        closing = Mark::kNone;
      }
    }
    i = end;
  }
  quoted.open = closing != Mark::kNone;
  if (quoted.open) quoted.spans.push_back({begin, block.end});
  return quoted;
}

}  // namespace newsgraph
