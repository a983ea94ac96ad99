#include "extract/proposition/attribution.hpp"

#include <algorithm>
#include <iterator>

#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/clause.hpp"

namespace newsgraph {
namespace {

bool is_saying(const Token& token) {
  return (token.upos == Upos::kVerb || token.upos == Upos::kAux) &&
         is_in_class(token.lemma, WordClass::kSay);
}

bool is_attributing(const Token& token) {
  return is_saying(token) ||
         (token.upos == Upos::kVerb && (is_in_class(token.lemma, WordClass::kDeny) ||
                                        (is_in_class(token.lemma, WordClass::kThink) &&
                                         !is_in_class(token.lemma, WordClass::kFactive))));
}

Span whole(const Document& document, TokenRef source, TokenRef cue) {
  const Span a = document.tree(source.sentence).token(source.token).span;
  const Span b = document.tree(cue.sentence).token(cue.token).span;
  return hull(a, b);
}

/// The source of the verb of saying at `verb`; a passive one without agent has none.
std::optional<AttributedSource> source_of_verb(const Document& document, TokenRef verb) {
  const Tree& tree = document.tree(verb.sentence);
  const Token& token = tree.token(verb.token);
  AttributedSource source;
  source.cue = to_lower(token.form);
  source.cue_token = verb;
  const bool passive = tree.child(verb.token, "aux:pass") != kNoToken ||
                       tree.child(verb.token, "nsubj:pass") != kNoToken;
  if (passive) {
    const TokenIndex agent = tree.child(verb.token, "obl:agent");
    if (agent != kNoToken) {
      source.head = TokenRef{verb.sentence, agent};
      source.span = whole(document, *source.head, verb);
      return source;
    }
    source.cue = "it is " + source.cue;
    source.span = token.span;
    return source;
  }
  const std::vector<TokenRef> subjects = subjects_of(document, verb);
  if (subjects.empty()) return std::nullopt;
  const Token& subject = tree.token(subjects.front().token);
  if (tree.child(verb.token, "expl") != kNoToken || subject.xpos == "EX") return std::nullopt;
  source.head = subjects.front();
  source.span = whole(document, *source.head, verb);
  return source;
}

/// "according to X", "in X's opinion" on the predicate at `head`.
std::optional<AttributedSource> source_of_oblique(const Document& document, TokenRef head) {
  const Tree& tree = document.tree(head.sentence);
  for (const TokenIndex c : tree.children(head.token)) {
    if (!tree.is(c, "obl") && !tree.is(c, "nmod") && !tree.is(c, "advcl")) continue;
    const std::string introducer = tree.introducer(c, "case");
    TokenRef source_head = {head.sentence, c};
    const bool according = introducer == "according to";
    const TokenIndex possessor = tree.child(c, "nmod:poss");
    const bool opinion = possessor != kNoToken && (introducer == "in" || introducer == "by") &&
                         is_in_class(tree.token(c).lemma, WordClass::kSayNoun);
    if (opinion) source_head.token = possessor;
    if (!according && !opinion) {
      continue;
    }
    // "according to these assessments" names no one, but is someone's voice all the same.
    AttributedSource source;
    source.head = source_head;
    source.cue = according ? "according to" : "in the " + tree.token(c).lemma + " of";
    source.cue_token = {head.sentence, c};
    source.span = document.argument_span({head.sentence, c});
    return source;
  }
  return std::nullopt;
}

/// "as X said", "X said" between commas.
std::optional<AttributedSource> source_of_parenthesis(const Document& document, TokenRef head) {
  const Tree& tree = document.tree(head.sentence);
  for (const TokenIndex c : tree.children(head.token)) {
    const bool parenthesis = tree.is(c, "parataxis");
    const bool as_said = tree.is(c, "advcl") && tree.introducer(c, "mark") == "as";
    if (!parenthesis && !as_said) continue;
    if (!is_attributing(tree.token(c)) || tree.child(c, {"ccomp", "obj"}) != kNoToken) continue;
    if (auto source = source_of_verb(document, {head.sentence, c})) return source;
  }
  return std::nullopt;
}

std::optional<AttributedSource> hearsay(const Document& document, TokenRef head) {
  const Tree& tree = document.tree(head.sentence);
  for (const TokenIndex c : tree.children(head.token)) {
    const Token& token = tree.token(c);
    if (!tree.is(c, "advmod") || !is_in_class(token.lemma, WordClass::kHearsay)) continue;
    AttributedSource source;
    source.cue = to_lower(token.form);
    source.cue_token = {head.sentence, c};
    source.span = token.span;
    return source;
  }
  return std::nullopt;
}

/// The verb of saying without a clause of its own above a word that cannot have one.
std::optional<AttributedSource> stray_saying(const Document& document, TokenRef word) {
  const Tree& tree = document.tree(word.sentence);
  for (TokenIndex i = word.token; i != kNoHead; i = tree.head(i)) {
    const Token& token = tree.token(i);
    if (token.upos != Upos::kVerb) continue;
    if (!is_attributing(token) || tree.child(i, "ccomp") != kNoToken) return std::nullopt;
    return source_of_verb(document, {word.sentence, i});
  }
  return std::nullopt;
}

/// "expressed the opinion that", "drew attention to the fact that": whoever does it to the noun.
std::optional<AttributedSource> source_of_noun_verb(const Document& document, TokenRef noun) {
  const Tree& tree = document.tree(noun.sentence);
  if (!tree.is(noun.token, "obj") && !tree.is(noun.token, "obl") && !tree.is(noun.token, "nmod")) {
    return std::nullopt;
  }
  TokenIndex verb = tree.head(noun.token);
  while (verb != kNoHead && tree.token(verb).upos == Upos::kNoun) verb = tree.head(verb);
  if (verb == kNoHead || tree.token(verb).upos != Upos::kVerb) return std::nullopt;
  const std::string preposition = tree.introducer(noun.token, "case");
  if (!preposition.empty() && preposition != "to") return std::nullopt;
  return source_of_verb(document, {noun.sentence, verb});
}

bool same_source(const AttributedSource& a, const AttributedSource& b) {
  return a.cue_token == b.cue_token;
}

constexpr std::string_view kOpening = "\xE2\x80\x9C";  // “
constexpr std::string_view kClosing = "\xE2\x80\x9D";  // ”

/// Quotation marks of one block as spans; a mark left open at the end of the block runs to it.
std::vector<Span> quoted_spans(std::string_view text, Span block, bool& open) {
  std::vector<Span> spans;
  std::uint32_t begin = block.begin;
  // Speech that runs over paragraphs opens each of them with a mark of its own.
  bool inside = false;
  for (std::uint32_t i = block.begin; i < block.end; ++i) {
    const std::string_view rest = text.substr(i, block.end - i);
    const bool straight = rest[0] == '"';
    const bool opens = rest.starts_with(kOpening) || (straight && !inside);
    const bool closes = rest.starts_with(kClosing) || (straight && inside);
    if (opens && !inside) {
      inside = true;
      begin = i;
    } else if (closes && inside) {
      inside = false;
      spans.push_back({begin, i + (straight ? 1 : 3)});
    }
  }
  open = inside;
  if (inside) spans.push_back({begin, block.end});
  return spans;
}

/// Quotations of fewer bytes are words held at arm's length, not speech.
constexpr std::size_t kSpeechBytes = 30;

}  // namespace

std::vector<Quotation> find_quotations(const Document& document) {
  std::vector<Quotation> quotations;
  bool open = false;
  std::optional<AttributedSource> last_speaker;
  std::uint32_t first_sentence = 0;
  for (const Block& block : document.article().blocks) {
    if (block.kind != BlockKind::kParagraph) continue;
    const bool was_open = open;
    const std::vector<Span> spans = quoted_spans(document.article().text, block.span, open);
    // Speakers that verbs of saying outside the quotation marks give in this paragraph.
    std::vector<AttributedSource> speakers;
    while (first_sentence < document.size() &&
           document.sentences()[first_sentence].span.begin < block.span.begin) {
      ++first_sentence;
    }
    for (std::uint32_t s = first_sentence;
         s < document.size() && document.sentences()[s].span.end <= block.span.end; ++s) {
      const Tree& tree = document.tree(s);
      for (TokenIndex i = 0; i < tree.size(); ++i) {
        if (!is_saying(tree.token(i))) continue;
        bool quoted = false;
        const auto after =
            std::upper_bound(spans.begin(), spans.end(), tree.token(i).span.begin,
                             [](std::uint32_t at, const Span& span) { return at < span.begin; });
        quoted = after != spans.begin() && std::prev(after)->contains(tree.token(i).span);
        if (quoted) continue;
        const auto source = source_of_verb(document, {s, i});
        if (source && source->head) speakers.push_back(*source);
      }
    }
    for (const Span& span : spans) {
      if (span.size() < kSpeechBytes) continue;
      Quotation quotation;
      quotation.span = span;
      std::uint32_t nearest = 0xFFFFFFFF;
      // Speakers are in order of the text: the one before the quotation and the one behind it.
      const auto next = std::lower_bound(speakers.begin(), speakers.end(), span.begin,
                                         [&](const AttributedSource& speaker, std::uint32_t at) {
                                           return document.tree(speaker.cue_token.sentence)
                                                      .token(speaker.cue_token.token)
                                                      .span.begin < at;
                                         });
      const auto first_near = next == speakers.begin() ? next : std::prev(next);
      const auto last_near = next == speakers.end() ? next : std::next(next);
      for (auto near = first_near; near != last_near; ++near) {
        const AttributedSource& speaker = *near;
        const Span& cue =
            document.tree(speaker.cue_token.sentence).token(speaker.cue_token.token).span;
        const std::uint32_t distance = cue.begin >= span.end
                                           ? cue.begin - span.end
                                           : span.begin - std::min(span.begin, cue.end);
        if (distance < nearest) {
          nearest = distance;
          quotation.speaker = speaker;
        }
      }
      // A paragraph that is nothing but speech goes on with the speaker before it.
      const bool all_speech = span.size() + 4 >= block.span.size();
      if (!quotation.speaker && (was_open || all_speech)) quotation.speaker = last_speaker;
      if (quotation.speaker) last_speaker = quotation.speaker;
      quotations.push_back(quotation);
    }
  }
  return quotations;
}

std::vector<AttributedSource> attribution_of(const Document& document, TokenRef head,
                                             const std::vector<Quotation>& quotations) {
  const Tree& tree = document.tree(head.sentence);
  std::vector<AttributedSource> inner_first;
  const auto add = [&](std::optional<AttributedSource> source) {
    if (!source) return;
    for (const AttributedSource& known : inner_first) {
      if (same_source(known, *source)) return;
    }
    inner_first.push_back(*source);
  };
  // Adjuncts of what a control verb governs hold of the whole chain: "continues growing, according
  // to X".
  for (TokenIndex open = tree.child(head.token, "xcomp"); open != kNoToken;
       open = tree.child(open, "xcomp")) {
    add(source_of_oblique(document, {head.sentence, open}));
    add(hearsay(document, {head.sentence, open}));
  }
  for (TokenIndex i = head.token; i != kNoHead; i = tree.head(i)) {
    const TokenRef at = {head.sentence, i};
    add(hearsay(document, at));
    add(source_of_parenthesis(document, at));
    const TokenIndex above = tree.head(i);
    // "according to X" holds of the whole clause it stands in, and of what depends on that.
    const bool itself_inside = i != head.token && tree.introducer(i, "case") == "according to";
    if (!itself_inside) add(source_of_oblique(document, at));
    if (above == kNoHead) break;
    const Token& governor = tree.token(above);
    const bool complement =
        tree.is(i, "ccomp") && governor.upos != Upos::kNum && governor.upos != Upos::kPropn;
    const bool reported = complement || tree.is(i, "csubj:pass") ||
                          (tree.is(i, "parataxis") && above > i) ||
                          (tree.is(i, "xcomp") && is_in_class(governor.lemma, WordClass::kSay) &&
                           tree.child(above, "nsubj:pass") != kNoToken);
    if (reported && is_attributing(governor)) add(source_of_verb(document, {head.sentence, above}));
    // "said on May 1 that": the clause hangs on a word inside the saying verb's adjunct.
    const bool finite_that = tree.introducer(i, "mark").starts_with("that");
    if (finite_that && !reported && governor.upos != Upos::kVerb &&
        !is_in_class(governor.lemma, WordClass::kSayNoun)) {
      add(stray_saying(document, {head.sentence, above}));
    }
    // "rumors that ...", "the claim that ...".

    const bool content = (tree.is(i, "acl") && !tree.is(i, "acl:relcl")) || tree.is(i, "ccomp") ||
                         tree.is(i, "advcl");
    if (content && governor.upos == Upos::kNoun &&
        (is_in_class(governor.lemma, WordClass::kSayNoun) || governor.lemma == "fact") &&
        finite_that) {
      AttributedSource source;
      const TokenIndex possessor = tree.child(above, "nmod:poss");
      source.head = TokenRef{head.sentence, possessor != kNoToken ? possessor : above};
      source.cue = governor.lemma;
      source.cue_token = {head.sentence, above};
      source.span = whole(document, *source.head, source.cue_token);
      const auto holder = source_of_noun_verb(document, source.cue_token);
      if (possessor == kNoToken && holder) {
        add(holder);
      } else if (governor.lemma != "fact") {
        add(source);
      }
    }
  }
  const Span span = tree.token(head.token).span;
  // Quotations are disjoint and in order.
  const auto behind = std::upper_bound(
      quotations.begin(), quotations.end(), span.begin,
      [](std::uint32_t at, const Quotation& quotation) { return at < quotation.span.begin; });
  if (behind != quotations.begin() && std::prev(behind)->span.contains(span) &&
      std::prev(behind)->speaker) {
    const Quotation& quotation = *std::prev(behind);
    // The verb of saying is not inside what it says.
    const Span cue = document.tree(quotation.speaker->cue_token.sentence)
                         .token(quotation.speaker->cue_token.token)
                         .span;
    if (!quotation.span.contains(cue)) add(quotation.speaker);
  }
  std::reverse(inner_first.begin(), inner_first.end());
  return inner_first;
}

}  // namespace newsgraph
