#include "extract/coreference/coreference.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <string_view>

#include "extract/coreference/name_chains.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/words.hpp"

namespace newsgraph {
namespace {

enum class Gender : std::uint8_t { kUnknown, kMale, kFemale };
enum class PronounKind : std::uint8_t { kNone, kPerson, kThing, kPlural, kSpeaker };

struct Pronoun {
  PronounKind kind = PronounKind::kNone;
  Gender gender = Gender::kUnknown;
  bool possessive = false;
  bool reflexive = false;
};

Pronoun classify(const Token& token) {
  struct Row {
    std::string_view form;
    Pronoun pronoun;
  };
  using K = PronounKind;
  using G = Gender;
  static constexpr Row kRows[] = {
      {"he", {K::kPerson, G::kMale, false, false}},
      {"him", {K::kPerson, G::kMale, false, false}},
      {"his", {K::kPerson, G::kMale, true, false}},
      {"himself", {K::kPerson, G::kMale, false, true}},
      {"she", {K::kPerson, G::kFemale, false, false}},
      {"her", {K::kPerson, G::kFemale, false, false}},
      {"hers", {K::kPerson, G::kFemale, true, false}},
      {"herself", {K::kPerson, G::kFemale, false, true}},
      {"it", {K::kThing, G::kUnknown, false, false}},
      {"its", {K::kThing, G::kUnknown, true, false}},
      {"itself", {K::kThing, G::kUnknown, false, true}},
      {"they", {K::kPlural, G::kUnknown, false, false}},
      {"them", {K::kPlural, G::kUnknown, false, false}},
      {"their", {K::kPlural, G::kUnknown, true, false}},
      {"themselves", {K::kPlural, G::kUnknown, false, true}},
      {"i", {K::kSpeaker, G::kUnknown, false, false}},
      {"me", {K::kSpeaker, G::kUnknown, false, false}},
      {"my", {K::kSpeaker, G::kUnknown, true, false}},
      {"myself", {K::kSpeaker, G::kUnknown, false, true}},
  };
  if (token.upos != Upos::kPron) return {};
  const std::string form = to_lower(token.form);
  for (const Row& row : kRows) {
    if (row.form != form) continue;
    Pronoun pronoun = row.pronoun;
    if (token.deprel == "nmod:poss" || token.xpos == "PRP$") pronoun.possessive = true;
    return pronoun;
  }
  return {};
}

Gender gender_of_noun(std::string_view lemma) {
  static constexpr std::string_view kMale[] = {
      "mr.",         "mr",     "sir", "lord",    "king",        "prince",    "man",
      "husband",     "father", "son", "brother", "spokesman",   "chairman",  "congressman",
      "businessman", "actor",  "boy", "uncle",   "grandfather", "patriarch", "pope"};
  static constexpr std::string_view kFemale[] = {
      "mrs.",          "mrs",           "ms.",      "ms",          "miss",
      "lady",          "queen",         "princess", "woman",       "wife",
      "mother",        "daughter",      "sister",   "spokeswoman", "chairwoman",
      "congresswoman", "businesswoman", "actress",  "girl",        "aunt",
      "grandmother",   "dame"};
  if (std::find(std::begin(kMale), std::end(kMale), lemma) != std::end(kMale)) return Gender::kMale;
  if (std::find(std::begin(kFemale), std::end(kFemale), lemma) != std::end(kFemale)) {
    return Gender::kFemale;
  }
  return Gender::kUnknown;
}

/// What a candidate antecedent is, beside its mention.
struct Candidate {
  std::uint32_t mention = 0;
  TokenRef head;
  bool person = false;
  bool plural = false;
  bool organisation = false;  ///< may be "it" or "they"
  bool nominal = false;
};

/// How many subordinate clauses `token` is below.
int embedding(const Tree& tree, TokenIndex token) {
  int depth = 0;
  for (TokenIndex i = token; i != kNoHead; i = tree.head(i)) {
    if (tree.is(i, "acl") || tree.is(i, "advcl")) ++depth;
  }
  return depth;
}

/// Whether `token` is the one who says something, by its place in the tree.
bool reports(const Tree& tree, TokenIndex token) {
  const TokenIndex above = tree.head(token);
  if (above == kNoHead) return false;
  if (tree.introducer(token, "case") == "according to") return true;
  return tree.is(token, "nsubj") && tree.token(above).upos == Upos::kVerb &&
         is_in_class(tree.token(above).lemma, WordClass::kSay);
}

class Resolver {
 public:
  Resolver(Document& document, const std::vector<Speech>& speech)
      : document_(document), speech_(speech) {}

