#include "tests/support/hand_parse.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "extract/language/conllu.hpp"

namespace newsgraph::test {
namespace {

std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at; (at = text.find(separator, begin)) != std::string::npos;) {
    parts.push_back(text.substr(begin, at - begin));
    begin = at + separator.size();
  }
  parts.push_back(text.substr(begin));
  return parts;
}

NameType type_of(const std::string& tag) {
  if (tag == "PER") return NameType::kPerson;
  if (tag == "NATIONALITY") return NameType::kNationality;
  if (tag == "ORG") return NameType::kOrganization;
  if (tag == "LOC") return NameType::kPlace;
  if (tag == "OTHER") return NameType::kOther;
  throw std::runtime_error("no such name type: " + tag);
}

void add_name(Sentence& sentence, const std::string& text, NameType type) {
  const std::vector<std::string> forms = split(text, " ");
  for (std::size_t t = 0; t + forms.size() <= sentence.tokens.size(); ++t) {
    bool equal = true;
    for (std::size_t i = 0; i < forms.size(); ++i) equal &= sentence.tokens[t + i].form == forms[i];
    if (!equal) continue;
    NamedMention name;
    name.begin = static_cast<std::uint32_t>(t);
    name.end = static_cast<std::uint32_t>(t + forms.size());
    name.type = type;
    name.score = 1;
    sentence.names.push_back(name);
    return;
  }
  throw std::runtime_error("no such name in the sentence: " + text);
}

}  // namespace

std::vector<HandParse> read_hand_parses(const std::string& path) {
  std::vector<HandParse> parses;
  for (ConlluSentence& read : read_conllu(path)) {
    bool continued = false;
    for (const std::string& comment : read.comments) continued |= comment == "# continued";
    if (!continued || parses.empty()) {
      parses.emplace_back();
      parses.back().file = path;
      parses.back().article.key = "article";
    }
    HandParse& parse = parses.back();
    std::string& text = parse.article.text;
    if (!text.empty()) text += ' ';
    const auto shift = static_cast<std::uint32_t>(text.size());
    text += read.text;
    for (Token& token : read.sentence.tokens) {
      token.span.begin += shift;
      token.span.end += shift;
    }
    read.sentence.span = {shift, static_cast<std::uint32_t>(text.size())};
    for (const std::string& comment : read.comments) {
      if (comment.starts_with("# names = ")) {
        for (const std::string& name : split(comment.substr(10), "; ")) {
          const std::size_t slash = name.rfind('/');
          add_name(read.sentence, name.substr(0, slash), type_of(name.substr(slash + 1)));
        }
      } else if (comment.starts_with("# = ")) {
        parse.expected.push_back(comment.substr(4));
      } else if (comment.starts_with("# published = ")) {
        parse.article.published = comment.substr(14);
      }
    }
    parse.sentences.push_back(std::move(read.sentence));
  }
  for (HandParse& parse : parses) {
    Block block;
    block.span = {0, static_cast<std::uint32_t>(parse.article.text.size())};
    parse.article.blocks = {block};
  }
  return parses;
}

}  // namespace newsgraph::test
