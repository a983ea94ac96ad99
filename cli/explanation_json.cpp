#include <optional>
#include <ostream>
#include <vector>

#include "cli/explanation_report.hpp"
#include "cli/json_output.hpp"
#include "extract/base/hash.hpp"

namespace newsgraph::cli {
namespace {

/// schemas/explanation.schema.json, member by member. What is unknown or empty is left out.
class Writer {
 public:
  explicit Writer(const Explanation& explanation)
      : explanation_(explanation),
        extraction_(explanation.extraction),
        parts_(parts_of_sentences(explanation)) {}

  void write(SentenceRange range, std::ostream& out) {
    const ArticleHeader& article = extraction_.article;
    json_.begin_object().key("article").begin_object();
    json_.field("key", article.key).field("source", article.source);
    known("title", article.title);
    known("published", article.published);
    json_.count("sentences", explanation_.sentences.size()).end_object();
    json_.key("sentences").begin_array();
    for (std::size_t s = range.first - 1; s < range.last; ++s) sentence(s);
    json_.end_array().end_object();
    json_.finish(out);
  }

 private:
  void known(const char* name, const std::string& text) {
    if (!text.empty()) json_.field(name, text);
  }

  void span(Span span) {
    json_.key("span").begin_array().number(span.begin).number(span.end).end_array();
  }

  void sentence(std::size_t s) {
    json_.begin_object().count("number", s + 1).field("text", extraction_.sentences[s].text);
    span(extraction_.sentences[s].span);
    tokens(explanation_.sentences[s], explanation_.parsed[s]);
    json_.key("mentions").begin_array();
    for (const std::uint32_t m : parts_[s].mentions) mention(m);
    json_.end_array().key("propositions").begin_array();
    for (const std::uint32_t p : parts_[s].propositions) proposition(extraction_.propositions[p]);
    json_.end_array().key("rejected").begin_array();
    for (const std::uint32_t r : parts_[s].rejections) rejection(explanation_.rejections[r]);
    json_.end_array().end_object();
  }

  void tokens(const Sentence& sentence, const Sentence& parsed) {
    json_.key("tokens").begin_array();
    for (std::size_t t = 0; t < sentence.tokens.size(); ++t) {
      const Token& token = sentence.tokens[t];
      const Token& before = parsed.tokens[t];
      json_.begin_object().field("form", token.form).field("lemma", token.lemma);
      json_.field("upos", to_string(token.upos));
      known("xpos", token.xpos);
      known("feats", token.feats);
      if (token.head != kNoHead) json_.count("head", static_cast<std::uint64_t>(token.head));
      json_.field("deprel", token.deprel);
      json_.key("certainty").fraction(static_cast<double>(token.head_score));
      if (before.head != token.head || before.deprel != token.deprel) {
        json_.key("parsed").begin_object();
        if (before.head != kNoHead) json_.count("head", static_cast<std::uint64_t>(before.head));
        json_.field("deprel", before.deprel).end_object();
      }
      span(token.span);
      json_.end_object();
    }
    json_.end_array();
  }

  void mention(std::uint32_t position) {
    const ExplainedMention& explained = explanation_.mentions[position];
    const Mention& mention = explained.mention;
    json_.begin_object().field("id", to_hex(mention.id)).field("label", mention.text);
    json_.field("head", mention.head).field("form", to_string(mention.form));
    json_.field("kind", to_string(mention.kind)).field("type", to_string(mention.type));
    known("title", mention.title);
    known("value", mention.value);
    if (mention.chain != position) reference("antecedent", mention.chain);
    if (explained.is_unresolved) json_.key("unresolved").boolean(true);
    if (!mention.participants.empty()) {
      json_.key("participants").begin_array();
      for (const std::uint32_t participant : mention.participants) {
        json_.text(to_hex(explanation_.mentions[participant].mention.id));
      }
      json_.end_array();
    }
    json_.key("kept").boolean(explained.is_kept);
    span(mention.span);
    json_.end_object();
  }

  void reference(const char* name, std::uint32_t position) {
    const Mention& mention = explanation_.mentions[position].mention;
    json_.key(name).begin_object().field("id", to_hex(mention.id)).field("label", mention.text);
    json_.count("sentence", mention.sentence + 1).end_object();
  }

  void proposition(const Proposition& proposition) {
    json_.begin_object().field("id", to_hex(proposition.id)).key("subject");
    argument(proposition.subject);
    json_.field("predicate", proposition.predicate).field("canonical", proposition.canonical);
    json_.field("readable", proposition.readable);
    if (proposition.object != Argument{}) {
      json_.key("object");
      argument(proposition.object);
    }
    json_.field("polarity", to_string(proposition.polarity));
    json_.field("modality", to_string(proposition.modality)).key("attribution").begin_array();
    for (const Attribution& source : proposition.attribution) {
      json_.begin_object();
      if (source.mention) labels(extraction_.mentions[*source.mention]);
      json_.field("text", source.text).field("cue", source.cue).end_object();
    }
    json_.end_array().key("qualifiers").begin_array();
    for (const Qualifier& qualifier : proposition.qualifiers) {
      json_.begin_object().field("role", qualifier.role).key("value");
      argument(qualifier.value);
      json_.end_object();
    }
    json_.end_array();
    known("event_date", proposition.event_date);
    known("statement_date", proposition.statement_date);
    json_.key("confidence").fraction(proposition.confidence).field("rule", proposition.rule);
    if (const auto found = explanation_.grounds.find(proposition.id);
        found != explanation_.grounds.end()) {
      json_.key("grounds").begin_object();
      const auto values = found->second.values();
      for (std::size_t i = 0; i < values.size(); ++i) {
        json_.key(Grounds::kNames[i]).fraction(values[i]);
      }
      json_.end_object();
    }
    json_.end_object();
  }

  /// What a mention is called, a pronoun after its antecedent.
  void labels(const Mention& mention) {
    const bool is_pronoun = mention.form == MentionForm::kPronoun;
    json_.field("mention", to_hex(mention.id));
    json_.field("label", is_pronoun ? extraction_.mentions[mention.chain].text : mention.text);
  }

  void argument(const Argument& argument) {
    json_.begin_object();
    if (argument.is_mention()) labels(extraction_.mentions[argument.index]);
    if (argument.is_proposition()) {
      json_.field("proposition", to_hex(extraction_.propositions[argument.index].id));
    }
    json_.field("text", argument.text);
    span(argument.span);
    json_.end_object();
  }

  void rejection(const Rejection& rejection) {
    json_.begin_object().field("reason", to_string(rejection.reason));
    json_.field("explanation", reason_text(rejection));
    known("subject", rejection.subject);
    json_.field("predicate", rejection.predicate);
    known("object", rejection.object);
    known("rule", rejection.rule);
    known("culprit", rejection.culprit);
    if (rejection.kept_id != 0) json_.field("kept", to_hex(rejection.kept_id));
    span(rejection.span);
    json_.end_object();
  }

  const Explanation& explanation_;
  const Extraction& extraction_;
  const std::vector<SentenceParts> parts_;
  JsonOutput json_;
};

}  // namespace

void write_explanation_json(const Explanation& explanation, SentenceRange range,
                            std::ostream& out) {
  Writer(explanation).write(range, out);
}

}  // namespace newsgraph::cli
