#include "extract/proposition/proposition_finder.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/argument_words.hpp"
#include "extract/proposition/bidding.hpp"
#include "extract/proposition/clause.hpp"
#include "extract/proposition/confidence.hpp"
#include "extract/proposition/cut_arguments.hpp"
#include "extract/proposition/dates/clause_dates.hpp"
#include "extract/proposition/draft.hpp"
#include "extract/proposition/kept_mentions.hpp"
#include "extract/proposition/partitive.hpp"

namespace newsgraph {
namespace {

/// Greek, Cyrillic, Arabic, Chinese words, which the English models misread.
bool is_in_other_script(const Sentence& sentence) {
  constexpr unsigned char kFirstGreekByte = 0xCD;  // of UTF-8; Latin letters come before
  constexpr unsigned char kPunctuationByte = 0xE2;
  std::size_t foreign = 0;
  for (const Token& token : sentence.tokens) {
    const auto first = static_cast<unsigned char>(token.form.front());
    foreign += first >= kFirstGreekByte && first != kPunctuationByte ? 1 : 0;
  }
  return 2 * foreign > sentence.tokens.size();
}

/// "the first one", "another one": of what was said before; not "a loved one".
bool is_one_of_them(const Tree& tree, TokenIndex head) {
  const Token& token = tree.token(head);
  if (token.lemma != "one" || token.xpos != "NN") return false;
  const TokenIndex which = tree.child(head, {"amod", "det"});
  return which != kNoToken && tree.child(head, {"nmod", "nmod:poss", "acl"}) == kNoToken &&
         is_one_of(tree.token(which).lemma,
                   {"first", "second", "third", "last", "other", "another", "new", "next", "the"});
}

/// "this move", "such practices", "one of those talks": whether the noun phrase at `head`, a noun
/// alone if `bare`, stands for what was said before.
bool points_back(const Tree& tree, TokenIndex head, bool bare) {
  const TokenIndex first = tree.child(head, "amod");
  if (bare && first != kNoToken && tree.token(first).lemma == "such") return true;
  if (is_one_of_them(tree, head)) return true;
  // "one of those talks", "some of these talks"; "$704,488 of these taxes" is a sum all the same.
  const Upos word = tree.token(head).upos;
  const bool part = tree.token(head).lemma == "one" || word == Upos::kDet || word == Upos::kAdj;
  const TokenIndex others = part ? tree.child(head, "nmod") : kNoToken;
  const TokenIndex determiner = tree.child(others == kNoToken ? head : others, "det");
  return determiner != kNoToken &&
         is_one_of(tree.token(determiner).lemma, {"this", "that", "these", "those", "such"});
}

/// Longer predicates are sentences, not relations.
constexpr std::size_t kPredicateWords = 6;
/// A graph shows no paragraphs, though more of what somebody says than of what somebody ensures.
constexpr std::size_t kSaidWords = 24;
/// "Sources close to European intelligence services" is kept whole.
constexpr std::size_t kSourceWords = 8;

/// Longer clauses that no proposition was read off are no object.
constexpr std::size_t kClauseWords = 20;

/// Of a clause that somebody says; kSaidWords of it are shown.
constexpr std::size_t kSaidClauseWords = 40;

/// Turns drafts into propositions over resolved mentions.
class Finder {
 public:
  Finder(Document& document, const std::vector<Quotation>& quotations, Trace* trace)
      : document_(document), attributor_(document, quotations), trace_(trace), dates_(document) {}

  Extraction run() {
    for (std::uint32_t s = 0; s < document_.size(); ++s) read_sentence(s);
    link_complements();
    name_possessors(document_);
    name_wholes(document_);
    add_participants();
    resolve_dates();
    keep_used_mentions(document_, result_);
    return std::move(result_);
  }

 private:
  void read_sentence(std::uint32_t s) {
    const Sentence& sentence = document_.sentences()[s];
    result_.sentences.push_back(
        {sentence.span, span_text(document_.article().text, sentence.span)});
    result_.tokens += sentence.tokens.size();
    if (is_in_other_script(sentence)) return;
    std::vector<Draft> drafts;
    for (const Clause& clause : find_clauses(document_, s, trace_)) {
      const std::size_t before = drafts.size();
      apply_clause_rules(document_, clause, drafts);
      if (trace_ != nullptr) trace_->clause(document_, clause, drafts.size() - before);
    }
    apply_noun_rules(document_, s, drafts);
    for (const Draft& draft : drafts) add(s, draft);
  }

