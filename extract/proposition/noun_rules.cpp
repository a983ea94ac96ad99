#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/dates/clause_dates.hpp"
#include "extract/proposition/draft.hpp"
#include "extract/proposition/factuality/factuality.hpp"
#include "extract/proposition/factuality/predicate_marks.hpp"

namespace newsgraph {
namespace {

/// What a role is over or for.
struct RoleComplement {
  TokenRef head;
  std::string preposition;  ///< between role and complement: "of", "to"
  bool possessive = false;
};

bool is_possessive_pronoun(const Token& token) {
  return token.upos == Upos::kPron && token.xpos == "PRP$";
}

bool holds_name(const Document& document, TokenRef head) {
  for (const TokenIndex t : document.tree(head.sentence).subtree(head.token)) {
    if (document.name_at({head.sentence, t})) return true;
  }
  return false;
}

std::optional<RoleComplement> complement_of(const Document& document, TokenRef role) {
  const Tree& tree = document.tree(role.sentence);
  std::optional<RoleComplement> found;
  for (const TokenIndex c : tree.children(role.token)) {
    const TokenRef child = {role.sentence, c};
    const Token& token = tree.token(c);
    if (tree.is(c, "nmod:poss") && (is_possessive_pronoun(token) || holds_name(document, child))) {
      return RoleComplement{child, "of", true};
    }
    if (found) continue;
    if (tree.is(c, "compound") && c < role.token && document.name_at(child)) {
      // "a Norland expert" is one on Norland, a "Norland minister" one of it.
      const NamedMention& name = tree.sentence().names[*document.name_at(child)];
      const bool studies = is_in_class(tree.token(role.token).lemma, WordClass::kStudent);
      const bool subject_matter = studies && name.type == NameType::kPlace;
      found = RoleComplement{child, subject_matter ? "on" : "of", false};
    } else if (tree.is(c, "nmod") && !tree.is(c, "nmod:poss") && c > role.token) {
      const std::string preposition = tree.introducer(c, "case");
      static constexpr std::array<std::string_view, 8> kRolePrepositions = {
          "of", "to", "for", "at", "in", "with", "from", "on"};
      const bool usual = std::find(kRolePrepositions.begin(), kRolePrepositions.end(),
                                   preposition) != kRolePrepositions.end();
      // "A lawyer from Oslo", but "a city ten kilometres from Oslo".
      const bool far =
          preposition == "from" && noun_class(tree.token(role.token).lemma) != NounClass::kPerson;
      if (usual && !far && holds_name(document, child) && !is_time_phrase(document, child)) {
        found = RoleComplement{child, preposition, false};
      }
    }
  }
  return found;
}

/// "former chief of staff": the role's own words, without its complement.
std::string role_phrase(const Document& document, TokenRef role,
                        const std::optional<RoleComplement>& complement) {
  const Tree& tree = document.tree(role.sentence);
  std::vector<TokenIndex> tokens = {role.token};
  for (const TokenIndex c : tree.children(role.token)) {
    if (complement && c == complement->head.token) continue;
    const bool hyphen = tree.token(c).xpos == "HYPH";
    const bool before = c < role.token && (tree.is(c, "amod") || tree.is(c, "compound") || hyphen);
    const bool nested_of = complement && complement->possessive && c > role.token &&
                           tree.is(c, "nmod") && tree.introducer(c, "case") == "of" &&
                           !holds_name(document, {role.sentence, c});
    // "Commander-in-Chief" and the like stand in several trees.
    const bool fixed = c > role.token && (tree.is(c, "fixed") || tree.is(c, "flat")) &&
                       !document.name_at({role.sentence, c});
    const bool hyphenated = c > role.token && tree.is(c, "nmod") && c > 0 &&
                            tree.child(c, "punct") != kNoToken && !tree.token(c - 1).space_after;
    if (before && !document.name_at({role.sentence, c})) {
      for (const TokenIndex t : tree.subtree(c)) tokens.push_back(t);
    } else if (nested_of || fixed || hyphenated) {
      for (const TokenIndex t : tree.subtree(c)) tokens.push_back(t);
    }
  }
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  tree.complete_hyphenated(tokens);
  std::string phrase;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tree.token(tokens[i]);
    if (tree.is(tokens[i], "det")) continue;
    const bool sentence_start = tokens[i] == 0 && token.upos != Upos::kPropn;
    const bool adjacent =
        i > 0 && tokens[i - 1] + 1 == tokens[i] && !tree.token(tokens[i - 1]).space_after;
    if (!phrase.empty() && !adjacent) phrase += ' ';
    phrase += sentence_start ? to_lower(token.form) : token.form;
  }
  return phrase;
}

void append(std::string& text, std::string_view word) {
  if (!text.empty()) text += ' ';
  text += word;
}

/// Prepositions between a nominalised verb and who or what takes part.
bool marks_participant(const std::string& preposition) {
  static constexpr std::array<std::string_view, 10> kParticipants = {
      "of", "on", "into", "to", "with", "against", "for", "about", "over", "from"};
  return std::find(kParticipants.begin(), kParticipants.end(), preposition) != kParticipants.end();
}

/// Whether the preposition stands for the verb's direct object: "attack on Oslo" is to attack it
/// (after NOMLEX, Macleod et al. 1998, whose classes these are).
bool marks_object(const std::string& noun, const std::string& preposition) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kObjects = {{
      {"attack", "on"},      {"attack", "against"},
      {"assault", "on"},     {"raid", "on"},
      {"ban", "on"},         {"visit", "to"},
      {"support", "for"},    {"investigation", "into"},
      {"inquiry", "into"},   {"probe", "into"},
      {"demand", "for"},     {"request", "for"},
      {"opposition", "to"},  {"influence", "on"},
      {"influence", "over"}, {"approach", "to"},
      {"entry", "into"},     {"discussion", "about"},
      {"order", "for"},      {"promise", "of"},
      {"threat", "against"}, {"resistance", "to"},
  }};
  return preposition == "of" || std::find(kObjects.begin(), kObjects.end(),
                                          std::pair<std::string_view, std::string_view>(
                                              noun, preposition)) != kObjects.end();
}

