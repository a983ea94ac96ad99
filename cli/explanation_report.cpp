#include "cli/explanation_report.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <vector>

#include "cli/tree_drawing.hpp"
#include "extract/language/sentence.hpp"

namespace newsgraph::cli {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kGap = 2;          ///< between columns
constexpr std::size_t kPartColumn = 21;  ///< where the values of a proposition's parts stand

/// Clauses within clauses beyond this are shown as "…".
constexpr int kDeepest = 3;

/// Arcs that the parser is less sure of are worth a look.
constexpr float kSure = 0.9F;

std::string percent(double share) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.0f %%", 100.0 * share);
  return text.data();
}

std::string two_decimals(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f", value);
  return text.data();
}

std::string quoted(const std::string& text) { return "“" + text + "”"; }

/// "person", "event", "concept": the type, where it says more than the kind.
std::string what_it_is(const Mention& mention) {
  return mention.type != EntityType::kOther ? to_string(mention.type) : to_string(mention.kind);
}

class Report {
 public:
  Report(const Explanation& explanation, Terminal& terminal)
      : explanation_(explanation),
        extraction_(explanation.extraction),
        parts_(parts_of_sentences(explanation)),
        numbers_(extraction_.propositions.size()),
        terminal_(terminal) {
    for (const SentenceParts& parts : parts_) {
      for (std::size_t n = 0; n < parts.propositions.size(); ++n) {
        numbers_[parts.propositions[n]] = n + 1;
        by_id_.emplace(extraction_.propositions[parts.propositions[n]].id, n + 1);
      }
    }
  }

  void sentence(std::size_t s) {
    const std::string number = std::to_string(s + 1);
    terminal_.labelled({number, Style::kDim}, {extraction_.sentences[s].text, Style::kBold}, 0,
                       number.size() + 2);
    heading("Tree");
    tree(explanation_.sentences[s], explanation_.parsed[s]);
    heading("Mentions");
    mentions(s);
    heading("Propositions");
    propositions(s);
    if (parts_[s].rejections.empty()) return;
    heading("Rejected");
    for (const std::uint32_t r : parts_[s].rejections) rejection(explanation_.rejections[r]);
  }

 private:
  void heading(const char* text) {
    terminal_.line();
    terminal_.line({text, Style::kBold});
  }

  void nothing() { terminal_.line(StyledText("  ").add("none", Style::kDim)); }

  /// A row a token: its place in the tree, lemma, part of speech and relation; how sure the parser
  /// is, where it is not; and what it said, where that was mended.
  void tree(const Sentence& sentence, const Sentence& parsed) {
    std::vector<std::int32_t> heads;
    for (const Token& token : sentence.tokens) heads.push_back(token.head);
    const std::vector<std::string> arcs = draw_tree(heads);
    std::vector<bool> is_named(sentence.tokens.size(), false);
    for (const NamedMention& name : sentence.names) {
      for (std::uint32_t t = name.begin; t < name.end; ++t) is_named[t] = true;
    }
    using Align = Table::Align;
    Table table(
        {Align::kLeft, Align::kLeft, Align::kFixed, Align::kFixed, Align::kRight, Align::kLeft});
    for (std::size_t t = 0; t < sentence.tokens.size(); ++t) {
      const Token& token = sentence.tokens[t];
      StyledText word(arcs[t] + " ", Style::kDim);
      word.add(token.form, is_named[t] ? Style::kEntity : Style::kPlain);
      const bool is_unsure = token.head_score > 0 && token.head_score < kSure;
      StyledText was;
      const Token& before = parsed.tokens[t];
      if (before.head != token.head || before.deprel != token.deprel) {
        was.add("mended: was " + before.deprel, Style::kDim);
        if (before.head != token.head && before.head != kNoHead) {
          was.add(" of " + parsed.tokens[static_cast<std::size_t>(before.head)].form, Style::kDim);
        }
      }
      table.row({word,
                 {token.lemma, Style::kDim},
                 to_string(token.upos),
                 {token.deprel, Style::kRelation},
                 {is_unsure ? percent(static_cast<double>(token.head_score)) + " sure" : "",
                  Style::kWarning},
                 was});
    }
    table.print(terminal_, 1);
  }

  /// A row a mention: its label, type and form, and behind them whom it means.
  void mentions(std::size_t s) {
    const std::vector<std::uint32_t>& shown = parts_[s].mentions;
    if (shown.empty()) return nothing();
    std::vector<std::array<StyledText, 3>> rows;
    std::array<std::size_t, 3> widths{};
    for (const std::uint32_t m : shown) {
      rows.push_back(cells(explanation_.mentions[m]));
      for (std::size_t i = 0; i < widths.size(); ++i) {
        widths[i] = std::max(widths[i], rows.back()[i].width());
      }
    }
    // Who pipes the table wants whole names, but a phrase of a thousand words would widen all rows.
    const std::size_t widest = terminal_.is_interactive() ? terminal_.width() * 2 / 5 : 100;
    widths[0] = std::min(widths[0], widest);
    for (std::size_t row = 0; row < rows.size(); ++row) {
      StyledText text;
      std::size_t column = 0;
      for (std::size_t i = 0; i < widths.size(); ++i) {
        text.add(std::string(column - text.width(), ' ')).add(rows[row][i].cut(widths[i]));
        column += widths[i] + kGap;
      }
      const StyledText meant = reference(explanation_.mentions[shown[row]], shown[row], s);
      if (meant.empty()) {
        terminal_.line(StyledText(std::string(kIndent, ' ')).add(text));
      } else {
        terminal_.labelled(text, meant, kIndent, kIndent + column);
      }
    }
  }

