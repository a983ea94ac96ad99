#include "extract/proposition/argument_words.hpp"

#include <algorithm>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/clause_subjects.hpp"
#include "extract/proposition/cut_arguments.hpp"

namespace newsgraph {
namespace {

/// Of a long clause, words that are shown behind its predicate.
constexpr std::size_t kBehindPredicate = 4;

/// What somebody is said to be is shown as written up to this length.
constexpr std::size_t kDescriptionWords = 10;
/// Where it would end in the middle of a clause.
constexpr std::size_t kLongDescriptionWords = 16;

/// Without "not", which the polarity says, and the article.
std::string without_article(std::string text) {
  for (const std::string_view word : {"not ", "a ", "an ", "the ", "A ", "An ", "The "}) {
    if (text.starts_with(word)) text.erase(0, word.size());
  }
  return text;
}

/// The first words of `span`, at most `most`, without an article and without those that lead to
/// what is left out.
std::string first_words(const Document& document, TokenRef head, Span span,
                        std::size_t most = kShownWords) {
  const std::string& text = document.article().text;
  const std::string written = without_article(span_text(text, span));
  if (word_count(written) <= most) return written;
  std::size_t words = 0;
  Span kept = {span.begin, span.begin};
  for (const Token& token : document.tree(head.sentence).sentence().tokens) {
    if (token.span.begin < span.begin || token.upos == Upos::kPunct) continue;
    if (++words > most) break;
    const bool leads = token.upos == Upos::kAdp || token.upos == Upos::kDet ||
                       token.upos == Upos::kPart || token.upos == Upos::kSconj ||
                       token.upos == Upos::kCconj || token.upos == Upos::kAux ||
                       token.xpos == "WDT";
    if (!leads) kept.end = token.span.end;
  }
  return without_article(span_text(text, kept)) + " \u2026";
}

/// "is one of several diseases that spread there": which ones is what makes it one of them.
bool is_one_of_those(const Document& document, TokenRef head) {
  const Tree& tree = document.tree(head.sentence);
  const TokenIndex above = tree.head(head.token);
  return above != kNoHead && tree.is(head.token, "nmod") && tree.token(above).lemma == "one" &&
         document.whole_span(head) != document.argument_span(head);
}

/// `span` up to the first comma behind the noun.
Span until_comma(const Document& document, TokenRef head, Span span) {
  for (const Token& token : document.tree(head.sentence).sentence().tokens) {
    const bool behind = token.span.begin > document.tree(head.sentence).token(head.token).span.end;
    if (behind && token.span.begin < span.end && token.xpos == ",") {
      span.end = token.span.begin;
      break;
    }
  }
  return span;
}

/// "to be awarded the prize" of "became the first Norlander to be awarded the prize", which the
/// parser takes for another complement of the verb; `head`'s own span if there is none.
Span infinitive_behind(const Document& document, TokenRef head) {
  const Tree& tree = document.tree(head.sentence);
  const Span own = tree.token(head.token).span;
  if (!tree.is(head.token, "xcomp")) return own;
  for (const TokenIndex c : tree.children(tree.head(head.token))) {
    const bool next = c > head.token && tree.is(c, "xcomp") && is_infinitive(tree, c) &&
                      tree.subtree(c).front() == tree.subtree(head.token).back() + 1;
    if (next) return hull(own, document.clause_span({head.sentence, c}));
  }
  return own;
}

/// "that harms the country" of "is an act that harms the country": the bare noun says nothing.
/// `head`'s own span if there is no such clause.
Span relative_of_bare(const Document& document, TokenRef head) {
  const Tree& tree = document.tree(head.sentence);
  const Span own = tree.token(head.token).span;
  if (word_count(document.description(head)) > 1) return own;
  for (const TokenIndex c : tree.children(head.token)) {
    const std::vector<TokenIndex> clause = tree.subtree(c);
    if (tree.token(c).deprel != "acl:relcl" || clause.front() != head.token + 1) continue;
    const bool parted = std::any_of(clause.begin(), clause.end(),
                                    [&](TokenIndex t) { return tree.token(t).xpos == ","; });
    return parted ? own : hull(own, tree.token(clause.back()).span);
  }
  return own;
}

/// "director Ana Roth", where the parser has the name below the noun.
bool ends_in_name(const Document& document, TokenRef noun) {
  const Tree& tree = document.tree(noun.sentence);
  const TokenIndex name = tree.child(noun.token, "flat");
  return tree.token(noun.token).upos == Upos::kNoun && name > noun.token &&
         tree.token(name).upos == Upos::kPropn;
}

}  // namespace

std::string without_possessive(std::string text) {
  for (const std::string_view mark : {"'s", "\xE2\x80\x99s", "'", "\xE2\x80\x99"}) {
    if (text.ends_with(mark)) return text.substr(0, text.size() - mark.size());
  }
  return text;
}

Span until_quotation_ends(const Document& document, Span span) {
  const std::string_view text = document.article().text;
  const std::string_view said = text.substr(span.begin, span.size());
  const std::size_t open = said.find("\xE2\x80\x9C");   // “
  const std::size_t close = said.find("\xE2\x80\x9D");  // ”
  const std::size_t straight = said.find('"');
  // A single straight mark closes what was opened before where it follows a word.
  const bool one_straight = straight != said.npos && straight > 0 &&
                            said.find('"', straight + 1) == said.npos && said[straight - 1] != ' ';
  std::size_t end = said.npos;
  if (close != said.npos && (open == said.npos || close < open)) end = close;
  if (one_straight) end = std::min(end, straight);
  if (end == said.npos || end == 0) return span;
  while (end > 0 && (said[end - 1] == ' ' || said[end - 1] == ',')) --end;
  return {span.begin, span.begin + static_cast<std::uint32_t>(end)};
}

std::string clause_text(const Document& document, TokenRef head, Span span, std::size_t most) {
  const std::string_view text = document.article().text;
  if (word_count(span_text(text, span)) <= most) return span_text(text, span);
  const Tree& tree = document.tree(head.sentence);
  const Span predicate = tree.token(head.token).span;
  std::size_t words = 0;
  std::uint32_t end = span.begin;
  for (const Token& token : tree.sentence().tokens) {
    if (token.span.begin < span.begin) continue;
    if (token.span.begin <= predicate.begin) {  // what is told of comes first
      words += token.upos == Upos::kPunct ? 0 : 1;
      most = std::max(most, words + kBehindPredicate);
      continue;
    }
    const bool begins_part = (token.deprel == "mark" && token.lemma != "to") ||
                             token.deprel == "cc" || token.xpos == "WDT" || token.xpos == "WP" ||
                             token.xpos == "," || token.xpos == ":";
    if (begins_part && words >= most / 3) end = token.span.begin;
    if (token.span.begin >= span.end) break;
    if (token.upos != Upos::kPunct && ++words > most) {
      if (end == span.begin) end = token.span.begin;
      break;
    }
  }
  if (words <= most) return span_text(text, span);  // a long subject makes room for the rest
  std::string kept = span_text(text, {span.begin, end});
  while (!kept.empty() && (kept.back() == ' ' || kept.back() == ',')) kept.pop_back();
  return kept + " \u2026";
}

/// "did not find anything"; not "will not do anything to stop it", "has not won anything since
/// May".
bool is_all_that_is_told(const Document& document, const Draft& draft) {
  const Tree& tree = document.tree(draft.object->sentence);
  const TokenIndex verb = tree.head(draft.object->token);
  return verb != kNoHead && tree.children(draft.object->token).empty() &&
         tree.child(verb, {"advcl", "obl", "xcomp", "ccomp"}) == kNoToken;
}

bool is_told_in_words(Document& document, const Draft& draft) {
  const TokenRef head = *draft.object;
  if (document.referent(head) != head) return false;
  const Token& token = document.tree(head.sentence).token(head.token);
  if (token.upos == Upos::kPron) {
    // "Anything wrong", "something that he said".
    const Tree& tree = document.tree(head.sentence);
    const TokenIndex quality = tree.child(head.token, "amod");
    const bool described =
        quality > head.token &&
        draft.predicate.written.find(tree.token(quality).form) == std::string::npos;
    const bool told = described || word_count(document.restricted_phrase(head)) > 1;
    // "Has not resolved anything": nothing at all.
    const bool nothing = draft.polarity == Polarity::kNegated && draft.qualifiers.empty() &&
                         token.lemma == "anything" && is_all_that_is_told(document, draft);
    return token.xpos == "NN" && !token.lemma.starts_with("no") && (told || nothing);
  }
  const auto mention = document.mention_of(head);
  return mention && document.mentions()[*mention].form == MentionForm::kNominal &&
         document.chain_of(*mention) == *mention &&
         (document.is_cut(head) || is_one_of_those(document, head) ||
          needs_clause_behind(document, draft, head));
}

Argument in_words(const Document& document, const Draft& draft) {
  const TokenRef head = *draft.object;
  Argument object;
  object.span = document.whole_span(head);
  const bool needs_clause = needs_clause_behind(document, draft, head);
  if (needs_clause) object.span = span_with_clause_behind(document, head);
  object.text =
      first_words(document, head, object.span,
                  needs_clause || is_one_of_those(document, head) ? kWordsWithClause : kShownWords);
  return object;
}

Argument described(Document& document, const Draft& draft) {
  const TokenRef head = *draft.object;
  Argument object;
  object.span = document.argument_span(head);
  const Span whole = hull(hull(document.whole_span(head), infinitive_behind(document, head)),
                          relative_of_bare(document, head));
  const std::string& article = document.article().text;
  std::string written = span_text(article, draft.whole ? object.span : whole);
  if (word_count(without_article(written)) > kDescriptionWords) {
    written = span_text(article, until_comma(document, head, whole));
  }
  written = without_article(written);
  if (!draft.whole && ends_in_name(document, head)) {
    object.text = document.description(head);
  } else if (draft.whole || word_count(written) <= kDescriptionWords) {
    object.text = written;
  } else if (whole != object.span || document.is_cut(head)) {
    const bool fits = word_count(span_text(article, whole)) <= kLongDescriptionWords;
    object.text =
        fits ? without_article(span_text(article, whole)) : first_words(document, head, whole);
  } else {
    object.text = document.description(head);
  }
  // "a company whose owner is Roth".
  if (object.text.starts_with("whose ")) object.text.erase(0, std::string_view("whose ").size());
  // "director Ana Roth" of Roth, "director Ana Roth's": she is director.
  object.text = without_possessive(std::move(object.text));
  const auto subject = document.mention_of(draft.subject);
  if (subject) {
    const std::string name = ' ' + document.mentions()[document.chain_of(*subject)].text;
    const std::string own = ' ' + document.mentions()[*subject].text;
    for (const std::string& known : {name, own}) {
      const std::size_t at = object.text.find(known);
      const std::size_t end = at == std::string::npos ? 0 : at + known.size();
      if (end == object.text.size() || (end > 0 && object.text[end] == ',')) {
        object.text.resize(at);
      }
    }
  }
  return object;
}

void split_introducer(const Document& document, TokenRef head, Qualifier& qualifier) {
  const Tree& tree = document.tree(head.sentence);
  Span& span = qualifier.value.span;
  // "with no cause of death confirmed"
  const TokenIndex none = tree.child(head.token, "det");
  if (none != kNoToken && tree.token(none).lemma == "no" &&
      tree.token(none).span.end < span.begin) {
    span.begin = tree.token(none).span.begin;
    qualifier.value.text = span_text(document.article().text, span);
  }
  for (const TokenIndex c : tree.children(head.token)) {
    const bool introduces = tree.is(c, "case") || tree.is(c, "mark");
    const Token& word = tree.token(c);
    const bool inside = c < head.token && span.begin < word.span.begin;
    if (!introduces || !inside || to_lower(word.form) != qualifier.role) continue;
    if (word.span.begin >= span.end) {  // the end of a quotation cut the clause off
      qualifier.value.text.clear();
      return;
    }
    const TokenIndex next = tree.subtree(c).back() + 1;
    if (next >= tree.size()) return;
    const std::string& text = document.article().text;
    qualifier.role = span_text(text, {span.begin, word.span.end});
    span.begin = tree.token(next).span.begin;
    qualifier.value.text = span_text(text, span);
    return;
  }
}

bool is_clause(const Document& document, TokenRef head) {
  const Tree& tree = document.tree(head.sentence);
  return tree.is(head.token, "ccomp") || tree.is(head.token, "advcl");
}

bool carries_clause(const Document& document, TokenRef head) {
  const Tree& tree = document.tree(head.sentence);
  const std::string& relation = tree.token(head.token).deprel;
  return tree.child(head.token, "cop") != kNoToken &&
         (relation == "root" || relation.starts_with("obl") || relation.starts_with("nmod"));
}

bool is_exclusive(const Document& document, const Draft& draft) {
  // "all but one of them": one of them is not meant.
  const auto is_excepted = [&](TokenRef head) {
    const Tree& tree = document.tree(head.sentence);
    // "one" hangs on "all", or has "all but" before it.
    const TokenIndex but = head.token - 1;
    const TokenIndex next = head.token + 1;
    if (tree.token(head.token).lemma == "all" && next < tree.size() &&
        tree.token(next).lemma == "but") {
      return true;
    }
    return tree.token(head.token).upos == Upos::kNum && but > 0 && tree.token(but).lemma == "but" &&
           tree.token(but - 1).lemma == "all";
  };
  if (is_excepted(draft.subject) || (draft.object && is_excepted(*draft.object))) return true;
  if (draft.object && draft.object->sentence == draft.clause.sentence) {
    const Tree& tree = document.tree(draft.clause.sentence);
    const auto& modifiers = tree.children(draft.object->token);
    const bool only = std::any_of(modifiers.begin(), modifiers.end(), [&](TokenIndex c) {
      return c < draft.object->token && tree.token(c).lemma == "only" && tree.is(c, "amod");
    });
    const bool within = draft.clause.token != draft.object->token &&
                        tree.is_below(draft.clause.token, draft.object->token);
    if (only && within) return true;
  }
  const Tree& tree = document.tree(draft.subject.sentence);
  const auto& modifiers = tree.children(draft.subject.token);
  return std::any_of(modifiers.begin(), modifiers.end(), [&](TokenIndex c) {
    if (!tree.is(c, "advmod")) return false;
    // "police alone cannot end it": they may with others.
    const bool alone = c == draft.subject.token + 1 && tree.token(c).lemma == "alone";
    if (alone && draft.polarity == Polarity::kNegated) return true;
    return draft.modality != Modality::kActual && c < draft.subject.token &&
           tree.token(c).lemma == "only";
  });
}

}  // namespace newsgraph