bool is_role_noun(const Token& token) {
  const bool noun = token.upos == Upos::kNoun || token.upos == Upos::kPropn;
  const std::string lemma = to_lower(token.lemma);
  return noun && (is_in_class(lemma, WordClass::kRole) || noun_class(lemma) == NounClass::kPerson);
}

class NounRules {
 public:
  NounRules(Document& document, std::uint32_t sentence, std::vector<Draft>& drafts)
      : document_(document),
        sentence_(sentence),
        drafts_(drafts),
        tree_(document.tree(sentence)),
        factuality_(tree_) {}

  void apply() {
    for (TokenIndex i = 0; i < tree_.size(); ++i) {
      const Token& token = tree_.token(i);
      if (document_.name_at({sentence_, i})) {
        named(i);
      } else if (token.upos == Upos::kNoun || token.upos == Upos::kPropn) {
        apposition(i);
        nominalisation(i);
      }
    }
  }

 private:
  Draft frame(TokenIndex at, const char* rule) const {
    Draft draft;
    draft.clause = {sentence_, at};
    draft.rule = rule;
    draft.predicate.written = "is";
    draft.predicate.canonical = "be";
    draft.predicate.readable = "is";
    draft.predicate.span = tree_.token(at).span;
    draft.modality = modality_of_phrase(tree_, at);  // "the alleged head of the army"
    return draft;
  }

