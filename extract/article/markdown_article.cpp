#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extract/article/article_layout.hpp"
#include "extract/article/article_metadata.hpp"
#include "extract/article/markdown_inline.hpp"
#include "extract/article/text_article.hpp"
#include "extract/article/text_encoding.hpp"

namespace newsgraph {
namespace {

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::string to_lower(std::string_view text) {
  std::string low(text);
  std::transform(low.begin(), low.end(), low.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return low;
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// Sets the field of `article` that front matter calls `key`.
void set_field(Article& article, const std::string& key, std::string_view value) {
  const std::string text = fold_space(value);
  if (key == "id") article.id = text;
  if (key == "url" || key == "link") article.url = text;
  if (key == "title") article.title = text;
  if (key == "outlet" || key == "publisher" || key == "source") article.outlet = text;
  if (key == "author" || key == "authors") article.author = text;
  if (key == "language" || key == "lang") article.language = text;
  if (key == "date" || key == "published") {
    article.published = read_date_field(text, key, article.source);
  }
  if (key == "modified" || key == "updated") {
    article.modified = read_date_field(text, key, article.source);
  }
}

/// Reads front matter: `---`, `key: value` lines, `---`.
/// @return The number of its lines; 0 if there is none.
std::size_t read_front_matter(const std::vector<std::string_view>& lines, Article& article) {
  if (lines.empty() || trim(lines[0]) != "---") return 0;
  std::size_t end = 1;
  while (end < lines.size() && trim(lines[end]) != "---" && trim(lines[end]) != "...") ++end;
  if (end == lines.size()) return 0;
  for (std::size_t i = 1; i < end; ++i) {
    const std::size_t colon = lines[i].find(':');
    if (colon == lines[i].npos || lines[i].starts_with(' ') || lines[i].starts_with('#')) continue;
    std::string_view value = trim(lines[i].substr(colon + 1));
    const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                        (value.front() == '"' || value.front() == '\'');
    if (quoted) value = value.substr(1, value.size() - 2);
    set_field(article, to_lower(trim(lines[i].substr(0, colon))), value);
  }
  return end + 1;
}

/// Labels of "[label]: https://news.example", in lower case.
std::optional<std::string> reference_label(std::string_view line) {
  line = trim(line);
  if (!line.starts_with('[')) return std::nullopt;
  const std::size_t end = line.find("]:");
  if (end == line.npos || end < 2) return std::nullopt;
  return to_lower(line.substr(1, end - 1));
}

/// Turns the lines of a Markdown document into text and blocks.
class MarkdownBlocks {
 public:
  MarkdownBlocks(const std::vector<std::string_view>& lines, std::size_t first, Article& article)
      : lines_(lines), first_(first), article_(article) {}

  std::vector<KnownBlock> run() {
    for (std::size_t i = first_; i < lines_.size(); ++i) {
      if (auto label = reference_label(lines_[i])) references_.insert(*label);
    }
    for (std::size_t i = first_; i < lines_.size(); ++i) read(lines_[i]);
    end_block();
    return std::move(blocks_);
  }

 private:
  void read(std::string_view line) {
    std::string_view text = trim(line);
    if (in_comment_) {
      in_comment_ = text.find("-->") == text.npos;
      return;
    }
    if (text.starts_with("```") || text.starts_with("~~~")) {
      const bool closes = in_code_ && text.starts_with(fence_);
      if (!in_code_) {
        fence_ = text.substr(0, 3);
        end_block();
      }
      in_code_ = in_code_ && !closes ? true : !in_code_;
      return;
    }
    if (in_code_) return;
    while (text.starts_with('>')) text = trim(text.substr(1));
    if (text.starts_with("<!--")) {
      in_comment_ = text.find("-->") == text.npos;
      return;
    }
    if (text.empty() || reference_label(text) || text.starts_with('|')) return end_block();
    if (text.find_first_not_of("=") == text.npos || text.find_first_not_of("- ") == text.npos) {
      if (!running_.empty() && !bullet_) return end_block(BlockKind::kHeading, text[0] == '=');
    }
    if (is_rule(text)) return end_block();
    if (const std::size_t level = heading_level(text); level != 0) {
      end_block();
      text = trim(text.substr(level));
      while (text.ends_with('#')) text.remove_suffix(1);
      running_ = trim(text);
      return end_block(BlockKind::kHeading, level == 1);
    }
    if (const std::size_t bullet = bullet_size(text); bullet != 0) {
      end_block();
      bullet_ = true;
      text = trim(text.substr(bullet));
    }
    if (!running_.empty()) running_ += '\n';
    running_ += text.ends_with('\\') ? text.substr(0, text.size() - 1) : text;
  }

  static bool is_rule(std::string_view text) {
    for (const char* mark : {"- ", "* ", "_ "}) {
      if (text.find_first_not_of(mark) == text.npos &&
          std::count(text.begin(), text.end(), mark[0]) >= 3) {
        return true;
      }
    }
    return false;
  }

  static std::size_t heading_level(std::string_view text) {
    const std::size_t level = std::min(text.find_first_not_of('#'), text.size());
    const bool heading = level >= 1 && level <= 6 && (level == text.size() || text[level] == ' ');
    return heading ? level : 0;
  }

  static std::size_t bullet_size(std::string_view text) {
    if (text.starts_with("- ") || text.starts_with("* ") || text.starts_with("+ ")) return 2;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > 3 || digits + 1 >= text.size()) return 0;
    return (text[digits] == '.' || text[digits] == ')') && text[digits + 1] == ' ' ? digits + 2 : 0;
  }

  /// Adds what has been gathered as one block.
  void end_block(std::optional<BlockKind> kind = std::nullopt, bool top_level = false) {
    const std::string text(trim_all(strip_inline_markdown(running_, references_)));
    running_.clear();
    const bool bullet = std::exchange(bullet_, false);
    if (text.empty()) return;
    if (kind == BlockKind::kHeading && top_level && !titled_ &&
        (article_.title.empty() || article_.title == fold_space(text))) {
      titled_ = true;
      kind = BlockKind::kTitle;
      article_.title = fold_space(text);
    }
    if (!article_.text.empty()) article_.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(article_.text.size());
    article_.text += text;
    blocks_.push_back(
        {{{begin, static_cast<std::uint32_t>(article_.text.size())}, bullet, true}, kind});
  }

  static std::string trim_all(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(" \t\n");
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1);
  }

  const std::vector<std::string_view>& lines_;
  std::size_t first_;
  Article& article_;
  std::set<std::string> references_;
  std::vector<KnownBlock> blocks_;
  std::string running_;  ///< lines of the block being gathered
  bool bullet_ = false;
  bool titled_ = false;
  bool in_code_ = false;
  bool in_comment_ = false;
  std::string fence_;
};

}  // namespace

Article read_markdown_article(std::string_view bytes, const std::string& source,
                              const std::string& fallback_key) {
  Article article;
  article.source = source;
  const std::string markdown = clean_text(bytes, source);
  const std::vector<std::string_view> lines = split_lines(markdown);
  const std::size_t first = read_front_matter(lines, article);
  const std::vector<KnownBlock> blocks = MarkdownBlocks(lines, first, article).run();
  check_limits(article);
  lay_out(article, blocks);
  identify(article, fallback_key);
  return article;
}

}  // namespace newsgraph
