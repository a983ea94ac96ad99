#include "extract/coreference/noun_phrase.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>

#include "extract/base/one_of.hpp"
#include "extract/coreference/phrase_description.hpp"
#include "extract/coreference/phrase_words.hpp"
#include "extract/language/characters.hpp"
#include "extract/language/feature_hash.hpp"
#include "extract/mention/words.hpp"

namespace newsgraph {
namespace {

using Words = std::initializer_list<std::string_view>;

std::uint32_t hash_of(std::string_view word) {
  return static_cast<std::uint32_t>(hash_bytes(word));
}

/// Finds the phrases of one sentence.
class PhraseFinder {
 public:
  PhraseFinder(const Document& document, std::uint32_t sentence, std::vector<NounPhrase>& phrases)
      : document_(document), tree_(document.tree(sentence)), sentence_(sentence), out_(phrases) {}

  void run() {
    measure();
    const std::size_t first = out_.size();
    for (TokenIndex i = 0; i < tree_.size(); ++i) {
      if (!heads_phrase(i)) continue;
      add_phrase(i);
      if (first_conjunct_of_phrases(i)) add_coordination(i);
    }
    std::stable_sort(out_.begin() + static_cast<std::ptrdiff_t>(first), out_.end(),
                     [](const NounPhrase& a, const NounPhrase& b) {
                       return std::tuple(a.begin, -a.end) < std::tuple(b.begin, -b.end);
                     });
  }

 private:
  const Token& token(TokenIndex i) const { return tree_.token(i); }

  /// First and last token below each token, the nearest predicate above it, and how deep it is.
  void measure() {
    const auto size = static_cast<std::size_t>(tree_.size());
    low_.resize(size);
    high_.resize(size);
    predicate_.assign(size, kNoToken);
    embedding_.assign(size, 0);
    std::vector<TokenIndex> order;
    order.reserve(size);
    if (tree_.root() != kNoToken) order.push_back(tree_.root());
    for (std::size_t next = 0; next < order.size(); ++next) {
      const TokenIndex i = order[next];
      const auto at = static_cast<std::size_t>(i);
      low_[at] = high_[at] = i;
      if (const TokenIndex above = tree_.head(i); above != kNoHead) {
        const auto up = static_cast<std::size_t>(above);
        const bool verbal = token(above).upos == Upos::kVerb || token(above).upos == Upos::kAux ||
                            tree_.child(above, "cop") != kNoToken;
        predicate_[at] = verbal ? above : predicate_[up];
        const bool subordinate = tree_.is(i, "acl") || tree_.is(i, "advcl") ||
                                 tree_.is(i, "ccomp") || tree_.is(i, "xcomp");
        embedding_[at] =
            static_cast<std::uint8_t>(std::min(7, embedding_[up] + (subordinate ? 1 : 0)));
      }
      for (const TokenIndex c : tree_.children(i)) order.push_back(c);
    }
    for (auto it = order.rbegin(); it != order.rend(); ++it) {
      const TokenIndex above = tree_.head(*it);
      if (above == kNoHead) continue;
      const auto up = static_cast<std::size_t>(above);
      low_[up] = std::min(low_[up], low_[static_cast<std::size_t>(*it)]);
      high_[up] = std::max(high_[up], high_[static_cast<std::size_t>(*it)]);
    }
  }

  /// The name that `i` is in the recogniser's view, or nullptr.
  const NamedMention* name_of(TokenIndex i) const {
    const auto name = document_.name_at({sentence_, i});
    return name ? &tree_.sentence().names[*name] : nullptr;
  }

  /// The name that `head` heads; none for what is nested in one.
  const NamedMention* own_name(TokenIndex head) const {
    return is_nested(head) ? nullptr : name_of(head);
  }

  /// Whether the token above `i` belongs to the same name.
  bool inside_name(TokenIndex i) const {
    const NamedMention* name = name_of(i);
    const TokenIndex above = tree_.head(i);
    return name != nullptr && above != kNoHead && name_of(above) == name;
  }