  std::uint32_t chain_of(std::uint32_t mention) const { return document_.chain_of(mention); }

  /// Why a mention cannot be a node: an unresolved pronoun, "this move", a bare "thing"; none if it
  /// can.
  std::optional<RejectionReason> obstacle_of(std::uint32_t index) const {
    // Before a reference into the mentions is taken: it may add the pronoun.
    const auto whole = whole_of(document_, index);
    const bool known = !whole || !obstacle_of(*whole) || is_reflexive(document_, *whole) ||
                       is_counted_thing(document_, index);
    if (!known) return RejectionReason::kUnresolvedPronoun;
    const Mention& mention = document_.mentions()[index];
    if (mention.form == MentionForm::kName) return std::nullopt;
    if (mention.form == MentionForm::kPronoun) {
      if (document_.mentions()[chain_of(index)].form != MentionForm::kPronoun) return std::nullopt;
      return RejectionReason::kUnresolvedPronoun;
    }
    if (mention.text.empty()) return RejectionReason::kNoPhrase;
    const bool resolved = chain_of(index) != index;
    if (resolved) return std::nullopt;
    const bool bare = mention.text.find(' ') == std::string::npos;
    if (bare && is_in_class(mention.head, WordClass::kShell)) return RejectionReason::kShellNoun;
    const TokenRef head = document_.head_of(index);
    const Tree& tree = document_.tree(head.sentence);
    return points_back(tree, head.token, bare) ? std::optional(RejectionReason::kPointsBack)
                                               : std::nullopt;
  }

  bool is_node(std::uint32_t index) const { return !obstacle_of(index); }

  /// The node at `head` as an argument; kNone, with the first `obstacle` told, if it is none.
  Argument argument(TokenRef head, std::optional<Obstacle>& obstacle) {
    Argument argument;
    const auto mention = document_.mention_of(head);
    const auto reason = mention ? obstacle_of(*mention) : RejectionReason::kNoPhrase;
    if (reason) {
      if (!obstacle) obstacle = Obstacle{*reason, head};
      return argument;
    }
    argument.kind = Argument::Kind::kMention;
    argument.index = *mention;
    argument.span = document_.argument_span(head);
    argument.text = span_text(document_.article().text, argument.span);
    return argument;
  }

  void reject(const Draft& draft, RejectionReason reason,
              std::optional<TokenRef> culprit = std::nullopt) {
    if (trace_ != nullptr) trace_->reject(document_, draft, reason, culprit);
  }

