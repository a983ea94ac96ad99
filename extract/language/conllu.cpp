#include "extract/language/conllu.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <ostream>
#include <string_view>
#include <utility>

#include "extract/base/error.hpp"
#include "extract/language/characters.hpp"
#include "extract/language/enhanced_graph.hpp"
#include "extract/language/tokenizer.hpp"

namespace newsgraph {
namespace {

std::vector<std::string> split_tabs(const std::string& line) {
  std::vector<std::string> columns;
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = line.find('\t', begin);
    columns.push_back(line.substr(begin, end == line.npos ? line.npos : end - begin));
    if (end == line.npos) return columns;
    begin = end + 1;
  }
}

bool parse_number(std::string_view text, std::size_t& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

bool has_no_space(const std::string& misc) { return misc.find("SpaceAfter=No") != misc.npos; }

/// The value of the comment "# text = ..."; empty if there is none.
std::string_view text_comment(const std::vector<std::string>& comments) {
  constexpr std::string_view kText = "# text = ";
  for (const std::string& comment : comments) {
    if (comment.starts_with(kText)) return std::string_view(comment).substr(kText.size());
  }
  return {};
}

/// IOB2 files state no blanks, but some show the text: words that stand there without a blank
/// between them get none. Leaves `result` as it is if the text is another.
void take_blanks_from_text(ConlluSentence& result) {
  const std::string_view text = text_comment(result.comments);
  std::vector<Token>& tokens = result.sentence.tokens;
  std::vector<bool> blanks;
  std::size_t at = 0;
  for (const Token& token : tokens) {
    if (text.substr(at, token.form.size()) != token.form) return;
    at += token.form.size();
    const std::size_t next = std::min(text.find_first_not_of(' ', at), text.size());
    blanks.push_back(next > at || next == text.size());
    at = next;
  }
  if (at != text.size()) return;
  result.text.clear();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    tokens[i].space_after = blanks[i];
    tokens[i].span.begin = static_cast<std::uint32_t>(result.text.size());
    result.text += tokens[i].form;
    tokens[i].span.end = static_cast<std::uint32_t>(result.text.size());
    if (blanks[i]) result.text += ' ';
  }
}

}  // namespace

ConlluReader::ConlluReader(std::istream& in, std::string source)
    : lines_(in, kLongestLine), source_(std::move(source)) {}

void ConlluReader::fail(const std::string& what) const {
  throw ParseError(source_, lines_.line(), what);
}

bool ConlluReader::next(ConlluSentence& result) {
  result = {};
  multiword_end_ = 0;
  std::string line;
  for (LineReader::Result read; (read = lines_.next(line)) != LineReader::Result::kEnd;) {
    if (read == LineReader::Result::kTooLong) {
      fail("a line of over " + std::to_string(kLongestLine / 1024) + " KiB");
    }
    if (line.empty()) {
      if (!result.sentence.tokens.empty()) break;
      continue;
    }
    add_line(line, result);
  }
  Sentence& sentence = result.sentence;
  if (multiword_end_ > sentence.tokens.size()) {
    fail("a range of words ends at " + std::to_string(multiword_end_) + ", the sentence at " +
         std::to_string(sentence.tokens.size()));
  }
  if (sentence.tokens.empty()) return false;
  for (const Token& token : sentence.tokens) {
    if (token.head >= static_cast<std::int32_t>(sentence.tokens.size())) {
      fail("head " + std::to_string(token.head + 1) + " of \"" + token.form +
           "\" is behind the sentence's last word");
    }
  }
  if (!result.tags.empty()) take_blanks_from_text(result);
  sentence.span = {0, sentence.tokens.back().span.end};
  return true;
}

