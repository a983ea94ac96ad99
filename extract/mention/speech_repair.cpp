#include <string>
#include <string_view>

#include "extract/mention/tree.hpp"
#include "extract/mention/tree_editor.hpp"

namespace newsgraph {
namespace {

/// What verbs of saying have beside them: who speaks, to whom, and what is said.
class SpeechRepair : TreeEditor {
 public:
  using TreeEditor::TreeEditor;

  void run() {
    const TokenIndex count = size();
    for (TokenIndex i = 0; i < count; ++i) give_speaker(i);
    for (TokenIndex i = 0; i < count; ++i) leave_clause_before_dash(i);
    for (TokenIndex i = 0; i < count; ++i) part_inserted_speaker(i);
    for (TokenIndex i = 0; i < count; ++i) leave_inserted_speaker(i);
    for (TokenIndex i = 0; i < count; ++i) leave_inserted_verb(i);
    for (TokenIndex i = 0; i < count; ++i) leave_tag(i);
    for (TokenIndex i = 0; i < count; ++i) turn_speaker(i);
    for (TokenIndex i = 0; i < count; ++i) give_content_subject(i);
    for (TokenIndex i = 0; i < count; ++i) part_hearer(i);
    for (TokenIndex i = 0; i < count; ++i) part_addressee(i);
    for (TokenIndex i = 0; i < count; ++i) return_time(i);
    for (TokenIndex i = 0; i < count; ++i) return_to_quotation(i);
  }

 private:
  /// "'Norland,' said Roth, 'supports Estmark'": of two subjects the one inside the quotation marks
  /// is of what is said, the one outside is who says it.
  void give_speaker(TokenIndex clause) {
    const TokenIndex speech = token(clause).head;
    if (token(clause).deprel != "ccomp" || speech == kNoHead || speech > clause || !says(speech)) {
      return;
    }
    bool quoted = false;
    TokenIndex inside = kNoToken;
    TokenIndex outside = kNoToken;
    for (TokenIndex i = 0; i < clause; ++i) {
      const std::string& tag = token(i).xpos;
      if (tag == "``" || tag == "''") quoted = tag == "``";
      // A first part without a verb is taken for a clause of its own.
      const bool part = quoted && token(i).deprel == "ccomp" && token(i).head == speech &&
                        is_nominal(i) && child(i, "cop") == kNoToken;
      const bool subject = is_relation(token(i).deprel, "nsubj") &&
                           (token(i).head == clause || token(i).head == speech);
      if (!subject && !part) continue;
      TokenIndex& place = quoted ? inside : outside;
      if (place != kNoToken) return;
      place = i;
    }
    // What is said goes on in another pair of marks.
    if (!quoted || inside == kNoToken || outside < inside) return;
    attach(inside, clause, "nsubj");
    attach(outside, speech, "nsubj");
  }

  /// "Roth changed it once — 'I recall it now,' she said": what was said begins behind the dash.
  void leave_clause_before_dash(TokenIndex speech) {
    const TokenIndex clause = child(speech, "ccomp");
    if (!says(speech) || clause == kNoToken || clause > speech) return;
    TokenIndex end = speech;
    while (end > clause && token(end).xpos != "''") --end;
    TokenIndex begin = end;
    while (begin > clause && token(begin).xpos != "``") --begin;
    if (begin <= clause + 1 || token(begin - 1).xpos != ":" || token(begin - 1).form == ":") return;
    for (TokenIndex i = end + 1; i < speech; ++i) {  // only who says it stands between
      if (token(i).upos != Upos::kPunct && !is_below(i, speech)) return;
      if (is_below(i, clause) && token(i).upos != Upos::kPunct) return;
    }
    TokenIndex quoted = kNoToken;
    for (TokenIndex i = begin + 1; i < end; ++i) {
      const TokenIndex above = token(i).head;
      const bool top = above != kNoHead && (above < begin || above > end);
      if (top && token(i).upos != Upos::kPunct && quoted == kNoToken) quoted = i;
    }
    if (quoted == kNoToken) return;
    if (!is_below(quoted, clause) && token(quoted).head != speech) return;
    token(clause).head = token(speech).head;
    token(clause).deprel = token(speech).deprel;
    attach(speech, clause, "parataxis");
    attach(quoted, speech, "ccomp");
  }

  /// "The bomb, stated Minister Roth, was found": the name behind a verb of saying that is put in
  /// between is its subject.
  void turn_speaker(TokenIndex speech) {
    if (token(speech).deprel != "parataxis" || !says(speech) ||
        child(speech, "nsubj") != kNoToken) {
      return;
    }
    const TokenIndex object = child(speech, "obj");
    if (object == kNoToken || object < speech || name_at(object) == nullptr) return;
    token(object).deprel = "nsubj";
  }

