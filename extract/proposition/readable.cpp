#include <algorithm>
#include <ostream>
#include <string>

#include "extract/proposition/proposition_stream.hpp"

namespace newsgraph {
namespace {

/// Clauses within clauses beyond this are shown as "...".
constexpr int kDeepest = 4;

/// Propositions as lines for people:
///
///     Marta Keller –declined→ Berlin visit   [planned; in May; according to Der Bote; 2024-05-01]
class ReadableWriter {
 public:
  explicit ReadableWriter(const Extraction& extraction) : extraction_(extraction) {}

  std::string lines() {
    for (const Proposition& proposition : extraction_.propositions) {
      triple(proposition, 0);
      qualify(proposition);
      text_ += '\n';
    }
    return std::move(text_);
  }

 private:
  /// Adds `text` as one line: articles may hold what moves a terminal's cursor.
  void add(const std::string& text) {
    for (const char c : text) text_ += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
  }

  void triple(const Proposition& proposition, int depth) {
    argument(proposition.subject, depth);
    text_ += " –";
    add(proposition.readable.empty() ? proposition.predicate : proposition.readable);
    text_ += "→";
    if (proposition.object != Argument{}) {
      text_ += ' ';
      argument(proposition.object, depth);
    }
  }

  void argument(const Argument& value, int depth) {
    if (value.is_mention() && value.index < extraction_.mentions.size()) {
      mention(extraction_.mentions[value.index]);
    } else if (value.is_proposition() && value.index < extraction_.propositions.size()) {
      text_ += '(';
      const bool negated = extraction_.propositions[value.index].polarity == Polarity::kNegated;
      if (negated) text_ += "not: ";
      if (depth < kDeepest) {
        triple(extraction_.propositions[value.index], depth + 1);
      } else {
        text_ += "...";
      }
      text_ += ')';
    } else {
      add(value.text);
    }
  }

  /// A pronoun is shown as what it stands for.
  void mention(const Mention& shown) {
    const bool resolved =
        shown.form == MentionForm::kPronoun && shown.chain < extraction_.mentions.size();
    add(resolved ? extraction_.mentions[shown.chain].text : shown.text);
  }

  void qualify(const Proposition& proposition) {
    bool first = true;
    const auto next = [&] {
      text_ += first ? "   [" : "; ";
      first = false;
    };
    if (proposition.polarity != Polarity::kAffirmed) next(), add(to_string(proposition.polarity));
    if (proposition.modality != Modality::kActual) next(), add(to_string(proposition.modality));
    for (const Qualifier& qualifier : proposition.qualifiers) {
      next();
      add(qualifier.role);
      if (!qualifier.role.empty()) text_ += ' ';
      argument(qualifier.value, 0);
    }
    for (const Attribution& source : proposition.attribution) {
      next();
      if (!source.mention && source.text.empty()) {
        add(source.cue);  // "reportedly", "it is noted": nobody is named
        continue;
      }
      text_ += "according to ";
      if (source.mention && *source.mention < extraction_.mentions.size()) {
        mention(extraction_.mentions[*source.mention]);
      } else {
        add(source.text);
      }
    }
    const std::string& date =
        proposition.event_date.empty() ? proposition.statement_date : proposition.event_date;
    if (!date.empty()) next(), add(date);
    if (!first) text_ += ']';
  }

  const Extraction& extraction_;
  std::string text_;
};

}  // namespace

void write_readable(const Extraction& extraction, std::ostream& out) {
  const std::string lines = ReadableWriter(extraction).lines();
  out.write(lines.data(), static_cast<std::streamsize>(lines.size()));
}

}  // namespace newsgraph
