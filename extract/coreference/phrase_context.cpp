#include "extract/coreference/phrase_context.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/language/characters.hpp"
#include "extract/language/feature_hash.hpp"
#include "extract/mention/lexicon.hpp"

namespace newsgraph {
namespace {

/// Whether `token` is the one who says something, by its place in the tree.
bool reports(const Tree& tree, TokenIndex token) {
  const TokenIndex above = tree.head(token);
  if (above == kNoHead) return false;
  if (tree.introducer(token, "case") == "according to") return true;
  return tree.is(token, "nsubj") && tree.token(above).upos == Upos::kVerb &&
         is_in_class(tree.token(above).lemma, WordClass::kSay);
}

/// "Ready to help", "determined to stay": so are people and bodies, not what an infinitive says.
bool is_disposed(const Tree& tree, TokenIndex predicate) {
  const std::string word = to_lower(tree.token(predicate).form);
  return is_in_class(word, WordClass::kWilling) || is_in_class(word, WordClass::kDisposed);
}

/// "It is known that ...", "it is hard to ...": what "it" stands for comes behind.
bool is_empty_it(const Tree& tree, TokenIndex token) {
  if (tree.is(token, "expl")) return true;
  const TokenIndex above = tree.head(token);
  if (above == kNoHead || !tree.is(token, "nsubj") || is_disposed(tree, above)) return false;
  if (tree.child(above, "csubj") != kNoToken) return true;
  const bool predicate = tree.child(above, "cop") != kNoToken || tree.is(token, "nsubj:pass");
  return predicate && tree.child(above, {"ccomp", "xcomp", "advcl"}) != kNoToken;
}

/// "It is never an easy decision to leave", "it is time for others to act": beside an infinitive
/// "it" may stand for that or for something said before ("it is an attempt to leave").
bool is_perhaps_empty_it(const Tree& tree, TokenIndex token) {
  const TokenIndex above = tree.head(token);
  if (above == kNoHead || !tree.is(token, "nsubj")) return false;
  if (tree.child(above, "cop") == kNoToken || is_disposed(tree, above)) return false;
  for (const TokenIndex c : tree.children(above)) {
    const bool clause = tree.is(c, "acl") || tree.is(c, "xcomp") || tree.is(c, "advcl");
    if (clause && c > above && tree.introducer(c, "mark") == "to") return true;
  }
  return false;
}

/// "Noon", "Monday", "five o'clock", "20 km": what a clause with an "it" of time or distance says.
bool is_time_or_distance(const Document& document, std::uint32_t sentence, TokenIndex token) {
  const Tree& tree = document.tree(sentence);
  const Token& word = tree.token(token);
  if (document.time_at({sentence, token}) != nullptr) return true;
  if (word.upos != Upos::kNoun && word.upos != Upos::kPropn && word.upos != Upos::kNum)
    return false;
  const bool counted = tree.child(token, "nummod") != kNoToken;
  const bool bare = tree.introducer(token, "case").empty();
  if (counted && bare) {
    for (const TokenIndex c : tree.children(token)) {
      const std::string preposition = tree.introducer(c, "case");
      if (c > token && (preposition == "to" || preposition == "from")) return true;
    }
  }
  return is_one_of(to_lower(word.lemma), {"noon", "midnight", "dawn", "dusk", "o'clock"});
}

/// "It" that surely stands for nothing, so that no antecedent is looked for.
bool is_surely_empty_it(const Document& document, std::uint32_t sentence, TokenIndex token) {
  const Tree& tree = document.tree(sentence);
  if (tree.is(token, "expl")) return true;
  const TokenIndex verb = tree.head(token);
  if (verb == kNoHead) return false;
  const std::string lemma = to_lower(tree.token(verb).lemma);
  if (tree.is(token, "obj")) {
    // "Made it clear that", "finds it hard to".
    const bool clause = tree.child(verb, "ccomp") != kNoToken;
    for (const TokenIndex c : tree.children(verb)) {
      const bool judged = tree.is(c, "xcomp") && tree.token(c).upos == Upos::kAdj;
      const bool behind = tree.child(c, {"ccomp", "csubj", "xcomp"}) != kNoToken;
      if (c > token && judged && (clause || behind)) return true;
      // "Took it upon herself to write".
      if (c > token && lemma == "take" && tree.is(c, "obl") &&
          is_one_of(tree.introducer(c, "case"), {"upon", "on"}) &&
          to_lower(tree.token(c).form).ends_with("self")) {
        return true;
      }
    }
    return false;
  }
  if (!tree.is(token, "nsubj")) return false;
  if (tree.child(verb, "csubj") != kNoToken) return true;
  // "It was announced that"; but "it was told that".
  if (tree.is(token, "nsubj:pass")) {
    return lemma != "tell" && tree.child(verb, "ccomp") != kNoToken &&
           (is_in_class(lemma, WordClass::kSay) || is_in_class(lemma, WordClass::kThink));
  }
  if (tree.child(verb, "cop") != kNoToken) return is_time_or_distance(document, sentence, verb);
  // The verbs of weather, which have no other subject.
  return is_one_of(lemma, {"rain", "snow", "hail", "drizzle", "thunder"}) &&
         tree.child(verb, "obj") == kNoToken;
}

/// Who speaks in `stretch`; where nobody is named, who spoke before in the paragraph: "We won,"
/// said Roth. "I am glad."
std::optional<TokenRef> speaker_of(const Document& document, const std::vector<Speech>& speech,
                                   std::vector<Speech>::const_iterator stretch) {
  if (stretch->speaker || stretch == speech.begin()) return stretch->speaker;
  const auto before = std::prev(stretch);
  const std::string_view text = document.article().text;
  const std::string_view between =
      text.substr(before->span.end, stretch->span.begin - before->span.end);
  return between.find('\n') == between.npos ? before->speaker : std::nullopt;
}

/// The subject of the verb of saying that a short quotation with `token` in it depends on: "I
/// agree," Roth said. Longer ones come with their speaker.
TokenIndex speaker_of_clause(const Tree& tree, TokenIndex token) {
  TokenIndex clause = token;
  for (int steps = 0; steps < 8 && clause != kNoHead; ++steps, clause = tree.head(clause)) {
    const TokenIndex verb = tree.head(clause);
    const bool said = tree.is(clause, "ccomp") || tree.is(clause, "parataxis");
    if (!said || verb == kNoHead || !is_in_class(tree.token(verb).lemma, WordClass::kSay)) continue;
    for (TokenIndex t = verb < token ? verb : 0; t < token; ++t) {
      if (tree.token(t).xpos == "``" || tree.token(t).form == "\"")
        return tree.child(verb, "nsubj");
    }
  }
  return kNoToken;
}

/// Whether somebody else, within `speech`, says the clause of `token`: "The rebels said 'We won'",
/// which the army is quoted with.
bool is_said_by_another(const Tree& tree, TokenIndex token, Span speech) {
  TokenIndex clause = token;
  for (int steps = 0; steps < 8 && clause != kNoHead; ++steps, clause = tree.head(clause)) {
    const TokenIndex verb = tree.head(clause);
    if (verb == kNoHead || !(tree.is(clause, "ccomp") || tree.is(clause, "parataxis"))) continue;
    const TokenIndex subject = tree.child(verb, "nsubj");
    if (subject == kNoToken || !speech.contains(tree.token(subject).span)) continue;
    if (is_in_class(tree.token(verb).lemma, WordClass::kSay) &&
        tree.token(subject).upos != Upos::kPron) {
      return true;
    }
  }
  return false;
}

/// The later subject that a pronoun may stand for, by phrase; others stand for themselves. "In his
/// book, Roth says": pronoun and subject below one predicate, the pronoun not in a clause beside
/// it.
void find_later_subjects(const Document& document, const std::vector<NounPhrase>& phrases,
                         std::vector<PhraseContext>& contexts) {
  std::map<TokenRef, std::uint32_t> subject_of;  // by predicate
  for (std::uint32_t i = 0; i < phrases.size(); ++i) {
    contexts[i].subject = i;
    const NounPhrase& phrase = phrases[i];
    const bool subject = phrase.place == Place::kSubject || phrase.place == Place::kPassiveSubject;
    if (subject && phrase.kind != PhraseKind::kPronoun && phrase.governor != kNoToken) {
      subject_of.emplace(TokenRef{phrase.head.sentence, phrase.governor}, i);
    }
  }
  for (std::uint32_t i = 0; i < phrases.size(); ++i) {
    const NounPhrase& phrase = phrases[i];
    const DecisionClass decision = class_of(phrase);
    if (phrase.kind != PhraseKind::kPronoun || decision == DecisionClass::kSpeaker ||
        decision == DecisionClass::kDemonstrative) {
      continue;
    }
    const Tree& tree = document.tree(phrase.head.sentence);
    TokenIndex below = phrase.head.token;
    for (int steps = 0; steps < 12; ++steps) {
      const TokenIndex above = tree.head(below);
      if (above == kNoHead) break;
      const bool adjunct = tree.is(below, "obl") || tree.is(below, "advcl");
      const auto subject = subject_of.find({phrase.head.sentence, above});
      if (adjunct && below < above && subject != subject_of.end() && subject->second > i &&
          phrases[subject->second].begin > phrase.head.token) {
        contexts[i].subject = subject->second;
        break;
      }
      below = above;
    }
  }
}

bool is_core(const NounPhrase& phrase) {
  return phrase.place == Place::kSubject || phrase.place == Place::kPassiveSubject ||
         phrase.place == Place::kObject || phrase.place == Place::kIndirectObject ||
         phrase.place == Place::kAgent;
}

/// The predicate whose subject is that of the participle `verb`, which has none of its own: "left"
/// in "Keller left after thanking him", "drew" in "Keller drew criticism for siding with him"; or
/// none. Of infinitives and of bare participles others are the subject: "hired a guard to protect
/// him", "ran for years, earning him a name", "cited a law as binding him".
TokenIndex predicate_of_participle(const Tree& tree, TokenIndex verb) {
  const bool clause = tree.is(verb, "advcl") || tree.is(verb, "acl");
  const std::string mark = tree.introducer(verb, "mark");
  if (tree.token(verb).xpos != "VBG" || !clause || mark.empty() || mark == "as") return kNoToken;
  if (tree.child(verb, {"nsubj", "nsubj:pass"}) != kNoToken) return kNoToken;
  TokenIndex above = tree.head(verb);
  for (int steps = 0; steps < 3 && above != kNoHead; ++steps, above = tree.head(above)) {
    if (tree.child(above, {"nsubj", "nsubj:pass"}) != kNoToken) return above;
    if (!tree.is(above, "obj") && !tree.is(above, "obl")) break;
  }
  return kNoToken;
}

/// Whether a pronoun is an oblique argument: of "to", or of a verb without object ("sided with
/// her"; but "carried a bag with her").
bool is_oblique_argument(const Tree& tree, const NounPhrase& phrase) {
  if (phrase.place != Place::kOblique || phrase.kind != PhraseKind::kPronoun) return false;
  const std::string preposition = tree.introducer(phrase.head.token, "case");
  return preposition == "to" ||
         (preposition == "with" && tree.child(phrase.governor, "obj") == kNoToken);
}

/// The other arguments of the verb of each pronoun and common noun that is one: "Roth thanked him",
/// "he replied to him", "Roth, [who] attacked her", "Roth left after thanking him".
void find_coarguments(const Document& document, const std::vector<NounPhrase>& phrases,
                      const std::map<TokenRef, std::uint32_t>& by_head,
                      std::vector<PhraseContext>& contexts) {
  std::map<TokenRef, std::vector<std::uint32_t>> arguments;  // by predicate
  for (std::uint32_t i = 0; i < phrases.size(); ++i) {
    if (is_core(phrases[i]) && phrases[i].governor != kNoToken) {
      arguments[{phrases[i].head.sentence, phrases[i].governor}].push_back(i);
    }
  }
  constexpr std::size_t kMostCoarguments = 8;
  for (std::uint32_t i = 0; i < phrases.size(); ++i) {
    const NounPhrase& phrase = phrases[i];
    if (phrase.reflexive || phrase.governor == kNoToken || phrase.kind == PhraseKind::kName ||
        phrase.kind == PhraseKind::kCoordination) {
      continue;
    }
    const Tree& tree = document.tree(phrase.head.sentence);
    if (!is_core(phrase) && !is_oblique_argument(tree, phrase)) continue;
    std::vector<std::uint32_t>& found = contexts[i].coarguments;
    const auto note = [&](std::uint32_t other) {
      // "Keller and her mother met": a conjunct is no argument beside the others.
      const bool together =
          phrases[other].head == phrase.head ||
          (phrases[other].begin <= phrase.begin && phrase.end <= phrases[other].end);
      if (found.size() < kMostCoarguments && !together) found.push_back(other);
    };
    const auto beside = arguments.find({phrase.head.sentence, phrase.governor});
    if (beside != arguments.end()) {
      for (const std::uint32_t other : beside->second) note(other);
    }
    for (const EnhancedDependent& dependent : tree.enhanced_children(phrase.governor)) {
      const bool core = is_relation(dependent.relation, "nsubj") ||
                        is_relation(dependent.relation, "obj") ||
                        is_relation(dependent.relation, "iobj");
      const auto other = by_head.find({phrase.head.sentence, dependent.token});
      if (core && other != by_head.end()) note(other->second);
    }
    if (phrase.kind != PhraseKind::kPronoun) continue;
    const TokenIndex above = predicate_of_participle(tree, phrase.governor);
    if (above == kNoToken) continue;
    const auto subject =
        by_head.find({phrase.head.sentence, tree.child(above, {"nsubj", "nsubj:pass"})});
    if (subject != by_head.end()) note(subject->second);
  }
}

}  // namespace

DecisionClass class_of(const NounPhrase& phrase) {
  if (phrase.kind == PhraseKind::kPronoun) {
    switch (phrase.pronoun) {
      case PronounClass::kHe:
      case PronounClass::kShe:
        return DecisionClass::kHeOrShe;
      case PronounClass::kIt:
        return DecisionClass::kIt;
      case PronounClass::kThey:
        return DecisionClass::kThey;
      case PronounClass::kI:
      case PronounClass::kWe:
      case PronounClass::kYou:
        return DecisionClass::kSpeaker;
      default:
        return DecisionClass::kDemonstrative;
    }
  }
  if (phrase.kind == PhraseKind::kName) return DecisionClass::kName;
  switch (phrase.determiner) {
    case Determiner::kThe:
    case Determiner::kDemonstrative:
      return phrase.kind == PhraseKind::kCoordination ? DecisionClass::kIndefinite
                                                      : DecisionClass::kDefinite;
    case Determiner::kPronoun:
    case Determiner::kPossessor:
      return DecisionClass::kPossessed;
    default:
      return DecisionClass::kIndefinite;
  }
}

std::vector<PhraseContext> contexts_of(const Document& document,
                                       const std::vector<NounPhrase>& phrases,
                                       const std::vector<Speech>& speech) {
  std::map<TokenRef, std::uint32_t> by_head;
  for (std::uint32_t i = 0; i < phrases.size(); ++i) {
    if (phrases[i].kind != PhraseKind::kCoordination) by_head.emplace(phrases[i].head, i);
  }
  std::vector<std::uint32_t> paragraphs(document.size(), 0);
  for (std::uint32_t s = 1; s < document.size(); ++s) {
    paragraphs[s] = paragraphs[s - 1] + (document.sentences()[s].paragraph_start ? 1 : 0);
  }
  std::vector<PhraseContext> contexts(phrases.size());
  for (std::uint32_t i = 0; i < phrases.size(); ++i) {
    const NounPhrase& phrase = phrases[i];
    const Tree& tree = document.tree(phrase.head.sentence);
    PhraseContext& context = contexts[i];
    const Span span = tree.token(phrase.head.token).span;
    // Stretches are disjoint and in order.
    const auto behind = std::upper_bound(speech.begin(), speech.end(), span.begin,
                                         [](std::uint32_t position, const Speech& stretch) {
                                           return position < stretch.span.begin;
                                         });
    if (behind != speech.begin() && std::prev(behind)->span.contains(span)) {
      context.speech = static_cast<std::int32_t>(std::prev(behind) - speech.begin());
      const bool another = phrase.pronoun == PronounClass::kWe &&
                           is_said_by_another(tree, phrase.head.token, std::prev(behind)->span);
      if (const auto speaker = speaker_of(document, speech, std::prev(behind));
          speaker && !another) {
        // "his successor, Ana Roth" speaks with her name.
        const auto found = by_head.find(document.referent(*speaker));
        if (found != by_head.end()) context.speaker = static_cast<std::int32_t>(found->second);
      }
    }
    const bool speaks = phrase.pronoun == PronounClass::kI || phrase.pronoun == PronounClass::kWe;
    if (speaks && context.speaker == PhraseContext::kNone) {
      const TokenIndex speaker = speaker_of_clause(tree, phrase.head.token);
      const auto found = by_head.find({phrase.head.sentence, speaker});
      if (speaker != kNoToken && found != by_head.end()) {
        context.speaker = static_cast<std::int32_t>(found->second);
      }
    }
    context.paragraph = paragraphs[phrase.head.sentence];
    if (phrase.governor != kNoToken) {
      context.governor =
          static_cast<std::uint32_t>(hash_bytes(to_lower(tree.token(phrase.governor).lemma)));
    }
    const bool continues = i > 0 && phrases[i - 1].head.sentence == phrase.head.sentence;
    context.rank =
        continues ? static_cast<std::uint8_t>(std::min(15, contexts[i - 1].rank + 1)) : 0;
    context.reports = reports(tree, phrase.head.token);
    context.empty_it = phrase.pronoun == PronounClass::kIt && is_empty_it(tree, phrase.head.token);
    context.is_empty = phrase.pronoun == PronounClass::kIt && phrase.place != Place::kPossessor &&
                       is_surely_empty_it(document, phrase.head.sentence, phrase.head.token);
    context.perhaps_empty =
        phrase.pronoun == PronounClass::kIt && is_perhaps_empty_it(tree, phrase.head.token);
    context.bracketed = phrase.begin > 0 && tree.token(phrase.begin - 1).xpos == "-LRB-";
  }
  find_later_subjects(document, phrases, contexts);
  find_coarguments(document, phrases, by_head, contexts);
  return contexts;
}

}  // namespace newsgraph
