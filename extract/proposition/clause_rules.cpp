#include <algorithm>
#include <array>
#include <string_view>

#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/dates/clause_dates.hpp"
#include "extract/proposition/draft.hpp"
#include "extract/proposition/factuality/factuality.hpp"
#include "extract/proposition/factuality/negation.hpp"
#include "extract/proposition/factuality/predicate_marks.hpp"

namespace newsgraph {
namespace {

/// Prepositions that tell circumstances; what they introduce is no argument of the verb.
bool introduces_circumstance(const std::string& preposition) {
  static constexpr std::array<std::string_view, 29> kCircumstances = {
      "due to",       "because of",     "despite",       "during",    "amid",
      "after",        "before",         "until",         "since",     "thanks to",
      "according to", "in addition to", "instead of",    "besides",   "without",
      "unlike",       "within",         "throughout",    "following", "ahead of",
      "in spite of",  "as of",          "including",     "such as",   "along with",
      "compared to",  "in terms of",    "regardless of", "by"};
  return preposition.empty() || std::find(kCircumstances.begin(), kCircumstances.end(),
                                          preposition) != kCircumstances.end();
}

bool is_named(const Document& document, TokenRef head) {
  return document.name_at(document.referent(head)).has_value();
}

/// A pronoun, whose antecedent is known only later: as good as a name.
bool may_be_named(const Document& document, TokenRef head) {
  return is_named(document, head) || document.tree(head.sentence).token(head.token).xpos == "PRP";
}

class ClauseRules {
 public:
  ClauseRules(Document& document, const Clause& clause, std::vector<Draft>& drafts)
      : document_(document),
        clause_(clause),
        drafts_(drafts),
        tree_(document.tree(clause.sentence)) {}

  void apply() {
    const std::size_t before = drafts_.size();
    find_drafts();
    for (std::size_t i = before; i < drafts_.size(); ++i) qualify(drafts_[i]);
  }

 private:
  void find_drafts() {
    for (const Oblique& oblique : clause_.obliques) {
      if (is_time_phrase(document_, oblique.head) || oblique.preposition == "according to")
        continue;
      obliques_.push_back(oblique);
    }
    if (asks_for_predicate()) return;
    if (clause_.existential) return existential();
    if (clause_.passive && !clause_.agents.empty()) return passive_with_agent();
    const Upos upos = tree_.token(clause_.head()).upos;
    const bool nominal = upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kNum;
    if (clause_.copular && nominal) return copula();
    for (const TokenRef& subject : clause_.subjects) verb(subject);
  }

  Draft frame(const char* rule) const {
    Draft draft;
    draft.clause = {clause_.sentence, clause_.head()};
    draft.polarity = clause_.polarity;
    draft.modality = clause_.modality;
    draft.rule = rule;
    return draft;
  }

  void emit(TokenRef subject, TokenRef object, PredicateText predicate, const char* rule) {
    // "were aged nine, ten and 59": a list of numbers is no set of facts.
    const TokenIndex first = first_conjunct(object);
    if (tree_.token(first).upos == Upos::kNum && tree_.child(first, "conj") != kNoToken) return;
    Draft draft = frame(rule);
    draft.subject = subject;
    draft.object = object;
    draft.predicate = std::move(predicate);
    for (const Oblique& oblique : obliques_) {
      if (first_conjunct(oblique.head) != first_conjunct(object)) {
        draft.qualifiers.push_back(oblique);
      }
    }
    add_clauses(draft);
    if (clause_.infinitive != kNoToken && !is_resultative()) {
      draft.qualifiers.push_back({{clause_.sentence, clause_.infinitive}, open_marker()});
    }
    drafts_.push_back(std::move(draft));
  }

  /// "left seven dead", "considered the deal acceptable": the adjective is part of the predicate.
  bool is_resultative() const {
    return clause_.infinitive != kNoToken && tree_.token(clause_.infinitive).upos == Upos::kAdj &&
           tree_.child(clause_.infinitive, "mark") == kNoToken;
  }

  /// What the verb makes of its object: "dead" of "left seven dead", where the parser has the
  /// adjective below the verb or behind the noun; empty if nothing.
  std::string result_in(TokenRef object) const {
    if (is_resultative()) return to_lower(tree_.token(clause_.infinitive).form);
    const TokenIndex next = object.token + 1;
    const bool behind = next < tree_.size() && tree_.is(next, "amod") &&
                        tree_.head(next) == object.token && tree_.children(next).empty();
    return behind && tree_.token(next).upos == Upos::kAdj ? to_lower(tree_.token(next).form) : "";
  }