  /// "his successor, Ana Roth"; "former adviser to Kern Ana Roth".
  void apposition(TokenIndex i) {
    const TokenRef noun = {sentence_, i};
    const TokenRef name = document_.referent(noun);
    // "half of the prize" is the prize, but not by apposition.
    const bool beside = tree_.is(name.token, "appos") || tree_.is(name.token, "flat") ||
                        tree_.token(name.token).deprel == "nmod:desc";
    if (name == noun || tree_.head(name.token) != i || !beside) return;
    // In a copula the clause rules say the same with the copula's polarity.
    if (tree_.child(i, "cop") != kNoToken) return;
    const Draft base = frame(i, "apposition");
    if (add_relational(document_, name, noun, base, drafts_)) return;
    for (const TokenIndex member : tree_.with_conjuncts(i)) {
      // "musician Ana Roth and her manager": who is joined to the name is somebody else.
      if (member == name.token || (member != i && name.token < member)) continue;
      if (is_role_noun(tree_.token(member)) || complement_of(document_, {sentence_, member})) {
        add_role(document_, name, {sentence_, member}, base, drafts_);
      }
    }
  }

  void named(TokenIndex i) {
    const TokenRef name = {sentence_, i};
    const NamedMention& mention = tree_.sentence().names[*document_.name_at(name)];
    for (const TokenIndex c : tree_.children(i)) {
      const Token& token = tree_.token(c);
      if (document_.name_at({sentence_, c}) == document_.name_at(name)) continue;
      const bool title = c < i && (tree_.is(c, "nmod:desc") || tree_.is(c, "compound"));
      const bool role_after = c > i && tree_.is(c, "appos") && !document_.name_at({sentence_, c});
      if (title && is_role_noun(token)) {
        titled(name, c);
      } else if (role_after && mention.type != NameType::kPerson && describes_name(c)) {
        add_role(document_, name, {sentence_, c}, frame(c, "apposition"), drafts_);
      } else if (role_after && mention.type == NameType::kPerson && is_role_noun(token)) {
        // "Ana Roth, head of the army".
        for (const TokenIndex member : tree_.with_conjuncts(c)) {
          const Draft base = frame(c, "apposition");
          if (!add_relational(document_, name, {sentence_, member}, base, drafts_)) {
            add_role(document_, name, {sentence_, member}, base, drafts_);
          }
        }
      } else if (tree_.is(c, "nmod") && c > i && mention.type == NameType::kPerson &&
                 document_.name_at({sentence_, c})) {
        affiliation(name, c);
      }
    }
  }

  /// "Oslo, the capital of Norland": a noun that tells what the name beside it is to another.
  bool describes_name(TokenIndex noun) const {
    const TokenIndex determiner = tree_.child(noun, "det");
    const bool article = determiner != kNoToken && (tree_.token(determiner).lemma == "the" ||
                                                    tree_.token(determiner).lemma == "a");
    const bool owned = article || tree_.child(noun, "nmod:poss") != kNoToken;
    // A person beside a body is none of it: "the University of Oslo, the rector of Bergen".
    if (noun_class(tree_.token(noun).lemma) == NounClass::kPerson) return false;
    return owned && tree_.token(noun).upos == Upos::kNoun && tree_.token(noun).xpos == "NN" &&
           complement_of(document_, {sentence_, noun}).has_value();
  }

  /// "Kremlin spokesperson Ana Roth": the organisation may hang on the title or on the name.
  void titled(TokenRef name, TokenIndex title) {
    const Draft base = frame(title, "title");
    const TokenRef role = {sentence_, title};
    if (complement_of(document_, role)) {
      add_role(document_, name, role, base, drafts_);
      return;
    }
    for (const TokenIndex c : tree_.children(name.token)) {
      if (c >= title || !tree_.is(c, "compound") || !document_.name_at({sentence_, c}) ||
          document_.name_at({sentence_, c}) == document_.name_at(name)) {
        continue;
      }
      Draft draft = base;
      draft.subject = name;
      draft.object = TokenRef{sentence_, c};
      const std::string phrase = role_phrase(document_, role, std::nullopt);
      append(draft.predicate.written, phrase + " of");
      append(draft.predicate.readable, phrase + " of");
      append(draft.predicate.canonical, to_lower(phrase) + " of");
      drafts_.push_back(std::move(draft));
      return;
    }
    // "President" alone is kept with the name; "Norlandic Foreign Minister" says something.
    if (word_count(document_.short_phrase(role)) > 1) {
      add_role(document_, name, role, base, drafts_);
    }
  }

