#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/tree.hpp"
#include "extract/mention/tree_editor.hpp"
#include "extract/mention/words.hpp"
#include "extract/values/calendar.hpp"
#include "extract/values/currencies.hpp"

namespace newsgraph {
namespace {

/// Appositions stand near; longer climbs end at unrelated nouns.
constexpr int kMaxClimb = 4;

class PhraseRepair : TreeEditor {
 public:
  using TreeEditor::TreeEditor;

  void run() {
    const TokenIndex count = size();
    for (TokenIndex i = 0; i < count; ++i) leave_punctuation(i);
    for (TokenIndex i = 0; i < count; ++i) give_predicate(i);
    part_dateline();
    for (TokenIndex i = 0; i < count; ++i) join_general(i);
    for (TokenIndex i = 0; i < count; ++i) leave_hyphenated_part(i);
    for (TokenIndex i = 0; i < count; ++i) part_names(i);
    for (TokenIndex i = 0; i < count; ++i) join_title_to_name(i);
    for (TokenIndex i = 0; i < count; ++i) join_title(i);
    for (TokenIndex i = 0; i < count; ++i) part_list(i);
    for (TokenIndex i = 0; i < count; ++i) join_counted(i);
    for (TokenIndex i = 0; i < count; ++i) join_place(i);
    for (TokenIndex i = 0; i < count; ++i) part_object_predicate(i);
    for (TokenIndex i = 0; i < count; ++i) give_office_its_verb(i);
    for (TokenIndex i = 0; i < count; ++i) join_name_to_person(i);
    for (TokenIndex i = 0; i < count; ++i) raise_name_to_subject(i);
    for (TokenIndex i = 0; i < count; ++i) join_possessor_to_noun(i);
    for (TokenIndex i = 0; i < count; ++i) join_role_to_role(i);
    for (TokenIndex i = 0; i < count; ++i) join_clause_to_last_name(i);
    for (TokenIndex i = 0; i < count; ++i) join_apposition_to_last_name(i);
    for (TokenIndex i = 0; i < count; ++i) join_price_to_unit(i);
    for (TokenIndex i = 0; i < count; ++i) read_possessive(i);
    for (TokenIndex i = 0; i < count; ++i) read_currency(i);
    for (TokenIndex i = 0; i < count; ++i) join_measure(i);
  }

 private:
  /// "Ana Roth, Attorney General for Norland": no general, and no part of her name.
  void join_general(TokenIndex i) {
    if (i == 0 || token(i).form != "General" || token(i).head == i - 1 || token(i - 1).head == i) {
      return;
    }
    static constexpr std::array<std::string_view, 9> kGenerals = {
        "Attorney", "Surgeon", "Inspector",   "Solicitor", "Secretary",
        "Director", "Consul",  "Comptroller", "Auditor"};
    if (std::find(kGenerals.begin(), kGenerals.end(), token(i - 1).form) == kGenerals.end()) return;
    const bool modifies =
        token(i).deprel == "amod" || token(i).deprel == "flat" || token(i).deprel == "compound";
    if (modifies && child(i, "nmod") == kNoToken) attach(i, i - 1, "amod");
  }

  /// "OSLO Ana Roth left": the name takes the place of the dateline.
  void part_dateline() {
    const NamedMention* place = name_at(0);
    const NamedMention* person = size() > 1 ? name_at(1) : nullptr;
    const std::string& form = token(0).form;
    const bool capitals =
        std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (place == nullptr || place->end != 1 || place->type != NameType::kPlace ||
        person == nullptr || person->type != NameType::kPerson || person->end < 3 ||
        token(1).head != 0 || !capitals) {
      return;
    }
    token(1).head = token(0).head;
    token(1).deprel = token(0).deprel;
    for (TokenIndex i = 2; i < size(); ++i) {
      if (token(i).head == 0) token(i).head = 1;
    }
    token(0).head = token(1).head == kNoHead ? 1 : token(1).head;
    token(0).deprel = "dep";
  }

