#include "extract/proposition/dates/date_place.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"

namespace newsgraph {
namespace {

bool is_noun(const Token& token) {
  return token.upos == Upos::kNoun || token.upos == Upos::kPropn || token.upos == Upos::kPron ||
         token.upos == Upos::kNum;
}

bool says(const Token& token) {
  return (token.upos == Upos::kVerb || token.upos == Upos::kAux) &&
         (is_in_class(token.lemma, WordClass::kSay) || is_in_class(token.lemma, WordClass::kDeny));
}

class DatePlaces {
 public:
  explicit DatePlaces(const Tree& tree) : tree_(tree) {}

  DatePlace place_of(const TimeExpression& expression) const {
    const TokenIndex head = head_of(expression);
    if (is_year_of_work(expression)) return {.head = head, .verb = kNoToken, .noun = kNoToken};
    DatePlace place = before_subject(expression, head);
    if (place.verb == kNoToken) place = governor_of(head);
    place.head = head;
    if (place.verb == kNoToken) return place;
    if (const TokenIndex source = source_before(place.verb, expression); source != kNoToken) {
      return {.head = head, .verb = kNoToken, .noun = source};
    }
    place.verb = by_word_order(place.verb, head, expression);
    return place;
  }

 private:
  /// "plays Kern in The Harbour (2021)": when the film came out, not when he plays.
  bool is_year_of_work(const TimeExpression& expression) const {
    const auto year = static_cast<TokenIndex>(expression.begin);
    if (expression.end != expression.begin + 1 || year < 2 || year + 1 >= tree_.size())
      return false;
    const Token& work = tree_.token(year - 2);
    return tree_.token(year).form.size() == 4 && work.upos == Upos::kPropn &&
           tree_.token(year - 1).form == "(" && tree_.token(year + 1).form == ")";
  }

  /// The word of `expression` that the rest hangs on.
  TokenIndex head_of(const TimeExpression& expression) const {
    for (auto t = static_cast<TokenIndex>(expression.begin);
         t < static_cast<TokenIndex>(expression.end); ++t) {
      const TokenIndex above = tree_.head(t);
      const bool outside = above < static_cast<TokenIndex>(expression.begin) ||
                           above >= static_cast<TokenIndex>(expression.end);
      if (outside) return t;
    }
    return static_cast<TokenIndex>(expression.begin);
  }

  /// "On Friday Keller Motors announced ...": a date that begins the sentence dates its verb,
  /// though the parser may take it for a part of the name that follows.
  DatePlace before_subject(const TimeExpression& expression, TokenIndex head) const {
    DatePlace place;
    const bool begins = expression.begin == 1 && tree_.token(0).upos == Upos::kAdp;
    const TokenIndex noun = tree_.head(head);
    if (!begins || noun == kNoHead || noun < head || tree_.head(noun) == kNoHead) return place;
    const bool part =
        tree_.is(head, "compound") || tree_.is(head, "nmod") || tree_.is(head, "flat");
    const bool name = tree_.token(noun).upos == Upos::kPropn;
    if (part && name && is_predicate(tree_, tree_.head(noun))) place.verb = tree_.head(noun);
    return place;
  }

  /// "died, according to Keller on Friday": the source that the date stands right behind, if any.
  TokenIndex source_before(TokenIndex verb, const TimeExpression& expression) const {
    auto before = static_cast<TokenIndex>(expression.begin) - 1;
    while (before > 0 && tree_.token(before).upos == Upos::kAdp) --before;
    for (const TokenIndex c : tree_.children(verb)) {
      const bool near = c < static_cast<TokenIndex>(expression.begin) && tree_.is_below(before, c);
      if (near && tree_.introducer(c, "case") == "according to") return c;
    }
    return kNoToken;
  }