  void add(std::uint32_t s, const Draft& draft) {
    Proposition proposition;
    std::optional<Obstacle> obstacle;
    proposition.sentence = s;
    proposition.subject = argument(draft.subject, obstacle);
    if (draft.complement && speaks_unnamed(draft)) {
      ++result_.unresolved;
      return reject(draft, RejectionReason::kUnresolvedPronoun, draft.subject);
    }
    if (draft.object && (draft.describes || draft.whole)) {
      proposition.object = described(document_, draft);
      if (!draft.description.empty()) proposition.object.text = draft.description;
    } else if (draft.object && is_told_in_words(document_, draft)) {
      proposition.object = in_words(document_, draft);
    } else if (draft.object) {
      proposition.object = argument(*draft.object, obstacle);
      // "the landslide caused by rain" is what rain caused: the landslide.
      const Tree& tree = document_.tree(draft.clause.sentence);
      const bool within = draft.object->sentence == draft.clause.sentence &&
                          draft.clause.token != draft.object->token &&
                          tree.is_below(draft.clause.token, draft.object->token);
      if (within && proposition.object.is_mention()) {
        proposition.object.text = document_.mentions()[proposition.object.index].text;
      }
    } else if (draft.event) {
      const Mention& event = document_.mentions()[*draft.event];
      proposition.object.kind = Argument::Kind::kMention;
      proposition.object.index = *draft.event;
      proposition.object.span = event.span;
      proposition.object.text = span_text(document_.article().text, event.span);
    }
    if (obstacle) {
      ++result_.unresolved;
      return reject(draft, obstacle->reason, obstacle->at);
    }
    proposition.event_date = dates_.event_date(draft.clause);
    if (const auto cut = cut_argument(document_, draft, proposition.event_date)) {
      return reject(draft, RejectionReason::kCutArgument, cut);
    }
    if (is_exclusive(document_, draft))
      return reject(draft, RejectionReason::kExclusive, draft.subject);
    // "Police arrested some of them": not of the police. "Norland lost two ships of them": two
    // ships.
    const auto whole = proposition.object.is_mention()
                           ? whole_of(document_, proposition.object.index)
                           : std::nullopt;
    if (whole && !is_reflexive(document_, *whole) &&
        chain_of(*whole) == chain_of(proposition.subject.index)) {
      if (!is_counted_thing(document_, proposition.object.index)) {
        return reject(draft, RejectionReason::kSameNode);
      }
      drop_whole(document_, proposition.object.index);
    }
    if (proposition.object.is_mention() &&
        chain_of(proposition.subject.index) == chain_of(proposition.object.index)) {
      // "Roth remains president": who is meant is one, and what is said of Roth are the words.
      const Mention& object = document_.mentions()[proposition.object.index];
      const bool describes = draft.object && object.form == MentionForm::kNominal;
      if (!describes) return reject(draft, RejectionReason::kSameNode);
      proposition.object.kind = Argument::Kind::kNone;
      proposition.object.index = 0;
      proposition.object.text = object.text;
    }
    // "Ten rose", "Monday saw police searching".
    const Mention& who = document_.mentions()[proposition.subject.index];
    const bool scene = who.type == EntityType::kDate && (draft.predicate.canonical == "see" ||
                                                         draft.predicate.canonical == "witness");
    // "At least 12 people were killed" tells of people.
    const bool counted = who.type == EntityType::kQuantity && is_counted(draft.subject) &&
                         std::string_view(draft.rule) != "existential";
    // "Yesterday was the anniversary": which day, the article's date tells.
    const bool day =
        is_one_of(document_.tree(draft.subject.sentence).token(draft.subject.token).lemma,
                  {"yesterday", "today", "tomorrow", "tonight"});
    if ((who.kind == NodeKind::kValue && ((!draft.object && !counted) || scene)) || day) {
      return reject(draft, RejectionReason::kBareValue);
    }
    proposition.predicate = draft.predicate.written;
    proposition.canonical = draft.predicate.canonical;
    proposition.readable = draft.predicate.readable;
    if (word_count(proposition.readable) > kPredicateWords) {
      return reject(draft, RejectionReason::kLongPredicate);
    }
    proposition.predicate_span = draft.predicate.span;
    proposition.polarity = draft.polarity;
    proposition.modality = draft.modality;
    if (draft.modality == Modality::kPlanned && is_bidden(document_.tree(s), draft.clause.token)) {
      return reject(draft, RejectionReason::kBidden);
    }
    proposition.rule = draft.rule;
    if (const auto nobody = attribute(draft, proposition)) {
      ++result_.unresolved;
      return reject(draft, RejectionReason::kUnresolvedPronoun, nobody);
    }
    if (is_told_in_retrospect(draft, proposition)) proposition.modality = Modality::kActual;
    for (const Oblique& oblique : draft.qualifiers) {
      std::optional<Obstacle> skip;
      Qualifier qualifier;
      qualifier.role = oblique.preposition;
      if (!is_clause(document_, oblique.head)) qualifier.value = argument(oblique.head, skip);
      if (skip || is_clause(document_, oblique.head)) {
        qualifier.value = {};
        qualifier.value.span =
            carries_clause(document_, oblique.head)
                ? document_.argument_span(oblique.head)
                : until_quotation_ends(document_, document_.clause_span(oblique.head));
        qualifier.value.text = span_text(document_.article().text, qualifier.value.span);
      }
      split_introducer(document_, oblique.head, qualifier);
      if (qualifier.value.text.empty()) continue;  // "the man I spoke with"
      proposition.qualifiers.push_back(std::move(qualifier));
    }
    if (asks_nothing(draft, proposition)) return reject(draft, RejectionReason::kEmptyClause);
    if (draft.complement) {
      Span clause = document_.clause_span(*draft.complement);
      if (draft.from) clause = hull(clause, document_.argument_span(*draft.from));
      proposition.object.span = until_quotation_ends(document_, clause);
      const Tree& tree = document_.tree(draft.clause.sentence);
      const bool says = is_in_class(tree.token(draft.clause.token).lemma, WordClass::kSay);
      proposition.object.text = clause_text(document_, *draft.complement, proposition.object.span,
                                            says || draft.from ? kSaidWords : kShownWords);
      complements_.push_back({result_.propositions.size(), *draft.complement});
    }
    const Grounds grounds = grounds_of(document_, draft, proposition);
    proposition.confidence = confidence_of(grounds);
    proposition.id =
        proposition_id(document_.article().key, proposition.subject.span,
                       proposition.predicate_span, proposition.object.span, proposition.canonical);
    if (trace_ != nullptr) trace_->grounds(proposition.id, grounds);
    first_at_.emplace(draft.clause, result_.propositions.size());
    result_.propositions.push_back(std::move(proposition));
  }