  /// "25 years and nine months": one length of time; not "between ten years and six months".
  void join_measure(TokenIndex smaller) {
    const TokenIndex larger = token(smaller).head;
    if (token(smaller).deprel != "conj" || larger == kNoHead || larger > smaller) return;
    const TimeUnit unit = unit_of(token(smaller).lemma);
    const TokenIndex conjunction = child(smaller, "cc");
    const bool sum = unit != TimeUnit::kNone && unit < unit_of(token(larger).lemma) &&
                     child(larger, "nummod") != kNoToken && child(smaller, "nummod") != kNoToken &&
                     conjunction != kNoToken && token(conjunction).lemma == "and" &&
                     preposition_of(larger) != "between";
    if (sum) token(smaller).deprel = "nmod:unmarked";
  }

  /// "It cost US$10 m": a sign of currency before a number is an amount, to nobody.
  void read_currency(TokenIndex i) {
    Token& word = token(i);
    if (!ends_in_currency_sign(word.form) || i + 1 >= size() || token(i + 1).upos != Upos::kNum)
      return;
    word.upos = Upos::kSym;
    word.xpos = "$";
    if (word.deprel == "iobj" && child(word.head, "obj") == kNoToken) word.deprel = "obj";
  }

  /// "The decision was hers", which taggers take for a plural.
  void read_possessive(TokenIndex i) {
    struct Row {
      std::string_view form;
      std::string_view lemma;
    };
    static constexpr Row kRows[] = {
        {"hers", "she"}, {"his", "he"}, {"theirs", "they"}, {"ours", "we"}, {"yours", "you"}};
    Token& word = token(i);
    const bool content = is_nominal(i) || word.upos == Upos::kAdj || word.upos == Upos::kVerb;
    if (!content || name_at(i) != nullptr || (i > 0 && is_capitalized(word.form))) return;
    const std::string form = to_lower(word.form);
    for (const Row& row : kRows) {
      if (form != row.form) continue;
      word.lemma = row.lemma;
      word.upos = Upos::kPron;
      word.xpos = "PRP";
      word.feats = "Poss=Yes|PronType=Prs";
    }
  }

  void leave_punctuation(TokenIndex i) {
    TokenIndex mark = token(i).head;
    if (mark == kNoHead || token(mark).upos != Upos::kPunct) return;
    if (mark > 0 && mark < i && is_nominal(i) && is_nominal(mark - 1) &&
        token(i).deprel != "punct") {
      attach(i, mark - 1, is_person_name(i) ? "appos" : token(i).deprel);
      return;
    }
    for (std::size_t steps = 0; token(mark).upos == Upos::kPunct && token(mark).head != kNoHead &&
                                steps < sentence_.tokens.size();
         ++steps) {
      mark = token(mark).head;
    }
    attach(i, mark, token(i).deprel);
  }

  /// The nearest role above `i`, through noun phrases only.
  TokenIndex role_above(TokenIndex i) {
    for (int climb = 0; climb < kMaxClimb; ++climb) {
      const std::string_view relation = token(i).deprel;
      const bool within_phrase = is_relation(relation, "nmod") || relation == "conj" ||
                                 relation == "compound" || relation == "flat";
      if (!within_phrase || token(i).head == kNoHead) return kNoToken;
      i = token(i).head;
      if (is_role(i)) return i;
    }
    return kNoToken;
  }

  /// The last conjunct, a role, that ends right before the comma before `i`: what comes behind
  /// "and" and its conjunct is no further member of the list.
  TokenIndex role_after_and(TokenIndex i) {
    if (token(i).deprel != "conj" || child(i, "cc") != kNoToken) return kNoToken;
    const auto begin = static_cast<TokenIndex>(name_at(i)->begin);
    if (begin < 2 || token(begin - 1).form != ",") return kNoToken;
    for (TokenIndex role = begin - 2; role > token(i).head; --role) {
      if (token(role).deprel == "conj" && token(role).head == token(i).head) {
        const bool last = child(role, "cc") != kNoToken && is_role(role);
        return last && is_below(begin - 2, role) ? role : kNoToken;
      }
    }
    return kNoToken;
  }

