#include "extract/proposition/attribution/source_cue.hpp"

#include <algorithm>

#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/attribution/source_phrase.hpp"
#include "extract/proposition/clause_subjects.hpp"
#include "extract/proposition/factuality/negation.hpp"
#include "extract/proposition/factuality/predicate_marks.hpp"
#include "extract/proposition/factuality/signature.hpp"

namespace newsgraph {
namespace {

/// "did not say that", "nobody said that": no one's words.
bool is_denied_saying(const Document& document, TokenRef verb) {
  const Tree& tree = document.tree(verb.sentence);
  if (!is_saying(tree, verb.token)) return false;
  if (marks_of(tree, verb.token).polarity == Polarity::kNegated) return true;
  for (const TokenRef subject : subjects_of(document, verb)) {
    const Tree& there = document.tree(subject.sentence);
    const std::string lemma = to_lower(there.token(subject.token).lemma);
    if (lemma == "nobody" || lemma == "none" || is_excluded(there, subject.token)) return true;
  }
  return false;
}

/// "as reported by Reuters", "as previously announced": a passive without auxiliary.
bool is_bare_passive(const Tree& tree, TokenIndex verb) {
  return tree.token(verb).xpos == "VBN" && tree.child(verb, {"aux", "nsubj"}) == kNoToken;
}

/// The agent of a passive, whichever of the two relations the parser gives it.
TokenIndex agent_of(const Tree& tree, TokenIndex verb) {
  for (const TokenIndex c : tree.children(verb)) {
    if (tree.token(c).deprel == "obl:agent") return c;
  }
  for (const TokenIndex c : tree.children(verb)) {
    if (tree.is(c, "obl") && tree.introducer(c, "case") == "by") return c;
  }
  return kNoToken;
}

/// "is convinced that": a participle for parsers, an adjective by its meaning.
bool is_convinced(const Token& token) {
  return token.xpos == "VBN" && is_in_class(to_lower(token.form), WordClass::kConviction);
}

/// Verbs that make a noun of saying their subject's: "expressed the opinion that", "has the
/// impression that", "repeated the claim that", "drew attention to the fact that".
bool takes_for_its_own(const Tree& tree, TokenIndex verb) {
  const std::string& lemma = tree.token(verb).lemma;
  return is_saying(tree, verb) || is_in_class(lemma, WordClass::kLight) ||
         is_one_of(lemma, {"draw", "call", "voice", "hold", "share", "keep", "spread", "put",
                           "issue", "publish", "offer", "form", "come", "reach", "refer"});
}

/// "under the impression that", "centers on the belief that": a frame of mind, not a message.
bool is_belief(std::string_view noun) {
  return is_one_of(noun, {"belief", "conviction", "impression", "opinion", "view", "conclusion",
                          "assumption", "fear", "hope", "suspicion"});
}

/// Verbs of saying that a person may be the object of: "told Keller" has no speaker behind it.
bool has_person_as_object(std::string_view verb) {
  return is_one_of(verb, {"tell", "inform", "assure", "remind", "warn", "caution", "accuse",
                          "advise", "quote", "cite", "mention", "rule", "read"});
}

/// "..., showing that": a participle whose subject is what the clause before it tells.
bool is_consequence(const Tree& tree, TokenIndex verb) {
  if (!tree.is(verb, "advcl") || tree.token(verb).xpos != "VBG" || tree.head(verb) > verb) {
    return false;
  }
  return !is_one_of(tree.token(verb).lemma, {"point", "confirm", "suggest"}) &&
         !is_saying(tree, tree.head(verb)) && tree.introducer(verb, "mark").empty();
}

}  // namespace

bool is_saying(const Tree& tree, TokenIndex i, bool quoting) {
  const Token& token = tree.token(i);
  if (token.upos != Upos::kVerb && token.upos != Upos::kAux) return false;
  return is_in_class(token.lemma, WordClass::kSay) ||
         (quoting && is_in_class(token.lemma, WordClass::kQuote));
}

bool is_relaying(const Tree& tree, TokenIndex i) {
  return is_saying(tree, i) && is_bare_passive(tree, i) && tree.introducer(i, "mark") == "as";
}

bool is_attributing(const Tree& tree, TokenIndex i) {
  const Token& token = tree.token(i);
  if (token.upos == Upos::kAdj) {
    const TokenIndex above = tree.head(i);
    // "made clear that", "made it clear that".
    if (token.lemma == "clear") {
      return above != kNoHead && tree.token(above).lemma == "make" && tree.is(i, "xcomp");
    }
    return is_in_class(token.lemma, WordClass::kConviction);
  }
  if (is_saying(tree, i)) return true;
  if (token.upos != Upos::kVerb) return false;
  if (is_convinced(token)) return true;
  // "lied that"; but "the harbour lies in Oslo".
  if (token.lemma == "lie") return tree.child(i, "ccomp") != kNoToken;
  return is_in_class(token.lemma, WordClass::kDeny) ||
         is_in_class(token.lemma, WordClass::kEvidence) ||
         (is_in_class(token.lemma, WordClass::kThink) &&
          !is_in_class(token.lemma, WordClass::kFactive));
}

bool is_person(const Document& document, TokenRef head) {
  const Tree& tree = document.tree(head.sentence);
  const TokenRef named = document.referent(head);
  if (const auto name = document.name_at(named)) {
    return document.tree(named.sentence).sentence().names[*name].type == NameType::kPerson;
  }
  const std::string lemma = to_lower(tree.token(head.token).lemma);
  return noun_class(lemma) == NounClass::kPerson || is_in_class(lemma, WordClass::kRole);
}

bool is_voice(const Document& document, TokenRef head) {
  if (document.name_at(document.referent(head)) || is_person(document, head)) return true;
  const Token& token = document.tree(head.sentence).token(head.token);
  if (token.upos == Upos::kPron || token.upos == Upos::kPropn) return true;
  switch (noun_class(token.lemma)) {
    case NounClass::kPerson:
    case NounClass::kGroup:
    case NounClass::kLocation:
    case NounClass::kCommunication:
      return true;
    default:
      return is_in_class(token.lemma, WordClass::kText) ||
             is_in_class(token.lemma, WordClass::kBody) ||
             is_in_class(token.lemma, WordClass::kSayNoun);
  }
}

std::optional<AttributedSource> source_of_verb(const Document& document, TokenRef verb) {
  const Tree& tree = document.tree(verb.sentence);
  const Token& token = tree.token(verb.token);
  if (is_denied_saying(document, verb)) return std::nullopt;
  const std::string form = to_lower(token.form);
  const bool passive = tree.child(verb.token, "aux:pass") != kNoToken ||
                       tree.child(verb.token, "nsubj:pass") != kNoToken;
  const bool beside = tree.is(verb.token, "acl") ||
                      (tree.is(verb.token, "advcl") && agent_of(tree, verb.token) != kNoToken);
  const bool relayed =
      is_bare_passive(tree, verb.token) && (tree.introducer(verb.token, "mark") == "as" || beside);
  if ((passive && !is_convinced(token)) || relayed) {
    const TokenIndex agent = agent_of(tree, verb.token);
    // "as shown by his departure": what proves it says nothing.
    const bool proves = relayed && agent != kNoToken &&
                        (is_in_class(token.lemma, WordClass::kEvidence) || token.lemma == "see") &&
                        !is_voice(document, {verb.sentence, agent});
    if (proves) return std::nullopt;
    if (agent != kNoToken) {
      return make_source(document, {verb.sentence, agent}, verb, form);
    }
    // "It is expected that" tells of the future, not of a source.
    if (!is_saying(tree, verb.token) && !is_in_class(token.lemma, WordClass::kHearsay)) {
      return std::nullopt;
    }
    return headless(document, verb,
                    (tree.introducer(verb.token, "mark") == "as" ? "as " : "it is ") + form);
  }
  // "'We lost,' said co-author Ana Roth."
  const TokenIndex said = tree.child(verb.token, "ccomp");
  if (said != kNoToken && said < verb.token && is_saying(tree, verb.token)) {
    if (auto inverted = source_of_inversion(document, verb)) return inverted;
  }
  std::vector<TokenRef> subjects = subjects_of(document, verb);
  // "cited the army as stating that": here the object speaks.
  const TokenIndex above = tree.head(verb.token);
  if (above != kNoHead && tree.introducer(verb.token, "mark") == "as" &&
      is_one_of(tree.token(above).lemma, {"cite", "quote"})) {
    const TokenIndex object = tree.child(above, "obj");
    if (object != kNoToken) subjects.assign(1, {verb.sentence, object});
  }
  // "made clear": whoever made it so.
  if (token.lemma == "clear" && tree.head(verb.token) != kNoHead) {
    subjects = subjects_of(document, {verb.sentence, tree.head(verb.token)});
  }
  if (subjects.empty()) return std::nullopt;
  const TokenRef subject = subjects.front();
  if (tree.child(verb.token, "expl") != kNoToken || tree.token(subject.token).xpos == "EX") {
    return std::nullopt;
  }
  // "The failure suggests that ...", "Brandt was elected, showing that ...": an inference, nobody's
  // words.
  if (is_in_class(token.lemma, WordClass::kEvidence) &&
      (!is_voice(document, subject) || is_consequence(tree, verb.token))) {
    return std::nullopt;
  }
  TokenRef head = subject;
  // "his view is that", "the ministry's report says": a view is its holder's.
  if (is_in_class(tree.token(subject.token).lemma, WordClass::kOpinion)) {
    const TokenIndex holder = holder_of(document, subject);
    if (holder != kNoToken) head.token = holder;
  }
  head = named_speaker(document, head, verb);
  return make_source(document, head, verb, form);
}

std::optional<AttributedSource> source_of_inversion(const Document& document, TokenRef verb) {
  const Tree& tree = document.tree(verb.sentence);
  const Token& token = tree.token(verb.token);
  // Taggers do not know a verb in the past that begins a sentence.
  const bool past = token.xpos == "VBD" || (verb.token == 0 && token.form.ends_with("ed"));
  if (!past || has_person_as_object(token.lemma)) return std::nullopt;
  if (tree.child(verb.token, {"nsubj", "nsubj:pass", "mark", "aux", "aux:pass", "cc"}) !=
      kNoToken) {
    return std::nullopt;
  }
  const TokenIndex object = tree.child(verb.token, "obj");
  if (object == kNoToken || tree.subtree(object).front() != verb.token + 1) return std::nullopt;
  TokenRef speaker = named_speaker(document, {verb.sentence, object}, verb);
  if (!is_person(document, speaker)) speaker = last_person(document, {verb.sentence, object});
  if (!is_person(document, speaker)) return std::nullopt;
  return make_source(document, speaker, verb, to_lower(token.form));
}

std::optional<AttributedSource> source_of_content(const Document& document, TokenRef noun,
                                                  TokenRef clause) {
  const Tree& tree = document.tree(noun.sentence);
  const std::string& lemma = tree.token(noun.token).lemma;
  const bool fact = lemma == "fact";
  if (!fact && !is_in_class(lemma, WordClass::kSayNoun)) return std::nullopt;
  // "the claim that it failed", "allegations it failed"; "that" may hang on a later verb.
  const std::string& relation = tree.token(clause.token).deprel;
  const bool bare =
      (relation == "acl" || relation == "ccomp") && tree.child(clause.token, "nsubj") != kNoToken &&
      tree.introducer(clause.token, "mark").empty() && tree.token(clause.token).xpos != "VBG";
  if (!bare && !tree.introducer(clause.token, "mark").starts_with("that")) return std::nullopt;
  // "Sources close to the palace report that": a verb that was taken for its noun has a subject.
  const TokenIndex subject = tree.child(noun.token, "nsubj");
  if (subject != kNoToken && subject < noun.token && tree.child(noun.token, "cop") == kNoToken &&
      is_voice(document, {noun.sentence, subject})) {
    AttributedSource source = make_source(document, {noun.sentence, subject}, noun, lemma);
    const Token& last = tree.token(noun.token - 1);
    source.phrase = {document.argument_span({noun.sentence, subject}).begin, last.span.end};
    return source;
  }
  const TokenIndex holder = fact ? kNoToken : holder_of(document, noun);
  if (holder != kNoToken) {
    return make_source(document, {noun.sentence, holder}, noun, lemma);
  }
  const std::string preposition = tree.introducer(noun.token, "case");
  TokenIndex verb = tree.head(noun.token);
  while (verb != kNoHead && tree.token(verb).upos == Upos::kNoun && verb < noun.token) {
    verb = tree.head(verb);
  }
  if (verb != kNoHead && tree.token(verb).upos == Upos::kVerb) {
    const bool argument = tree.is(noun.token, "obj") || preposition == "to";
    const bool mind = is_belief(lemma) && is_one_of(preposition, {"on", "in", "under", "of", "at"});
    const bool passive = tree.is(noun.token, "nsubj:pass");
    const bool agent = agent_of(tree, verb) != kNoToken;
    if (((argument && takes_for_its_own(tree, verb)) || mind) && !passive) {
      if (auto source = source_of_verb(document, {noun.sentence, verb})) return source;
    }
    // "dismissed reports that", "reports that ... were dismissed by Roth": the denial's.
    const bool denied = signature_of(tree.token(verb).lemma, Frame::kContent).has_value() &&
                        marks_of(tree, verb).polarity == Polarity::kAffirmed;
    if (denied && relation == "acl" &&
        ((tree.is(noun.token, "obj") && !passive) || (passive && agent))) {
      if (auto source = source_of_verb(document, {noun.sentence, verb})) return source;
    }
    // "The claim that ... was made by Roth".
    if (passive && agent && takes_for_its_own(tree, verb)) {
      return source_of_verb(document, {noun.sentence, verb});
    }
  }
  if (fact) return std::nullopt;
  // "The army is under the impression that".
  if (is_belief(lemma) && tree.child(noun.token, "cop") != kNoToken) {
    const std::vector<TokenRef> subjects = subjects_of(document, noun);
    if (!subjects.empty()) return make_source(document, subjects.front(), noun, lemma);
  }
  return make_source(document, noun, noun, lemma);
}

}  // namespace newsgraph