  void run() {
    chain_names(document_);
    for (std::uint32_t s = 0; s < document_.size(); ++s) {
      // A pronoun may refer back within its sentence: candidates and pronouns in one pass.
      const Tree& tree = document_.tree(s);
      for (TokenIndex i = 0; i < tree.size(); ++i) {
        const Pronoun pronoun = classify(tree.token(i));
        if (pronoun.kind != PronounKind::kNone) {
          resolve({s, i}, pronoun);
        } else {
          note_candidate({s, i});
        }
      }
    }
  }

 private:
  void note_candidate(TokenRef at) {
    const Tree& tree = document_.tree(at.sentence);
    const Token& token = tree.token(at.token);
    if (token.upos != Upos::kNoun && token.upos != Upos::kPropn && token.upos != Upos::kNum &&
        !document_.name_at(at)) {
      return;
    }
    if (tree.is(at.token, "compound") || tree.is(at.token, "flat") ||
        tree.is(at.token, "nmod:desc") || tree.is(at.token, "fixed") || tree.is(at.token, "amod")) {
      return;
    }
    const TokenRef named = document_.referent(at);
    // The name will be met itself; here its role is learnt: "his successor, Ana Roth".
    if (named != at) {
      if (const auto mention = document_.own_mention_of(named)) {
        roles_[chain_of(*mention)].push_back(token.lemma);
        learn_gender(chain_of(*mention), gender_of_noun(token.lemma));
      }
    }
    const auto index = document_.mention_of(at);
    if (!index) return;
    Mention& mention = document_.mentions()[*index];
    Candidate candidate;
    candidate.mention = *index;
    candidate.head = at;
    candidate.nominal = mention.form == MentionForm::kNominal;
    candidate.plural = token.xpos == "NNS" || token.xpos == "NNPS";
    candidate.person = mention.type == EntityType::kPerson;
    candidate.organisation = mention.form == MentionForm::kName && !candidate.person;
    if (candidate.nominal) {
      const NounClass noun = noun_class(token.lemma);
      const std::string base = token.lemma.substr(token.lemma.rfind('-') + 1);  // "ex-adviser"
      const bool role = noun == NounClass::kPerson || is_in_class(token.lemma, WordClass::kRole) ||
                        is_in_class(base, WordClass::kRole);
      candidate.person = role && !candidate.plural;
      candidate.organisation = !role;
      if (mention.kind == NodeKind::kValue || noun == NounClass::kTime) return;
      if (role && !candidate.plural) resolve_role(at, *index);
    } else if (candidate.person) {
      if (!mention.title.empty()) {
        const std::string title = to_lower(mention.title);
        const std::string last = title.substr(title.rfind(' ') + 1);
        roles_[chain_of(*index)].push_back(last);
        learn_gender(chain_of(*index), gender_of_noun(last));
      }
    }
    ++counts_[chain_of(*index)];
    candidates_.push_back(candidate);
  }

  /// "the minister" is the one person whose title or apposition said "minister".
  void resolve_role(TokenRef at, std::uint32_t mention) {
    const Tree& tree = document_.tree(at.sentence);
    const TokenIndex determiner = tree.child(at.token, "det");
    const bool definite = determiner != kNoToken && tree.token(determiner).lemma == "the";
    if (!definite || tree.child(at.token, "amod") != kNoToken) return;
    // An apposition says who its own name is; "secretary-general" is no general.
    const bool joined = at.token > 0 && tree.token(at.token - 1).form == "-";
    if (tree.is(at.token, "appos") || joined) return;
    const std::string& lemma = tree.token(at.token).lemma;
    std::optional<std::uint32_t> only;
    for (const auto& [chain, roles] : roles_) {
      if (std::find(roles.begin(), roles.end(), lemma) == roles.end()) continue;
      if (only && *only != chain) return;
      only = chain;
    }
    if (only) document_.mentions()[mention].chain = *only;
  }

  void resolve(TokenRef at, const Pronoun& pronoun) {
    const auto index = document_.own_mention_of(at);
    if (!index) return;
    const Span span = document_.mentions()[*index].span;
    const Speech* speech = nullptr;
    // Stretches are disjoint and in order.
    const auto behind = std::upper_bound(speech_.begin(), speech_.end(), span.begin,
                                         [](std::uint32_t position, const Speech& stretch) {
                                           return position < stretch.span.begin;
                                         });
    if (behind != speech_.begin() && std::prev(behind)->span.contains(span)) {
      speech = &*std::prev(behind);
    }
    std::optional<std::uint32_t> speaker_chain;
    if (speech != nullptr && speech->speaker) {
      if (const auto speaker = document_.mention_of(*speech->speaker)) {
        speaker_chain = chain_of(*speaker);
      }
    }
    if (pronoun.kind == PronounKind::kSpeaker) {
      if (speaker_chain && *speaker_chain != *index) {
        document_.mentions()[*index].chain = *speaker_chain;
      }
      return;
    }
    const Candidate* best = nullptr;
    int best_score = 0;
    for (auto it = candidates_.rbegin(); it != candidates_.rend(); ++it) {
      if (at.sentence - it->head.sentence > kWindow) break;
      const std::uint32_t chain = chain_of(it->mention);
      if (pronoun.kind == PronounKind::kPerson && speaker_chain == chain) continue;
      const int score = score_of(*it, at, pronoun);
      if (score > best_score) {
        best = &*it;
        best_score = score;
      }
    }
    if (best == nullptr) return;
    const std::uint32_t chain = chain_of(best->mention);
    // A pronoun that found no antecedent has none to give.
    document_.mentions()[*index].chain = chain;
    ++counts_[chain];
    if (pronoun.kind == PronounKind::kPerson) learn_gender(chain, pronoun.gender);
    Candidate again = *best;
    again.head = at;
    candidates_.push_back(again);
  }

