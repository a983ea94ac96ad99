#include "extract/article/text_layout.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace newsgraph {
namespace {

constexpr std::size_t kWidestWrap = 100;  // columns; typesetters and mailers break at 60 to 80
constexpr std::size_t kNarrowestWrap = 40;

struct Line {
  Span span;                   ///< without surrounding white space
  std::size_t indent = 0;      ///< columns of white space before it
  std::size_t columns = 0;     ///< characters from the margin on
  std::size_t first_word = 0;  ///< characters of its first word
  bool bullet = false;
  bool gap_before = false;
};

bool is_space(char c) { return c == ' ' || c == '\t'; }

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

/// Bytes of the bullet or item number that `line` begins with; 0 if none: "- ", "• ", "12. ".
std::size_t bullet_size(std::string_view line) {
  constexpr std::array<std::string_view, 10> kBullets = {"-", "*", "•", "·", "‣",
                                                         "▪", "●", "–", "►", "■"};
  std::size_t size = 0;
  for (const std::string_view bullet : kBullets) {
    if (line.starts_with(bullet)) size = bullet.size();
  }
  if (size == 0) {
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    if (digits == 0 || digits > 2 || digits == line.size()) return 0;
    if (line[digits] != '.' && line[digits] != ')') return 0;
    size = digits + 1;
  }
  const std::size_t text = line.find_first_not_of(" \t", size);
  return text == line.npos || text == size ? 0 : text;
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  bool gap = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    std::size_t begin = at;
    const auto trim_front = [&](std::size_t size) {
      line.remove_prefix(size);
      begin += size;
    };
    std::size_t indent = 0;
    for (;;) {
      if (!line.empty() && is_space(line.front())) {
        indent += line.front() == '\t' ? 4 : 1;
        trim_front(1);
      } else if (line.starts_with("\u00A0") || line.starts_with("\u3000")) {
        ++indent;
        trim_front(line.front() == '\xC2' ? 2 : 3);
      } else {
        break;
      }
    }
    for (;;) {
      if (!line.empty() && is_space(line.back())) {
        line.remove_suffix(1);
      } else if (line.ends_with("\u00A0")) {
        line.remove_suffix(2);
      } else {
        break;
      }
    }
    at = end + 1;
    if (line.empty()) {
      gap = true;
      continue;
    }
    Line added;
    added.indent = indent;
    added.columns = indent + count_characters(line);
    const std::size_t bullet = bullet_size(line);
    added.bullet = bullet != 0;
    trim_front(bullet);
    added.first_word = count_characters(line.substr(0, line.find_first_of(" \t")));
    added.span = {static_cast<std::uint32_t>(begin),
                  static_cast<std::uint32_t>(begin + line.size())};
    added.gap_before = gap;
    gap = false;
    lines.push_back(added);
  }
  return lines;
}

/// Whether a sentence may end with `line`.
bool ends_sentence(std::string_view line) {
  constexpr std::array<std::string_view, 7> kClosing = {"\"", "'", ")", "]", "”", "’", "»"};
  for (bool closed = true; closed;) {
    closed = false;
    for (const std::string_view mark : kClosing) {
      if (line.size() > mark.size() && line.ends_with(mark)) {
        line.remove_suffix(mark.size());
        closed = true;
      }
    }
  }
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(':') ||
         line.ends_with("…");
}

/// The column at which lines were broken: the longest of the lines that could have been, where
/// they make up nearly all of the text; 0 if it was not broken.
std::size_t wrap_width(const std::vector<Line>& lines) {
  std::size_t width = 0;
  std::size_t narrow = 0;
  std::size_t all = 0;
  for (const Line& line : lines) {
    all += line.columns;
    if (line.columns > kWidestWrap) continue;
    narrow += line.columns;
    width = std::max(width, line.columns);
  }
  return width >= kNarrowestWrap && narrow * 10 >= all * 9 ? width : 0;
}

/// Joins the lines of `text` that belong together.
class LineJoiner {
 public:
  LineJoiner(std::string_view text, const std::vector<Line>& lines)
      : text_(text), lines_(lines), width_(wrap_width(lines)) {}

  std::vector<LayoutBlock> blocks() {
    for (std::size_t begin = 0; begin < lines_.size();) {
      std::size_t end = begin + 1;
      while (end < lines_.size() && !lines_[end].gap_before) ++end;
      const bool broken = is_broken(begin, end);
      for (std::size_t i = begin; i < end; ++i) {
        if (i > begin && (broken ? goes_on_broken(i) : goes_on(i))) {
          blocks_.back().span.end = lines_[i].span.end;
        } else {
          blocks_.push_back({lines_[i].span, lines_[i].bullet, lines_[i].gap_before});
        }
      }
      begin = end;
    }
    return std::move(blocks_);
  }

 private:
  std::string_view text_of(const Line& line) const {
    return text_.substr(line.span.begin, line.span.size());
  }

  /// Whether the first word of line `i` had no room on the line before.
  bool was_full(std::size_t i) const {
    return lines_[i - 1].columns + 1 + lines_[i].first_word > width_;
  }

  /// Whether the run of lines [begin, end) was broken at the width of the text. Where paragraphs
  /// are not set apart by empty lines, their last lines are short: they end with a full stop.
  bool is_broken(std::size_t begin, std::size_t end) const {
    if (width_ == 0 || end - begin < 2) return false;
    std::size_t full = 0;
    std::size_t open = 0;  // neither full nor the end of a sentence: no typesetter leaves such
    for (std::size_t i = begin + 1; i < end; ++i) {
      if (lines_[i].bullet) continue;
      if (was_full(i)) {
        ++full;
      } else if (!ends_sentence(text_of(lines_[i - 1]))) {
        ++open;
      }
    }
    return full > 0 && open * 5 <= full && cuts_sentences(begin, end);
  }

  /// Whether some line of [begin, end) stops within a sentence that the next one continues: its
  /// next begins in lower case. Headlines in a column, however even, do not.
  bool cuts_sentences(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin + 1; i < end; ++i) {
      const char first = text_of(lines_[i]).front();
      if (was_full(i) && first >= 'a' && first <= 'z' && !ends_sentence(text_of(lines_[i - 1]))) {
        return true;
      }
    }
    return false;
  }

  bool goes_on_broken(std::size_t i) const {
    const Line& line = lines_[i];
    const Line& before = lines_[i - 1];
    if (line.bullet) return false;
    if (line.indent > before.indent + 1 && !blocks_.back().bullet) return false;  // new paragraph
    return was_full(i) || !ends_sentence(text_of(before));
  }

  /// In text that was not broken throughout, a line goes on that stops within a sentence.
  bool goes_on(std::size_t i) const {
    const Line& line = lines_[i];
    const Line& before = lines_[i - 1];
    const char first = text_of(line).front();
    const char last = text_of(before).back();
    return !line.bullet && first >= 'a' && first <= 'z' && before.columns >= kNarrowestWrap &&
           ((last >= 'a' && last <= 'z') || last == ',');
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::size_t width_;
  std::vector<LayoutBlock> blocks_;
};

}  // namespace

std::vector<LayoutBlock> layout_blocks(std::string_view text) {
  const std::vector<Line> lines = split_lines(text);
  return LineJoiner(text, lines).blocks();
}

}  // namespace newsgraph