  void join_name_to_person(TokenIndex i) {
    if (!is_person_name(i)) return;
    if (const TokenIndex role = role_after_and(i); role != kNoToken) {
      attach(i, role, "appos");
      return;
    }
    // Coordination needs a conjunction; without one the comma before the name means apposition.
    const bool bare_conjunct = token(i).deprel == "conj" && child(i, "cc") == kNoToken;
    if (token(i).deprel != "appos" && token(i).deprel != "list" && !bare_conjunct) return;
    const TokenIndex above = token(i).head;
    if (above == kNoHead || is_role(above) || is_person_name(above)) return;
    const TokenIndex role = role_above(above);
    if (role != kNoToken && role < i) attach(i, role, "appos");
  }

  /// "the deputy head of the office of the president, Ana Roth, noted".
  void raise_name_to_subject(TokenIndex i) {
    if (!is_person_name(i) || token(i).deprel != "appos" || i == 0) return;
    const NamedMention* name = name_at(i);
    const auto begin = static_cast<TokenIndex>(name->begin);
    const auto end = static_cast<TokenIndex>(name->end);
    const auto count = static_cast<TokenIndex>(sentence_.tokens.size());
    if (begin == 0 || end >= count || token(begin - 1).form != "," || token(end).form != ",")
      return;
    TokenIndex top = token(i).head;
    if (top == kNoHead || !is_role(top)) return;
    for (int climb = 0; climb < kMaxClimb && is_relation(token(top).deprel, "nmod") &&
                        token(top).head != kNoHead && token(top).head < top;
         ++climb) {
      top = token(top).head;
    }
    const TokenIndex determiner = child(top, "det");
    const bool definite = determiner != kNoToken && token(determiner).lemma == "the";
    if (top == token(i).head || !is_role(top) || !definite || child(top, "appos") != kNoToken) {
      return;
    }
    if (is_relation(token(top).deprel, "nsubj") && token(top).head >= end) attach(i, top, "appos");
  }

  /// "His view centers on": the possessor of the next noun, not of the verb.
  void join_possessor_to_noun(TokenIndex i) {
    const TokenIndex verb = token(i).head;
    if (token(i).deprel != "nmod:poss" || token(i).upos != Upos::kPron || verb == kNoHead ||
        verb < i || token(verb).upos != Upos::kVerb) {
      return;
    }
    for (TokenIndex noun = i + 1; noun < verb; ++noun) {
      if (is_nominal(noun) && token(noun).deprel != "compound") {
        attach(i, noun, "nmod:poss");
        return;
      }
    }
  }

  /// `second` is the head of the second name.
  void part_names(TokenIndex second) {
    const NamedMention* name = name_at(second);
    const TokenIndex first = token(second).head;
    if (first == kNoHead || !is_person_name(second) || !is_person_name(first)) return;
    const NamedMention* other = name_at(first);
    const auto begin = static_cast<TokenIndex>(other->begin);
    const bool in_a_row = other != name && other->end == name->begin;
    const bool joined = token(second).deprel == "flat" || token(second).deprel == "appos" ||
                        token(second).deprel == "compound";
    if (!in_a_row || !joined || begin < 2 || token(begin - 1).upos != Upos::kAdp ||
        !is_role(begin - 2)) {
      return;
    }
    const TokenIndex role = begin - 2;
    // Where the role stands higher up than right above the name, taking its place would tear it out
    // of the phrase between.
    const TokenIndex over_first = token(first).head;
    if (over_first != role && over_first != kNoHead && token(role).head != kNoHead &&
        is_below(over_first, role)) {
      return;
    }
    // The name takes the place that the parser gave to the role or to the first name.
    const bool below_role = token(first).head == role;
    Token& place = token(below_role ? role : first);
    const TokenIndex above = place.head;
    const std::string relation = place.deprel;
    if (!below_role && above != kNoHead && token(role).head == kNoHead) {
      token(above).head = kNoHead;
      token(above).deprel = "root";
    }
    token(second).head = above;
    token(second).deprel = relation;
    token(role).head = second;
    token(role).deprel = "nmod:desc";
    token(first).head = role;
    token(first).deprel = "nmod";
    token(begin - 1).head = first;
    token(begin - 1).deprel = "case";
    // What was below the first name besides its own words goes with the second.
    for (TokenIndex i = 0; i < static_cast<TokenIndex>(sentence_.tokens.size()); ++i) {
      if (token(i).head == first && name_at(i) == name) token(i).head = second;
    }
  }

