#include <algorithm>
#include <string_view>
#include <vector>

#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/tree.hpp"
#include "extract/mention/tree_editor.hpp"
#include "extract/mention/words.hpp"

namespace newsgraph {
namespace {

/// Governed verbs stand near.
constexpr int kMaxClimb = 4;

class ClauseRepair : TreeEditor {
 public:
  using TreeEditor::TreeEditor;

  void run() {
    const TokenIndex count = size();
    for (TokenIndex i = 0; i < count; ++i) join_auxiliaries(i);
    for (TokenIndex i = 0; i < count; ++i) leave_auxiliary(i);
    for (TokenIndex i = 0; i < count; ++i) join_verb_to_finite(i);
    for (TokenIndex i = 0; i < count; ++i) give_speaker(i);
    for (TokenIndex i = 0; i < count; ++i) part_inserted_speaker(i);
    for (TokenIndex i = 0; i < count; ++i) turn_speaker(i);
    for (TokenIndex i = 0; i < count; ++i) read_conjunction(i);
    for (TokenIndex i = 0; i < count; ++i) part_gerund(i);
    give_subject();
  }

 private:
  void leave_auxiliary(TokenIndex i) {
    const TokenIndex auxiliary = token(i).head;
    if (auxiliary == kNoHead || token(auxiliary).deprel != "aux") return;
    const std::string& relation = token(i).deprel;
    if (relation == "conj" || relation == "cc" || relation == "fixed") return;
    attach(i, token(auxiliary).head, relation);
  }

  /// `auxiliary` was taken for a verb of its own.
  void join_auxiliaries(TokenIndex auxiliary) {
    const std::string& lemma = token(auxiliary).lemma;
    const bool may_help = lemma == "do" || lemma == "have" || token(auxiliary).xpos == "MD";
    const bool alone = token(auxiliary).upos == Upos::kVerb || token(auxiliary).upos == Upos::kAux;
    if (!may_help || !alone || token(auxiliary).deprel == "aux") return;
    // Only "not", a conjunction and auxiliaries may stand between it and its verb.
    const auto count = static_cast<TokenIndex>(sentence_.tokens.size());
    TokenIndex verb = auxiliary + 1;
    bool joined = false;
    for (; verb < count; ++verb) {
      const Upos upos = token(verb).upos;
      joined |= upos == Upos::kCconj;
      if (upos != Upos::kPart && upos != Upos::kAdv && upos != Upos::kCconj && upos != Upos::kAux) {
        break;
      }
    }
    if (!joined || verb == count || token(verb).upos != Upos::kVerb) return;
    if (token(verb - 1).upos == Upos::kCconj || child(verb, "nsubj") != kNoToken) return;
    const bool same_place =
        token(verb).head == token(auxiliary).head && token(verb).deprel == token(auxiliary).deprel;
    if (!same_place && token(verb).head != auxiliary) return;
    token(verb).head = token(auxiliary).head;
    token(verb).deprel = token(auxiliary).deprel;
    for (Token& other : sentence_.tokens) {
      if (other.head == auxiliary) other.head = verb;
    }
    token(auxiliary).head = verb;
    token(auxiliary).deprel = "aux";
    token(auxiliary).upos = Upos::kAux;
  }

  void join_verb_to_finite(TokenIndex i) {
    const auto is_tensed = [&](TokenIndex verb) {
      return token(verb).xpos == "VBZ" || token(verb).xpos == "VBD";
    };
    TokenIndex above = token(i).head;
    if (token(i).deprel != "conj" || !is_tensed(i) || token(i).upos != Upos::kVerb) return;
    if (above == kNoHead) return;
    if (token(above).xpos != "VB" || child(above, "mark") == kNoToken) return;
    if (child(i, "nsubj") != kNoToken || child(above, "nsubj") != kNoToken) return;
    for (int climb = 0; climb < kMaxClimb && token(above).xpos == "VB"; ++climb) {
      const bool governed =
          is_relation(token(above).deprel, "xcomp") || is_relation(token(above).deprel, "advcl");
      if (!governed || token(above).head == kNoHead) return;
      above = token(above).head;
    }
    if (is_tensed(above) && above < i) attach(i, above, "conj");
  }

  /// "'Norland,' said Roth, 'supports Estmark'": of two subjects the one inside the quotation marks
  /// is of what is said, the one outside is who says it.
  void give_speaker(TokenIndex clause) {
    const TokenIndex says = token(clause).head;
    if (token(clause).deprel != "ccomp" || says == kNoHead || says > clause ||
        !is_in_class(token(says).lemma, WordClass::kSay)) {
      return;
    }
    bool quoted = false;
    TokenIndex inside = kNoToken;
    TokenIndex outside = kNoToken;
    for (TokenIndex i = 0; i < clause; ++i) {
      const std::string& tag = token(i).xpos;
      if (tag == "``" || tag == "''") quoted = tag == "``";
      // A first part without a verb is taken for a clause of its own.
      const bool part = quoted && token(i).deprel == "ccomp" && token(i).head == says &&
                        is_nominal(i) && child(i, "cop") == kNoToken;
      const bool subject = is_relation(token(i).deprel, "nsubj") &&
                           (token(i).head == clause || token(i).head == says);
      if (!subject && !part) continue;
      TokenIndex& place = quoted ? inside : outside;
      if (place != kNoToken) return;
      place = i;
    }
    // What is said goes on in another pair of marks.
    if (!quoted || inside == kNoToken || outside < inside) return;
    attach(inside, clause, "nsubj");
    attach(outside, says, "nsubj");
  }