  /// "Ana Roth from Chatham House", "Ana Roth of the Labour Party".
  void affiliation(TokenRef name, TokenIndex organisation) {
    const std::string preposition = tree_.introducer(organisation, "case");
    if (preposition != "from" && preposition != "of" && preposition != "at") return;
    Draft draft = frame(name.token, "affiliation");
    draft.subject = name;
    draft.object = TokenRef{sentence_, organisation};
    append(draft.predicate.written, preposition);
    append(draft.predicate.canonical, preposition);
    append(draft.predicate.readable, preposition);
    drafts_.push_back(std::move(draft));
  }

  /// "Roth's refusal to travel to Oslo": (Roth; refused to travel to; Oslo).
  void nominalisation(TokenIndex i) {
    const Token& noun = tree_.token(i);
    const std::string verb = verb_of_event_noun(noun.lemma);
    if (verb.empty()) return;
    const TokenIndex possessor = tree_.child(i, "nmod:poss");
    if (possessor == kNoToken) return act_with_agent(i, verb);
    const TokenRef subject = {sentence_, possessor};
    if (!is_possessive_pronoun(tree_.token(possessor)) && !holds_name(document_, subject) &&
        !is_role_noun(tree_.token(possessor))) {
      return;
    }
    Draft base = frame(i, "nominalisation");
    const Factuality event = factuality_.of(i);
    base.polarity = event.polarity;
    base.modality = combined(event.modality, prospect_of(verb));
    base.subject = subject;
    base.predicate.written = noun.form;
    base.predicate.canonical = verb;
    base.predicate.readable = past_tense(verb);
    const TokenIndex infinitive = tree_.child(i, "acl");
    if (infinitive != kNoToken && tree_.token(infinitive).upos == Upos::kVerb &&
        tree_.introducer(infinitive, "mark") == "to") {
      infinitive_of(base, infinitive);
    }
    for (const TokenIndex c : tree_.children(i)) {
      if (!tree_.is(c, "nmod") || c < i || tree_.is(c, "nmod:poss")) continue;
      const std::string preposition = tree_.introducer(c, "case");
      const TokenRef object = {sentence_, c};
      if (!marks_participant(preposition) || is_time_phrase(document_, object)) continue;
      Draft draft = base;
      draft.object = object;
      if (!marks_object(noun.lemma, preposition)) {
        append(draft.predicate.written, preposition);
        append(draft.predicate.canonical, preposition);
        append(draft.predicate.readable, preposition);
      }
      drafts_.push_back(std::move(draft));
      break;
    }
  }

  /// "the arrest of Brandt by Norlandic police": (Norlandic police; arrested; Brandt).
  void act_with_agent(TokenIndex i, const std::string& verb) {
    TokenIndex agent = kNoToken;
    TokenIndex object = kNoToken;
    for (const TokenIndex c : tree_.children(i)) {
      if (c < i || !tree_.is(c, "nmod") || is_time_phrase(document_, {sentence_, c})) continue;
      const std::string preposition = tree_.introducer(c, "case");
      if (preposition == "by" && agent == kNoToken) agent = c;
      if (object == kNoToken && marks_object(tree_.token(i).lemma, preposition)) object = c;
    }
    if (agent == kNoToken || object == kNoToken) return;
    // "the cut of spending by 5 percent": a measure.
    if (document_.amount_at({sentence_, agent}) != nullptr) return;
    Draft base = frame(i, "nominalisation");
    const Factuality event = factuality_.of(i);
    base.polarity = event.polarity;
    base.modality = combined(event.modality, prospect_of(verb));
    base.predicate.written = tree_.token(i).form;
    base.predicate.canonical = verb;
    base.predicate.readable = past_tense(verb);
    for (const TokenIndex actor : tree_.with_conjuncts(agent)) {
      for (const TokenIndex target : tree_.with_conjuncts(object)) {
        Draft draft = base;
        draft.subject = {sentence_, actor};
        draft.object = TokenRef{sentence_, target};
        drafts_.push_back(std::move(draft));
      }
    }
  }