  /// "Oslo" in the name "University of Oslo".
  bool is_nested(TokenIndex i) const {
    return inside_name(i) && tree_.is(i, "nmod") && token(i).upos == Upos::kPropn &&
           tree_.child(i, "case") != kNoToken;
  }

  /// "President" of "President Ana Roth" is nobody beside her.
  bool is_title(TokenIndex i) const {
    return tree_.is(i, "nmod:desc") && tree_.head(i) > i && name_of(i) == nullptr;
  }

  bool heads_phrase(TokenIndex i) const {
    const Token& word = token(i);
    if (inside_name(i)) return is_nested(i);
    const bool part = tree_.is(i, "flat") || tree_.is(i, "fixed") || tree_.is(i, "goeswith") ||
                      tree_.is(i, "punct") || tree_.is(i, "discourse") ||
                      tree_.is(i, "reparandum") || tree_.is(i, "case") || tree_.is(i, "cc");
    const NamedMention* name = name_of(i);
    const TokenIndex above = tree_.head(i);
    switch (word.upos) {
      case Upos::kPron:
        return !tree_.is(i, "fixed") && word.xpos != "EX";
      case Upos::kNoun:
        return !part && !is_title(i);
      case Upos::kPropn:
        if (is_title(i)) return false;
        // Parts of a longer name that the recogniser did not find.
        if (name == nullptr && (tree_.is(i, "compound") || tree_.is(i, "amod")) &&
            above != kNoHead && token(above).upos == Upos::kPropn) {
          return false;
        }
        return !part || (tree_.is(i, "flat") && name != nullptr);
      case Upos::kNum:
        if (tree_.child(i, "nmod") != kNoToken && tree_.is(i, "root")) return true;  // "one of the"
        return is_one_of(word.deprel,
                         {"obl", "nmod", "nsubj", "obj", "obl:unmarked", "nmod:unmarked",
                          "nsubj:pass", "obl:tmod", "nmod:tmod", "conj"}) &&
               (!tree_.is(i, "conj") || above == kNoHead || token(above).upos == Upos::kNum);
      case Upos::kSym:
        return !part && is_one_of(word.deprel, {"obl", "nmod", "nsubj", "obj", "nsubj:pass"});
      case Upos::kDet:
        return is_one_of(word.deprel, {"obl", "nsubj", "obj", "nsubj:pass"});
      case Upos::kAdj:
        if (name != nullptr) return !part && name->type != NameType::kNationality;
        return tree_.child(i, "det") != kNoToken &&
               is_one_of(word.deprel, {"obl", "nsubj", "obj", "nsubj:pass", "nmod"});
      default:
        return name != nullptr && !part && word.upos != Upos::kPunct && word.upos != Upos::kPart;
    }
  }

  /// Whether a dependent of a phrase's head is no part of the phrase.
  bool stays_outside(TokenIndex child) const {
    if (token(child).xpos == "POS") return false;
    static constexpr std::string_view kOutside[] = {
        "case",   "cc",    "mark",      "punct",     "conj",     "cop",  "nsubj",
        "appos",  "csubj", "parataxis", "discourse", "vocative", "expl", "dislocated",
        "orphan", "ccomp", "advcl",     "obl",       "aux"};
    for (const std::string_view relation : kOutside) {
      if (tree_.is(child, relation)) return true;
    }
    return false;
  }

