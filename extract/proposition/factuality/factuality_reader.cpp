#include "extract/proposition/factuality/factuality_reader.hpp"

#include "extract/proposition/factuality/negation.hpp"
#include "extract/proposition/factuality/predicate_marks.hpp"

namespace newsgraph {

void FactualityReader::run() {
  const std::size_t size = static_cast<std::size_t>(tree_.size());
  contexts.resize(size);
  marks.resize(size);
  events.resize(size);
  find_questions();
  if (tree_.root() == kNoToken) return;
  std::vector<TokenIndex> open = {tree_.root()};
  while (!open.empty()) {
    const TokenIndex i = open.back();
    open.pop_back();
    const auto at = static_cast<std::size_t>(i);
    contexts[at] = context_of(i);
    marks[at] = marks_of(i);
    events[at] = event_of(i);
    open.insert(open.end(), tree_.children(i).begin(), tree_.children(i).end());
  }
}

bool FactualityReader::is_predicate(TokenIndex i) const {
  const Upos upos = tree_.token(i).upos;
  return upos == Upos::kVerb || upos == Upos::kAux || tree_.child(i, "cop") != kNoToken;
}

bool FactualityReader::is_nominal(TokenIndex i) const {
  const Upos upos = tree_.token(i).upos;
  return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron;
}

bool FactualityReader::is_passive(TokenIndex i) const {
  return tree_.child(i, {"aux:pass", "nsubj:pass"}) != kNoToken;
}

/// "signing", "having signed".
bool FactualityReader::is_gerund(TokenIndex i) const {
  const TokenIndex auxiliary = tree_.child(i, {"aux", "aux:pass", "cop"});
  return tree_.token(auxiliary == kNoToken ? i : auxiliary).xpos == "VBG";
}

bool FactualityReader::is_past(TokenIndex i) const {
  if (tree_.token(i).xpos == "VBD") return true;
  for (const TokenIndex c : tree_.children(i)) {
    const bool auxiliary = tree_.is(c, "cop") || tree_.is(c, "aux");
    if (auxiliary && tree_.token(c).xpos == "VBD") return true;
  }
  return false;
}

std::optional<Signature> FactualityReader::listed(TokenIndex i, Frame frame) const {
  // "called off" is not "called", but "pointed out" is like "pointed".
  const TokenIndex particle = tree_.child(i, "compound:prt");
  if (particle != kNoToken) {
    const auto phrasal = signature_of(lemma(i) + '_' + lemma(particle), frame);
    if (phrasal) return phrasal;
  }
  return signature_of(lemma(i), frame);
}

/// Words before a question mark, back to a colon, a quotation mark or another full stop, are
/// asked: "The question remains: who will pay?".
void FactualityReader::find_questions() {
  asked_.resize(static_cast<std::size_t>(tree_.size()), false);
  bool asked = false;
  for (TokenIndex i = tree_.size() - 1; i >= 0; --i) {
    const std::string& form = tree_.token(i).form;
    const bool boundary = form == ":" || form == "." || form == "!" || form == "\"" ||
                          form == "\xE2\x80\x9C" || form == "``" || form == "'" ||
                          form == "\xE2\x80\x98" || form == "`";
    if (form == "?") {
      asked = true;
    } else if (asked && boundary) {
      asked = false;
    }
    asked_[static_cast<std::size_t>(i)] = asked;
  }
}

Factuality FactualityReader::marks_of(TokenIndex i) const {
  Factuality own;
  if (is_predicate(i)) {
    own = newsgraph::marks_of(tree_, i);
  } else if (is_nominal(i)) {
    own.modality = modality_of_phrase(tree_, i);
    if (is_excluded(tree_, i) || is_scarce(tree_, i)) own.polarity = Polarity::kNegated;
  }
  if (!tree_.is(i, "conj") || tree_.head(i) == kNoHead) return own;
  const TokenIndex first = mate_of(i);
  if (!shares_auxiliaries(i, first)) return own;
  const Factuality shared = mark(first);
  own.modality = combined(shared.modality, own.modality);
  // "did not visit or call"; not so "did not visit but called".
  if (tree_.introducer(i, "cc") != "but" && shared.polarity == Polarity::kNegated) {
    own.polarity = Polarity::kNegated;
  }
  return own;
}

/// "may come and go", "has not signed or read": the first conjunct's auxiliaries hold of the
/// second where it has neither subject nor auxiliary and could stand behind them.
bool FactualityReader::shares_auxiliaries(TokenIndex i, TokenIndex first) const {
  if (!is_predicate(i) || !is_predicate(first)) return false;
  if (tree_.child(i, {"aux", "cop", "nsubj", "mark"}) != kNoToken) return false;
  const std::string& tag = tree_.token(i).xpos;
  const std::string& first_tag = tree_.token(first).xpos;
  // A bare verb is often taken for a present, a participle for a past: "would be led and draw on",
  // "has not signed or read"; but "would have faced a trial but resigned".
  if (tag == "VB" || tag == "VBP") {
    const TokenIndex modal = tree_.child(first, "aux");
    return first_tag == "VB" || (modal != kNoToken && tree_.token(modal).xpos == "MD");
  }
  if (tag == "VBD") return first_tag == "VBN" && tree_.introducer(i, "cc") == "or";
  return tag == first_tag;
}

Factuality FactualityReader::event_of(TokenIndex i) const {
  Factuality found = within(context(i), mark(i));
  if (!is_predicate(i)) return found;
  for (const TokenIndex c : tree_.children(i)) {
    if ((tree_.is(c, "nsubj") || tree_.is(c, "obj")) && denies(c)) {
      found.polarity = turned(context(i).polarity);
    }
  }
  return found;
}

/// "nobody", "nothing", "none of them", "no minister", "few ministers".
bool FactualityReader::denies(TokenIndex argument) const {
  return is_excluded(tree_, argument) || is_scarce(tree_, argument);
}

}  // namespace newsgraph