  /// What leads from object to open complement: "advised residents to leave", "called it a
  /// maneuver".
  std::string open_marker() const {
    const std::string marker = tree_.introducer(clause_.infinitive, "mark");
    const Upos upos = tree_.token(clause_.infinitive).upos;
    if (!marker.empty()) return marker;
    return upos == Upos::kNoun || upos == Upos::kPropn ? "as" : "";
  }

  /// "if the terms suit", "described it as marred by fraud": clauses that bound what is said.
  void add_clauses(Draft& draft) const {
    for (const TokenIndex link : clause_.chain) {
      for (const TokenIndex c : tree_.children(link)) {
        if (!tree_.is(c, "advcl")) continue;
        const std::string marker = tree_.introducer(c, "mark");
        static constexpr std::array<std::string_view, 8> kBounds = {
            "if", "unless", "until", "when", "as", "after", "before", "because"};
        if (std::find(kBounds.begin(), kBounds.end(), marker) == kBounds.end()) continue;
        draft.qualifiers.push_back({{clause_.sentence, c}, marker});
      }
    }
  }

  TokenIndex first_conjunct(TokenRef member) const {
    TokenIndex first = member.token;
    while (tree_.is(first, "conj") && tree_.head(first) != kNoHead) first = tree_.head(first);
    return first;
  }

  /// "There is no readiness for peace": (readiness; exists), negated.
  void existential() {
    const TokenIndex subject = tree_.child(clause_.head(), "nsubj");
    if (subject == kNoToken) return;
    // "There is water": of what kind or where must be told by the phrase itself.
    const bool tells = tree_.child(subject, {"nmod", "acl"}) != kNoToken ||
                       is_named(document_, {clause_.sentence, subject});
    if (!tells) return;
    Draft draft = frame("existential");
    draft.subject = {clause_.sentence, subject};
    draft.predicate = predicate_of(document_, clause_, "");
    draft.predicate.canonical = "exist";
    draft.predicate.readable = tree_.token(subject).xpos == "NNS" ? "exist" : "exists";
    draft.qualifiers = obliques_;
    const std::size_t before = drafts_.size();
    for (const TokenIndex bearer : {clause_.head(), subject}) {
      for (const TokenIndex c : tree_.children(bearer)) {
        existential_place(draft, c);
      }
    }
    if (drafts_.size() == before) drafts_.push_back(std::move(draft));
  }

  /// "There is a base in Elmia": (base; exists in; Elmia).
  void existential_place(const Draft& exists, TokenIndex place) {
    const TokenRef head = {clause_.sentence, place};
    if (place < exists.subject.token || !(tree_.is(place, "obl") || tree_.is(place, "nmod")))
      return;
    static constexpr std::array<std::string_view, 9> kPlaces = {
        "in", "at", "on", "near", "within", "inside", "around", "across", "outside"};
    const std::string preposition = tree_.introducer(place, "case");
    if (std::find(kPlaces.begin(), kPlaces.end(), preposition) == kPlaces.end()) return;
    const auto name = document_.name_at(document_.referent(head));
    const bool placed = name ? tree_.sentence().names[*name].type == NameType::kPlace
                             : noun_class(tree_.token(place).lemma) == NounClass::kLocation;
    if (!placed) return;
    Draft draft = exists;
    draft.object = head;
    std::erase_if(draft.qualifiers, [&](const Oblique& oblique) { return oblique.head == head; });
    for (std::string* form :
         {&draft.predicate.written, &draft.predicate.canonical, &draft.predicate.readable}) {
      *form += ' ' + preposition;
    }
    drafts_.push_back(std::move(draft));
  }

  /// "The conference was organised by Reuters": (Reuters; organised; conference).
  void passive_with_agent() {
    for (const TokenRef& agent : clause_.agents) {
      for (const TokenRef& subject : clause_.subjects) {
        emit(agent, subject, active_predicate_of(document_, clause_), "passive");
      }
    }
    // "Roth was viewed by many as a rival": what the passive says of its subject stays.
    for (const TokenRef& subject : clause_.subjects) {
      for (const Oblique& oblique : obliques_) {
        if (introduces_circumstance(oblique.preposition) || is_fronted(oblique, subject)) continue;
        emit(subject, oblique.head, predicate_of(document_, clause_, oblique.preposition),
             "passive");
        break;
      }
    }
  }