  /// "The press asked Roth about it": what, nobody learns.
  bool asks_nothing(const Draft& draft, const Proposition& proposition) const {
    const bool talks = is_one_of(proposition.canonical, {"ask", "tell", "question", "inform"});
    return talks && draft.object && !draft.complement && !draft.qualifiers.empty() &&
           std::all_of(draft.qualifiers.begin(), draft.qualifiers.end(), [&](const Oblique& told) {
             const Tree& tree = document_.tree(told.head.sentence);
             const Token& token = tree.token(told.head.token);
             return token.upos == Upos::kPron && (token.lemma == "it" || token.xpos == "DT");
           });
  }

  /// "12 people"; not "12" nor "12 percent".
  bool is_counted(TokenRef head) const {
    const Token& noun = document_.tree(head.sentence).token(head.token);
    const bool persons = noun_class(noun.lemma) == NounClass::kPerson || noun.form == "people";
    return noun.xpos == "NNS" && persons;
  }

  /// "They found that ...", where what "they" seems to mean cannot speak.
  bool speaks_unnamed(const Draft& draft) const {
    const std::string& verb = document_.tree(draft.clause.sentence).token(draft.clause.token).lemma;
    const bool speaks = is_in_class(verb, WordClass::kSay) || is_in_class(verb, WordClass::kThink);
    const Token& pronoun = document_.tree(draft.subject.sentence).token(draft.subject.token);
    return speaks && !is_in_class(verb, WordClass::kEvidence) && pronoun.lemma == "they" &&
           attributor_.names_nobody(draft.subject);
  }

  /// Whether a source is a person or body to be held to its words; "rumors" and "sources" keep
  /// their words only.
  bool is_someone(std::uint32_t index) const {
    const Mention& mention = document_.mentions()[chain_of(index)];
    if (mention.form == MentionForm::kName) return true;
    return noun_class(mention.head) == NounClass::kPerson && mention.head != "source";
  }

  /// "Ana Roth, mayor of Oslo", "President Roth": the article's own words for a name, also inside
  /// what somebody else says.
  bool is_aside(const Draft& draft) const {
    const std::string_view rule = draft.rule;
    if (rule == "title" || rule == "apposition" || rule == "affiliation") return true;
    const Tree& tree = document_.tree(draft.clause.sentence);
    return rule == "relational noun" && tree.child(draft.clause.token, "cop") == kNoToken;
  }

  bool asks(TokenRef source) const {
    const auto& tokens = document_.sentences()[source.sentence].tokens;
    const Token& token = tokens[static_cast<std::size_t>(source.token)];
    return token.lemma == "you" && tokens.back().form == "?";
  }

  /// "The next year he would win the cup": what lies before the article, in its own voice, and no
  /// condition is named, has happened. Dates are EDTF: the shorter one decides.
  bool is_told_in_retrospect(const Draft& draft, const Proposition& proposition) const {
    const std::string& published = document_.article().published;
    const std::string& date = proposition.event_date;
    if (proposition.modality != Modality::kPlanned || !proposition.attribution.empty() ||
        date.empty() || published.empty() || date.find('/') != std::string::npos) {
      return false;
    }
    const Tree& tree = document_.tree(draft.clause.sentence);
    const TokenIndex auxiliary = tree.child(draft.clause.token, "aux");
    if (auxiliary == kNoToken || tree.token(auxiliary).lemma != "would") return false;
    const std::size_t common = std::min(date.size(), published.size());
    return date.compare(0, common, published, 0, common) < 0;
  }