  /// Climbs from a date to the verb that it dates, by way of the nouns that the parser may have
  /// hung it on.
  DatePlace governor_of(TokenIndex head) const {
    DatePlace place;
    const bool possessive = tree_.is(head, "nmod:poss");
    const std::string preposition = possessive ? "" : tree_.introducer(head, "case");
    if (!is_dating(preposition) && preposition != "of") return place;
    if (preposition == "since" && is_record(head)) return place;
    TokenIndex at = head;
    while (tree_.head(at) != kNoHead) {
      const TokenIndex above = tree_.head(at);
      const Token& governor = tree_.token(above);
      // "according to Keller on Friday": when it was said.
      if (tree_.introducer(above, "case") == "according to") {
        place.noun = above;
        return place;
      }
      if (is_predicate(tree_, above)) {
        if (dates_verb(at, head) && preposition != "of") place.verb = above;
        return place;
      }
      if (!is_noun(governor) && governor.upos != Upos::kAdj && governor.upos != Upos::kAdv) {
        return place;
      }
      if (at == head) {
        // "the talks on Tuesday", "Monday's talks", "the 2019 talks".
        const bool inside = tree_.is(at, "nmod:poss") || tree_.is(at, "compound") ||
                            tree_.is(at, "nummod") || tree_.is(at, "amod") || tree_.is(at, "det");
        const bool behind = tree_.is(at, "nmod") || tree_.is(at, "obl") || tree_.is(at, "advmod") ||
                            tree_.is(at, "appos");
        if (!inside && !behind) return place;
        const NounClass noun = noun_class(governor.lemma);
        const bool event = governor.upos == Upos::kNoun &&
                           (is_eventive_noun(governor.lemma) || noun == NounClass::kCommunication ||
                            (noun == NounClass::kGroup && inside));
        if (event) place.noun = above;
        if (preposition == "of" || (inside && !event) || is_in_list(above, head)) return place;
        if (event && !holds_event(above, inside) && !is_far_behind(above, head)) return place;
        // "a book from 2019" was not read then; "the mayor since 2014" is one.
        if (preposition == "from" || preposition == "since" || preposition == "for" ||
            preposition == "between") {
          return place;
        }
      } else if (!tree_.is(at, "nmod") && !tree_.is(at, "conj") && !tree_.is(at, "flat") &&
                 !tree_.is(at, "compound")) {
        return place;
      }
      at = above;
    }
    return place;
  }

  /// "the worst year since 2009", "the first visit since May": since when there was none like it.
  bool is_record(TokenIndex head) const {
    constexpr TokenIndex kReach = 10;
    for (TokenIndex t = std::max(0, head - kReach); t < head; ++t) {
      const Token& token = tree_.token(t);
      if (token.xpos == "JJS" || token.xpos == "RBS" || token.lemma == "first") return true;
    }
    return false;
  }

  /// "include an inquiry into the raid in June, a trial and a vote": the date is that of one member
  /// of a list, not of the verb.
  bool is_in_list(TokenIndex noun, TokenIndex head) const {
    const TokenIndex next = tree_.child(noun, "conj");
    return tree_.is(noun, "obj") && tree_.is(head, "nmod") && next != kNoToken && next > head;
  }

  /// "relinquished control of Norland in 1997": with words in between, a date behind the object is
  /// the verb's, unless the verb only speaks of it.
  bool is_far_behind(TokenIndex noun, TokenIndex head) const {
    const TokenIndex verb = tree_.head(noun);
    if (verb == kNoHead || !tree_.is(noun, "obj") || says(tree_.token(verb))) return false;
    for (const TokenIndex c : tree_.children(noun)) {
      if (c > noun && c < head && tree_.is(c, "nmod")) return true;
    }
    return false;
  }

  /// "held talks on Tuesday", "met at Tuesday's conference", "said in a 2006 interview": one date
  /// for both. What one is "charged in" may have happened long before.
  bool holds_event(TokenIndex noun, bool date_inside) const {
    const TokenIndex verb = tree_.head(noun);
    if (verb == kNoHead || !is_predicate(tree_, verb)) return false;
    const std::string preposition = tree_.introducer(noun, "case");
    if (tree_.is(noun, "obl")) {
      const NounClass held = noun_class(tree_.token(noun).lemma);
      // "questioned on Roth's May call": what it was about.
      const bool topic = preposition == "on" && tree_.child(noun, "nmod:poss") != kNoToken;
      if (topic && date_inside) return false;
      const bool told = held == NounClass::kCommunication;
      const bool occasion =
          told || held == NounClass::kEvent || held == NounClass::kAct || held == NounClass::kGroup;
      return ((preposition == "at" || preposition == "during") && occasion) ||
             ((preposition == "in" || preposition == "on") && (told || (occasion && !date_inside)));
    }
    if (date_inside) return false;
    return tree_.is(noun, "obj") && is_in_class(tree_.token(verb).lemma, WordClass::kLight);
  }

  /// Whether `at`, a dependent of a verb, hands its date on to it. A subject does only where it
  /// stands before "on Tuesday" and verb: "Keller on Tuesday resigned".
  bool dates_verb(TokenIndex at, TokenIndex head) const {
    if (at == head) {
      return tree_.is(at, "obl") || tree_.is(at, "nmod") || tree_.is(at, "advmod") ||
             tree_.is(at, "obj") || tree_.is(at, "dep") || tree_.is(at, "appos") ||
             tree_.is(at, "vocative") || tree_.is(at, "iobj") || tree_.is(at, "xcomp");
    }
    if (tree_.is(at, "nsubj")) {
      const std::string preposition = tree_.introducer(head, "case");
      const bool someone = tree_.token(at).upos == Upos::kPropn ||
                           tree_.token(at).upos == Upos::kPron ||
                           noun_class(tree_.token(at).lemma) == NounClass::kPerson;
      return someone && (preposition == "on" || preposition.empty()) && head < tree_.head(at);
    }
    return tree_.is(at, "obj") || tree_.is(at, "obl") || tree_.is(at, "iobj") ||
           tree_.is(at, "xcomp") || tree_.is(at, "advmod");
  }