  int score_of(const Candidate& candidate, TokenRef at, const Pronoun& pronoun) const {
    const Tree& tree = document_.tree(at.sentence);
    const Tree& other = document_.tree(candidate.head.sentence);
    const std::uint32_t distance = at.sentence - candidate.head.sentence;
    const std::uint32_t chain = chain_of(candidate.mention);
    switch (pronoun.kind) {
      case PronounKind::kPerson: {
        if (!candidate.person) return 0;
        const auto known = genders_.find(chain);
        if (known != genders_.end() && known->second != pronoun.gender) return 0;
        break;
      }
      case PronounKind::kThing:
        if (candidate.person || candidate.plural || distance > 1) return 0;
        break;
      case PronounKind::kPlural:
        if (distance > 1) return 0;
        if (!candidate.plural && !(candidate.organisation && !candidate.nominal)) return 0;
        break;
      default:
        return 0;
    }
    if (distance == 0) {
      if (candidate.head.token >= at.token) return 0;
      // "Roth criticised him": two arguments of one verb differ, unless reflexive.
      const bool siblings = other.head(candidate.head.token) == tree.head(at.token);
      if (siblings && !pronoun.possessive && !pronoun.reflexive) return 0;
      // "the head of his office" is not his own head; "Roth's minister": not inside itself.
      if (tree.is_below(at.token, candidate.head.token) && candidate.nominal) return 0;
    }
    int score = 100 - 25 * static_cast<int>(distance);
    const bool subject = other.is(candidate.head.token, "nsubj");
    const bool pronoun_subject = tree.is(at.token, "nsubj");
    if (subject) score += 30;
    if (other.is(candidate.head.token, "obj")) score += 10;
    // What a copula says of its subject is news, and talked of next: "the candidate is Ana Roth".
    if (other.child(candidate.head.token, "cop") != kNoToken) score += 40;
    score -= 10 * std::min(embedding(other, candidate.head.token), 3);
    if (subject && pronoun_subject) score += 10;
    if (other.is(candidate.head.token, "nmod")) score -= 15;
    if (other.is(candidate.head.token, "nmod:poss")) score += 5;
    if (pronoun.reflexive && distance > 0) return 0;
    if (pronoun.kind == PronounKind::kPlural && !candidate.plural) score -= 30;
    // Who has spoken speaks on: "He added", "according to him".
    if (pronoun.kind == PronounKind::kPerson && reports(tree, at.token)) {
      if (reports(other, candidate.head.token)) score += 60;
    }
    const auto count = counts_.find(chain);
    if (count != counts_.end()) score += 4 * std::min(count->second, 6);
    if (candidate.nominal && pronoun.kind == PronounKind::kPerson) score -= 10;
    if (pronoun.kind == PronounKind::kThing && candidate.nominal && distance > 0 && !subject) {
      return 0;
    }
    // "it" often refers to nothing ("it is known that"), or to what was said as a whole.
    if (pronoun.kind == PronounKind::kThing && !pronoun.possessive && !pronoun.reflexive) {
      if (!pronoun_subject || !subject) return 0;
      const TokenIndex verb = tree.head(at.token);
      if (verb != kNoHead && (tree.child(verb, "cop") != kNoToken ||
                              tree.child(verb, {"ccomp", "csubj"}) != kNoToken)) {
        return 0;
      }
    }
    return std::max(score, 0);
  }

  std::uint32_t chain_of(std::uint32_t mention) const { return document_.chain_of(mention); }

  void learn_gender(std::uint32_t chain, Gender gender) {
    if (gender != Gender::kUnknown) genders_.emplace(chain, gender);
  }

  static constexpr std::uint32_t kWindow = 3;  ///< sentences looked back

  Document& document_;
  const std::vector<Speech>& speech_;
  std::vector<Candidate> candidates_;
  std::map<std::uint32_t, Gender> genders_;
  std::map<std::uint32_t, std::vector<std::string>> roles_;
  std::map<std::uint32_t, int> counts_;
};

}  // namespace

void resolve_coreference(Document& document, const std::vector<Speech>& speech) {
  Resolver(document, speech).run();
}

}  // namespace newsgraph