  /// "Where is Roth?" says nothing of Roth.
  bool asks_for_predicate() const {
    const std::string& tag = tree_.token(clause_.head()).xpos;
    return clause_.copular && tag.starts_with('W');
  }

  /// "Roth is the former mayor of Oslo"; "London's preferred candidate is Roth".
  void copula() {
    const TokenRef nominal = {clause_.sentence, clause_.head()};
    // "The plan is under discussion", "Roth is in Oslo".
    const std::string preposition = tree_.introducer(nominal.token, "case");
    if (!preposition.empty()) {
      for (const TokenRef& subject : clause_.subjects) {
        emit(subject, nominal, bare_copula(preposition), "copula");
      }
      return;
    }
    const TokenRef named = document_.referent(nominal);
    for (const TokenRef& subject : clause_.subjects) {
      if (is_placeholder(subject)) continue;
      Draft base = frame("copula");
      base.predicate = predicate_of(document_, clause_, "");
      // Who holds the roles: the name that the predicate names, or the subject.
      const bool names_holder = document_.name_at(named).has_value() && named != subject;
      const TokenRef holder = names_holder ? named : subject;
      if (names_holder) {
        base.rule = "relational noun";
        const bool relational = add_relational(document_, holder, subject, base, drafts_);
        // "They were Norlanders" makes nobody a "they".
        const bool pronoun = tree_.token(subject.token).upos == Upos::kPron;
        if (!relational && !pronoun && document_.name_at(nominal)) {
          add_role(document_, holder, subject, base, drafts_);
        }
      }
      if (document_.name_at(nominal)) {
        // "Kyiv is not Paris": two names.
        if (is_named(document_, subject)) emit(subject, nominal, base.predicate, "copula");
        continue;
      }
      base.rule = "copula";
      for (const TokenIndex member : tree_.with_conjuncts(nominal.token)) {
        // "was a writer and lived in Oslo": that is another clause.
        if (tree_.token(member).upos == Upos::kVerb) continue;
        Draft role = base;
        role.modality = combined(role.modality, modality_of_phrase(tree_, member));
        add_role(document_, holder, {clause_.sentence, member}, role, drafts_);
      }
    }
  }

  /// "It was Roth who led": the pronoun of a cleft, or a question word, is nobody.
  bool is_placeholder(TokenRef subject) const {
    const Token& token = tree_.token(subject.token);
    if (subject.sentence != clause_.sentence || token.upos != Upos::kPron) return false;
    if (token.xpos.starts_with('W')) return true;
    return token.lemma == "it" && tree_.child(clause_.head(), "acl:relcl") != kNoToken &&
           is_named(document_, {clause_.sentence, clause_.head()});
  }

  /// "is in": the copula without its predicate.
  PredicateText bare_copula(const std::string& preposition) const {
    PredicateText predicate;
    const TokenIndex copula = tree_.child(clause_.head(), "cop");
    std::string form = to_lower(tree_.token(copula).form);
    if (form != "was" && form != "were" && form != "are") form = "is";
    predicate.written = form + ' ' + preposition;
    predicate.readable = predicate.written;
    predicate.canonical = "be " + preposition;
    predicate.span = tree_.token(copula).span;
    return predicate;
  }

  void verb(TokenRef subject) {
    const std::size_t before = drafts_.size();
    if (clause_.nominal != kNoToken) nominal(subject);
    objects(subject);
    recipients(subject);
    oblique_arguments(subject);
    occasions(subject);
    if (object_points_back()) settings(subject);
    event(subject);
    complement(subject);
    // "as the court found": what is said or thought is elsewhere.
    const std::string& lemma = tree_.token(clause_.last()).lemma;
    const bool says_nothing =
        is_in_class(lemma, WordClass::kSay) || is_in_class(lemma, WordClass::kThink);
    if (drafts_.size() == before && clause_.objects.empty() && !says_nothing && is_finite() &&
        !is_light()) {
      // "The counter-offensive failed."
      Draft draft = frame("intransitive");
      draft.subject = subject;
      draft.predicate = predicate_of(document_, clause_, "");
      draft.qualifiers = obliques_;
      drafts_.push_back(std::move(draft));
    }
  }

  /// "has", "did" without what makes sense of them.
  bool is_light() const {
    const std::string& lemma = tree_.token(clause_.last()).lemma;
    return !clause_.copular && (lemma == "have" || lemma == "do" || lemma == "be" ||
                                tree_.token(clause_.last()).xpos == "MD");
  }

