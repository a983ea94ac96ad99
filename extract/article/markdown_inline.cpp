#include "extract/article/markdown_inline.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace newsgraph {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<signed char>(c) < 0;
}
bool is_punctuation(char c) { return c > ' ' && c < 0x7F && !is_alnum(c); }

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kEntities = {{
    {"&amp;", "&"},
    {"&lt;", "<"},
    {"&gt;", ">"},
    {"&quot;", "\""},
    {"&apos;", "'"},
    {"&#39;", "'"},
    {"&#x27;", "'"},
    {"&nbsp;", " "},
    {"&mdash;", "—"},
    {"&ndash;", "–"},
    {"&hellip;", "…"},
    {"&lsquo;", "‘"},
    {"&rsquo;", "’"},
    {"&ldquo;", "“"},
    {"&rdquo;", "”"},
    {"&shy;", ""},
}};

/// One pass over the text; what may be emphasis stays in the output until its end is found.
class InlineStripper {
 public:
  InlineStripper(std::string_view in, const std::set<std::string>& references)
      : in_(in), references_(references) {}

  std::string run() {
    while (at_ < in_.size()) step();
    drop_emphasis();
    return std::move(out_);
  }

 private:
  void step() {
    const char c = in_[at_];
    if (c == '\\' && at_ + 1 < in_.size() && is_punctuation(in_[at_ + 1])) {
      out_ += in_[at_ + 1];
      at_ += 2;
    } else if (c == '`') {
      code();
    } else if (c == '!' && at_ + 1 < in_.size() && in_[at_ + 1] == '[') {
      image();
    } else if (c == '[') {
      open_bracket();
    } else if (c == ']') {
      close_bracket();
    } else if (c == '<') {
      tag();
    } else if (c == '&') {
      entity();
    } else if (c == '*' || c == '_' || c == '~') {
      emphasis(c);
    } else {
      out_ += c;
      ++at_;
    }
  }

  /// `code`, without the backticks; an open one is itself.
  void code() {
    const std::size_t ticks = std::min(in_.find_first_not_of('`', at_), in_.size()) - at_;
    const std::string fence(ticks, '`');
    // Bounded: a text of backticks of many lengths must not be searched once for each.
    const std::size_t end = in_.substr(0, at_ + ticks + 2000).find(fence, at_ + ticks);
    if (end == in_.npos) {
      out_ += fence;
      at_ += ticks;
      return;
    }
    out_ += in_.substr(at_ + ticks, end - at_ - ticks);
    at_ = end + ticks;
  }