  std::array<StyledText, 3> cells(const ExplainedMention& explained) const {
    const Mention& mention = explained.mention;
    const bool is_pronoun = mention.form == MentionForm::kPronoun;
    const bool has_type = !is_pronoun || !explained.is_unresolved;
    const Mention& typed = is_pronoun ? explanation_.mentions[mention.chain].mention : mention;
    return {StyledText(mention.text, explained.is_kept ? Style::kEntity : Style::kPlain),
            StyledText(has_type ? what_it_is(typed) : ""),
            StyledText(to_string(mention.form), Style::kDim)};
  }

  /// Whom a mention means, and what else is known of it.
  StyledText reference(const ExplainedMention& explained, std::uint32_t position, std::size_t s) {
    const Mention& mention = explained.mention;
    StyledText text;
    const auto next = [&](const std::string& words, Style style = Style::kDim) {
      text.add(text.empty() ? "" : " · ", Style::kDim).add(words, style);
    };
    if (explained.is_unresolved) {
      next("unresolved", Style::kWarning);
    } else if (mention.chain != position) {
      const Mention& antecedent = explanation_.mentions[mention.chain].mention;
      next("→ ");
      text.add(antecedent.text, Style::kEntity);
      if (antecedent.sentence != s) {
        next("sentence " + std::to_string(antecedent.sentence + 1));
      }
    }
    if (!mention.title.empty()) next("title " + quoted(mention.title));
    if (!mention.value.empty() && mention.value != mention.text) next(mention.value);
    for (const std::uint32_t participant : mention.participants) {
      next("with " + explanation_.mentions[participant].mention.text);
    }
    if (!explained.is_kept && mention.form != MentionForm::kPronoun) next("in no proposition");
    return text;
  }

  void propositions(std::size_t s) {
    if (parts_[s].propositions.empty()) return nothing();
    bool is_first = true;
    for (const std::uint32_t p : parts_[s].propositions) {
      if (!is_first) terminal_.line();
      is_first = false;
      proposition(p);
    }
  }

  /// The number under which a proposition is shown in its sentence.
  std::string number_of(std::uint32_t p) const { return std::to_string(numbers_[p]); }

  void proposition(std::uint32_t p) {
    const Proposition& proposition = extraction_.propositions[p];
    const std::string number = number_of(p);
    terminal_.labelled({number, Style::kDim}, triple(proposition, 0), kIndent,
                       kIndent + number.size() + 2);
    part("subject", argument(proposition.subject));
    StyledText predicate(proposition.readable, Style::kRelation);
    predicate.add(" · " + proposition.canonical, Style::kDim);
    if (proposition.predicate != proposition.readable) {
      predicate.add(" · " + quoted(proposition.predicate), Style::kDim);
    }
    part("predicate", predicate);
    if (proposition.object != Argument{}) part("object", argument(proposition.object));
    for (const Qualifier& qualifier : proposition.qualifiers) {
      StyledText value(qualifier.role.empty() ? "" : qualifier.role + " ", Style::kRelation);
      part("qualifier", value.add(argument(qualifier.value)));
    }
    const bool is_negated = proposition.polarity == Polarity::kNegated;
    const bool is_actual = proposition.modality == Modality::kActual;
    StyledText polarity(to_string(proposition.polarity), is_negated ? Style::kBad : Style::kPlain);
    polarity.add(" · modality ", Style::kDim)
        .add(to_string(proposition.modality), is_actual ? Style::kPlain : Style::kWarning);
    part("polarity", polarity);
    for (const Attribution& source : proposition.attribution) part("according to", speaker(source));
    if (!proposition.event_date.empty()) part("event date", proposition.event_date);
    if (!proposition.statement_date.empty()) part("statement date", proposition.statement_date);
    StyledText rule(proposition.rule);
    part("rule", rule.add(" · confidence " + two_decimals(proposition.confidence), Style::kDim));
  }

  void part(const char* name, const StyledText& value) {
    terminal_.labelled({name, Style::kDim}, value, 5, kPartColumn);
  }

  StyledText speaker(const Attribution& source) const {
    StyledText text;
    if (source.mention) {
      text.add(label(extraction_.mentions[*source.mention]), Style::kEntity);
    } else {
      text.add(source.text.empty() ? "nobody named" : source.text);
    }
    if (!source.cue.empty()) text.add(" · " + quoted(source.cue), Style::kDim);
    return text;
  }

  /// A pronoun is shown as what it stands for.
  std::string label(const Mention& mention) const {
    const bool is_pronoun = mention.form == MentionForm::kPronoun;
    return is_pronoun ? extraction_.mentions[mention.chain].text : mention.text;
  }