/// Control characters would go through to whoever reads the output.
void ConlluReader::check_characters(const std::string& line) const {
  for (std::size_t pos = 0; pos < line.size();) {
    const std::size_t begin = pos;
    const char32_t c = next_code_point(line, pos);
    if ((c < 0x20 && c != '\t') || c == 0x7F) {
      fail(c == 0 ? "a NUL byte; expected text"
                  : "control character " + std::to_string(static_cast<unsigned>(c)) +
                        "; expected text");
    }
    if (c == U'\uFFFD' && pos - begin != 3) {
      fail("invalid UTF-8; convert the file, e.g. with iconv -f WINDOWS-1252 -t UTF-8");
    }
  }
}

void ConlluReader::add_line(const std::string& line, ConlluSentence& result) {
  check_characters(line);
  if (line[0] == '#') {
    result.comments.push_back(line);
    if (line.starts_with("# newdoc")) result.new_document = true;
    if (line.starts_with("# newpar")) result.new_paragraph = true;
    return;
  }
  const std::vector<std::string> columns = split_tabs(line);
  if (columns.size() != 10 && (columns.size() < 3 || columns.size() > 5)) {
    fail("a line of " + std::to_string(columns.size()) +
         " columns; expected CoNLL-U (10) or IOB2 (3 to 5), parted by tabs");
  }
  if (columns.size() == 10 && columns[0].find('.') != std::string::npos) {
    check_empty_node(columns[0], result);
  } else if (columns.size() == 10 && columns[0].find('-') != std::string::npos) {
    add_multiword(columns, result);
  } else {
    add_word(columns, result);
  }
}

void ConlluReader::check_empty_node(const std::string& id, const ConlluSentence& result) const {
  const std::size_t dot = id.find('.');
  std::size_t word = 0;
  std::size_t number = 0;
  if (!parse_number(std::string_view(id).substr(0, dot), word) ||
      !parse_number(std::string_view(id).substr(dot + 1), number) ||
      word != result.sentence.tokens.size() || number == 0) {
    fail("\"" + id + "\" is no empty node behind word " +
         std::to_string(result.sentence.tokens.size()));
  }
}

void ConlluReader::add_multiword(const std::vector<std::string>& columns, ConlluSentence& result) {
  const std::size_t dash = columns[0].find('-');
  const std::size_t words = result.sentence.tokens.size();
  std::size_t begin = 0;
  std::size_t end = 0;
  if (!parse_number(std::string_view(columns[0]).substr(0, dash), begin) ||
      !parse_number(std::string_view(columns[0]).substr(dash + 1), end) || begin != words + 1 ||
      end <= begin || end > UINT32_MAX || multiword_end_ > words) {
    fail("\"" + columns[0] + "\" is no range that starts at the next word");
  }
  if (columns[1].empty()) fail("a range of words without form");
  multiword_end_ = end;
  multiword_space_ = !has_no_space(columns[9]);
  result.multiword.push_back(
      {static_cast<std::uint32_t>(words), static_cast<std::uint32_t>(end), columns[1]});
}

void ConlluReader::add_word(const std::vector<std::string>& columns, ConlluSentence& result) {
  std::vector<Token>& tokens = result.sentence.tokens;
  std::size_t id = 0;
  if (!parse_number(columns[0], id)) fail("\"" + columns[0] + "\" is no word index");
  if (id != tokens.size() + 1) {
    fail("word " + columns[0] + " where " + std::to_string(tokens.size() + 1) + " is expected");
  }
  if (columns[1].empty()) fail("a word without form");
  Token token;
  token.form = columns[1];
  if (columns.size() == 10) {
    token.lemma = columns[2];
    token.upos = upos_from_string(columns[3]);
    token.xpos = columns[4] == "_" ? "" : columns[4];
    token.feats = columns[5] == "_" ? "" : columns[5];
    std::size_t head = 0;
    if (columns[6] != "_" && (!parse_number(columns[6], head) || head > INT32_MAX)) {
      fail("\"" + columns[6] + "\" is no head");
    }
    token.head = static_cast<std::int32_t>(head) - 1;
    token.deprel = columns[7] == "_" ? "" : columns[7];
    token.space_after = !has_no_space(columns[9]);
  } else {
    const bool source_tag = columns.size() > 3 && columns[3] != "-" && columns[3] != "_";
    result.tags.push_back(columns[2] + (source_tag ? "\t" + columns[3] : ""));
  }
  if (id < multiword_end_) token.space_after = false;
  if (id == multiword_end_) token.space_after = multiword_space_;
  token.span.begin = static_cast<std::uint32_t>(result.text.size());
  result.text += token.form;
  token.span.end = static_cast<std::uint32_t>(result.text.size());
  if (token.space_after) result.text += ' ';
  tokens.push_back(std::move(token));
}