  /// "announced to reporters Roth was alive": a whole clause behind those who hear it describes
  /// nobody, but is what is said.
  void part_hearer(TokenIndex clause) {
    const TokenIndex hearer = token(clause).head;
    if (token(clause).deprel != "acl:relcl" || hearer == kNoHead ||
        !is_relation(token(hearer).deprel, "obl") || child(clause, "mark") != kNoToken) {
      return;
    }
    const TokenIndex verb = token(hearer).head;
    const TokenIndex to = child(hearer, "case");
    const TokenIndex subject = child(clause, "nsubj");
    const bool whole = child(clause, "obj") != kNoToken || child(clause, "xcomp") != kNoToken ||
                       child(clause, "cop") != kNoToken;
    if (verb == kNoHead || verb > hearer || !says(verb) || child(verb, "ccomp") != kNoToken ||
        child(verb, "obj") != kNoToken || to == kNoToken || token(to).lemma != "to" || !whole) {
      return;
    }
    // "reporters who trust Roth".
    if (subject == kNoToken || subject > clause || token(subject).upos == Upos::kPron) return;
    attach(clause, verb, "ccomp");
  }

  /// "The fuel, officials said, spilled and burned": what the inserted words part is one clause,
  /// and not theirs.
  void part_inserted_speaker(TokenIndex speech) {
    const auto count = static_cast<TokenIndex>(sentence_.tokens.size());
    if (token(speech).head != kNoHead || !says(speech)) return;
    if (speech + 2 >= count || token(speech + 1).form != ",") return;
    const TokenIndex speaker = child(speech, "nsubj");
    if (speaker == kNoToken || speaker > speech) return;
    TokenIndex subject = kNoToken;  // the nearest noun before them without a verb of its own
    TokenIndex verb = kNoToken;     // the first verb behind them
    for (TokenIndex i = 0; i < count; ++i) {
      if (token(i).head != speech) continue;
      const bool parted = token(i).deprel == "parataxis" || token(i).deprel == "ccomp" ||
                          token(i).deprel == "dislocated";
      if (i < speaker && parted && is_nominal(i) && child(i, "cop") == kNoToken) subject = i;
      if (i > speech && verb == kNoToken && token(i).upos == Upos::kVerb) verb = i;
    }
    if (subject == kNoToken || verb == kNoToken || token(verb).deprel != "conj" ||
        child(verb, "nsubj") != kNoToken) {
      return;
    }
    for (Token& other : sentence_.tokens) {
      if (other.head != speech || &other == &token(verb) || &other == &token(speaker)) continue;
      if (&other == &token(speech + 1)) continue;
      other.head = verb;
      if (other.deprel == "ccomp") other.deprel = "parataxis";
    }
    insert(speech, verb, subject);
  }

  /// "The prices were, the study says, too high": the copula before the inserted words is of the
  /// predicate behind them, and so is the noun before it.
  void leave_inserted_speaker(TokenIndex verb) {
    if (token(verb).head != kNoHead || token(verb).upos != Upos::kVerb || verb + 1 >= size() ||
        token(verb + 1).form != ",") {
      return;
    }
    const TokenIndex predicate = child(verb, "ccomp");
    if (predicate == kNoToken || predicate < verb) return;
    TokenIndex copula = child(predicate, "cop");
    if (copula == kNoToken) copula = child(predicate, "aux");
    TokenIndex subject = kNoToken;
    TokenIndex speaker = kNoToken;
    for (TokenIndex i = 0; i < verb; ++i) {
      const bool of_either = token(i).head == verb || token(i).head == copula;
      if (of_either && is_relation(token(i).deprel, "nsubj")) (i < copula ? subject : speaker) = i;
    }
    if (copula == kNoToken || copula > verb || subject == kNoToken || speaker == kNoToken) return;
    if (token(copula + 1).form != ",") return;
    insert(verb, predicate, subject);
  }

  /// The verb of saying stands inserted in the clause of `predicate` and its `subject`.
  void insert(TokenIndex speech, TokenIndex predicate, TokenIndex subject) {
    token(predicate).head = kNoHead;
    token(predicate).deprel = "root";
    token(subject).head = predicate;
    token(subject).deprel = "nsubj";
    token(speech).head = predicate;
    token(speech).deprel = "parataxis";
  }

  /// "Enough, the work suggests, to feed sponges": the infinitive behind inserted words is of what
  /// stands before them.
  void leave_inserted_verb(TokenIndex infinitive) {
    const TokenIndex verb = token(infinitive).head;
    const TokenIndex to = child(infinitive, "mark");
    const bool purpose =
        token(infinitive).deprel == "advcl" && to != kNoToken && token(to).lemma == "to";
    if ((token(infinitive).deprel != "xcomp" && !purpose) || verb == kNoHead ||
        token(verb).head == kNoHead || token(verb).deprel != "parataxis" || verb + 1 >= size() ||
        token(verb + 1).form != ",") {
      return;
    }
    const TokenIndex subject = child(verb, "nsubj");
    if (subject == kNoToken || subject > verb) return;
    TokenIndex first = subject;
    while (first > 0 && is_below(first - 1, subject)) --first;
    if (first == 0 || token(first - 1).form != ",") return;
    attach(infinitive, token(verb).head, "advcl");
  }

