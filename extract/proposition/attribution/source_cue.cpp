#include "extract/proposition/attribution/source_cue.hpp"

#include <algorithm>

#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/clause_subjects.hpp"
#include "extract/proposition/factuality/negation.hpp"
#include "extract/proposition/factuality/predicate_marks.hpp"
#include "extract/proposition/factuality/signature.hpp"

namespace newsgraph {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

AttributedSource make_source(const Document& document, TokenRef head, TokenRef cue,
                             std::string words) {
  AttributedSource source;
  source.head = head;
  source.cue = std::move(words);
  source.cue_token = cue;
  source.span = hull(document.tree(head.sentence).token(head.token).span,
                     document.tree(cue.sentence).token(cue.token).span);
  return source;
}

AttributedSource headless(const Document& document, TokenRef cue, std::string words) {
  AttributedSource source;
  source.cue = std::move(words);
  source.cue_token = cue;
  source.span = document.tree(cue.sentence).token(cue.token).span;
  return source;
}

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

/// What somebody has written or said, as against a medium: "a tweet by Roth", but "Norland's
/// media".
bool is_message(std::string_view noun) {
  return is_in_class(noun, WordClass::kSayNoun) || is_in_class(noun, WordClass::kOpinion) ||
         is_one_of(noun, {"tweet", "post", "letter", "memo", "email", "message", "testimony",
                          "remark", "comment", "speech", "article", "study"});
}

/// Whose words `noun` stands for: "Roth's statement", "claims by officials", "the words of Roth";
/// none where nobody is named.
TokenIndex holder_of(const Document& document, TokenRef noun) {
  const Tree& tree = document.tree(noun.sentence);
  const TokenIndex possessor = tree.child(noun.token, "nmod:poss");
  if (possessor != kNoToken) return possessor;
  const bool opinion = is_in_class(tree.token(noun.token).lemma, WordClass::kOpinion);
  for (const TokenIndex c : tree.children(noun.token)) {
    if (!tree.is(c, "nmod") || !is_voice(document, {noun.sentence, c})) continue;
    const std::string preposition = tree.introducer(c, "case");
    if (is_one_of(preposition, {"by", "from"}) || (opinion && preposition == "of")) return c;
  }
  return kNoToken;
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

/// "told Reuters", "informed the council": an object that hears.
bool has_only_hearer(const Tree& tree, TokenIndex verb) {
  const TokenIndex object = tree.child(verb, "obj");
  return object == kNoToken ||
         is_one_of(tree.token(verb).lemma, {"tell", "inform", "assure", "remind"}) ||
         (tree.token(verb).lemma == "put" && tree.token(object).lemma == "it");
}

/// "..., stated minister Ana Roth, and was left there": inserted with its subject behind it, which
/// parsers take for a conjunct.
bool is_inserted(const Tree& tree, TokenIndex verb) {
  const TokenIndex subject = tree.child(verb, "nsubj");
  return tree.is(verb, "conj") && is_saying(tree, verb) && subject > verb &&
         tree.child(verb, {"cc", "aux", "aux:pass"}) == kNoToken;
}

/// "as Roth said", "Roth told Reuters" between commas: a clause of saying that lacks what is said.
bool is_parenthetical(const Tree& tree, TokenIndex c) {
  const bool as = tree.is(c, "advcl") && tree.introducer(c, "mark") == "as";
  if (!as && !tree.is(c, "parataxis") && !is_inserted(tree, c)) return false;
  const bool put = as && tree.token(c).lemma == "put";
  if (!put && !is_attributing(tree, c)) return false;
  if (tree.child(c, {"ccomp", "xcomp"}) != kNoToken || !has_only_hearer(tree, c)) return false;
  // "..., it is said,": not every passive beside a clause.
  if (!as && tree.child(c, "aux:pass") != kNoToken &&
      !is_in_class(tree.token(c).lemma, WordClass::kHearsay)) {
    return false;
  }
  for (const TokenIndex d : tree.children(c)) {
    const Token& token = tree.token(d);
    if (token.xpos == "MD" || (tree.is(d, "advmod") && token.lemma == "not")) return false;
    // "the army may not think about it": about something else.
    if (!as && tree.is(d, "obl") && tree.introducer(d, "case") == "about") return false;
  }
  return true;
}

/// "The treaty, Roth said, protects the harbour": behind the subject parsers take the source for
/// its apposition.
std::optional<AttributedSource> inserted_behind(const Document& document, TokenRef subject) {
  const Tree& tree = document.tree(subject.sentence);
  for (const TokenIndex verb : tree.children(subject.token)) {
    if (!tree.is(verb, "parataxis") || !is_saying(tree, verb)) continue;
    if (tree.child(verb, {"nsubj", "ccomp", "obj"}) != kNoToken) continue;
    for (const TokenIndex name : tree.children(subject.token)) {
      if (!tree.is(name, "appos") || name >= verb) continue;
      if (tree.subtree(name).back() + 1 != verb) continue;
      return make_source(document, {subject.sentence, name}, {subject.sentence, verb},
                         to_lower(tree.token(verb).form));
    }
  }
  return std::nullopt;
}

/// "according to X", "per X", "in X's opinion", "by X's own account" at `c`.
std::optional<AttributedSource> source_of_oblique(const Document& document, TokenRef c) {
  const Tree& tree = document.tree(c.sentence);
  const Token& token = tree.token(c.token);
  const std::string preposition = tree.introducer(c.token, "case");
  if (preposition == "according to" || preposition == "as per" ||
      (preposition == "per" &&
       (document.name_at(document.referent(c)) || is_in_class(token.lemma, WordClass::kSayNoun)))) {
    // "according to the law", "according to plan": a norm, not a voice.
    if (is_in_class(token.lemma, WordClass::kNorm)) return std::nullopt;
    // "according to Roth's statement": Roth.
    const bool message = is_message(token.lemma);
    const TokenIndex holder = message ? holder_of(document, c) : kNoToken;
    const TokenRef head = {c.sentence, holder != kNoToken ? holder : c.token};
    AttributedSource source = make_source(document, head, c, preposition);
    source.span = document.argument_span(c);
    return source;
  }
  if (!is_one_of(preposition, {"in", "by", "on", "from"})) return std::nullopt;
  if (!is_in_class(token.lemma, WordClass::kOpinion)) return std::nullopt;
  const TokenIndex holder = holder_of(document, c);
  // "in some assessments" names no one, but is someone's voice all the same.
  const bool speaks = is_one_of(token.lemma, {"assessment", "account", "estimate", "version"}) &&
                      token.xpos == "NNS";
  if (holder == kNoToken && !speaks) return std::nullopt;
  AttributedSource source = make_source(
      document, {c.sentence, holder != kNoToken ? holder : c.token}, c,
      holder != kNoToken ? preposition + " the " + to_lower(token.form) + " of" : preposition);
  source.span = document.argument_span(c);
  return source;
}

/// "the deputy head of the office of the president, Igor Kern, noted", "said co-author Professor
/// Ana Roth": parsers hang the name on an inner noun or take the role for a modifier. The name of a
/// person that ends a subject without a name of its own is the speaker.
TokenRef named_speaker(const Document& document, TokenRef subject, TokenRef verb) {
  const Tree& tree = document.tree(subject.sentence);
  if (tree.token(subject.token).upos != Upos::kNoun) return subject;
  if (document.name_at(document.referent(subject))) return subject;
  TokenIndex last = kNoToken;
  for (const TokenIndex t : tree.subtree(subject.token)) {
    if (tree.token(t).upos == Upos::kPunct || t == verb.token) continue;
    last = t;
  }
  if (last == kNoToken || last <= subject.token) return subject;
  const auto name = document.name_at({subject.sentence, last});
  if (!name) return subject;
  const NamedMention& mention = tree.sentence().names[*name];
  if (mention.type != NameType::kPerson) return subject;
  // The head of the name, and how it is joined.
  TokenIndex head = static_cast<TokenIndex>(mention.begin);
  while (tree.head(head) != kNoHead &&
         document.name_at({subject.sentence, tree.head(head)}) == name) {
    head = tree.head(head);
  }
  const bool beside = tree.is(head, "appos") || tree.is(head, "flat") || tree.is(head, "list");
  return beside ? TokenRef{subject.sentence, head} : subject;
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
  if ((passive && !is_convinced(token)) ||
      (is_bare_passive(tree, verb.token) && tree.introducer(verb.token, "mark") == "as")) {
    const TokenIndex agent = agent_of(tree, verb.token);
    if (agent != kNoToken) {
      return make_source(document, {verb.sentence, agent}, verb, form);
    }
    // "It is expected that" tells of the future, not of a source.
    if (!is_saying(tree, verb.token) && !is_in_class(token.lemma, WordClass::kHearsay)) {
      return std::nullopt;
    }
    return headless(document, verb, (passive ? "it is " : "as ") + form);
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

std::vector<AttributedSource> adjunct_sources(const Document& document, TokenRef head,
                                              TokenIndex skipped) {
  const Tree& tree = document.tree(head.sentence);
  std::vector<AttributedSource> found;
  const auto first_of = [&](auto&& source_at) {
    for (const TokenIndex c : tree.children(head.token)) {
      if (c == skipped) continue;
      if (auto source = source_at(c)) {
        found.push_back(std::move(*source));
        return;
      }
    }
  };
  first_of([&](TokenIndex c) -> std::optional<AttributedSource> {
    const Token& token = tree.token(c);
    if (!tree.is(c, "advmod") || token.upos != Upos::kAdv) return std::nullopt;
    if (!is_in_class(token.lemma, WordClass::kHearsay)) return std::nullopt;
    return headless(document, {head.sentence, c}, to_lower(token.form));
  });
  first_of([&](TokenIndex c) -> std::optional<AttributedSource> {
    if (!is_parenthetical(tree, c)) return std::nullopt;
    return source_of_verb(document, {head.sentence, c});
  });
  first_of([&](TokenIndex c) -> std::optional<AttributedSource> {
    if (!tree.is(c, "nsubj")) return std::nullopt;
    return inserted_behind(document, {head.sentence, c});
  });
  first_of([&](TokenIndex c) -> std::optional<AttributedSource> {
    if (!tree.is(c, "obl") && !tree.is(c, "nmod") && !tree.is(c, "advcl")) return std::nullopt;
    return source_of_oblique(document, {head.sentence, c});
  });
  return found;
}

}  // namespace newsgraph