  /// The clause that `verb` of saying has as what is said: below it, or above it where the saying
  /// is put in parenthesis.
  TokenIndex said_by(TokenIndex verb) const {
    const TokenIndex complement = tree_.child(verb, {"ccomp", "parataxis"});
    if (complement != kNoToken) return complement;
    if (tree_.is(verb, "parataxis")) return tree_.head(verb);
    return kNoToken;
  }

  /// The verb of saying that has `predicate` as, or inside, what it says.
  TokenIndex saying_above(TokenIndex predicate) const {
    for (TokenIndex i = predicate; i != kNoHead; i = tree_.head(i)) {
      const TokenIndex parenthesis = tree_.child(i, "parataxis");
      if (parenthesis != kNoToken && says(tree_.token(parenthesis))) return parenthesis;
      const TokenIndex above = tree_.head(i);
      const bool complement = tree_.is(i, "ccomp") || tree_.is(i, "parataxis");
      if (complement && above != kNoHead && says(tree_.token(above))) return above;
      if (tree_.is(i, "acl:relcl") || (complement && above != kNoHead)) return kNoToken;
    }
    return kNoToken;
  }

  /// Of a verb of saying and what it says, the one whose date `head` is by its place.
  TokenIndex by_word_order(TokenIndex verb, TokenIndex head,
                           const TimeExpression& expression) const {
    if (says(tree_.token(verb)) && said_by(verb) != kNoToken) {
      // "said the court would rule on Friday": behind the complement's verb.
      const TokenIndex complement = said_by(verb);
      const bool parted = expression.begin > 0 && is_comma_before(expression);
      if (head < verb && verb < complement && is_put_between(verb)) return complement;
      if (verb < complement && complement < head && !parted && is_predicate(tree_, complement)) {
        return complement;
      }
      return verb;
    }
    const TokenIndex saying = saying_above(verb);
    if (saying == kNoToken || saying == verb) return verb;
    // "On Tuesday, Keller said Brandt resigned", "resigned, Keller said on Tuesday".
    if (saying < verb && head < saying && !is_put_between(saying) &&
        !opens_clause_between(head, saying)) {
      return saying;
    }
    if (saying < head && !opens_clause_between(saying, head) && (verb < saying || head < verb)) {
      return saying;
    }
    return verb;
  }

  /// "This year, Keller said, Brandt resigned": the saying stands inside what is said; not so where
  /// a quotation follows: "On Friday, Keller said, "We ..."".
  bool is_put_between(TokenIndex saying) const {
    if (saying + 2 >= tree_.size() || tree_.token(saying + 1).form != ",") return false;
    const std::string& next = tree_.token(saying + 2).form;
    return next != "\"" && next != "\xE2\x80\x9C" && next != "\xE2\x80\x98" && next != "'";
  }

  bool is_comma_before(const TimeExpression& expression) const {
    auto t = static_cast<TokenIndex>(expression.begin) - 1;
    while (t > 0 && (tree_.token(t).upos == Upos::kAdp || tree_.token(t).upos == Upos::kDet)) --t;
    return tree_.token(t).form == ",";
  }

  /// Whether another clause begins after `first` and before `last`: a conjunction, a verb, or the
  /// subject of one behind `last`.
  bool opens_clause_between(TokenIndex first, TokenIndex last) const {
    for (TokenIndex t = first + 1; t < last; ++t) {
      const Token& token = tree_.token(t);
      if (token.upos == Upos::kVerb || token.upos == Upos::kSconj || token.form == ":") return true;
      if (tree_.is(t, "mark") || token.form == "\"") return true;
      const bool subject = tree_.is(t, "nsubj") && tree_.head(t) > last;
      if (subject) return true;
    }
    return false;
  }

  const Tree& tree_;
};

}  // namespace

DatePlace place_of(const Tree& tree, const TimeExpression& expression) {
  return DatePlaces(tree).place_of(expression);
}

bool is_predicate(const Tree& tree, TokenIndex i) {
  return tree.token(i).upos == Upos::kVerb || tree.token(i).upos == Upos::kAux ||
         tree.child(i, "cop") != kNoToken;
}

bool is_dating(std::string_view preposition) {
  static constexpr std::array<std::string_view, 26> kDating = {
      "",         "on",    "in",      "at",    "during",     "by",      "until",
      "till",     "since", "from",    "over",  "within",     "before",  "after",
      "around",   "about", "through", "for",   "throughout", "between", "as of",
      "prior to", "up to", "late",    "early", "as from"};

  return std::find(kDating.begin(), kDating.end(), preposition) != kDating.end();
}

}  // namespace newsgraph