  bool is_hyphen(TokenIndex i) {
    return i > 0 && token(i).xpos == "HYPH" && !token(i).space_after && !token(i - 1).space_after;
  }

  /// The head of the hyphenated word that `i` is a part of; `i` itself in most cases.
  TokenIndex word_head(TokenIndex i) {
    TokenIndex first = i;
    while (first >= 2 && is_hyphen(first - 1)) first -= 2;
    while (i != first && token(i).head != kNoHead && token(i).head >= first && token(i).head < i) {
      i = token(i).head;
    }
    return i;
  }

  void leave_hyphenated_part(TokenIndex i) {
    const TokenIndex above = token(i).head;
    if (above == kNoHead || above > i || !is_nominal(above) || is_hyphen(i) ||
        (i > 0 && is_hyphen(i - 1))) {
      return;
    }
    const TokenIndex word = word_head(above);
    if (word != above && is_nominal(word)) attach(i, word, token(i).deprel);
  }

  void give_predicate(TokenIndex be) {
    const std::string& tag = token(be).xpos;
    const TokenIndex above = token(be).head;
    if (token(be).lemma != "be" || (tag != "VBZ" && tag != "VBP" && tag != "VBD") ||
        above == kNoHead || above > be || !is_nominal(above) || token(be).deprel == "cop" ||
        token(be).deprel == "aux" || child(be, "nsubj") != kNoToken) {
      return;
    }
    TokenIndex predicate = be + 1;
    const auto count = static_cast<TokenIndex>(sentence_.tokens.size());
    while (predicate < count &&
           (token(predicate).upos == Upos::kDet || token(predicate).upos == Upos::kAdj ||
            token(predicate).upos == Upos::kAdv || token(predicate).upos == Upos::kPart)) {
      ++predicate;
    }
    if (predicate == count || !is_nominal(predicate)) return;
    token(predicate).head = above;
    token(predicate).deprel = "dep";
    for (TokenIndex i = be + 1; i < predicate; ++i) token(i).head = predicate;
    for (Token& other : sentence_.tokens) {
      if (other.head == be) other.head = predicate;
    }
    token(predicate).head = above;
    token(be).head = predicate;
    token(be).deprel = "cop";
  }

  /// `i` is the head of a name.
  void join_title_to_name(TokenIndex i) {
    if (!is_person_name(i) || token(i).head == kNoHead) return;
    const auto begin = static_cast<TokenIndex>(name_at(i)->begin);
    const bool is_head = name_at(token(i).head) != name_at(i);
    if (!is_head || begin == 0 || !is_role(begin - 1)) return;
    const TokenIndex title = begin - 1;
    // Only where the parser made two phrases of them, side by side.
    if (token(title).head != token(i).head) return;
    attach(title, i, "nmod:desc");
  }

