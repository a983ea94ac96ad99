#include <array>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/tree.hpp"
#include "extract/mention/tree_editor.hpp"
#include "extract/mention/words.hpp"
#include "extract/values/calendar.hpp"

namespace newsgraph {
namespace {

/// Modifiers that may hang on either of two words before them: on which they do.
class AttachmentRepair : TreeEditor {
 public:
  using TreeEditor::TreeEditor;

  void run() {
    const TokenIndex count = size();
    for (TokenIndex i = 0; i < count; ++i) name_what_is_new(i);
    for (TokenIndex i = 0; i < count; ++i) give_origin(i);
    for (TokenIndex i = 0; i < count; ++i) give_place(i);
    for (TokenIndex i = 0; i < count; ++i) keep_from(i);
    for (TokenIndex i = 0; i < count; ++i) modify_agent(i);
    for (TokenIndex i = 0; i < count; ++i) leave_title(i);
    for (TokenIndex i = 0; i < count; ++i) describe_object(i);
    for (TokenIndex i = 0; i < count; ++i) leave_gapped(i);
    for (TokenIndex i = 0; i < count; ++i) take_preposition(i);
    for (TokenIndex i = 0; i < count; ++i) describe_subject(i);
    for (TokenIndex i = 0; i < count; ++i) base_on(i);
  }

 private:
  /// "Roth signed for Norland and Kern for Estmark": what Kern did is not written; he is none of
  /// those for whom it was signed, nor was it signed for Estmark by Roth.
  void leave_gapped(TokenIndex second) {
    const TokenIndex first = token(second).head;
    const NamedMention* name = name_at(second);
    if (token(second).deprel != "conj" || first == kNoHead || first > second || name == nullptr ||
        child(second, "cc") == kNoToken || !preposition_of(second).empty()) {
      return;
    }
    const std::string preposition = preposition_of(first);
    const auto next = static_cast<TokenIndex>(name->end);
    if (preposition.empty() || next >= size() || token(next).deprel != "case" ||
        to_lower(token(next).form) != preposition) {
      return;
    }
    const TokenIndex other = token(next).head;
    if (other == kNoHead || other < next || is_below(first, other)) return;
    token(second).deprel = "orphan";
    attach(other, second, "orphan");
  }

  /// "sentenced to 78 months in prison": "to" leads in how long, not where.
  void take_preposition(TokenIndex measure) {
    const TokenIndex place = token(measure).head;
    if (token(measure).deprel != "nmod:unmarked" || place == kNoHead || place < measure ||
        !is_relation(token(place).deprel, "obl") || child(measure, "nummod") == kNoToken ||
        unit_of(token(measure).lemma) == TimeUnit::kNone) {
      return;
    }
    const TokenIndex own = child(measure, "case");
    const TokenIndex first = own != kNoToken ? own : child(place, "case");
    const TokenIndex next = measure + 1;
    const bool led_in = first != kNoToken && first < measure && token(first).lemma == "to" &&
                        token(next).head == place && token(next).deprel == "case";
    if (!led_in) return;
    token(measure).head = token(place).head;
    token(measure).deprel = "obl";
    attach(first, measure, "case");
    attach(place, measure, "nmod");
  }

  /// "based his campaign on a pledge": what one bases on something has a ground.
  void base_on(TokenIndex ground) {
    const TokenIndex object = token(ground).head;
    if (token(ground).deprel != "nmod" || object == kNoHead || object > ground ||
        token(object).deprel != "obj" || preposition_of(ground) != "on") {
      return;
    }
    const TokenIndex verb = token(object).head;
    if (verb != kNoHead && token(verb).lemma == "base") attach(ground, verb, "obl");
  }

  /// "Roth was on hand displaying flags": no hand displays them.
  void describe_subject(TokenIndex participle) {
    const TokenIndex place = token(participle).head;
    if (token(participle).deprel != "acl" || token(participle).xpos != "VBG" || place == kNoHead ||
        place + 1 != participle || child(place, "cop") == kNoToken) {
      return;
    }
    // Where one is, not what one has: "in areas belonging to Norland".
    const bool presence = is_one_of(token(place).lemma, {"hand", "stage", "duty", "air", "camera",
                                                         "court", "site", "board", "guard"});
    const bool bare = child(place, "det") == kNoToken && name_at(place) == nullptr;
    if (presence && bare && !preposition_of(place).empty()) token(participle).deprel = "advcl";
  }