  /// Whether the predicate is one of a full clause: of participles and infinitives without any
  /// argument too little is left ("for them to feed on").
  bool is_finite() const {
    if (clause_.copular || tree_.child(clause_.head(), "aux") != kNoToken ||
        tree_.child(clause_.head(), "aux:pass") != kNoToken) {
      return true;
    }
    // "demanded that Roth resign", "forced Roth to resign": bare, but a clause.
    if (tree_.is(clause_.head(), "xcomp") || tree_.child(clause_.head(), "nsubj") != kNoToken) {
      return true;
    }
    const std::string& tag = tree_.token(clause_.head()).xpos;
    return tag == "VBD" || tag == "VBZ" || tag == "VBP" ||
           (tree_.is(clause_.head(), "conj") && tag != "VBG");
  }

  /// "Roth rejected the proposal", "declined to visit Oslo".
  void objects(TokenRef subject) {
    const bool reports = clause_.complement != kNoToken &&
                         is_in_class(tree_.token(clause_.last()).lemma, WordClass::kSay);
    const bool names = !clause_.recipients.empty() &&
                       is_in_class(tree_.token(clause_.last()).lemma, WordClass::kName);
    for (const TokenRef& object : clause_.objects) {
      if (names) continue;
      // "told reporters that it failed": whom one told matters where it is somebody.
      if (reports && !may_be_named(document_, object)) continue;
      // "spent years negotiating": the participle says it.
      const TokenIndex participle = tree_.child(object.token, "acl");
      if (participle != kNoToken && tree_.token(participle).xpos == "VBG" &&
          noun_class(tree_.token(object.token).lemma) == NounClass::kTime) {
        continue;
      }
      emit(subject, object, predicate_of(document_, clause_, result_in(object)), rule());
    }
  }

  /// "told Reuters that ...": (told; Reuters); "gave Roth a medal": (gave medal to; Roth).
  void recipients(TokenRef subject) {
    for (const TokenRef& recipient : clause_.recipients) {
      // "termed Roth a traitor": who is named is the object, the name a qualifier.
      const bool names = is_in_class(tree_.token(clause_.last()).lemma, WordClass::kName);
      if (!names && !may_be_named(document_, recipient)) continue;
      PredicateText predicate = predicate_of(document_, clause_, "");
      if (!clause_.objects.empty() && !names) {
        const Token& given = tree_.token(clause_.objects.front().token);
        if (given.upos != Upos::kNoun) continue;
        predicate = with_object(predicate, to_lower(given.form), given.lemma, "to", given.span);
      }
      emit(subject, recipient, std::move(predicate), "recipient");
      if (names && !clause_.objects.empty()) {
        drafts_.back().qualifiers.push_back({clause_.objects.front(), "as"});
      }
    }
  }

  /// "remains the legitimate president": (remains; legitimate president).
  void nominal(TokenRef subject) {
    std::string link = tree_.introducer(clause_.nominal, "mark");
    if (link.empty()) link = tree_.introducer(clause_.nominal, "case");
    if (tree_.child(clause_.nominal, "cop") != kNoToken) link += link.empty() ? "be" : " be";
    for (const TokenIndex member : tree_.with_conjuncts(clause_.nominal)) {
      emit(subject, {clause_.sentence, member}, predicate_of(document_, clause_, link), rule());
      // What somebody becomes or remains is said of them, as behind a copula.
      drafts_.back().describes = !is_named(document_, {clause_.sentence, member});
    }
  }

  /// "with sanctions restricting trade": what happens meanwhile.
  bool is_absolute(const Oblique& oblique) const {
    const TokenIndex participle = tree_.child(oblique.head.token, "acl");
    return oblique.preposition == "with" && participle != kNoToken &&
           tree_.token(participle).xpos == "VBG";
  }

  /// "In essence, Roth is ready": what comes before subject and verb sets the scene.
  bool is_fronted(const Oblique& oblique, TokenRef subject) const {
    return oblique.head.token < std::min(subject.token, clause_.head()) &&
           tree_.is_below(oblique.head.token, clause_.head());
  }

  /// "made this announcement during a visit": the object only points back, so that what is said
  /// is where it was made.
  bool object_points_back() const {
    if (clause_.objects.empty()) return false;
    const TokenIndex object = clause_.objects.front().token;
    const TokenIndex determiner = tree_.child(object, "det");
    if (tree_.token(object).upos == Upos::kPron) return tree_.token(object).xpos != "PRP";
    if (determiner == kNoToken) return false;
    const std::string& lemma = tree_.token(determiner).lemma;
    return lemma == "this" || lemma == "that" || lemma == "these" || lemma == "those";
  }

