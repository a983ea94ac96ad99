#include <string>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/tree_editor.hpp"
#include "extract/mention/tree_repair.hpp"
#include "extract/mention/words.hpp"

namespace newsgraph {
namespace {

/// How far a source reaches: which clause it stands beside, and what goes on with its verb.
class SourceRepair : TreeEditor {
 public:
  using TreeEditor::TreeEditor;

  void run() {
    const TokenIndex count = size();
    for (TokenIndex i = 0; i < count; ++i) turn_text(i);
    for (TokenIndex i = 0; i < count; ++i) raise_source(i);
    for (TokenIndex i = 0; i < count; ++i) return_conjunct(i);
    for (TokenIndex i = 0; i < count; ++i) return_addition(i);
    for (TokenIndex i = 0; i < count; ++i) part_afterthought(i);
    for (TokenIndex i = 0; i < count; ++i) part_hearers(i);
  }

 private:
  /// "The order, reads the motion, violates the law", "'We lost,' read the statement": the text
  /// behind such a verb, with nothing but a mark behind it, is its subject.
  void turn_text(TokenIndex verb) {
    const std::string& tag = token(verb).xpos;
    if (!says(verb) || token(verb).upos != Upos::kVerb || tag == "VBG" || tag == "VBP") return;
    const TokenIndex text = child(verb, "obj");
    if (verb == 0 || !ends_clause(verb - 1) || text == kNoToken || !is_text(text)) return;
    if (is_in_series(verb)) return;
    for (const std::string_view own : {"nsubj", "aux", "aux:pass", "mark", "cc"}) {
      if (child(verb, own) != kNoToken) return;
    }
    if (const TokenIndex author = child(verb, "obl"); author != kNoToken) {
      if (!is_author(author, text)) return;
      attach(author, text, "nmod");
    }
    TokenIndex behind = text + 1;
    while (behind < size() && is_below(behind, text)) ++behind;
    if (behind >= size() || !ends_clause(behind)) return;
    for (TokenIndex i = verb + 1; i < text; ++i) {
      if (!is_below(i, text) || token(i).upos == Upos::kPunct) return;
    }
    token(text).deprel = "nsubj";
    const TokenIndex root = main_verb();
    if (root != verb) attach(verb, root, "parataxis");
  }

  /// "Roth met Kern, read the report, and left": one of several things that somebody did.
  bool is_in_series(TokenIndex verb) {
    if (token(verb).deprel != "conj") return false;
    for (TokenIndex i = verb + 1; i < size(); ++i) {
      const bool joined = token(i).head == token(verb).head || token(i).head == verb;
      if (joined && token(i).deprel == "conj" && token(i).upos == Upos::kVerb) return true;
    }
    return false;
  }

  /// "reads a statement from the army": whose text it is, right behind it.
  bool is_author(TokenIndex noun, TokenIndex text) {
    const TokenIndex from = child(noun, "case");
    return from == text + 1 && (token(from).lemma == "from" || token(from).lemma == "by");
  }

  /// "the motion", "a statement".
  bool is_text(TokenIndex i) {
    return token(i).upos == Upos::kNoun && child(i, "det") != kNoToken &&
           (is_in_class(token(i).lemma, WordClass::kText) ||
            noun_class(token(i).lemma) == NounClass::kCommunication);
  }

  bool ends_clause(TokenIndex i) {
    const std::string& form = token(i).form;
    return form == "," || form == ";" || form == "." || token(i).xpos == "``" ||
           token(i).xpos == "''";
  }

  TokenIndex main_verb() {
    for (TokenIndex i = 0; i < size(); ++i) {
      if (token(i).head == kNoHead) return i;
    }
    return kNoToken;
  }

  /// "They left when the guard came, according to Roth", "He was hit by a truck driving in Oslo
  /// according to Roth": at the end a source is of the whole sentence.
  void raise_source(TokenIndex source) {
    const std::string& relation = token(source).deprel;
    if (!is_relation(relation, "obl") && !is_relation(relation, "nmod")) return;
    TokenIndex first = source;
    while (first > 0 && is_below(first - 1, source) && token(first - 1).upos != Upos::kPunct) {
      --first;
    }
    for (TokenIndex i = source + 1; i + 1 < size(); ++i) {
      if (!is_below(i, source)) return;
    }
    const std::string preposition = to_lower(token(first).form);
    const bool message = is_in_class(token(source).lemma, WordClass::kSayNoun) ||
                         is_in_class(token(source).lemma, WordClass::kOpinion);
    const bool by = preposition == "by" && message && child(source, "nmod:poss") != kNoToken;
    if (!by && preposition != "according") return;
    const bool parted = first > 0 && token(first - 1).form == ",";
    const TokenIndex clause = parted ? clause_around(source) : clause_without_comma(source);
    if (clause != kNoToken) attach(source, clause, "obl");
  }

  /// The main clause of the adverbial one that `source` stands in.
  TokenIndex clause_around(TokenIndex source) {
    const TokenIndex clause = token(source).head;
    if (clause == kNoHead || clause > source || token(clause).deprel != "advcl") return kNoToken;
    const TokenIndex above = token(clause).head;
    return above < clause && token(above).head == kNoHead ? above : kNoToken;
  }

