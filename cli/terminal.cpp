#include "cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <numeric>

namespace newsgraph::cli {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

/// The character at `at`, which is moved behind it; negative if it is not valid UTF-8.
UChar32 next_character(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  auto i = static_cast<std::int32_t>(0);
  const std::string_view rest = text.substr(at, 4);
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(rest.data()), i,
          static_cast<std::int32_t>(rest.size()), c);
  at += static_cast<std::size_t>(i);
  return c;
}

bool is_break(UChar32 c) {
  return c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 ||
         c == 0x2028 || c == 0x2029;
}

/// Controls, and format characters but the joiners, which emoji and some scripts need.
bool is_unsafe(UChar32 c) {
  const auto category = u_charType(c);
  if (category == U_CONTROL_CHAR || category == U_SURROGATE) return true;
  return category == U_FORMAT_CHAR && c != 0x200C && c != 0x200D && c != 0xAD;
}

std::size_t character_width(UChar32 c) {
  const auto category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR ||
      (c >= 0x1160 && c <= 0x11FF)) {  // vowels of Hangul syllables
    return 0;
  }
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

const char* code_of(Style style) {
  switch (style) {
    case Style::kPlain:
      return "";
    case Style::kBold:
      return "\x1b[1m";
    case Style::kDim:
      return "\x1b[2m";
    case Style::kEntity:
      return "\x1b[1;36m";
    case Style::kRelation:
      return "\x1b[33m";
    case Style::kGood:
      return "\x1b[32m";
    case Style::kWarning:
      return "\x1b[35m";
    case Style::kBad:
      return "\x1b[1;31m";
    case Style::kMark:
      return "\x1b[1m";
  }
  return "";
}

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

Terminal terminal_on(int descriptor, std::ostream& out) {
  constexpr std::size_t kDefault = 80;
  constexpr std::size_t kNarrowest = 40;
  constexpr std::size_t kWidest = 120;  // longer lines are hard to read
  const bool is_terminal = isatty(descriptor) == 1;
  std::size_t width = kDefault;
  if (is_terminal) {
    winsize size{};
    if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col != 0) width = size.ws_col;
    if (is_set("COLUMNS")) {
      const long columns = std::strtol(std::getenv("COLUMNS"), nullptr, 10);
      if (columns > 0) width = static_cast<std::size_t>(columns);
    }
    width = std::clamp(width, kNarrowest, kWidest);
  }
  const char* term = std::getenv("TERM");
  const bool is_dumb = term == nullptr || std::string_view(term) == "dumb";
  return {out, width, is_terminal && !is_set("NO_COLOR") && !is_dumb, is_terminal};
}

/// A run of characters that is not broken, with the space before it.
struct Word {
  StyledText text;
  std::size_t width = 0;
  bool after_space = false;
};

std::vector<Word> words_of(const StyledText& text, std::size_t longest) {
  std::vector<Word> words;
  bool open = false;
  bool space = false;
  for (const auto& piece : text.pieces()) {
    std::size_t begin = 0;
    const auto append = [&](std::size_t end, std::size_t width, bool starts) {
      if (starts || !open) words.push_back({{}, 0, space});
      open = true;
      space = false;
      words.back().text.add(std::string_view(piece.text).substr(begin, end - begin), piece.style);
      words.back().width += width;
    };
    for (std::size_t at = 0; at < piece.text.size(); begin = at) {
      const UChar32 c = next_character(piece.text, at);
      if (c == ' ') {
        open = false;
        space = true;
        continue;
      }
      const std::size_t width = character_width(c);
      const bool too_long = open && words.back().width + width > longest;
      append(at, width, too_long || (width == 2 && open));
    }
  }
  return words;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x7F) {
      safe.push_back(text[at++]);
      continue;
    }
    const std::size_t begin = at;
    const UChar32 c = next_character(text, at);
    if (c < 0) {
      safe += kReplacement;
    } else if (is_break(c)) {
      safe.push_back(' ');
    } else if (is_unsafe(c)) {
      safe += kReplacement;
    } else {
      safe += text.substr(begin, at - begin);
    }
  }
  return safe;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 c = next_character(text, at);
    width += c < 0 ? 1 : character_width(c);
  }
  return width;
}

StyledText& StyledText::add(std::string_view text, Style style) {
  std::string safe = printable(text);
  if (safe.empty()) return *this;
  if (!pieces_.empty() && pieces_.back().style == style) {
    pieces_.back().text += safe;
  } else {
    pieces_.push_back({std::move(safe), style});
  }
  return *this;
}

StyledText& StyledText::add(const StyledText& other) {
  for (const Piece& piece : other.pieces_) add(piece.text, piece.style);
  return *this;
}