  const char* rule() const {
    if (clause_.chain.size() > 1) return "control";
    if (clause_.copular) return "copula";
    return clause_.passive ? "passive" : "verb";
  }

  /// "engaged in talks"; with an object also each name: "hold talks with Oslo".
  void oblique_arguments(TokenRef subject) {
    const bool points_back = object_points_back();
    bool first = (clause_.objects.empty() || points_back) && clause_.complement == kNoToken &&
                 clause_.nominal == kNoToken;
    for (const Oblique& oblique : obliques_) {
      const bool occasion = points_back && oblique.preposition == "during";
      if (!occasion && introduces_circumstance(oblique.preposition)) continue;
      if (is_absolute(oblique)) continue;
      if (is_fronted(oblique, subject)) continue;
      const bool named = may_be_named(document_, oblique.head);
      if (!first && !named) continue;
      PredicateText predicate = predicate_of(document_, clause_, oblique.preposition);
      if (!clause_.objects.empty()) {
        const TokenRef object = clause_.objects.front();
        const Token& noun = tree_.token(object.token);
        // Beside a named object the preposition alone would mislead: "sent Roth to Oslo".
        if (noun.upos != Upos::kNoun) {
          if (is_named(document_, object) || noun.xpos == "PRP") continue;
        } else {
          predicate = with_object(predicate_of(document_, clause_, ""), to_lower(noun.form),
                                  noun.lemma, oblique.preposition, noun.span);
        }
      }
      // "shared between Keller and Roth": both or neither.
      const bool between = oblique.preposition == "between";
      if (between && tree_.is(oblique.head.token, "conj")) continue;
      const std::size_t before = drafts_.size();
      emit(subject, oblique.head, std::move(predicate), first ? rule() : "oblique");
      if (between && drafts_.size() > before) drafts_.back().whole = true;
      first = false;
    }
  }

  /// "shared this insight on Radio Oslo": where, though the parser may hang it on the object.
  void settings(TokenRef subject) {
    const Token& noun = tree_.token(clause_.objects.front().token);
    if (noun.upos != Upos::kNoun) return;
    for (const TokenIndex c : tree_.children(clause_.objects.front().token)) {
      const TokenRef place = {clause_.sentence, c};
      const std::string preposition = tree_.introducer(c, "case");
      const bool on_verb = preposition == "on" || preposition == "in" || preposition == "at";
      if (!tree_.is(c, "nmod") || !on_verb || !is_named(document_, place)) continue;
      emit(subject, place,
           with_object(predicate_of(document_, clause_, ""), to_lower(noun.form), noun.lemma,
                       preposition, noun.span),
           "oblique");
    }
  }

  /// "said in an interview with Reuters": whom one met on the occasion.
  void occasions(TokenRef subject) {
    for (const Oblique& oblique : obliques_) {
      const Token& noun = tree_.token(oblique.head.token);
      const bool occasion = oblique.preposition == "in" || oblique.preposition == "during" ||
                            oblique.preposition == "at";
      if (!occasion || noun.upos != Upos::kNoun || !is_eventive_noun(noun.lemma)) continue;
      for (const TokenIndex c : tree_.children(oblique.head.token)) {
        const TokenRef partner = {clause_.sentence, c};
        if (!tree_.is(c, "nmod") || tree_.introducer(c, "case") != "with" ||
            !is_named(document_, partner)) {
          continue;
        }
        emit(subject, partner,
             with_object(predicate_of(document_, clause_, 1, oblique.preposition),
                         to_lower(noun.form), noun.lemma, "with", noun.span),
             "oblique");
      }
    }
  }

