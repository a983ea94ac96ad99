#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

/// What every text passes through on its way into a format.
///
/// Labels and sentences come from articles, so they may hold anything. Two steps, always in this
/// order: clean_text() takes out what no consumer can read, whatever the format; an EscapeTable
/// writes the rest by the rules of one format. append_escaped() does both, so that no exporter can
/// forget the first.
namespace newsgraph {

/// `text` without the code points that XML 1.0 cannot carry, not even as a character reference: C0
/// controls other than TAB, LF and CR, and U+FFFE and U+FFFF, are taken out; every byte that is not
/// part of valid UTF-8 (surrogates included) becomes U+FFFD. Applied in every format, so that all
/// of them show the same text.
/// @return `text` itself where it is clean (nearly always), else `scratch`.
std::string_view clean_text(std::string_view text, std::string& scratch);

/// What to write in place of single bytes; empty means the byte itself. Bytes beyond ASCII always
/// stand for themselves: every format is raw UTF-8.
class EscapeTable {
 public:
  struct Rule {
    char byte;
    std::string_view replacement;
  };
  template <std::size_t N>
  constexpr explicit EscapeTable(const Rule (&rules)[N]) {
    for (const Rule& rule : rules) {
      replacements_[static_cast<unsigned char>(rule.byte)] = rule.replacement;
    }
  }
  constexpr std::string_view operator[](char byte) const {
    return replacements_[static_cast<unsigned char>(byte)];
  }

 private:
  std::array<std::string_view, 256> replacements_{};
};

/// Appends `text`, cleaned and escaped.
void append_escaped(std::string& out, std::string_view text, const EscapeTable& table);

void append_number(std::string& out, std::uint64_t value);

/// The shortest decimal form that reads back as `value`, never with an exponent; 0 if `value` is no
/// number, since no format has a common word for that.
void append_number(std::string& out, double value);

/// For character data and attribute values of XML alike: white space other than the blank is
/// written as character references, because attribute values would lose it and CR would turn into
/// LF.
inline constexpr EscapeTable kXml{{{'&', "&amp;"},
                                   {'<', "&lt;"},
                                   {'>', "&gt;"},
                                   {'"', "&quot;"},
                                   {'\t', "&#9;"},
                                   {'\n', "&#10;"},
                                   {'\r', "&#13;"}}};

/// Percent-encoding of all that RFC 3986 does not call unreserved, '%' included, for one segment of
/// an IRI.
void append_percent_encoded(std::string& out, std::string_view text);

/// Whether RFC 3987 allows this byte anywhere in an IRI; bytes beyond ASCII are taken to be
/// allowed.
bool is_iri_character(char byte);

/// The address of an article as an IRI: what no IRI may hold, quotes and blanks among it, is
/// percent-encoded. Empty if it is not an http or https address: whatever else stands there is not
/// to become a link.
std::string web_address(std::string_view url);

}  // namespace newsgraph
