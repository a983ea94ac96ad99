#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/auxiliaries.hpp"
#include "extract/proposition/draft.hpp"
#include "extract/proposition/factuality/predicate_marks.hpp"
#include "extract/proposition/nominalisation_rules.hpp"
#include "extract/proposition/role.hpp"

namespace newsgraph {
namespace {

class NounRules {
 public:
  NounRules(Document& document, std::uint32_t sentence, std::vector<Draft>& drafts)
      : document_(document), sentence_(sentence), drafts_(drafts), tree_(document.tree(sentence)) {}

  void apply() {
    for (TokenIndex i = 0; i < tree_.size(); ++i) {
      const Token& token = tree_.token(i);
      if (document_.name_at({sentence_, i})) {
        named(i);
      } else if (token.upos == Upos::kNoun || token.upos == Upos::kPropn) {
        apposition(i);
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
    const std::vector<TokenIndex> members = tree_.with_conjuncts(i);
    // "the king or queen, Ana Roth": which of them is not said.
    if (std::any_of(members.begin(), members.end(), [&](TokenIndex member) {
          return is_role_noun(tree_.token(member)) && tree_.introducer(member, "cc") == "or";
        })) {
      return;
    }
    for (const TokenIndex member : members) {
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
            role_of_all(name, {sentence_, member}, base);
          }
        }
      } else if (tree_.is(c, "nmod") && c > i && mention.type == NameType::kPerson &&
                 document_.name_at({sentence_, c})) {
        affiliation(name, c);
      }
    }
  }

  /// "Ana Roth and Pia Kern, both professors".
  void role_of_all(TokenRef first, TokenRef role, const Draft& base) {
    const bool by_each = is_held_by_each(document_, role, first);
    // "Ana Roth and Pia Kern, the two heads of the party": not each of them.
    if (by_each && tree_.child(role.token, "nummod") != kNoToken) return;
    add_role(document_, first, role, base, drafts_);
    if (!by_each) return;
    for (const TokenIndex holder : tree_.with_conjuncts(first.token)) {
      const bool later = holder > role.token && role.token > first.token;
      if (holder == first.token || later) continue;
      if (is_held_by_each(document_, role, {sentence_, holder})) {
        add_role(document_, {sentence_, holder}, role, base, drafts_);
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
      append_word(draft.predicate.written, phrase + " of");
      append_word(draft.predicate.readable, phrase + " of");
      append_word(draft.predicate.canonical, to_lower(phrase) + " of");
      drafts_.push_back(std::move(draft));
      return;
    }
    // "Minister Ana Roth of Norland": affiliation() tells of what.
    const auto& words = tree_.children(name.token);
    const bool told = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
      return c > name.token && tree_.is(c, "nmod") && tree_.introducer(c, "case") == "of" &&
             document_.name_at({sentence_, c});
    });
    const bool bare = word_count(role_phrase(document_, role, std::nullopt)) == 1;
    if (!bare || (!told && holds_title(name, title))) role_of_all(name, role, base);
  }

  /// "Senator Ana Roth"; not "suspect Ana Roth", "would-be President Ana Roth", "'Doctor' Roth",
  /// "played Queen Ana", "Sister Ana", which is how one addresses her.
  bool holds_title(TokenRef name, TokenIndex title) const {
    const std::string lemma = to_lower(tree_.token(title).lemma);
    const bool office = is_in_class(lemma, WordClass::kRole) &&
                        !is_one_of(lemma, {"sister", "brother", "father", "mother"});
    const NamedMention& mention = tree_.sentence().names[*document_.name_at(name)];
    const bool person = mention.type == NameType::kPerson;
    const Token& before = tree_.token(std::max<TokenIndex>(title - 1, 0));
    const bool doubted =
        title > 0 && (before.xpos == "``" || before.xpos == "HYPH" ||
                      is_one_of(before.form, {"be", "called", "proclaimed", "styled", "\"",
                                              "\xE2\x80\x9C", "\xE2\x80\x98"}));
    const TokenIndex verb = tree_.head(name.token);
    const bool played = verb != kNoHead && tree_.is(name.token, "obj") &&
                        is_one_of(tree_.token(verb).lemma, {"play", "portray", "voice"});
    return office && person && !doubted && !played;
  }

  /// "Ana Roth from Chatham House", "Ana Roth of the Labour Party".
  void affiliation(TokenRef name, TokenIndex organisation) {
    const std::string preposition = tree_.introducer(organisation, "case");
    if (preposition != "from" && preposition != "of" && preposition != "at") return;
    // "called the 'Ana Roth of Norland'" is another.
    const TokenIndex first = tree_.subtree(name.token).front();
    for (TokenIndex t = std::max<TokenIndex>(first - 1, 0); t < name.token; ++t) {
      if (tree_.token(t).xpos == "``") return;
    }
    Draft draft = frame(name.token, "affiliation");
    draft.subject = name;
    draft.object = TokenRef{sentence_, organisation};
    // "Prime Minister Ana Roth of Norland" is its prime minister.
    TokenIndex title = tree_.child(name.token, "nmod:desc");
    if (title == kNoToken && tree_.is(name.token, "conj")) {
      title = tree_.child(tree_.head(name.token), "nmod:desc");
      if (title != kNoToken && !tree_.token(title).xpos.ends_with('S')) title = kNoToken;
    }
    const bool office = preposition == "of" && title != kNoToken && title < name.token &&
                        is_in_class(to_lower(tree_.token(title).lemma), WordClass::kRole);
    // "Senators Ana Roth of Elmia and Pia Kern of Oslo"
    const bool shared = office && tree_.token(title).xpos.ends_with('S');
    const std::string held = !office  ? std::string()
                             : shared ? tree_.token(title).lemma
                                      : role_phrase(document_, {sentence_, title}, std::nullopt);
    const std::string link = office ? held + " of" : preposition;
    append_word(draft.predicate.written, link);
    append_word(draft.predicate.canonical, to_lower(link));
    append_word(draft.predicate.readable, link);
    drafts_.push_back(std::move(draft));
  }