  bool has_determiner(TokenIndex noun, std::string_view lemma) {
    const TokenIndex determiner = child(noun, "det");
    return determiner != kNoToken && to_lower(token(determiner).form) == lemma;
  }

  bool has_indefinite(TokenIndex noun) {
    return has_determiner(noun, "a") || has_determiner(noun, "an");
  }

  /// "An area of the city known as Elm": who says "the city" need not name it; the area is new.
  void name_what_is_new(TokenIndex participle) {
    static constexpr std::array<std::string_view, 6> kNaming = {"know",     "call", "name",
                                                                "nickname", "dub",  "term"};
    const TokenIndex known = token(participle).head;
    if (token(participle).xpos != "VBN" || token(participle).deprel != "acl" || known == kNoHead ||
        known + 1 != participle || !is_one_of(token(participle).lemma, kNaming)) {
      return;
    }
    const TokenIndex fresh = token(known).head;
    const bool inner = token(known).upos == Upos::kNoun &&
                       is_relation(token(known).deprel, "nmod") && preposition_of(known) == "of" &&
                       has_determiner(known, "the");
    if (inner && fresh != kNoHead && fresh < known && has_indefinite(fresh)) {
      attach(participle, fresh, "acl");
    }
  }

  /// "Held by Roth also from Norland": as somebody else was, the agent is from there.
  void give_origin(TokenIndex place) {
    const TokenIndex verb = token(place).head;
    const TokenIndex also = child(place, "advmod");
    if (verb == kNoHead || !is_relation(token(place).deprel, "obl") || also == kNoToken ||
        token(also).lemma != "also" || preposition_of(place) != "from" ||
        name_at(place) == nullptr) {
      return;
    }
    const NamedMention* person = also > 0 ? name_at(also - 1) : nullptr;
    if (person == nullptr || person->type != NameType::kPerson) return;
    const auto agent = static_cast<TokenIndex>(person->begin);
    if (token(agent).head == verb) attach(place, agent, "nmod");
  }

  /// "Came from the wall in Elm Hall": behind where something comes from or goes to stands where
  /// that is.
  void give_place(TokenIndex place) {
    static constexpr std::array<std::string_view, 3> kAt = {"in", "at", "on"};
    static constexpr std::array<std::string_view, 4> kWays = {"from", "to", "into", "onto"};
    const TokenIndex verb = token(place).head;
    const NamedMention* name = name_at(place);
    if (verb == kNoHead || verb > place || name == nullptr || name->type != NameType::kPlace ||
        token(place).deprel != "obl" || !is_one_of(preposition_of(place), kAt)) {
      return;
    }
    const TokenIndex preposition = child(place, "case");
    const TokenIndex site = preposition - 1;
    if (site <= verb || token(site).head != verb || token(site).deprel != "obl" ||
        token(site).upos != Upos::kNoun || !is_one_of(preposition_of(site), kWays)) {
      return;
    }
    const bool thing = noun_class(token(site).lemma) == NounClass::kUnknown ||
                       noun_class(token(site).lemma) == NounClass::kLocation;
    if (thing && (has_determiner(site, "the") || has_indefinite(site))) {
      attach(place, site, "nmod");
    }
  }