  /// "Chief Executive Ana Roth", "Attorney General Ana Roth": one title, of which the parser makes
  /// two, or of whose beginning another person.
  void join_title(TokenIndex i) {
    const TokenIndex next = i + 1;
    if (next >= size() || token(next).deprel != "nmod:desc" || token(next).xpos != "NNP") return;
    const TokenIndex name = token(next).head;
    if (name < next || !is_nominal(i) || !is_capitalized(token(i).form)) return;
    if (name_at(i) != nullptr || name_at(next) != nullptr) return;
    const bool second = token(i).deprel == "nmod:desc" && token(i).head == name;
    const bool apart = is_role(i) && token(i).head == token(name).head &&
                       token(i).head != kNoHead && token(i).deprel == token(name).deprel;
    if (!second && !apart) return;
    // "Norland Chief Executive": Norland's chief executive; "by" leads in the person.
    for (TokenIndex c = 0; c < size(); ++c) {
      if (token(c).head != i) continue;
      token(c).head = token(c).deprel == "case" ? name : next;
    }
    attach(i, next, "compound");
  }

  /// "agent Ana Roth; director Pia Kern": semicolons part the members of a list of persons.
  void part_list(TokenIndex i) {
    if (token(i).deprel != "appos" || token(i).head == kNoHead || token(i).head > i) return;
    const TokenIndex other = token(i).head;
    if (!is_person_name(other) && !is_role(other)) return;
    TokenIndex first = i;
    while (first > 0 && is_below(first - 1, i) && token(first - 1).upos != Upos::kPunct) --first;
    if (first > 0 && token(first - 1).form == ";") token(i).deprel = "conj";
  }

  /// "identified him as Roth of Elm, near the city of Oslo": behind the comma of a place stands
  /// where that place is.
  void join_place(TokenIndex i) {
    const TokenIndex preposition = child(i, "case");
    if (!is_relation(token(i).deprel, "obl") || preposition < 2 ||
        token(preposition - 1).form != ",") {
      return;
    }
    const std::string form = to_lower(token(preposition).form);
    const NamedMention* name = name_at(preposition - 2);
    if ((form != "near" && form != "outside") || name == nullptr ||
        name->type != NameType::kPlace) {
      return;
    }
    attach(i, preposition - 2, "nmod");
  }

  bool is_counted_person(TokenIndex i) {
    return noun_class(to_lower(token(i).lemma)) == NounClass::kPerson &&
           child(i, "nummod") != kNoToken;
  }

  /// "killed two boys in a bus and three drivers".
  void join_counted(TokenIndex i) {
    const TokenIndex place = token(i).head;
    if (token(i).deprel != "conj" || place == kNoHead || !is_counted_person(i)) return;
    if (!is_nominal(place) || is_role(place) || child(place, "nummod") != kNoToken ||
        child(place, "case") == kNoToken || token(place).head == kNoHead) {
      return;
    }
    const TokenIndex above = token(place).head;
    const TokenIndex object = token(above).upos == Upos::kVerb ? child(above, "obj") : above;
    if (object != kNoToken && object < place && is_counted_person(object)) {
      attach(i, object, "conj");
    }
  }

  /// A role without any determiner: "president" of "made Roth president".
  bool is_bare_role(TokenIndex i) {
    return is_role(i) && token(i).upos == Upos::kNoun && token(i).xpos == "NN" &&
           child(i, "det") == kNoToken && child(i, "nmod:poss") == kNoToken;
  }

  /// "made Roth president": the person is no part of the role's name but the verb's object.
  void part_object_predicate(TokenIndex i) {
    if (token(i).deprel != "obj" || token(i).head > i || !is_bare_role(i)) return;
    const TokenIndex name = child(i, "compound");
    if (name == kNoToken || name > i || !is_person_name(name)) return;
    if (static_cast<TokenIndex>(name_at(name)->end) != i ||
        static_cast<TokenIndex>(name_at(name)->begin) != token(i).head + 1) {
      return;
    }
    attach(name, token(i).head, "obj");
    token(i).deprel = "xcomp";
  }