  /// "The bomb, stated Minister Roth, was found": the name behind a verb of saying that is put in
  /// between is its subject.
  void turn_speaker(TokenIndex says) {
    if (token(says).deprel != "parataxis" || !is_in_class(token(says).lemma, WordClass::kSay) ||
        child(says, "nsubj") != kNoToken) {
      return;
    }
    const TokenIndex object = child(says, "obj");
    if (object == kNoToken || object < says || name_at(object) == nullptr) return;
    token(object).deprel = "nsubj";
  }

  /// "The fuel, officials said, spilled and burned": what the inserted words part is one clause,
  /// and not theirs.
  void part_inserted_speaker(TokenIndex says) {
    const auto count = static_cast<TokenIndex>(sentence_.tokens.size());
    if (token(says).head != kNoHead || !is_in_class(token(says).lemma, WordClass::kSay)) return;
    if (says + 2 >= count || token(says + 1).form != ",") return;
    const TokenIndex speaker = child(says, "nsubj");
    if (speaker == kNoToken || speaker > says) return;
    TokenIndex subject = kNoToken;  // the nearest noun before them without a verb of its own
    TokenIndex verb = kNoToken;     // the first verb behind them
    for (TokenIndex i = 0; i < count; ++i) {
      if (token(i).head != says) continue;
      const bool parted = token(i).deprel == "parataxis" || token(i).deprel == "ccomp" ||
                          token(i).deprel == "dislocated";
      if (i < speaker && parted && is_nominal(i) && child(i, "cop") == kNoToken) subject = i;
      if (i > says && verb == kNoToken && token(i).upos == Upos::kVerb) verb = i;
    }
    if (subject == kNoToken || verb == kNoToken || token(verb).deprel != "conj" ||
        child(verb, "nsubj") != kNoToken) {
      return;
    }
    for (Token& other : sentence_.tokens) {
      if (other.head != says || &other == &token(verb) || &other == &token(speaker)) continue;
      if (&other == &token(says + 1)) continue;
      other.head = verb;
      if (other.deprel == "ccomp") other.deprel = "parataxis";
    }
    token(subject).deprel = "nsubj";
    token(verb).head = kNoHead;
    token(verb).deprel = "root";
    token(says).head = verb;
    token(says).deprel = "parataxis";
  }

  /// "Rumours that Norland attacked Oslo": a verb with its object has no other one in "that".
  void read_conjunction(TokenIndex i) {
    Token& word = token(i);
    const TokenIndex verb = word.head;
    if (word.lemma != "that" || word.deprel != "obj" || verb == kNoHead || verb < i) return;
    bool has_object = false;
    for (TokenIndex c = verb + 1; c < static_cast<TokenIndex>(sentence_.tokens.size()); ++c) {
      has_object |= token(c).head == verb && token(c).deprel == "obj";
    }
    if (!has_object || child(verb, "nsubj") == kNoToken) return;
    word.upos = Upos::kSconj;
    word.xpos = "IN";
    word.feats.clear();
    word.deprel = "mark";
    if (is_relation(token(verb).deprel, "acl")) token(verb).deprel = "acl";
  }

  /// "Accused the minister of having stolen it": what a preposition leads in is an adverbial
  /// clause.
  void part_gerund(TokenIndex i) {
    if (token(i).deprel != "xcomp") return;
    const TokenIndex marker = child(i, "mark");
    if (marker == kNoToken || token(marker).upos == Upos::kPart) return;
    const TokenIndex auxiliary = child(i, "aux");
    const TokenIndex first = auxiliary == kNoToken ? i : auxiliary;
    if (token(first).xpos == "VBG") token(i).deprel = "advcl";
  }

  void give_subject() {
    const auto count = static_cast<TokenIndex>(sentence_.tokens.size());
    TokenIndex root = 0;
    while (root < count && token(root).head != kNoHead) ++root;
    if (root == count) return;
    if (!is_nominal(root) || child(root, "cop") != kNoToken || child(root, "nsubj") != kNoToken) {
      return;
    }
    for (TokenIndex i = root + 1; i < static_cast<TokenIndex>(sentence_.tokens.size()); ++i) {
      if (!is_finite(i) || child(i, "nsubj") != kNoToken || child(i, "mark") != kNoToken ||
          is_relation(token(i).deprel, "acl:relcl")) {
        continue;
      }
      attach_root(i, root);
      return;
    }
  }

  /// A copular predicate, or a verb in the past or present tense, that stands for a clause.
  bool is_finite(TokenIndex i) {
    const TokenIndex copula = child(i, "cop");
    if (copula != kNoToken) {
      const std::string& tag = token(copula).xpos;
      return tag == "VBZ" || tag == "VBP" || tag == "VBD";
    }
    const std::string& tag = token(i).xpos;
    return token(i).upos == Upos::kVerb && token(i).deprel == "acl" &&
           (tag == "VBZ" || tag == "VBP" || tag == "VBD");
  }

  void attach_root(TokenIndex predicate, TokenIndex subject) {
    token(predicate).head = kNoHead;
    token(predicate).deprel = "root";
    token(subject).head = predicate;
    token(subject).deprel = "nsubj";
    for (Token& other : sentence_.tokens) {
      if (other.head == subject && other.upos == Upos::kPunct) other.head = predicate;
    }
  }
};

}  // namespace

void repair_clauses(Sentence& sentence) { ClauseRepair(sentence).run(); }

}  // namespace newsgraph