  /// "Banning anyone wearing a mask from entering": what one is kept from is of the keeping, also
  /// behind a clause that describes who is kept.
  void keep_from(TokenIndex gerund) {
    static constexpr std::array<std::string_view, 14> kKeeping = {
        "ban",     "bar",   "prevent", "prohibit", "stop",     "keep",   "block",
        "exclude", "deter", "hinder",  "dissuade", "restrain", "forbid", "discourage"};
    const TokenIndex marker = child(gerund, "mark");
    const TokenIndex describing = token(gerund).head;
    if (token(gerund).xpos != "VBG" || marker == kNoToken || token(marker).lemma != "from" ||
        describing == kNoHead || describing > gerund || token(describing).upos != Upos::kVerb ||
        !is_relation(token(describing).deprel, "acl") ||
        is_one_of(token(describing).lemma, kKeeping)) {
      return;
    }
    const TokenIndex kept = token(describing).head;
    if (kept == kNoHead || token(kept).deprel != "obj" || token(kept).head == kNoHead) return;
    const TokenIndex keeping = token(kept).head;
    if (is_one_of(token(keeping).lemma, kKeeping)) attach(gerund, keeping, "advcl");
  }

  /// "Former chairman Pia Kern, painter Ana Roth": the title of one name has no other behind it,
  /// and the role right before that one is its own.
  void leave_title(TokenIndex other) {
    const TokenIndex title = token(other).head;
    const TokenIndex role = other - 1;
    if (token(other).deprel != "appos" || title == kNoHead || token(title).deprel != "nmod:desc" ||
        !is_person_name(other) || role <= title || !is_role(role)) {
      return;
    }
    const TokenIndex name = token(title).head;
    if (name == kNoHead || name < title || name > role || !is_person_name(name)) return;
    attach(role, name, "conj");
    attach(other, role, "appos");
  }

  /// The "to" of the bare infinitive at `verb`, or kNoToken.
  TokenIndex infinitive_mark(TokenIndex verb) {
    for (TokenIndex c = 0; c < verb; ++c) {
      if (token(c).head == verb && token(c).deprel == "mark" && token(c).lemma == "to") return c;
    }
    return kNoToken;
  }

  /// "Paved the way for Norland to leave": right behind an object that is for what somebody is to
  /// do.
  void describe_object(TokenIndex infinitive) {
    const TokenIndex verb = token(infinitive).head;
    const TokenIndex to = infinitive_mark(infinitive);
    if (token(infinitive).deprel != "advcl" || verb == kNoHead || verb > infinitive || to < 1)
      return;
    const TokenIndex object = child(verb, "obj");
    if (object == kNoToken || object > to) return;
    TokenIndex subject = child(infinitive, "nsubj");
    TokenIndex marker = object + 1;
    if (to_lower(token(marker).form) != "for") return;
    if (subject == kNoToken) {
      // The parser may have who is to do it below the object.
      subject = token(marker).head;
      const bool beside = subject != kNoHead && token(subject).head == object &&
                          token(subject).deprel == "nmod" && is_below(to - 1, subject) &&
                          has_determiner(object, "the");
      if (!beside) return;
      attach(subject, infinitive, "nsubj");
    }
    token(marker).head = infinitive;
    token(marker).deprel = "mark";
    attach(infinitive, object, "acl");
  }

  /// "Was interrupted by protesting ministers": persons that an act is ascribed to, not an act.
  void modify_agent(TokenIndex participle) {
    const TokenIndex persons = participle + 1;
    const TokenIndex verb = token(participle).head;
    if (token(participle).xpos != "VBG" || participle == 0 || persons >= size() ||
        verb == kNoHead || verb > participle || token(participle).deprel != "advcl" ||
        to_lower(token(participle - 1).form) != "by") {
      return;
    }
    const bool passive = child(verb, "aux:pass") != kNoToken;
    const bool bare = token(persons).head == participle && token(persons).deprel == "obj" &&
                      token(persons).xpos == "NNS" &&
                      noun_class(token(persons).lemma) == NounClass::kPerson;
    if (!passive || !bare) return;
    token(persons).head = verb;
    token(persons).deprel = "obl:agent";
    for (TokenIndex c = 0; c < size(); ++c) {
      if (token(c).head == participle) token(c).head = persons;
    }
    token(participle - 1).deprel = "case";
    token(participle).head = persons;
    token(participle).deprel = "amod";
    token(participle).upos = Upos::kAdj;
    token(participle).xpos = "JJ";
  }
};

}  // namespace

void repair_attachments(Sentence& sentence) { AttachmentRepair(sentence).run(); }

}  // namespace newsgraph