  /// Tokens [begin, end) of the phrase at `head`, without what stays outside.
  std::pair<TokenIndex, TokenIndex> extent(TokenIndex head) const {
    TokenIndex begin = head;
    TokenIndex end = head + 1;
    TokenIndex barrier = 0;  // the phrase of a predicate begins behind its copula
    for (const TokenIndex c : tree_.children(head)) {
      if (c < head && (tree_.is(c, "cop") || tree_.is(c, "aux") || tree_.is(c, "nsubj"))) {
        barrier = std::max(barrier, high_[static_cast<std::size_t>(c)] + 1);
      }
      if (stays_outside(c)) continue;
      // "especially the minister", "not our role"; but "about half".
      const bool leads = tree_.is(c, "advmod") && c < head && begin == head;
      if (leads && token(head).upos != Upos::kNum) continue;
      begin = std::min(begin, low_[static_cast<std::size_t>(c)]);
      end = std::max(end, high_[static_cast<std::size_t>(c)] + 1);
    }
    if (const NamedMention* name = own_name(head)) {
      begin = std::min(begin, static_cast<TokenIndex>(name->begin));
      end = std::max(end, static_cast<TokenIndex>(name->end));
    }
    begin = std::min(std::max(begin, barrier), head);
    while (begin < head && token(begin).upos == Upos::kPunct) ++begin;
    while (end > head + 1 && token(end - 1).upos == Upos::kPunct) --end;
    // A bracket that opens in the phrase closes in it.
    bool open = false;
    for (TokenIndex t = begin; t < end; ++t) {
      if (token(t).xpos == "-LRB-") open = true;
      if (token(t).xpos == "-RRB-") open = false;
    }
    if (open && end < tree_.size() && token(end).xpos == "-RRB-") ++end;
    return {begin, end};
  }

  Place place_of(TokenIndex i) const {
    struct Row {
      std::string_view relation;
      Place place;
    };
    static constexpr Row kRows[] = {{"nsubj:pass", Place::kPassiveSubject},
                                    {"nsubj", Place::kSubject},
                                    {"obj", Place::kObject},
                                    {"iobj", Place::kIndirectObject},
                                    {"obl:agent", Place::kAgent},
                                    {"obl", Place::kOblique},
                                    {"nmod:poss", Place::kPossessor},
                                    {"nmod", Place::kModifier},
                                    {"appos", Place::kApposition},
                                    {"compound", Place::kCompound},
                                    {"vocative", Place::kVocative},
                                    {"root", Place::kRoot}};
    if (tree_.child(i, "cop") != kNoToken) return Place::kPredicate;
    for (const Row& row : kRows) {
      if (tree_.is(i, row.relation)) return row.place;
    }
    return Place::kOther;
  }

  Determiner determiner_of(TokenIndex head) const {
    for (const TokenIndex c : tree_.children(head)) {
      if (c > head) break;
      if (tree_.is(c, "nmod:poss")) {
        return token(c).upos == Upos::kPron ? Determiner::kPronoun : Determiner::kPossessor;
      }
      if (!tree_.is(c, "det")) continue;
      const std::string& lemma = token(c).lemma;
      if (lemma == "the") return Determiner::kThe;
      if (lemma == "a" || lemma == "an") return Determiner::kA;
      const bool points = is_one_of(lemma, {"this", "that", "these", "those", "such"});
      return points ? Determiner::kDemonstrative : Determiner::kQuantifier;
    }
    return tree_.child(head, "nummod") != kNoToken ? Determiner::kQuantifier : Determiner::kNone;
  }

  void read_pronoun(TokenIndex i, NounPhrase& phrase) const {
    phrase.kind = PhraseKind::kPronoun;
    phrase.pronoun = PronounClass::kOther;
    const std::string form = to_lower(token(i).form);
    const bool relative = token(i).xpos == "WDT" || token(i).xpos == "WP" ||
                          token(i).xpos == "WP$" || token(i).xpos == "WRB";
    if (relative) {
      phrase.modified = relative_clause_noun(i);
      if (phrase.modified != kNoToken) phrase.pronoun = PronounClass::kRelative;
      return;
    }
    if (const PronounForm* known = pronoun_form(form)) {
      phrase.pronoun = known->pronoun;
      phrase.reflexive = known->reflexive;
    }
    using P = PronounClass;
    const P p = phrase.pronoun;
    if (p == P::kHe) phrase.gender = Gender::kMale;
    if (p == P::kShe) phrase.gender = Gender::kFemale;
    if (p == P::kHe || p == P::kShe || p == P::kI || p == P::kWe || p == P::kYou) {
      phrase.sense = Sense::kPerson;
    }
    if (p == P::kHe || p == P::kShe || p == P::kI || p == P::kIt) {
      phrase.number = GrammaticalNumber::kSingular;
    } else if (p == P::kThey || p == P::kWe || form == "these" || form == "those") {
      phrase.number = GrammaticalNumber::kPlural;
    } else if (form == "this" || form == "that") {
      phrase.number = GrammaticalNumber::kSingular;
    }
  }