  Document& document_;
  std::uint32_t sentence_;
  std::vector<Draft>& drafts_;
  const Tree& tree_;
};

/// "Colleague Ana Roth", "brother Ivo Roth": nothing is said where nobody says whose.
bool lacks_whose(const Document& document, TokenRef role, TokenRef holder) {
  static constexpr std::array<std::string_view, 16> kToSomebody = {
      "colleague", "friend", "brother", "sister", "wife", "husband",   "son",      "daughter",
      "father",    "mother", "cousin",  "uncle",  "aunt", "classmate", "teammate", "neighbour"};
  const Tree& tree = document.tree(role.sentence);
  const std::string lemma = to_lower(tree.token(role.token).lemma);
  return std::find(kToSomebody.begin(), kToSomebody.end(), lemma) != kToSomebody.end() &&
         is_title_of(document, role, holder) && !complement_of(document, role) &&
         tree.child(role.token, "nmod:poss") == kNoToken;
}

/// The copula of `predicate` as it is told; "was" for "Ana Roth, then the mayor of Oslo".
std::string role_copula(const Tree& tree, TokenIndex predicate, TokenIndex role) {
  for (const TokenIndex c : tree.children(role)) {
    const bool status = tree.is(c, "advmod") || tree.is(c, "amod");
    if (c < role && status && to_lower(tree.token(c).lemma) == "then") return "was";
  }
  return copula_form(tree, predicate);
}

/// What a role that names no complement says where its words as written would not do: "conductor"
/// in "conductor Ana Roth", which the holder's name ends, "former minister" in "a former friend and
/// minister".
std::string role_words(const Document& document, TokenRef role, TokenRef holder) {
  const Tree& tree = document.tree(role.sentence);
  // "Member of Parliament Ana Roth": the name stands within the phrase of its title.
  const bool within = role.sentence == holder.sentence && role.token < holder.token &&
                      tree.is(holder.token, "flat") && tree.head(holder.token) == role.token;
  if (within || is_title_of(document, role, holder)) {
    return role_phrase(document, role, std::nullopt);
  }
  if (is_past_by_context(document, role)) return "former " + document.description(role);
  const bool was_then = role_copula(tree, role.token, role.token) == "was" &&
                        tree.child(role.token, "cop") == kNoToken;
  return was_then ? document.description(role) : "";
}

}  // namespace

void add_role(Document& document, TokenRef holder, TokenRef role, const Draft& frame,
              std::vector<Draft>& drafts) {
  if (lacks_whose(document, role, holder)) return;
  Draft draft = frame;
  draft.subject = holder;
  const auto complement = complement_of(document, role);
  const bool by_each = is_held_by_each(document, role, holder);
  // "Recipient: Agent Ana Roth": the head of a list.
  const bool listed =
      role.token == 0 && holder.token > 1 && document.tree(role.sentence).token(1).form == ":";
  if (listed) return;
  const std::string phrase = role_phrase(document, role, complement, by_each);
  constexpr std::size_t kLongestRole = 4;  // with "is" and "of" a relation of six words
  const bool short_enough = word_count(phrase) <= kLongestRole;
  const Tree& tree = document.tree(role.sentence);
  std::string copula = role_copula(tree, frame.clause.token, role.token);
  if (by_each && copula == "were") copula = "was";
  if (by_each && copula == "are") copula = "is";
  draft.predicate.written = copula;
  draft.predicate.readable = copula;
  draft.predicate.canonical = "be";
  draft.predicate.span = tree.token(role.token).span;
  if (complement && short_enough) {
    for (std::string* form : {&draft.predicate.written, &draft.predicate.readable}) {
      append_word(*form, phrase);
      append_word(*form, complement->preposition);
    }
    append_word(draft.predicate.canonical, to_lower(phrase));
    append_word(draft.predicate.canonical, complement->preposition);
    draft.object = complement->head;
  } else {
    draft.object = role;
    draft.describes = true;
    draft.description = role_words(document, role, holder);
    const auto& modifiers = tree.children(role.token);
    const bool ends = std::none_of(modifiers.begin(), modifiers.end(), [&](TokenIndex c) {
      return c > role.token && tree.token(c).upos != Upos::kPunct;
    });
    if (by_each && ends) draft.description = role_phrase(document, role, std::nullopt, true);
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
  apply_nominalisation_rules(document, sentence, drafts);
}

}  // namespace newsgraph