  /// The argument headed by `head` up to a date that ends it: "State media on Monday".
  Span without_date(TokenRef head) const {
    const Tree& tree = document_.tree(head.sentence);
    Span span = document_.argument_span(head);
    for (const TokenIndex c : tree.children(head.token)) {
      if (c < head.token || document_.time_at({head.sentence, c}) == nullptr) continue;
      const std::vector<TokenIndex> date = tree.subtree(c);
      const bool last = tree.token(date.back()).span.end == span.end;
      if (last && date.front() > 0) span.end = tree.token(date.front() - 1).span.end;
    }
    return span;
  }

  /// Tells who says it; returns the source that is a pronoun of which nobody knows whom it means:
  /// "They also stated that ..." claims nothing as long as they have no name.
  std::optional<TokenRef> attribute(const Draft& draft, Proposition& proposition) {
    for (const AttributedSource& source : attributor_.sources_of(draft.clause, is_aside(draft))) {
      if (trace_ != nullptr) trace_->source(source.cue_token);
      // "Roth was reported by the Herald to be ill": the Herald reports it, whoever says so.
      if (source.cue_token == draft.clause && source.head == draft.subject) continue;
      // "How do you think it went?": the one asked has said nothing.
      if (source.head && asks(*source.head)) continue;
      Attribution attribution;
      attribution.cue = source.cue;
      attribution.span = source.span;
      if (source.head) {
        const auto mention = document_.mention_of(*source.head);
        const Span span = source.phrase.empty() ? without_date(*source.head) : source.phrase;
        attribution.text = without_possessive(span_text(document_.article().text, span));
        if (word_count(attribution.text) > kSourceWords) {
          attribution.text = document_.short_phrase(*source.head);
        }
        if (mention && is_node(*mention) && is_someone(*mention)) attribution.mention = *mention;
        // "It" of a report is the report.
        if (mention && document_.mentions()[*mention].form == MentionForm::kPronoun) {
          if (attributor_.names_nobody(*source.head)) return source.head;
          attribution.text = document_.mentions()[chain_of(*mention)].text;
        }
      }
      if (proposition.statement_date.empty()) {
        proposition.statement_date = dates_.statement_date(source.cue_token);
      }
      // "Roth said that, in his opinion, ...": one voice.
      const auto& said = proposition.attribution;
      const bool again = !said.empty() && attribution.mention && said.back().mention &&
                         chain_of(*said.back().mention) == chain_of(*attribution.mention);
      if (!again) proposition.attribution.push_back(std::move(attribution));
    }
    return std::nullopt;
  }