  /// Behind "](...)", "][...]" or "]" at `at`; 0 if what follows is no link.
  std::size_t link_end(std::size_t at, std::string_view label) const {
    constexpr std::size_t kLongestTarget = 4096;
    if (at < in_.size() && (in_[at] == '(' || in_[at] == '[')) {
      const char open = in_[at];
      const char close = open == '(' ? ')' : ']';
      std::size_t depth = 0;
      for (std::size_t i = at; i < std::min(in_.size(), at + kLongestTarget); ++i) {
        if (in_[i] == '\\') {
          ++i;
        } else if (in_[i] == open) {
          ++depth;
        } else if (in_[i] == close && --depth == 0) {
          return i + 1;
        }
      }
    }
    std::string low(label);
    std::transform(low.begin(), low.end(), low.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return references_.count(low) != 0 ? at : 0;
  }

  void image() {
    constexpr std::size_t kLongestDescription = 4096;
    std::size_t depth = 0;
    for (std::size_t i = at_ + 1; i < std::min(in_.size(), at_ + kLongestDescription); ++i) {
      if (in_[i] == '[') ++depth;
      if (in_[i] != ']' || --depth != 0) continue;
      const std::size_t end = link_end(i + 1, in_.substr(at_ + 2, i - at_ - 2));
      if (end == 0) break;
      at_ = end;
      return;
    }
    out_ += '!';
    ++at_;
  }

  void open_bracket() {
    if (at_ + 1 < in_.size() && in_[at_ + 1] == '^') {  // a footnote's mark
      const std::size_t end = in_.find(']', at_);
      if (end != in_.npos && end - at_ < 40) {
        at_ = end + 1;
        return;
      }
    }
    brackets_.push_back({out_.size(), at_ + 1});
    out_ += '[';
    ++at_;
  }

  void close_bracket() {
    ++at_;
    if (!brackets_.empty()) {
      const auto [out_at, label_at] = brackets_.back();
      brackets_.pop_back();
      const std::size_t end = link_end(at_, in_.substr(label_at, at_ - 1 - label_at));
      if (end != 0) {
        dropped_.push_back({out_at, 1});
        at_ = end;
        return;
      }
    }
    out_ += ']';
  }

  /// "<https://news.example>" is its address, "<b>" nothing.
  void tag() {
    constexpr std::size_t kLongestTag = 2048;
    const std::size_t end = in_.substr(0, at_ + kLongestTag).find('>', at_);
    const char next = at_ + 1 < in_.size() ? in_[at_ + 1] : ' ';
    if (end == in_.npos || !(is_alnum(next) || next == '/' || next == '!')) {
      out_ += '<';
      ++at_;
      return;
    }
    const std::string_view inside = in_.substr(at_ + 1, end - at_ - 1);
    const bool link = inside.find_first_of(" \n") == inside.npos &&
                      (inside.find("://") != inside.npos || inside.find('@') != inside.npos);
    if (link) out_ += inside;
    at_ = end + 1;
  }

  void entity() {
    for (const auto& [name, character] : kEntities) {
      if (in_.substr(at_).starts_with(name)) {
        out_ += character;
        at_ += name.size();
        return;
      }
    }
    out_ += '&';
    ++at_;
  }

  struct Delimiter {
    char mark = 0;
    std::size_t at = 0;    ///< into out_
    std::size_t size = 0;  ///< marks not yet used
  };

  /// A run of marks: closes what the same mark opened, else may open (rules 1 to 8 of chapter 6.2,
  /// without the one about multiples of three).
  void emphasis(char mark) {
    const std::size_t end = std::min(in_.find_first_not_of(mark, at_), in_.size());
    std::size_t size = end - at_;
    const char before = at_ == 0 ? ' ' : in_[at_ - 1];
    const char after = end == in_.size() ? ' ' : in_[end];
    const bool left = !is_space(after) && (!is_punctuation(after) || !is_alnum(before));
    const bool right = !is_space(before) && (!is_punctuation(before) || !is_alnum(after));
    const bool opens = left && (mark != '_' || !right || is_punctuation(before));
    const bool closes = right && (mark != '_' || !left || is_punctuation(after));
    std::size_t begin = out_.size();
    out_.append(size, mark);
    at_ = end;
    if (mark == '~' && size != 2) return;
    auto& open = open_[mark == '*' ? 0 : mark == '_' ? 1 : 2];
    while (closes && size > 0 && !open.empty()) {
      Delimiter& opener = open.back();
      const std::size_t used = std::min(size, opener.size);
      opener.size -= used;
      dropped_.push_back({opener.at + opener.size, used});
      dropped_.push_back({begin, used});
      begin += used;
      size -= used;
      if (opener.size == 0) open.pop_back();
    }
    if (opens && size > 0) open.push_back({mark, begin, size});
  }

  void drop_emphasis() {
    std::sort(dropped_.begin(), dropped_.end());
    std::string kept;
    std::size_t at = 0;
    for (const auto& [begin, size] : dropped_) {
      kept += out_.substr(at, begin - at);
      at = begin + size;
    }
    kept += out_.substr(at);
    out_ = std::move(kept);
  }

  std::string_view in_;
  const std::set<std::string>& references_;
  std::size_t at_ = 0;
  std::string out_;
  std::array<std::vector<Delimiter>, 3> open_;
  std::vector<std::pair<std::size_t, std::size_t>> brackets_;  ///< in out_, behind it in in_
  std::vector<std::pair<std::size_t, std::size_t>> dropped_;   ///< of out_: position, size
};

}  // namespace

std::string strip_inline_markdown(std::string_view markdown,
                                  const std::set<std::string>& references) {
  return InlineStripper(markdown, references).run();
}

}  // namespace newsgraph
