#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

/// What people read on a terminal: styled, aligned, wrapped, and safe.
///
/// The texts of articles are hostile: an escape sequence in a headline could rename the window,
/// overwrite what stands above, or reverse the reading order. So text only gets onto the terminal
/// through StyledText, which keeps nothing that is not printed as a character.
namespace newsgraph::cli {

enum class Style : std::uint8_t {
  kPlain,
  kBold,
  kDim,
  kEntity,    ///< names of nodes
  kRelation,  ///< predicates
  kGood,      ///< well supported
  kWarning,   ///< planned, reported, contested
  kBad,       ///< negated, errors
  kMark,      ///< the words that matter in a sentence
};

/// `text` without anything a terminal acts upon: line breaks and tabs become spaces, other control
/// characters (C0, DEL, C1, and so every escape sequence), marks that change the reading order, and
/// invalid UTF-8 become U+FFFD.
std::string printable(std::string_view text);

/// Columns that printable `text` takes: 2 for wide East Asian characters and emoji, 0 for combining
/// marks and joiners, else 1 (Unicode TR11, as terminals do it).
std::size_t display_width(std::string_view text);

/// Text in pieces, each in one style. Whatever is added has gone through printable().
class StyledText {
 public:
  struct Piece {
    std::string text;
    Style style = Style::kPlain;
  };

  StyledText() = default;
  // Implicit: plain text is styled text.
  StyledText(std::string_view text, Style style = Style::kPlain) { add(text, style); }    // NOLINT
  StyledText(const std::string& text, Style style = Style::kPlain) { add(text, style); }  // NOLINT
  StyledText(const char* text, Style style = Style::kPlain) { add(text, style); }         // NOLINT

  StyledText& add(std::string_view text, Style style = Style::kPlain);
  StyledText& add(const char* text, Style style = Style::kPlain) {
    return add(std::string_view(text), style);
  }
  StyledText& add(const std::string& text, Style style = Style::kPlain) {
    return add(std::string_view(text), style);
  }
  StyledText& add(const StyledText& other);

  bool empty() const { return pieces_.empty(); }
  std::size_t width() const;
  const std::vector<Piece>& pieces() const { return pieces_; }
  std::string plain() const;

  /// The beginning that fits `columns`, ending in "…" if something was cut.
  StyledText cut(std::size_t columns) const;

 private:
  std::vector<Piece> pieces_;
};

/// Writes StyledText to a stream, with colours or without.
class Terminal {
 public:
  /// @param width  Columns to wrap at.
  /// @param is_interactive  Whether a person reads along: tables and path lines then keep to
  /// `width`.
  Terminal(std::ostream& out, std::size_t width, bool has_colour, bool is_interactive = false);

  /// For standard output: the width of the terminal (or COLUMNS), 80 in a pipe; coloured only on a
  /// terminal, if NO_COLOR (https://no-color.org) is unset or empty and TERM is not "dumb".
  static Terminal standard_output();
  /// The same for messages on standard error.
  static Terminal standard_error();

  std::size_t width() const { return width_; }
  bool is_interactive() const { return is_interactive_; }

  /// One line, as it is.
  void line(const StyledText& text = {});
  /// Wrapped at spaces; every line but the first begins with `hanging` spaces, the first with
  /// `indent`. Words longer than a line, and texts without spaces between wide characters, are
  /// broken.
  void wrapped(const StyledText& text, std::size_t indent = 0, std::size_t hanging = 0);
  /// `label` after `indent` spaces, and from `column` on `text`, wrapped to stay behind it.
  void labelled(const StyledText& label, const StyledText& text, std::size_t indent,
                std::size_t column);

 private:
  /// `current` is the first line so far, which text may follow from `begin` on.
  void wrap(StyledText current, const StyledText& text, std::size_t begin, std::size_t hanging);
  void write(const StyledText& text);

  std::ostream& out_;
  std::size_t width_;
  bool has_colour_;
  bool is_interactive_;
};

/// Rows of cells; columns as wide as their widest cell.
class Table {
 public:
  enum class Align : std::uint8_t {
    kLeft,   ///< may be cut
    kFixed,  ///< left-aligned, never cut: ids
    kRight,  ///< numbers, never cut
  };

  explicit Table(std::vector<Align> columns) : columns_(std::move(columns)) {}
  void row(std::vector<StyledText> cells) { rows_.push_back(std::move(cells)); }
  bool empty() const { return rows_.empty(); }
  /// On a terminal, rows wider than it lose the end of their widest cells that may be cut; in a
  /// pipe nothing is lost.
  void print(Terminal& terminal, std::size_t indent = 0) const;

 private:
  std::vector<Align> columns_;
  std::vector<std::vector<StyledText>> rows_;
};

/// "1,234,567".
std::string grouped_digits(std::uint64_t number);
/// "1 article", "1,200 articles".
std::string counted(std::uint64_t number, std::string_view one, std::string_view many);

}  // namespace newsgraph::cli