  void infinitive_of(const Draft& base, TokenIndex infinitive) {
    const Token& inner = tree_.token(infinitive);
    Draft draft = base;
    const auto extend = [&](const std::string& preposition) {
      for (std::string* form :
           {&draft.predicate.written, &draft.predicate.canonical, &draft.predicate.readable}) {
        append(*form, "to");
        append(*form, inner.lemma);
        if (!preposition.empty()) append(*form, preposition);
      }
      draft.predicate.span = hull(draft.predicate.span, inner.span);
    };
    const TokenIndex object = tree_.child(infinitive, "obj");
    if (object != kNoToken) {
      extend("");
      draft.object = TokenRef{sentence_, object};
      drafts_.push_back(draft);
      return;
    }
    for (const TokenIndex c : tree_.children(infinitive)) {
      if (!tree_.is(c, "obl") || is_time_phrase(document_, {sentence_, c})) continue;
      extend(tree_.introducer(c, "case"));
      draft.object = TokenRef{sentence_, c};
      drafts_.push_back(draft);
      return;
    }
    draft.event =
        document_.add_action({sentence_, infinitive}, event_noun_of(inner.lemma), inner.span);
    drafts_.push_back(draft);
  }

  Document& document_;
  std::uint32_t sentence_;
  std::vector<Draft>& drafts_;
  const Tree& tree_;
  SentenceFactuality factuality_;
};

}  // namespace

void add_role(Document& document, TokenRef holder, TokenRef role, const Draft& frame,
              std::vector<Draft>& drafts) {
  Draft draft = frame;
  draft.subject = holder;
  const auto complement = complement_of(document, role);
  const std::string phrase = role_phrase(document, role, complement);
  const bool short_enough = word_count(phrase) <= 4;
  const Tree& tree = document.tree(role.sentence);
  const std::string copula = copula_form(tree, frame.clause.token);
  draft.predicate.written = copula;
  draft.predicate.readable = copula;
  draft.predicate.canonical = "be";
  draft.predicate.span = tree.token(role.token).span;
  if (complement && short_enough) {
    for (std::string* form : {&draft.predicate.written, &draft.predicate.readable}) {
      append(*form, phrase);
      append(*form, complement->preposition);
    }
    append(draft.predicate.canonical, to_lower(phrase));
    append(draft.predicate.canonical, complement->preposition);
    draft.object = complement->head;
  } else {
    draft.object = role;
    draft.describes = true;
  }
  drafts.push_back(std::move(draft));
}

bool add_relational(Document& document, TokenRef holder, TokenRef noun, const Draft& frame,
                    std::vector<Draft>& drafts) {
  const Tree& tree = document.tree(noun.sentence);
  const RelationalNoun* relation = relational_noun(tree.token(noun.token).lemma);
  const TokenIndex possessor = tree.child(noun.token, "nmod:poss");
  if (relation == nullptr || possessor == kNoToken) return false;
  Draft draft = frame;
  draft.rule = "relational noun";
  draft.subject = relation->possessor_acts ? TokenRef{noun.sentence, possessor} : holder;
  draft.object = relation->possessor_acts ? holder : TokenRef{noun.sentence, possessor};
  draft.predicate.written = document.short_phrase(noun);
  draft.predicate.canonical = relation->canonical;
  draft.predicate.readable = relation->readable;
  draft.predicate.span = tree.token(noun.token).span;
  drafts.push_back(std::move(draft));
  return true;
}

void apply_noun_rules(Document& document, std::uint32_t sentence, std::vector<Draft>& drafts) {
  NounRules(document, sentence, drafts).apply();
}

}  // namespace newsgraph