  /// The verb whose argument, described or not, `source` was taken to describe; no mark parts them.
  TokenIndex clause_without_comma(TokenIndex source) {
    TokenIndex i = token(source).head;
    while (i != kNoHead && i < source) {
      const std::string& relation = token(i).deprel;
      const bool argument = is_relation(relation, "nmod") || is_relation(relation, "obl") ||
                            relation == "obj" || relation == "acl";
      if (!argument) break;
      if (i > 0 && token(i).deprel == "acl" && token(i - 1).upos == Upos::kPunct) return kNoToken;
      i = token(i).head;
    }
    const bool climbed = i != token(source).head;
    const bool verbal = i != kNoHead && i < source && token(i).upos == Upos::kVerb;
    return climbed && verbal ? i : kNoToken;
  }

  /// "Roth said the talks would go on and met Kern": behind "would go" a verb in the past goes on
  /// with "said".
  void return_conjunct(TokenIndex verb) {
    const TokenIndex first = token(verb).head;
    const std::string& tag = token(verb).xpos;
    if (token(verb).deprel != "conj" || (tag != "VBD" && tag != "VBN") || first == kNoHead ||
        first > verb || token(first).deprel != "ccomp" || token(first).head > first) {
      return;
    }
    for (const std::string_view own : {"nsubj", "nsubj:pass", "expl", "aux", "aux:pass", "cop"}) {
      if (child(verb, own) != kNoToken) return;
    }
    const TokenIndex auxiliary = child(first, "aux");
    if (auxiliary == kNoToken) return;
    // Only a bare verb can go on behind "would go"; "moved" can behind "had left".
    const bool bare = token(auxiliary).xpos == "MD" && token(first).xpos == "VB" &&
                      child(first, "aux:pass") == kNoToken;
    const bool perfect =
        token(auxiliary).form == "had" && tag == "VBD" && !token(verb).form.ends_with("ed");
    if (!bare && !perfect) return;
    TokenIndex governor = token(first).head;
    while (token(governor).deprel == "xcomp" && token(governor).head != kNoHead) {
      governor = token(governor).head;
    }
    if (is_past(governor)) attach(verb, governor, "conj");
  }

  /// "said", "was able to say".
  bool is_past(TokenIndex predicate) {
    const TokenIndex copula = child(predicate, "cop");
    const bool alone = child(predicate, "aux") == kNoToken;
    return token(copula != kNoToken ? copula : predicate).xpos == "VBD" && alone;
  }

  /// "Roth promised Norland would sign, adding that Estmark had": who adds something has said what
  /// stands before. Of what may be or is done to somebody so has who warns: "said the army could be
  /// sent, warning that ...".
  void return_addition(TokenIndex adding) {
    const TokenIndex clause = token(adding).head;
    if (token(adding).xpos != "VBG" || token(adding).deprel != "advcl" || clause == kNoHead ||
        clause > adding || token(clause).deprel != "ccomp" || says(clause)) {
      return;
    }
    const bool content = says(adding) && child(adding, "ccomp") != kNoToken;
    const bool stresses = is_one_of(token(adding).lemma, {"stress", "emphasize", "emphasise",
                                                          "underline", "underscore", "highlight"});
    if (!content && !stresses) return;
    const TokenIndex auxiliary = child(clause, "aux");
    const bool modal = auxiliary != kNoToken && token(auxiliary).xpos == "MD";
    const bool undergone =
        child(clause, "aux:pass") != kNoToken && child(clause, "obl:agent") == kNoToken;
    if (token(adding).lemma != "add" && !stresses && !modal && !undergone) return;
    const TokenIndex verb = token(clause).head;
    if (verb < clause && says(verb) && token(adding - 1).form == ",") attach(adding, verb, "advcl");
  }

  /// "They charged him with murder, they said — murder carrying a life sentence": what a dash adds
  /// to what was said is no clause of its own.
  void part_afterthought(TokenIndex noun) {
    const TokenIndex verb = token(noun).head;
    if (token(noun).deprel != "ccomp" || !is_nominal(noun) || child(noun, "cop") != kNoToken ||
        child(noun, "nsubj") != kNoToken || verb == kNoHead || verb > noun || !says(verb)) {
      return;
    }
    bool dash = false;
    for (TokenIndex i = verb + 1; i < noun; ++i) {
      const std::string& form = token(i).form;
      dash |= form == "-" || form == "--" || form == "\xE2\x80\x94" || form == "\xE2\x80\x93";
    }
    if (dash) token(noun).deprel = "parataxis";
  }

  /// "told local media Roth's ship was sold": the nouns between "told" and the name are who heard
  /// it.
  void part_hearers(TokenIndex subject) {
    const TokenIndex clause = token(subject).head;
    if (!is_relation(token(subject).deprel, "nsubj") || clause == kNoHead ||
        token(clause).deprel != "ccomp" || token(clause).head == kNoHead) {
      return;
    }
    const TokenIndex verb = token(clause).head;
    if (token(verb).lemma != "tell" || verb > subject || child(clause, "mark") != kNoToken ||
        child(verb, "obj") != kNoToken || child(verb, "iobj") != kNoToken) {
      return;
    }
    TokenIndex hearer = verb + 1;
    while (hearer < subject && token(hearer).upos == Upos::kAdj) ++hearer;
    const NamedMention* owner = name_at(hearer + 1);
    if (hearer >= subject || token(hearer).upos != Upos::kNoun || name_at(hearer) != nullptr ||
        owner == nullptr || static_cast<TokenIndex>(owner->begin) != hearer + 1 ||
        static_cast<TokenIndex>(owner->end) >= subject) {
      return;
    }
    for (TokenIndex i = verb + 1; i < hearer; ++i) attach(i, hearer, "amod");
    attach(hearer, verb, "iobj");
  }
};

}  // namespace

void repair_sources(Sentence& sentence) { SourceRepair(sentence).run(); }

}  // namespace newsgraph