  /// The noun whose relative clause the pronoun `i` is in: "the man [who] fled".
  TokenIndex relative_clause_noun(TokenIndex i) const {
    TokenIndex above = i;
    // Between pronoun and clause stand arguments and phrases only ("whose son", "of which").
    for (int steps = 0; steps < 4 && above != kNoHead; ++steps) {
      if (tree_.is(above, "acl:relcl")) return tree_.head(above);
      above = tree_.head(above);
    }
    return kNoToken;
  }

  /// The words that tell the phrase from others: a whole name, or the head and its modifiers.
  std::vector<TokenIndex> telling_words(TokenIndex head) const {
    std::vector<TokenIndex> words;
    if (const NamedMention* name = own_name(head)) {
      for (auto t = static_cast<TokenIndex>(name->begin); t < static_cast<TokenIndex>(name->end);
           ++t) {
        const bool mark = token(t).upos == Upos::kPunct || token(t).xpos == "POS";
        if (!mark && token(t).lemma != "the") words.push_back(t);
      }
      if (!words.empty()) return words;
    }
    words.push_back(head);
    for (const TokenIndex c : tree_.children(head)) {
      const bool modifier = tree_.is(c, "compound") || tree_.is(c, "amod") ||
                            tree_.is(c, "nummod") || tree_.is(c, "flat") ||
                            (tree_.is(c, "nmod:poss") && token(c).upos != Upos::kPron);
      if (modifier && words.size() < 12) words.push_back(c);
    }
    std::sort(words.begin(), words.end());
    return words;
  }

  void read_words(TokenIndex head, NounPhrase& phrase) const {
    std::uint64_t text = 0;
    std::string initials;
    for (const TokenIndex t : telling_words(head)) {
      const std::string word = to_lower(token(t).form);
      if (word.find_first_of("0123456789") != word.npos) phrase.digits ^= hash_of(word);
      if (is_capitalized(token(t).form)) initials += word.front();
      phrase.words.push_back(hash_of(word));
      text = feature_hash(text, phrase.words.back());
    }
    phrase.text = static_cast<std::uint32_t>(text >> 32);
    phrase.description = description_of(tree_, head);
    phrase.set_apart = is_set_apart(tree_, head);
    if (initials.size() > 1) phrase.initials = hash_of(initials);
    const NamedMention* name = own_name(head);
    if (name != nullptr && name->type == NameType::kPerson) {
      phrase.given_name = phrase.words.front();
    }
  }

  void read_noun(TokenIndex head, NounPhrase& phrase) const {
    const Token& word = token(head);
    const NamedMention* name = own_name(head);
    phrase.recognised = name != nullptr;
    phrase.kind =
        name != nullptr || word.upos == Upos::kPropn ? PhraseKind::kName : PhraseKind::kNominal;
    phrase.nested = is_nested(head);
    phrase.determiner = determiner_of(head);
    const std::string lemma = to_lower(word.lemma);
    const bool plural = word.xpos == "NNS" || word.xpos == "NNPS";
    phrase.number = plural ? GrammaticalNumber::kPlural : GrammaticalNumber::kSingular;
    if (name != nullptr) {
      phrase.sense = sense_of(name->type);
    } else if (word.upos == Upos::kNum || word.upos == Upos::kSym) {
      phrase.sense = Sense::kAmount;
    } else {
      phrase.sense = sense_of_noun(lemma);
    }
    if (word.upos == Upos::kDet) phrase.number = GrammaticalNumber::kUnknown;
    phrase.gender = gender_of_noun(lemma);
    for (const TokenIndex c : tree_.children(head)) {
      const bool title = tree_.is(c, "compound") || tree_.is(c, "flat") || tree_.is(c, "nmod:desc");
      if (title && phrase.gender == Gender::kUnknown) {
        phrase.gender = gender_of_noun(to_lower(token(c).lemma));
      }
    }
    if (tree_.is(head, "flat") && tree_.head(head) != kNoHead &&
        phrase.gender == Gender::kUnknown) {
      phrase.gender = gender_of_noun(to_lower(token(tree_.head(head)).lemma));
    }
  }