  /// "declined to visit Oslo" is also (declined; Oslo visit); "agreed to take part" (agreed;
  /// participation) where nothing else is named.
  void event(TokenRef subject) {
    if (clause_.chain.size() < 2) return;
    const Token& control = tree_.token(clause_.head());
    const bool controls = is_in_class(control.lemma, WordClass::kRefuse) ||
                          is_in_class(control.lemma, WordClass::kPlan) ||
                          control.upos == Upos::kAdj;
    const Token& inner = tree_.token(clause_.last());
    if (!controls || inner.upos != Upos::kVerb || is_in_class(inner.lemma, WordClass::kLight)) {
      return;
    }
    const std::string noun = event_noun_of(inner.lemma);
    std::optional<TokenRef> participant;
    for (const TokenRef& object : clause_.objects) {
      if (is_named(document_, object) && !participant) participant = object;
    }
    for (const Oblique& oblique : obliques_) {
      const bool of_inner = tree_.is_below(oblique.head.token, clause_.last());
      if (of_inner && is_named(document_, oblique.head) && !participant &&
          !introduces_circumstance(oblique.preposition)) {
        participant = oblique.head;
      }
    }
    Draft draft = frame("event");
    draft.subject = subject;
    draft.predicate = predicate_of(document_, clause_, 1, "");
    const Span span = inner.span;
    if (participant) {
      const auto named = document_.mention_of(*participant);
      if (!named) return;
      draft.event = document_.add_event({clause_.sentence, clause_.last()}, noun, *named,
                                        hull(span, document_.mentions()[*named].span));
    } else if (clause_.objects.empty() && clause_.complement == kNoToken &&
               !noun.ends_with("ing")) {
      draft.event = document_.add_action({clause_.sentence, clause_.last()}, noun, span);
    } else {
      return;
    }
    drafts_.push_back(std::move(draft));
  }

  /// "Roth ensured that the talks went on": the object is what the clause says.
  void complement(TokenRef subject) {
    if (clause_.complement == kNoToken) return;
    // "It was reported that ...": nothing is reported but the clause.
    const bool expletive = tree_.token(subject.token).lemma == "it" &&
                           tree_.token(subject.token).upos == Upos::kPron &&
                           (clause_.passive || clause_.copular);
    if (expletive) return;
    Draft draft = frame("clause");
    draft.subject = subject;
    draft.complement = TokenRef{clause_.sentence, clause_.complement};
    draft.predicate = predicate_of(document_, clause_, "");
    draft.qualifiers = obliques_;
    drafts_.push_back(std::move(draft));
  }

  /// What the arguments make of the draft: "no minister visited Oslo", "visited not Oslo but
  /// Bergen", "sent no troops to Oslo".
  void qualify(Draft& draft) const {
    const auto weigh = [&](TokenRef argument) {
      if (argument.sentence != clause_.sentence) return;
      draft.polarity = polarity_with(tree_, argument.token, draft.polarity);
      if (argument.token == clause_.head()) return;  // a predicate noun is in the clause already
      if (is_doubted(tree_, argument.token)) {
        draft.modality = combined(draft.modality, Modality::kPossible);
      }
    };
    if (draft.object) {
      for (TokenIndex t = draft.object->token; t != kNoHead; t = tree_.head(t)) {
        // "is not mayor but head of Oslo": the object stands inside of the contrasted noun.
        if (is_contrasted(tree_, t)) draft.polarity = Polarity::kAffirmed;
        if (t == clause_.head()) break;
      }
      weigh(*draft.object);
      const bool drawn_in = !clause_.objects.empty() && *draft.object != clause_.objects.front() &&
                            !tree_.is(draft.object->token, "conj");
      if (drawn_in && is_excluded(tree_, clause_.objects.front().token)) {
        draft.polarity = Polarity::kNegated;
      }
    }
    // "spoke with nobody in Oslo": whom one did it with denies where it was.
    for (const Oblique& oblique : clause_.obliques) {
      const Token& partner = tree_.token(oblique.head.token);
      if (oblique.preposition.empty() || oblique.preposition == "like") continue;
      if (partner.lemma == "nobody" && is_excluded(tree_, oblique.head.token)) {
        draft.polarity = Polarity::kNegated;
      }
    }
    if (is_excluded(tree_, draft.subject.token) && draft.subject.sentence == clause_.sentence) {
      draft.polarity = Polarity::kNegated;
    }
  }

  Document& document_;
  const Clause& clause_;
  std::vector<Draft>& drafts_;
  const Tree& tree_;
  std::vector<Oblique> obliques_;  ///< without those that only tell the time
};

}  // namespace

void apply_clause_rules(Document& document, const Clause& clause, std::vector<Draft>& drafts) {
  // "Norland has yet to be recognised by Estmark": (Estmark; recognised; Norland), negated.
  if (clause.unfulfilled && !clause.agents.empty()) {
    Clause inner = clause;
    inner.chain.erase(inner.chain.begin());
    inner.passive = true;
    ClauseRules(document, inner, drafts).apply();
    return;
  }
  ClauseRules(document, clause, drafts).apply();
}

}  // namespace newsgraph
