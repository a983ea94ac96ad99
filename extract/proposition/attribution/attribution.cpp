#include "extract/proposition/attribution/attribution.hpp"

#include <algorithm>
#include <iterator>

#include "extract/mention/lexicon.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/attribution/reported_clause.hpp"
#include "extract/proposition/clause_subjects.hpp"

namespace newsgraph {
namespace {

/// Semi-factive verbs of saying (Karttunen 1971): who notes something holds it to be so.
bool is_observation(std::string_view lemma) {
  return lemma == "note" || lemma == "recall" || lemma == "remember" || lemma == "observe" ||
         lemma == "emphasize" || lemma == "emphasise" || lemma == "stress" || lemma == "point" ||
         lemma == "underline" || lemma == "add";
}

/// "said on May 1 that": the clause hangs on a word inside the saying verb's adjunct.
std::optional<AttributedSource> stray_saying(const Document& document, TokenRef word) {
  const Tree& tree = document.tree(word.sentence);
  for (TokenIndex i = word.token; i != kNoHead; i = tree.head(i)) {
    if (tree.token(i).upos != Upos::kVerb) continue;
    if (!is_attributing(tree, i) || tree.child(i, "ccomp") != kNoToken) return std::nullopt;
    return source_of_verb(document, {word.sentence, i});
  }
  return std::nullopt;
}

/// "'The army claims that Norland won,' Roth said": parsers may join the inner clause to the outer
/// verb. Its conjunction stands right behind its own verb of saying.
std::optional<AttributedSource> stray_governor(const Document& document, TokenRef clause) {
  const Tree& tree = document.tree(clause.sentence);
  const TokenIndex mark = tree.child(clause.token, "mark");
  if (mark == kNoToken || mark == 0 || tree.token(mark).lemma != "that") return std::nullopt;
  const TokenIndex verb = mark - 1;
  if (verb == tree.head(clause.token) || !is_attributing(tree, verb)) return std::nullopt;
  if (tree.child(verb, "ccomp") != kNoToken) return std::nullopt;
  return source_of_verb(document, {clause.sentence, verb});
}

/// Whom the source at `verb` has it from, and who passes its words on: "reported, citing two
/// officials, that", "was quoted by the Herald as saying that".
std::optional<AttributedSource> cited_by(const Document& document, TokenRef verb) {
  const Tree& tree = document.tree(verb.sentence);
  std::vector<TokenIndex> beside = tree.children(verb.token);
  const TokenIndex subject = tree.child(verb.token, "nsubj");
  if (subject != kNoToken) {
    // "Reuters, citing two officials, reported": behind its subject.
    const auto& behind = tree.children(subject);
    beside.insert(beside.end(), behind.begin(), behind.end());
  }
  for (const TokenIndex c : beside) {
    const std::string& lemma = tree.token(c).lemma;
    if (!tree.is(c, "advcl") && !tree.is(c, "acl")) continue;
    if ((lemma != "cite" && lemma != "quote") || tree.token(c).xpos != "VBG") continue;
    const TokenIndex object = tree.child(c, "obj");
    if (object == kNoToken || !is_voice(document, {verb.sentence, object})) continue;
    AttributedSource source;
    source.head = TokenRef{verb.sentence, object};
    source.cue = "citing";
    source.cue_token = {verb.sentence, c};
    source.span = hull(tree.token(object).span, tree.token(c).span);
    return source;
  }
  return std::nullopt;
}

/// "Reportedly, two men died and three were hurt": before the comma that begins the sentence, the
/// adverb is of all of it.
bool leads_sentence(const Tree& tree, TokenIndex cue) {
  if (cue + 1 >= tree.size() || tree.token(cue + 1).form != ",") return false;
  for (TokenIndex t = 0; t < cue; ++t) {
    if (tree.token(t).upos != Upos::kPunct) return false;
  }
  return true;
}

/// Whether a source of the first conjunct at `first` is none of the one at `second`.
bool stops_before(const Document& document, const AttributedSource& source, TokenRef first,
                  TokenIndex second) {
  const Tree& tree = document.tree(first.sentence);
  const TokenIndex cue = source.cue_token.token;
  const bool between = cue > first.token && cue < second;
  // "killing two according to the army and hurting reportedly six": who has a source of its own.
  if (source.head) {
    return between && !adjunct_sources(document, {first.sentence, second}).empty();
  }
  // "Roth hit reportedly two men, then fled": an adverb behind the verb is of its object. "is
  // allegedly ill, and his office denies it": another subject has none of it.
  return between || (has_own_subject(tree, second) && !leads_sentence(tree, cue));
}

/// "was reported missing": the claim itself tells that it was reported.
bool tells_of_report(const Tree& tree, TokenIndex verb) {
  const TokenIndex state = tree.child(verb, "xcomp");
  return tree.token(verb).lemma == "report" && state != kNoToken &&
         tree.introducer(state, "mark").empty();
}

std::optional<AttributedSource> quoted_by(const Document& document, TokenRef saying) {
  const Tree& tree = document.tree(saying.sentence);
  const TokenIndex above = tree.head(saying.token);
  if (above == kNoHead || tree.introducer(saying.token, "mark") != "as") return std::nullopt;
  const std::string& lemma = tree.token(above).lemma;
  if (lemma != "quote" && lemma != "cite") return std::nullopt;
  auto source = source_of_verb(document, {saying.sentence, above});
  return source && source->head ? source : std::nullopt;
}

}  // namespace

std::vector<AttributedSource> Attributor::in_sentence(TokenRef head) const {
  const Tree& tree = document_.tree(head.sentence);
  std::vector<AttributedSource> inner_first;
  const auto add = [&](std::optional<AttributedSource> source) {
    if (!source) return;
    for (const AttributedSource& known : inner_first) {
      if (known.cue_token == source->cue_token) return;
    }
    inner_first.push_back(std::move(*source));
  };
  const auto add_verb = [&](TokenIndex verb) {
    const TokenRef at = {head.sentence, verb};
    add(cited_by(document_, at));
    add(source_of_verb(document_, at));
    add(quoted_by(document_, at));
  };
  // Adjuncts of what a control verb governs hold of the whole chain: "continues growing, according
  // to X".
  for (TokenIndex open = tree.child(head.token, "xcomp"); open != kNoToken;
       open = tree.child(open, "xcomp")) {
    for (AttributedSource& source : adjunct_sources(document_, {head.sentence, open})) {
      add(std::move(source));
    }
  }
  if (is_said_of_subject(tree, head.token) && !tells_of_report(tree, head.token)) {
    add_verb(head.token);
  }
  const bool direct = quotation_at(head) != nullptr;
  TokenIndex from = kNoToken;
  bool describes = false;  // a noun below what is looked at
  for (TokenIndex i = head.token; i != kNoHead; from = i, i = tree.head(i)) {
    const TokenRef at = {head.sentence, i};
    // "the missile fired on Norland" is known; "a gun used in it" is part of what is alleged.
    const TokenIndex determiner = tree.child(i, "det");
    describes |= from != kNoToken && tree.is(from, "acl") && determiner != kNoToken &&
                 tree.token(determiner).lemma == "the";
    // What depends on a source or its cue is not said by it: "according to Roth, who lives in
    // Oslo".
    const bool joined = from != kNoToken && tree.is(from, "conj");
    for (AttributedSource& source : adjunct_sources(document_, at, from)) {
      const TokenIndex cue = source.cue_token.token;
      const bool beside = joined && stops_before(document_, source, at, from);
      const Quotation* told = quotation_at(source.cue_token);
      // "Roth promised one thing: 'It is reported ...'": the cue is of the quotation.
      const bool inside = told != nullptr && told != quotation_at(at);
      // "Roth said — as reported by the Herald — '...'".
      const bool relay = direct && told == nullptr && is_relaying(tree, cue);
      // "allegedly supplied the missile fired on Norland": it was fired.
      const bool other = describes && !source.head && !leads_sentence(tree, cue);
      if (!beside && !inside && !relay && !other) add(std::move(source));
    }
    // "Roth's claim was that the act is a tool".
    for (const TokenIndex c : tree.children(i)) {
      if (tree.token(c).deprel != "nsubj:outer") continue;
      auto source = source_of_content(document_, {head.sentence, c}, at);
      // "The only conclusion is that ...": the writer's, unlike a rumour.
      const bool own = source && source->head == TokenRef{head.sentence, c} &&
                       tree.token(c).lemma == "conclusion";
      if (!own) add(std::move(source));
    }
    const TokenIndex above = tree.head(i);
    if (above == kNoHead) break;
    const Token& governor = tree.token(above);
    const TokenRef governing = {head.sentence, above};
    // "did not say whether there were victims": nobody says that there were.
    const std::string marker = tree.introducer(i, "mark");
    const bool asked = marker == "whether" || marker == "if";
    const bool complement = tree.is(i, "ccomp") && !asked && governor.upos != Upos::kNum &&
                            governor.upos != Upos::kPropn;
    const bool quoted_above = quotation_at(governing) != nullptr;
    if (!direct &&
        (stands_beside_report(tree, i) || (quoted_above && stands_beside_quotation(tree, i)))) {
      break;
    }
    if (complement) add(stray_governor(document_, at));
    const bool reported = complement || is_content_beside(tree, i);
    if (reported && (is_charge(tree, i) || is_attributing(tree, above))) add_verb(above);
    // "Rumours spread that Roth left": the content of the subject stands behind the verb.
    const TokenIndex told = tree.child(above, "nsubj");
    if (complement && marker == "that" && told != kNoToken && !is_attributing(tree, above) &&
        governor.upos == Upos::kVerb) {
      add(source_of_content(document_, {head.sentence, told}, at));
    }
    // "made it clear that": the clause hangs on the verb.
    if (complement && governor.lemma == "make") {
      const TokenIndex clear = tree.child(above, "xcomp");
      if (clear != kNoToken && is_attributing(tree, clear)) add_verb(clear);
    }
    if (is_content_of_object(tree, i)) add(source_of_verb(document_, governing));
    // Behind direct speech nothing goes on: "Roth said 'We lost,' and the hall is empty".
    const TokenIndex said = tree.child(above, "ccomp");
    const bool quoted = said != kNoToken && quotation_at({head.sentence, said}) != nullptr;
    if (!quoted && goes_on_reporting(document_, at)) {
      const TokenIndex verb = tree.is(i, "acl") ? tree.head(above) : above;
      add_verb(verb);
      continue;
    }
    const bool content =
        tree.is(i, "acl") || tree.is(i, "ccomp") || tree.is(i, "advcl") || tree.is(i, "csubj");
    if (content && governor.upos == Upos::kNoun) add(source_of_content(document_, governing, at));
    const bool finite_that = tree.introducer(i, "mark").starts_with("that");
    if (finite_that && !reported && governor.upos != Upos::kVerb && governor.lemma != "fact" &&
        !is_in_class(governor.lemma, WordClass::kSayNoun)) {
      add(stray_saying(document_, governing));
    }
  }
  std::reverse(inner_first.begin(), inner_first.end());
  return inner_first;
}

const Quotation* Attributor::quotation_at(TokenRef head) const {
  const Span span = document_.tree(head.sentence).token(head.token).span;
  // Quotations are disjoint and in order.
  const auto behind = std::upper_bound(
      quotations_.begin(), quotations_.end(), span.begin,
      [](std::uint32_t at, const Quotation& quotation) { return at < quotation.span.begin; });
  if (behind == quotations_.begin()) return nullptr;
  const Quotation& quotation = *std::prev(behind);
  return quotation.span.contains(span) && quotation.speaker ? &quotation : nullptr;
}

std::optional<TokenRef> Attributor::told_to_hearer(TokenRef source) const {
  const Tree& tree = document_.tree(source.sentence);
  if (tree.token(source.token).lemma != "you") return std::nullopt;
  if (tree.token(tree.size() - 1).form == "?") return std::nullopt;
  const Quotation* quotation = quotation_at(source);
  return quotation != nullptr ? quotation->hearer : std::nullopt;
}

std::optional<TokenRef> Attributor::cataphor(const AttributedSource& source) const {
  const TokenRef cue = source.cue_token;
  const Tree& tree = document_.tree(cue.sentence);
  if (!tree.is(cue.token, "obl") || !source.head || !reported_.is_unresolved(*source.head)) {
    return std::nullopt;
  }
  const std::vector<TokenRef> subjects =
      subjects_of(document_, {cue.sentence, tree.head(cue.token)});
  if (subjects.size() != 1 || subjects.front().token < cue.token) return std::nullopt;
  return is_voice(document_, subjects.front()) ? std::optional(subjects.front()) : std::nullopt;
}

std::vector<AttributedSource> Attributor::sources_of(TokenRef head, bool aside) const {
  std::vector<AttributedSource> sources;
  const bool presupposed =
      quotation_at(head) == nullptr && is_presupposed(document_.tree(head.sentence), head.token);
  if (!aside && !presupposed) sources = in_sentence(head);
  const bool named = std::any_of(sources.begin(), sources.end(),
                                 [](const AttributedSource& s) { return s.head.has_value(); });
  const Quotation* quotation = quotation_at(head);
  if (quotation != nullptr) {
    const AttributedSource& speaker = *quotation->speaker;
    // The verb of saying is not inside what it says.
    const Span cue = document_.tree(speaker.cue_token.sentence).token(speaker.cue_token.token).span;
    const bool known = std::any_of(sources.begin(), sources.end(), [&](const AttributedSource& s) {
      return s.cue_token == speaker.cue_token;
    });
    const bool outside = !speaker.head || !quotation->span.contains(cue);
    // What governs the quotation from outside is around its speaker ("According to the Herald,
    // Roth said: '...'"), or is the speaker's own verb ("The court found that it 'was motivated by
    // ...'").
    auto place = sources.begin();
    bool governed = false;
    for (; place != sources.end(); ++place) {
      const Token& word = document_.tree(place->cue_token.sentence).token(place->cue_token.token);
      if (quotation->span.contains(word.span)) break;
      governed |= place->head && word.upos == Upos::kVerb;
    }
    if (!known && !governed && outside && (speaker.head || sources.empty())) {
      sources.insert(place, speaker);
    }
  } else if (!named && !aside && !presupposed) {
    if (const auto& carried = reported_.carried(head.sentence)) sources.assign(1, *carried);
  }
  // "Roth said that, in her opinion, ...": one voice.
  if (sources.size() > 1) {
    std::erase_if(sources, [&](const AttributedSource& source) {
      if (!source.head || !source.cue.starts_with("in the ")) return false;
      const Tree& tree = document_.tree(source.head->sentence);
      const bool possessive = tree.token(source.head->token).upos == Upos::kPron;
      return possessive && sources.front().head && is_person(document_, *sources.front().head) &&
             source.cue_token != sources.front().cue_token;
    });
  }
  for (AttributedSource& source : sources) {
    if (!source.head) continue;
    if (const auto hearer = told_to_hearer(*source.head)) {
      source.head = hearer;
      continue;
    }
    if (const auto antecedent = reported_.spoke_before(*source.head)) {
      source.head = antecedent;
    } else if (const auto behind = cataphor(source)) {
      source.head = behind;
    }
  }
  // In direct speech "we believe" is the speaker's belief.
  if (quotation != nullptr && quotation->speaker->head && sources.size() > 1) {
    std::erase_if(sources, [&](const AttributedSource& source) {
      if (!source.head) return false;
      const Token& word = document_.tree(source.head->sentence).token(source.head->token);
      const std::string form = to_lower(word.form);
      return form == "i" || form == "we" || form == "my" || form == "our" || form == "us";
    });
  }
  // "It is noted that" without anyone who notes it presents what follows as a fact.
  std::erase_if(sources, [&](const AttributedSource& source) {
    const Token& cue = document_.tree(source.cue_token.sentence).token(source.cue_token.token);
    return !source.head && source.cue.starts_with("it is ") && is_observation(cue.lemma);
  });
  // "It shows that ..." of nobody knows what.
  std::erase_if(sources, [&](const AttributedSource& source) {
    if (!source.head || !reported_.is_unresolved(*source.head)) return false;
    const Token& cue = document_.tree(source.cue_token.sentence).token(source.cue_token.token);
    const Token& pronoun = document_.tree(source.head->sentence).token(source.head->token);
    return is_in_class(cue.lemma, WordClass::kEvidence) && pronoun.lemma != "he" &&
           pronoun.lemma != "she" && pronoun.lemma != "they";
  });
  return sources;
}

}  // namespace newsgraph