  /// The token whose relation tells the place of `i`: that of its first conjunct.
  TokenIndex placed(TokenIndex i) const {
    return tree_.is(i, "conj") && tree_.head(i) != kNoHead ? tree_.head(i) : i;
  }

  NounPhrase phrase_at(TokenIndex i) const {
    NounPhrase phrase;
    phrase.head = {sentence_, i};
    std::tie(phrase.begin, phrase.end) = extent(i);
    phrase.place = place_of(placed(i));
    phrase.governor = tree_.head(placed(i));
    phrase.predicate = predicate_[static_cast<std::size_t>(i)];
    phrase.embedding = embedding_[static_cast<std::size_t>(i)];
    phrase.lemma = hash_of(to_lower(token(i).lemma));
    return phrase;
  }

  void add_phrase(TokenIndex i) {
    NounPhrase phrase = phrase_at(i);
    if (token(i).upos == Upos::kPron) {
      read_pronoun(i, phrase);
      const bool modified = phrase.pronoun == PronounClass::kThat ||
                            phrase.pronoun == PronounClass::kThis ||
                            phrase.pronoun == PronounClass::kOther;
      if (!modified) {
        phrase.begin = i;
        phrase.end = i + 1;
      }
      phrase.words = {hash_of(to_lower(token(i).form))};
      phrase.text = phrase.words.front();
    } else {
      read_noun(i, phrase);
      read_words(i, phrase);
    }
    out_.push_back(std::move(phrase));
  }

  bool first_conjunct_of_phrases(TokenIndex i) const {
    if (tree_.is(i, "conj")) return false;
    for (const TokenIndex c : tree_.children(i)) {
      if (tree_.is(c, "conj") && heads_phrase(c)) return true;
    }
    return false;
  }

  void add_coordination(TokenIndex i) {
    NounPhrase phrase = phrase_at(i);
    phrase.kind = PhraseKind::kCoordination;
    phrase.number = GrammaticalNumber::kPlural;
    phrase.sense = name_of(i) != nullptr ? sense_of(name_of(i)->type)
                                         : sense_of_noun(to_lower(token(i).lemma));
    std::uint64_t text = 0;
    for (const TokenIndex c : tree_.with_conjuncts(i)) {
      phrase.end = std::max(phrase.end, extent(c).second);
      text = feature_hash(text, hash_of(to_lower(token(c).lemma)));
    }
    phrase.text = static_cast<std::uint32_t>(text);
    phrase.words = {phrase.text};
    phrase.lemma = phrase.text;
    out_.push_back(std::move(phrase));
  }

  const Document& document_;
  const Tree& tree_;
  std::uint32_t sentence_;
  std::vector<NounPhrase>& out_;
  std::vector<TokenIndex> low_, high_, predicate_;
  std::vector<std::uint8_t> embedding_;
};

}  // namespace

std::vector<NounPhrase> find_noun_phrases(const Document& document) {
  std::vector<NounPhrase> phrases;
  for (std::uint32_t s = 0; s < document.size(); ++s) PhraseFinder(document, s, phrases).run();
  return phrases;
}

}  // namespace newsgraph