  /// "The rail would be examined, Roth said, to find the cause": so is one that hangs on the verb
  /// of saying behind what is said.
  void leave_tag(TokenIndex infinitive) {
    const TokenIndex verb = token(infinitive).head;
    const TokenIndex to = child(infinitive, "mark");
    if (token(infinitive).deprel != "advcl" || verb == kNoHead || verb > infinitive ||
        !says(verb) || to == kNoToken || token(to).lemma != "to") {
      return;
    }
    const TokenIndex said = child(verb, "ccomp");
    const TokenIndex speaker = child(verb, "nsubj");
    if (said == kNoToken || speaker == kNoToken || said > speaker) return;
    if (token(verb + 1).form == "," && to == verb + 2) attach(infinitive, said, "advcl");
  }

  /// "Tweeted the response 'required all hands'": the noun before a finite verb is that verb's
  /// subject, and the clause what is said.
  void give_content_subject(TokenIndex clause) {
    const TokenIndex noun = token(clause).head;
    if (token(clause).deprel != "acl" || noun == kNoHead || noun > clause ||
        token(noun).deprel != "obj" || child(clause, "obj") == kNoToken) {
      return;
    }
    const TokenIndex verb = token(noun).head;
    if (!is_tensed(clause) || verb == kNoHead || verb > noun || !says(verb)) return;
    for (const std::string_view own : {"nsubj", "mark", "obl:agent"}) {
      if (child(clause, own) != kNoToken) return;
    }
    attach(clause, verb, "ccomp");
    attach(noun, clause, "nsubj");
  }

  /// "Told Norland Press arson was used": the name right behind the verb is who was told, what
  /// follows the subject of the clause.
  void part_addressee(TokenIndex subject) {
    const TokenIndex clause = token(subject).head;
    if (!is_relation(token(subject).deprel, "nsubj") || clause == kNoHead ||
        token(clause).deprel != "ccomp" || token(clause).head == kNoHead ||
        child(clause, "mark") != kNoToken || name_at(subject) != nullptr) {
      return;
    }
    const TokenIndex verb = token(clause).head;
    if (token(verb).lemma != "tell" || verb + 1 >= subject || child(verb, "obj") != kNoToken ||
        child(verb, "iobj") != kNoToken) {
      return;
    }
    const bool article = token(verb + 1).lemma == "the";
    const TokenIndex begin = verb + (article ? 2 : 1);
    const NamedMention* name = name_at(begin);
    if (name == nullptr || static_cast<TokenIndex>(name->begin) != begin) return;
    const auto end = static_cast<TokenIndex>(name->end);
    TokenIndex head = kNoToken;
    for (TokenIndex i = begin; i < end; ++i) {
      if (token(i).head == subject && token(i).deprel == "compound") head = i;
    }
    if (head == kNoToken || end > subject) return;
    for (TokenIndex i = begin; i < end; ++i) {
      if (i != head && token(i).head == subject) attach(i, head, "flat");
    }
    if (article) attach(verb + 1, head, "det");
    attach(head, verb, "iobj");
  }

  /// "Said yesterday the laws should change": when one said it, as long as the clause has not
  /// begun.
  void return_time(TokenIndex i) {
    const TokenIndex clause = token(i).head;
    if (clause == kNoHead || token(clause).deprel != "ccomp" || !is_time(i)) return;
    const TokenIndex verb = token(clause).head;
    if (verb == kNoHead || verb > i || !says(verb)) return;
    const TokenIndex subject = child(clause, "nsubj");
    if (subject == kNoToken || subject < i || child(clause, "mark") != kNoToken) return;
    for (TokenIndex k = verb + 1; k < subject; ++k) {
      const std::string& form = token(k).form;
      if (form == "," || form == ":" || token(k).xpos == "``") return;
    }
    attach(i, verb, token(i).deprel);
  }

  /// "'I doubt it, as do others,' wrote Roth": what stands inside of the marks is no part of the
  /// saying behind them.
  void return_to_quotation(TokenIndex i) {
    const TokenIndex verb = token(i).head;
    const bool adjunct = token(i).deprel == "advcl" || is_relation(token(i).deprel, "obl");
    if (!adjunct || verb == kNoHead || verb < i || token(verb).deprel != "parataxis" ||
        !says(verb)) {
      return;
    }
    const TokenIndex quoted = token(verb).head;
    if (quoted == kNoHead || quoted > i) return;
    for (TokenIndex k = i + 1; k < verb; ++k) {
      if (token(k).xpos == "''") return attach(i, quoted, token(i).deprel);
    }
  }
};

}  // namespace

void repair_speech(Sentence& sentence) { SpeechRepair(sentence).run(); }

}  // namespace newsgraph