  /// "Koval · person · “General Koval”".
  StyledText argument(const Argument& argument) const {
    if (!argument.is_mention()) {
      if (!argument.is_proposition()) return argument.text;
      StyledText text("proposition " + number_of(argument.index), Style::kEntity);
      return text.add(" · " + quoted(argument.text), Style::kDim);
    }
    const Mention& mention = extraction_.mentions[argument.index];
    const bool is_pronoun = mention.form == MentionForm::kPronoun;
    const Mention& meant = is_pronoun ? extraction_.mentions[mention.chain] : mention;
    StyledText text(meant.text, Style::kEntity);
    text.add(" · " + what_it_is(meant), Style::kDim);
    if (argument.text != meant.text) text.add(" · " + quoted(argument.text), Style::kDim);
    return text;
  }

  /// "Koval –denied→ (not: Belmoria –moved→ troops)".
  StyledText triple(const Proposition& proposition, int depth) const {
    StyledText text;
    if (proposition.polarity == Polarity::kNegated) text.add("not: ", Style::kBad);
    text.add(label(extraction_.mentions[proposition.subject.index]), Style::kEntity);
    text.add(" –", Style::kDim).add(proposition.readable, Style::kRelation).add("→", Style::kDim);
    const Argument& object = proposition.object;
    if (object.is_mention()) {
      text.add(" ").add(label(extraction_.mentions[object.index]), Style::kEntity);
    } else if (object.is_proposition()) {
      text.add(" (", Style::kDim);
      if (depth < kDeepest) {
        text.add(triple(extraction_.propositions[object.index], depth + 1));
      } else {
        text.add("…");
      }
      text.add(")", Style::kDim);
    } else if (!object.text.empty()) {
      text.add(" ").add(object.text);
    }
    return text;
  }

  void rejection(const Rejection& rejection) {
    StyledText reading;
    if (!rejection.subject.empty()) reading.add(rejection.subject + " ");
    if (rejection.rule.empty()) {
      reading.add(quoted(rejection.predicate), Style::kRelation);
    } else {
      reading.add("–", Style::kDim).add(rejection.predicate, Style::kRelation);
      reading.add("→", Style::kDim);
    }
    if (!rejection.object.empty()) reading.add(" " + rejection.object);
    terminal_.wrapped(reading, kIndent, kIndent + 2);
    std::string reason = reason_text(rejection);
    if (const auto kept = by_id_.find(rejection.kept_id); kept != by_id_.end()) {
      reason += ": proposition " + std::to_string(kept->second);
    }
    StyledText why(reason, Style::kWarning);
    if (!rejection.rule.empty()) why.add(" · rule " + rejection.rule, Style::kDim);
    terminal_.wrapped(why, kIndent + 3, kIndent + 3);
  }

  const Explanation& explanation_;
  const Extraction& extraction_;
  const std::vector<SentenceParts> parts_;
  std::vector<std::size_t> numbers_;            ///< of propositions in their sentences, from 1
  std::map<std::uint64_t, std::size_t> by_id_;  ///< the same by Proposition::id
  Terminal& terminal_;
};

}  // namespace

std::string reason_text(const Rejection& rejection) {
  const std::string words = quoted(rejection.culprit);
  switch (rejection.reason) {
    case RejectionReason::kUnresolvedPronoun:
      return "whom or what " + words + " means is not known";
    case RejectionReason::kPointsBack:
      return words + " points back to what was said before";
    case RejectionReason::kShellNoun:
      return words + " names nothing by itself";
    case RejectionReason::kNoPhrase:
      return words + " is no noun phrase that refers to something";
    case RejectionReason::kSameNode:
      return "subject and object are the same";
    case RejectionReason::kBareValue:
      return "the subject is a mere value, and there is no object";
    case RejectionReason::kCutArgument:
      return "cut down to " + words + " it would say something else, or nothing";
    case RejectionReason::kExclusive:
      return words + " tells who else does not, which a claim cannot hold";
    case RejectionReason::kLongPredicate:
      return "the predicate is too long to be a relation";
    case RejectionReason::kEmptyClause:
      return "the clause that is its object gives no proposition";
    case RejectionReason::kDuplicate:
      return "another rule reads the same";
    case RejectionReason::kNoSubject:
      return "the sentence does not tell its subject";
    case RejectionReason::kOnlySource:
      return "only tells who speaks, which is kept as an attribution";
    case RejectionReason::kBareInfinitive:
      return "a complement without subject of its own claims nothing";
    case RejectionReason::kBidden:
      return "what somebody wants of another is no plan of that one";
    case RejectionReason::kNoRule:
      return "no rule finds a relation in it";
  }
  return "";
}

void print_explanation(const Explanation& explanation, SentenceRange range, Terminal& terminal) {
  Report report(explanation, terminal);
  for (std::size_t s = range.first; s <= range.last; ++s) {
    if (s != range.first) {
      terminal.line();
      terminal.line();
    }
    report.sentence(s - 1);
  }
}

}  // namespace newsgraph::cli