  /// "Roth was elected president": the participle is the predicate, not a modifier of the role.
  void give_office_its_verb(TokenIndex i) {
    const TokenIndex be = child(i, "cop");
    const TokenIndex verb = child(i, "amod");
    if (be == kNoToken || verb != i - 1 || be >= verb || !is_bare_role(i)) return;
    if (token(verb).xpos != "VBN" || token(be).lemma != "be") return;
    token(verb).upos = Upos::kVerb;
    token(verb).head = token(i).head;
    token(verb).deprel = token(i).deprel;
    token(i).head = verb;
    token(i).deprel = "xcomp";
    for (Token& other : sentence_.tokens) {
      if (other.head != i) continue;
      const bool of_noun = is_relation(other.deprel, "nmod") || is_relation(other.deprel, "acl") ||
                           other.deprel == "flat" || other.deprel == "compound" ||
                           other.deprel == "fixed" || other.deprel == "case";
      if (of_noun) continue;
      other.head = verb;
      if (other.deprel == "nsubj") other.deprel = "nsubj:pass";
      if (other.deprel == "cop") other.deprel = "aux:pass";
    }
  }

  void join_role_to_role(TokenIndex i) {
    if (token(i).deprel != "conj" || !is_role(i)) return;
    const TokenIndex above = token(i).head;
    if (above == kNoHead || is_role(above) || is_person_name(above) || !is_nominal(above)) return;
    const TokenIndex role = role_above(above);
    if (role != kNoToken && role < i) attach(i, role, "conj");
  }

  /// A relative clause of a list of names that stands behind the last is about the last.
  void join_clause_to_last_name(TokenIndex i) {
    if (token(i).deprel != "acl:relcl" || token(i).head == kNoHead) return;
    const TokenIndex first = token(i).head;
    if (!is_person_name(first)) return;
    TokenIndex last = kNoToken;
    for (TokenIndex c = first + 1; c < i; ++c) {
      if (token(c).head == first && token(c).deprel == "conj" && is_person_name(c)) last = c;
    }
    if (last != kNoToken) attach(i, last, "acl:relcl");
  }

  /// "The league and Kosmos, a group of clubs": one group, and what it stands behind.
  void join_apposition_to_last_name(TokenIndex i) {
    const TokenIndex first = token(i).head;
    const TokenIndex article = child(i, "det");
    if (token(i).deprel != "appos" || first == kNoHead || first > i || article == kNoToken ||
        token(article).lemma != "a") {
      return;
    }
    TokenIndex last = kNoToken;
    for (TokenIndex c = first + 1; c < article; ++c) {
      if (token(c).head == first && token(c).deprel == "conj") last = c;
    }
    if (last == kNoToken || child(last, "cc") == kNoToken || name_at(last) == nullptr) return;
    const bool next = static_cast<TokenIndex>(name_at(last)->end) + 1 == article &&
                      token(article - 1).form == ",";
    if (next) attach(i, last, "appos");
  }

  /// "Earned $2 a share": what each costs or brings, not another object.
  void join_price_to_unit(TokenIndex i) {
    const std::string& relation = token(i).deprel;
    if (i < 2 || token(i).xpos != "NN" || token(i - 1).lemma != "a" || token(i - 1).head != i ||
        token(i - 2).upos != Upos::kNum) {
      return;
    }
    const bool beside = relation == "obj" || relation == "appos" || is_relation(relation, "obl") ||
                        is_relation(relation, "nmod");
    const TokenIndex sign = token(i - 2).head;
    const bool priced = sign != kNoHead && token(sign).upos == Upos::kSym && sign < i;
    if (beside && priced && child(i, "case") == kNoToken) attach(i, sign, "nmod:unmarked");
  }
};

}  // namespace

void repair_phrases(Sentence& sentence) { PhraseRepair(sentence).run(); }

}  // namespace newsgraph