std::size_t StyledText::width() const {
  return std::accumulate(
      pieces_.begin(), pieces_.end(), std::size_t{0},
      [](std::size_t sum, const Piece& piece) { return sum + display_width(piece.text); });
}

std::string StyledText::plain() const {
  std::string text;
  for (const Piece& piece : pieces_) text += piece.text;
  return text;
}

StyledText StyledText::cut(std::size_t columns) const {
  if (width() <= columns) return *this;
  StyledText kept;
  if (columns == 0) return kept;
  std::size_t left = columns - 1;
  for (const Piece& piece : pieces_) {
    std::size_t at = 0;
    while (at < piece.text.size()) {
      std::size_t next = at;
      const UChar32 c = next_character(piece.text, next);
      const std::size_t width = character_width(c);
      if (width > left) return kept.add("…", piece.style);
      left -= width;
      kept.add(std::string_view(piece.text).substr(at, next - at), piece.style);
      at = next;
    }
  }
  return kept;
}

Terminal::Terminal(std::ostream& out, std::size_t width, bool has_colour, bool is_interactive)
    : out_(out), width_(width), has_colour_(has_colour), is_interactive_(is_interactive) {}

Terminal Terminal::standard_output() { return terminal_on(STDOUT_FILENO, std::cout); }
Terminal Terminal::standard_error() { return terminal_on(STDERR_FILENO, std::cerr); }

void Terminal::write(const StyledText& text) {
  for (const auto& piece : text.pieces()) {
    const bool is_styled = has_colour_ && piece.style != Style::kPlain;
    if (is_styled) out_ << code_of(piece.style);
    out_ << piece.text;
    if (is_styled) out_ << "\x1b[0m";
  }
}

void Terminal::line(const StyledText& text) {
  write(text);
  out_ << '\n';
}

void Terminal::wrapped(const StyledText& text, std::size_t indent, std::size_t hanging) {
  wrap(StyledText(std::string(indent, ' ')), text, indent, hanging);
}

void Terminal::labelled(const StyledText& label, const StyledText& text, std::size_t indent,
                        std::size_t column) {
  StyledText line(std::string(indent, ' '));
  line.add(label);
  const std::size_t used = line.width();
  const std::size_t space = used <= column ? column - used : 1;
  line.add(std::string(space, ' '));
  wrap(std::move(line), text, used + space, column);
}

void Terminal::wrap(StyledText current, const StyledText& text, std::size_t begin,
                    std::size_t hanging) {
  const auto room_beside = [this](std::size_t spaces) {
    constexpr std::size_t kLeast = 10;
    return width_ > spaces + kLeast ? width_ - spaces : kLeast;
  };
  std::size_t room = room_beside(begin);
  std::size_t used = 0;
  for (const Word& word : words_of(text, std::min(room, room_beside(hanging)))) {
    const std::size_t needed = word.width + (word.after_space && used != 0 ? 1 : 0);
    if (used != 0 && used + needed > room) {
      line(current);
      current = StyledText(std::string(hanging, ' '));
      room = room_beside(hanging);
      used = 0;
    }
    if (word.after_space && used != 0) {
      current.add(" ", word.text.pieces().front().style == current.pieces().back().style
                           ? current.pieces().back().style
                           : Style::kPlain);
      ++used;
    }
    current.add(word.text);
    used += word.width;
  }
  line(current);
}

void Table::print(Terminal& terminal, std::size_t indent) const {
  constexpr std::size_t kGap = 2;
  std::vector<std::size_t> widths(columns_.size(), 0);
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].width());
  }
  const auto total = [&] {
    return std::accumulate(widths.begin(), widths.end(), indent + kGap * (widths.size() - 1));
  };
  while (terminal.is_interactive() && !widths.empty() && total() > terminal.width()) {
    std::size_t widest = columns_.size();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i] == Align::kLeft &&
          (widest == columns_.size() || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    if (widest == columns_.size() || widths[widest] <= 8) break;
    --widths[widest];
  }
  for (const auto& row : rows_) {
    StyledText line(std::string(indent, ' '));
    std::size_t pending = 0;  // spaces, written only before something
    for (std::size_t i = 0; i < row.size(); ++i) {
      const StyledText cell = row[i].cut(widths[i]);
      const std::size_t space = widths[i] - cell.width();
      if (columns_[i] == Align::kRight) pending += space;
      if (!cell.empty()) {
        line.add(std::string(pending, ' ')).add(cell);
        pending = 0;
      }
      if (columns_[i] != Align::kRight) pending += space;
      pending += kGap;
    }
    terminal.line(line);
  }
}

std::string grouped_digits(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, 1, ',');
  return digits;
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
  return grouped_digits(number) + " " + std::string(number == 1 ? one : many);
}

}  // namespace newsgraph::cli