  /// A clause as object becomes a reference to its first proposition; where it has none, its words
  /// are the object.
  void link_complements() {
    std::vector<bool> drop(result_.propositions.size(), false);
    const auto reject = [&](std::size_t i, RejectionReason reason) {
      drop[i] = true;
      if (trace_ != nullptr) trace_->reject(result_.propositions[i], reason);
    };
    for (const auto& [index, complement] : complements_) {
      const auto inner = first_at_.find(complement);
      Argument& object = result_.propositions[index].object;
      if (inner == first_at_.end() || inner->second == index) {
        // What is said stays in its words where no proposition could be read off it.
        const std::string clause = span_text(document_.article().text, object.span);
        // "which Norland said might take place": the words would begin with who says it.
        const Tree& tree = document_.tree(complement.sentence);
        const TokenIndex speech = tree.head(complement.token);
        const bool parted = speech != kNoHead && tree.is(speech, "acl:relcl") &&
                            (clause.starts_with("which ") || clause.starts_with("who "));
        const bool says =
            speech != kNoHead && is_in_class(tree.token(speech).lemma, WordClass::kSay);
        if (parted || word_count(clause) > (says ? kSaidClauseWords : kClauseWords)) {
          reject(index, RejectionReason::kEmptyClause);
        }
        continue;
      }
      object.kind = Argument::Kind::kProposition;
      object.index = static_cast<std::uint32_t>(inner->second);
    }
    // A dropped clause takes those with it that refer to it.
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t i = 0; i < drop.size(); ++i) {
        const Argument& object = result_.propositions[i].object;
        if (!drop[i] && object.is_proposition() && drop[object.index]) {
          reject(i, RejectionReason::kEmptyClause);
          changed = true;
        }
      }
    }
    // Equal ids are one reading reached by two rules: the surer one stays.
    std::map<std::uint64_t, std::uint32_t> best;
    for (std::uint32_t i = 0; i < drop.size(); ++i) {
      if (drop[i]) continue;
      const auto [known, is_new] = best.emplace(result_.propositions[i].id, i);
      if (is_new) continue;
      const bool surer =
          result_.propositions[i].confidence > result_.propositions[known->second].confidence;
      reject(surer ? known->second : i, RejectionReason::kDuplicate);
      if (surer) known->second = i;
    }
    std::vector<std::uint32_t> renumbered(drop.size(), 0);
    std::vector<Proposition> kept;
    std::size_t kept_count = 0;
    for (std::uint32_t i = 0; i < drop.size(); ++i) {
      if (!drop[i]) renumbered[i] = static_cast<std::uint32_t>(kept_count++);
    }
    for (std::uint32_t i = 0; i < drop.size(); ++i) {
      const auto stays = best.find(result_.propositions[i].id);
      if (drop[i] && stays != best.end()) renumbered[i] = renumbered[stays->second];
    }
    for (std::uint32_t i = 0; i < drop.size(); ++i) {
      if (!drop[i]) kept.push_back(std::move(result_.propositions[i]));
    }
    for (Proposition& proposition : kept) {
      if (proposition.object.is_proposition()) {
        proposition.object.index = renumbered[proposition.object.index];
      }
    }
    result_.propositions = std::move(kept);
  }

  /// An event is joined to its named participants, so that paths lead through it.
  void add_participants() {
    std::set<std::uint32_t> events;
    const auto note = [&](const Argument& argument) {
      if (!argument.is_mention()) return;
      const Mention& mention = document_.mentions()[argument.index];
      if (mention.kind == NodeKind::kEvent) events.insert(argument.index);
    };
    for (const Proposition& proposition : result_.propositions) {
      note(proposition.subject);
      note(proposition.object);
    }
    for (const std::uint32_t event : events) {
      const Mention& mention = document_.mentions()[event];
      for (const std::uint32_t participant : mention.participants) {
        Proposition proposition;
        proposition.sentence = mention.sentence;
        proposition.subject = {Argument::Kind::kMention, event, mention.span, mention.text};
        const Mention& named = document_.mentions()[participant];
        proposition.object = {Argument::Kind::kMention, participant, named.span, named.text};
        proposition.predicate = "involves";
        proposition.canonical = "involve";
        proposition.readable = "involves";
        proposition.predicate_span = mention.span;
        proposition.rule = "participant";
        proposition.confidence = participant_confidence();
        proposition.id = proposition_id(document_.article().key, mention.span, mention.span,
                                        named.span, "involve");
        result_.propositions.push_back(std::move(proposition));
      }
    }
  }

  /// The values of dates, and when events are: two visits of different days are two events.
  void resolve_dates() {
    std::vector<Mention>& mentions = document_.mentions();
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
      const TokenRef head = document_.head_of(i);
      if (mentions[i].type == EntityType::kDate) mentions[i].value = dates_.date_of(head);
      if (mentions[i].kind == NodeKind::kEvent) mentions[i].value = dates_.event_date(head);
    }
  }

  Document& document_;
  const Attributor attributor_;
  Trace* trace_;
  ClauseDates dates_;
  Extraction result_;
  std::vector<std::pair<std::size_t, TokenRef>> complements_;
  std::map<TokenRef, std::size_t> first_at_;  ///< first proposition of each predicate
};

}  // namespace

Extraction find_propositions(Document& document, const std::vector<Quotation>& quotations,
                             Trace* trace) {
  return Finder(document, quotations, trace).run();
}

}  // namespace newsgraph
