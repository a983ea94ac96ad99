#include "extract/language/conllu.hpp"

#include <charconv>
#include <fstream>
#include <istream>
#include <ostream>
#include <string_view>
#include <utility>

#include "extract/base/error.hpp"
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

}  // namespace

ConlluReader::ConlluReader(std::istream& in, std::string source)
    : in_(in), source_(std::move(source)) {}

void ConlluReader::fail(const std::string& what) const { throw ParseError(source_, line_, what); }

bool ConlluReader::next(ConlluSentence& result) {
  result = {};
  multiword_end_ = 0;
  std::string line;
  while (std::getline(in_, line)) {
    ++line_;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) {
      if (!result.sentence.tokens.empty()) break;
      continue;
    }
    add_line(line, result);
  }
  Sentence& sentence = result.sentence;
  if (sentence.tokens.empty()) return false;
  for (const Token& token : sentence.tokens) {
    if (token.head >= static_cast<std::int32_t>(sentence.tokens.size())) {
      fail("head " + std::to_string(token.head + 1) + " of \"" + token.form +
           "\" is behind the sentence's last word");
    }
  }
  sentence.span = {0, sentence.tokens.back().span.end};
  return true;
}

void ConlluReader::add_line(const std::string& line, ConlluSentence& result) {
  if (line[0] == '#' && line.find('\t') == line.npos) {
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
  if (columns[0].find('.') != std::string::npos) return;  // an empty node
  if (columns.size() == 10 && columns[0].find('-') != std::string::npos) {
    add_multiword(columns, result);
  } else {
    add_word(columns, result);
  }
}

void ConlluReader::add_multiword(const std::vector<std::string>& columns, ConlluSentence& result) {
  const std::size_t dash = columns[0].find('-');
  std::size_t begin = 0;
  if (!parse_number(std::string_view(columns[0]).substr(0, dash), begin) ||
      !parse_number(std::string_view(columns[0]).substr(dash + 1), multiword_end_) ||
      begin != result.sentence.tokens.size() + 1 || multiword_end_ < begin) {
    fail("\"" + columns[0] + "\" is no range that starts at the next word");
  }
  multiword_space_ = !has_no_space(columns[9]);
}

void ConlluReader::add_word(const std::vector<std::string>& columns, ConlluSentence& result) {
  std::vector<Token>& tokens = result.sentence.tokens;
  std::size_t id = 0;
  if (!parse_number(columns[0], id)) fail("\"" + columns[0] + "\" is no word index");
  if (columns[1].empty()) fail("a word without form");
  Token token;
  token.form = columns[1];
  if (columns.size() == 10) {
    if (id != tokens.size() + 1) {
      fail("word " + columns[0] + " where " + std::to_string(tokens.size() + 1) + " is expected");
    }
    token.lemma = columns[2];
    token.upos = upos_from_string(columns[3]);
    token.xpos = columns[4] == "_" ? "" : columns[4];
    token.feats = columns[5] == "_" ? "" : columns[5];
    std::size_t head = 0;
    if (columns[6] != "_" && !parse_number(columns[6], head)) {
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

/// Index behind the last word of the orthographic word that starts at `begin`.
std::size_t multiword_end(const std::vector<Token>& tokens, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < tokens.size() && tokens[end - 1].span.end == tokens[end].span.begin &&
         !tokens[end - 1].space_after && tokens[end - 1].upos != Upos::kPunct &&
         (is_clitic(tokens[end - 1].form, tokens[end].form) ||
          (tokens[end].xpos == "POS" && tokens[end].form.size() <= 3))) {
    ++end;
  }
  return end;
}

const std::string& or_blank(const std::string& value) {
  static const std::string blank = "_";
  return value.empty() ? blank : value;
}

}  // namespace

void write_conllu(const Sentence& sentence, const std::vector<std::string>& comments,
                  std::ostream& out) {
  const std::vector<Token>& tokens = sentence.tokens;
  const EnhancedGraph graph = enhance(sentence);
  std::vector<std::string> names(tokens.size());
  for (const NamedMention& name : sentence.names) {
    for (std::uint32_t i = name.begin; i < name.end; ++i) {
      names[i] = std::string(i == name.begin ? "Name=B-" : "Name=I-") + to_string(name.type);
    }
  }
  for (const std::string& comment : comments) out << comment << '\n';
  std::size_t range_end = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (i >= range_end) {
      range_end = multiword_end(tokens, i);
      if (range_end > i + 1) {
        out << i + 1 << '-' << range_end << '\t';
        for (std::size_t k = i; k < range_end; ++k) out << tokens[k].form;
        out << "\t_\t_\t_\t_\t_\t_\t_\t"
            << (tokens[range_end - 1].space_after ? "_" : "SpaceAfter=No") << '\n';
      } else {
        range_end = i;
      }
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

}  // namespace newsgraph