std::vector<ConlluSentence> read_conllu(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw IoError(path + ": cannot be opened for reading");
  ConlluReader reader(in, path);
  std::vector<ConlluSentence> sentences;
  ConlluSentence sentence;
  while (reader.next(sentence)) sentences.push_back(std::move(sentence));
  return sentences;
}

namespace {

const std::string& or_blank(const std::string& value) {
  static const std::string blank = "_";
  return value.empty() ? blank : value;
}

/// "Name=B-PER" for each token of a name, "" for others.
std::vector<std::string> name_values(const Sentence& sentence) {
  std::vector<std::string> names(sentence.tokens.size());
  for (const NamedMention& name : sentence.names) {
    for (std::uint32_t i = name.begin; i < name.end; ++i) {
      names[i] = std::string(i == name.begin ? "Name=B-" : "Name=I-") + to_string(name.type);
    }
  }
  return names;
}

}  // namespace

void write_conllu(const Sentence& sentence, const std::vector<std::string>& comments,
                  const std::vector<MultiwordToken>& multiword, std::ostream& out) {
  const std::vector<Token>& tokens = sentence.tokens;
  const EnhancedGraph graph = enhance(sentence);
  const std::vector<std::string> names = name_values(sentence);
  for (const std::string& comment : comments) out << comment << '\n';
  auto range = multiword.begin();
  std::size_t range_end = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (range != multiword.end() && range->begin == i) {
      range_end = range->end;
      out << i + 1 << '-' << range_end << '\t' << range->form << "\t_\t_\t_\t_\t_\t_\t_\t"
          << (tokens[range_end - 1].space_after ? "_" : "SpaceAfter=No") << '\n';
      ++range;
    }
    std::string misc = names[i];
    if (!token.space_after && i >= range_end) {
      misc += misc.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
    }
    out << i + 1 << '\t' << token.form << '\t' << or_blank(token.lemma) << '\t'
        << to_string(token.upos) << '\t' << or_blank(token.xpos) << '\t' << or_blank(token.feats)
        << '\t' << token.head + 1 << '\t' << or_blank(token.deprel) << '\t'
        << (token.deprel.empty() ? "_" : to_deps(graph[i])) << '\t' << or_blank(misc) << '\n';
  }
  out << '\n';
}

std::vector<MultiwordToken> multiword_tokens(const Sentence& sentence) {
  const std::vector<Token>& tokens = sentence.tokens;
  std::vector<MultiwordToken> multiword;
  for (std::size_t i = 0; i < tokens.size();) {
    std::size_t end = i + 1;
    std::string form = tokens[i].form;
    while (end < tokens.size() && !tokens[end - 1].space_after &&
           tokens[end - 1].upos != Upos::kPunct &&
           (is_clitic(tokens[end - 1].form, tokens[end].form) ||
            (tokens[end].xpos == "POS" && tokens[end].form.size() <= 3))) {
      form += tokens[end].form;
      ++end;
    }
    if (end > i + 1) {
      multiword.push_back(
          {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end), std::move(form)});
    }
    i = end;
  }
  return multiword;
}

std::string text_of(const Sentence& sentence) {
  std::string text;
  for (const Token& token : sentence.tokens) {
    text += token.form;
    if (token.space_after) text += ' ';
  }
  if (!text.empty() && sentence.tokens.back().space_after) text.pop_back();
  return text;
}

}  // namespace newsgraph
