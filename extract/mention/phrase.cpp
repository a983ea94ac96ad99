#include <algorithm>

#include "extract/base/one_of.hpp"
#include "extract/mention/document.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/restriction.hpp"
#include "extract/mention/words.hpp"
#include "extract/values/calendar.hpp"

/// What noun phrases are called, and which words of the article they are.
namespace newsgraph {
namespace {

/// Longer phrases identify nothing; their heads do.
constexpr std::size_t kPhraseWords = 6;
constexpr std::size_t kGerundWords = 5;
/// Unless more tells what they mean.
constexpr std::size_t kRestrictedWords = 9;

bool is_closing_mark(const Token& token) {
  return token.upos == Upos::kPunct || token.xpos == "POS";
}

/// The first word of a sentence as it would stand inside it; acronyms keep their capitals.
std::string sentence_word(const Token& token) {
  const bool acronym = token.form.size() > 1 && is_capitalized(token.form.substr(1));
  const bool always_capital = is_capitalized(token.lemma);  // "British"
  return acronym || always_capital ? token.form : to_lower(token.form);
}

/// Adjectives and adverbs that place a phrase in the discourse but do not tell what it denotes.
bool is_discourse_modifier(const Token& token) {
  return is_one_of(token.lemma,
                   {"such", "certain", "own", "said", "very", "respective", "above", "latter",
                    "various", "several", "numerous", "former", "current", "then", "ongoing"});
}

/// Of those, what tells whether a description holds: a former mayor is none.
bool is_status_modifier(const Token& token) {
  return is_one_of(token.lemma,
                   {"former", "then", "current", "alleged", "so-called", "possible", "potential"});
}

/// "a contract with Norland", "a war against it": who else it takes.
bool names_counterpart(std::string_view preposition) {
  return is_one_of(preposition, {"with", "against", "between", "to", "towards", "toward"});
}

/// Where what restricts the noun at `noun` may begin: behind it, the number of "$2 in fees" and the
/// direction of "a step down from it".
TokenIndex behind_noun(const Tree& tree, TokenIndex noun) {
  TokenIndex next = noun + 1;
  if (tree.token(noun).upos == Upos::kSym) {
    while (next < tree.size() && tree.is(next, "nummod")) ++next;
  } else if (next < tree.size() && tree.is(next, "advmod") && tree.head(next) == noun &&
             is_one_of(tree.token(next).lemma, {"down", "up", "away", "back"})) {
    ++next;
  }
  return next;
}

/// "more than" of "more than 300", "over a" of "over a thousand"; not "reportedly".
bool is_part_of_number(const Tree& tree, TokenIndex c) {
  const std::string& lemma = tree.token(c).lemma;
  const Upos head = tree.token(tree.head(c)).upos;
  const bool at_least = (lemma == "least" || lemma == "most") && tree.introducer(c, "case") == "at";
  if (head != Upos::kNum) return head == Upos::kSym && at_least;
  return (tree.is(c, "advmod") && !is_in_class(lemma, WordClass::kHearsay)) || at_least ||
         (tree.is(c, "det") && lemma == "a");
}

/// "(hopefully fat) penguins": may not be fat.
bool is_bracketed(const Tree& tree, TokenIndex modifier) {
  return modifier + 1 < tree.size() && tree.token(modifier + 1).form == ")";
}

/// "oldest" of "the oldest of his children".
bool is_superlative(const Tree& tree, TokenIndex head) {
  return tree.token(head).xpos == "JJS" && tree.child(head, "det") != kNoToken;
}

/// "cases" of "10 percent of cases": what there is a share or measure of; kNoToken if there is
/// none.
TokenIndex measured(const Tree& tree, TokenIndex noun) {
  const bool share = tree.token(noun).form == "%" || tree.token(noun).lemma == "percent";
  for (const TokenIndex c : tree.children(noun)) {
    const bool of = share && c > noun && tree.is(c, "nmod") && tree.introducer(c, "case") == "of";
    if (of && tree.token(c).upos == Upos::kNoun) return c;
  }
  return kNoToken;
}

/// The one noun that "and" joins to the noun at `first`, whose phrase stands behind another noun;
/// kNoToken where there are several or none.
TokenIndex only_other(const Tree& tree, TokenIndex first) {
  const TokenIndex second = tree.child(first, "conj");
  if (second == kNoToken || second < first || tree.head(first) == kNoHead ||
      tree.introducer(second, "cc") != "and") {
    return kNoToken;
  }
  const auto& joined = tree.children(first);
  const auto count =
      std::count_if(joined.begin(), joined.end(), [&](TokenIndex c) { return tree.is(c, "conj"); });
  // "of Norland and in Elmia" is another phrase; "winds of 100 mph and waves" goes on before it.
  const auto is_person = [&](TokenIndex noun) {
    return tree.token(noun).upos == Upos::kNoun &&
           noun_class(tree.token(noun).lemma) == NounClass::kPerson;
  };
  const auto is_counted = [&](TokenIndex noun) { return tree.child(noun, "nummod") != kNoToken; };
  // "the mother of Roth and Kern met": who met is not known.
  const TokenIndex whose = tree.head(first);
  const bool relative =
      is_person(whose) && tree.token(whose).xpos == "NN" && tree.token(second).upos == Upos::kPropn;
  if (relative) return kNoToken;
  const Upos upos = tree.token(second).upos;
  const bool alike = tree.child(second, "case") == kNoToken && upos == tree.token(first).upos &&
                     (upos == Upos::kNoun || upos == Upos::kPropn) &&
                     is_person(first) == is_person(second) &&
                     is_counted(first) == is_counted(second);
  return count == 1 && alike ? second : kNoToken;
}

/// Adverbs without which an adjective says more.
bool is_limiting(const Token& adverb) {
  return is_one_of(adverb.lemma, {"occasionally", "sometimes", "partly", "partially", "nearly",
                                  "almost", "mostly", "largely", "potentially", "formerly"});
}

}  // namespace

std::vector<TokenIndex> Document::phrase_tokens(TokenRef head, int depth) const {
  std::vector<TokenIndex> tokens = phrase_tokens(head, depth, true);
  return words_of(head.sentence, tokens) > kPhraseWords ? phrase_tokens(head, depth, false)
                                                        : tokens;
}

std::vector<TokenIndex> Document::phrase_tokens(TokenRef head, int depth, bool with_second) const {
  const Tree& tree = trees_[head.sentence];
  std::vector<TokenIndex> kept;
  if (const auto name = name_at(head)) {
    const NamedMention& mention = sentences_[head.sentence].names[*name];
    for (auto t = static_cast<TokenIndex>(mention.begin); t < static_cast<TokenIndex>(mention.end);
         ++t) {
      kept.push_back(t);
    }
    return kept;
  }
  kept.push_back(head.token);
  const auto keep_below = [&](TokenIndex child, int deeper) {
    for (const TokenIndex t : phrase_tokens({head.sentence, child}, deeper, with_second)) {
      kept.push_back(t);
    }
  };
  // "hilly and mountainous areas" are not the hilly ones, "Elm and Oak counties" not one of them.
  const auto keep_joined = [&](TokenIndex modifier) {
    const TokenIndex second = tree.child(modifier, "conj");
    if (second == kNoToken || second > head.token) return;
    // "the 'one country, two systems' formula"
    const bool quoted = tree.token(second + 1).xpos == "''" && second + 1 < head.token;
    if (!quoted && !is_one_of(tree.introducer(second, "cc"), {"and", "or"})) return;
    for (TokenIndex t = modifier + 1; t <= second; ++t) {
      if (tree.is_below(t, modifier)) kept.push_back(t);
    }
  };
  // "the parishes of St. James and St. Ann", "victims of murder and rape": of both.
  const auto keep_second = [&](TokenIndex first, int deeper) {
    const TokenIndex second = only_other(tree, first);
    if (!with_second || second == kNoToken) return;
    kept.push_back(tree.child(second, "cc"));
    keep_below(second, deeper);
  };
  std::size_t adjectives = 0;
  for (const TokenIndex c : tree.children(head.token)) {
    const Token& token = tree.token(c);
    if (c < head.token) {
      // "the May 12 election", "the May 12th call"
      const std::string& number = tree.token(head.token).form;
      const bool counts = number.front() >= '0' && number.front() <= '9';
      const bool day = token.xpos == "NNP" && counts && tree.is(c, "nmod") && c + 1 == head.token;
      if (tree.is(c, "compound") || tree.is(c, "flat") || tree.is(c, "nmod:desc") || day) {
        keep_below(c, depth + 1);
        keep_joined(c);
      } else if (tree.is(c, "amod") && !is_discourse_modifier(token) && adjectives < 3 &&
                 !is_bracketed(tree, c)) {
        ++adjectives;
        kept.push_back(c);
        keep_joined(c);
        for (const TokenIndex part : tree.children(c)) {
          // "military-industrial", "high-ranking": the parts of one hyphenated word.
          if (part < c &&
              (tree.is(part, "compound") || tree.token(part).xpos == "HYPH" ||
               // "most populated", "less likely"
               tree.token(part).xpos == "RBS" || tree.token(part).xpos == "RBR" ||
               // "occasionally violent protests"
               (tree.is(part, "advmod") && is_limiting(tree.token(part))) ||
               // "the second highest rate"
               (token.xpos == "JJS" && part + 1 == c) ||
               (tree.is(part, "advmod") && part + 1 < c && tree.token(part + 1).xpos == "HYPH"))) {
            kept.push_back(part);
          }
        }
      } else if (tree.is(c, "det") &&
                 is_one_of(token.lemma, {"another", "both", "each", "every"})) {
        kept.push_back(c);  // another than the one before; not the firm but each
      } else if (tree.is(c, "nummod") || is_part_of_number(tree, c)) {
        // "over ten", "no more than ten"
        for (const TokenIndex t : tree.subtree(c)) kept.push_back(t);
      } else if (tree.is(c, "nmod:poss") && token.upos != Upos::kPron && depth < 2) {
        keep_below(c, depth + 1);
        const TokenIndex mark = tree.child(c, "case");
        if (mark != kNoToken) kept.push_back(mark);
      } else if (token.xpos == "HYPH") {
        kept.push_back(c);
      } else if (tree.is(c, "obl") && tree.token(head.token).upos == Upos::kAdj &&
                 tree.child(c, "nummod") != kNoToken && depth == 0) {
        keep_below(c, depth + 1);  // "the 47 year old"
      }
    } else if (depth >= 2) {
      // "its Phase 1 deal": which phase.
      if (tree.is(c, "flat") && token.upos == Upos::kNum) kept.push_back(c);
    } else {
      const bool amount = tree.is(c, "nummod") && tree.token(head.token).upos == Upos::kSym;
      // "the Attorney General's office", which parsers read as two owners.
      const bool title = tree.is(c, "nmod:poss") && c == head.token + 1;
      const bool joined =
          title || tree.is(c, "flat") || tree.is(c, "fixed") || tree.is(c, "compound") || amount;
      // "$2 a share", "25 years and nine months"
      const bool whole = token.deprel == "nmod:unmarked" &&
                         (tree.token(head.token).upos == Upos::kSym ||
                          unit_of(tree.token(head.token).lemma) != TimeUnit::kNone);
      if (whole) {
        for (const TokenIndex t : until_comma(tree, tree.subtree(c))) kept.push_back(t);
      } else if (joined) {
        keep_below(c, depth + 1);
      } else if ((tree.is(c, "nmod") || (tree.is(c, "obl") && is_superlative(tree, head.token))) &&
                 !tree.is(c, "nmod:poss") && token.upos != Upos::kPron &&
                 !token.xpos.starts_with('W') &&
                 is_one_of(tree.introducer(c, "case"), {"of", "per"})) {  // "five miles per hour"
        keep_below(c, depth + 1);
        keep_second(c, depth + 1);
        const TokenIndex mark = tree.child(c, "case");
        if (mark != kNoToken) kept.push_back(mark);
      } else if (tree.is(c, "acl") && token.xpos == "VBG" && tree.introducer(c, "mark") == "of") {
        // "a policy of confiscating land", "suspicion of driving while drunk"
        const std::vector<TokenIndex> gerund = tree.subtree(c);
        if (gerund.size() <= kGerundWords) {
          kept.insert(kept.end(), gerund.begin(), gerund.end());
        } else {
          kept.push_back(tree.child(c, "mark"));
          kept.push_back(c);
          for (const TokenIndex word : tree.children(c)) {  // "a policy of not confiscating ..."
            if (tree.is(word, "advmod") && tree.token(word).lemma == "not") kept.push_back(word);
          }
          if (const TokenIndex object = tree.child(c, "obj"); object != kNoToken) {
            keep_below(object, depth + 1);
          } else if (const TokenIndex open = tree.child(c, "xcomp"); open != kNoToken) {
            const std::vector<TokenIndex> core = clause_core(tree, open);
            kept.insert(kept.end(), core.begin(), core.end());
          }
        }
      } else if (tree.is(c, "amod") && c == head.token + 1 &&
                 is_one_of(token.lemma, {"general", "elect", "designate", "emeritus"})) {
        kept.push_back(c);  // "attorneys general"
      }
    }
  }
  tree.complete_hyphenated(kept);
  // "the Norland–South Elmia border": no half of a name.
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const auto name = name_at({head.sentence, kept[i]});
    if (!name) continue;
    const NamedMention& mention = sentences_[head.sentence].names[*name];
    for (auto t = static_cast<TokenIndex>(mention.begin); t < static_cast<TokenIndex>(mention.end);
         ++t) {
      if (std::find(kept.begin(), kept.end(), t) == kept.end()) kept.push_back(t);
    }
  }
  std::sort(kept.begin(), kept.end());
  return kept;
}

std::size_t Document::words_of(std::uint32_t sentence,
                               const std::vector<TokenIndex>& tokens) const {
  const Tree& tree = trees_[sentence];
  // "state-owned" is one, and so is "hilly and mountainous", which nothing may be cut from.
  const auto goes_on = [&](TokenIndex t) {
    if (t == 0 || tree.token(t).upos == Upos::kCconj) return t > 0;
    const bool hyphen = tree.token(t).xpos == "HYPH" || tree.token(t - 1).xpos == "HYPH";
    return (hyphen && !tree.token(t - 1).space_after) ||
           (tree.is(t, "conj") && tree.token(t - 1).upos == Upos::kCconj);
  };
  return static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), [&](TokenIndex t) {
    return !is_closing_mark(tree.token(t)) && !goes_on(t);
  }));
}

std::string Document::short_phrase(TokenRef head) const {
  std::vector<TokenIndex> tokens = phrase_tokens(head, 0);
  // "10 percent of the total population of the country": of what it is that much.
  if (words_of(head.sentence, tokens) > kPhraseWords) {
    if (const TokenIndex whole = measured(trees_[head.sentence], head.token); whole != kNoToken) {
      return text_of(head.sentence, phrase_tokens(head, 2)) + " of " +
             short_phrase({head.sentence, whole});
    }
  }
  // Too long: first without what follows the head, then the words nearest to it.
  if (words_of(head.sentence, tokens) > kPhraseWords) tokens = phrase_tokens(head, 2);
  const Tree& tree = trees_[head.sentence];
  const TokenIndex count = tree.child(head.token, "nummod");
  // "more than two dozen" is whole or none.
  while (words_of(head.sentence, tokens) > kPhraseWords &&
         (count == kNoToken || !tree.is_below(tokens.front(), count))) {
    tokens.erase(tokens.begin());
  }
  // "six of the country's capitals": six of what.
  const Token& number = tree.token(head.token);
  if (tokens.size() == 1 && number.upos == Upos::kNum && number.lemma != "one") {
    for (const TokenIndex c : tree.children(head.token)) {
      const bool of_these = tree.is(c, "nmod") && tree.introducer(c, "case") == "of" &&
                            tree.token(c).upos == Upos::kNoun;
      if (c < head.token || !of_these) continue;
      return text_of(head.sentence, tokens) + " of " + short_phrase({head.sentence, c});
    }
  }
  return text_of(head.sentence, tokens);
}

/// "between A and B", each in short.
std::vector<TokenIndex> Document::both_of(std::uint32_t sentence, TokenIndex first,
                                          TokenIndex second) const {
  const Tree& tree = trees_[sentence];
  std::vector<TokenIndex> both = {tree.child(first, "case")};
  for (const TokenIndex side : {first, second}) {
    const std::vector<TokenIndex> part = phrase_tokens({sentence, side}, 1);
    both.insert(both.end(), part.begin(), part.end());
  }
  if (const TokenIndex conjunction = tree.child(second, "cc"); conjunction != kNoToken) {
    both.push_back(conjunction);
  }
  return both;
}

/// Whether the phrase at `c`, behind `noun`, tells more of it than the words `kept` do.
///
///     "her murder", "Norlandic troops"     identified by whose they are, wherever that was
///     "her contract with Norland"          that one
bool Document::tells_which(std::uint32_t sentence, TokenIndex noun, TokenIndex c,
                           const std::vector<TokenIndex>& kept) const {
  const Tree& tree = trees_[sentence];
  if (is_rank_since(tree, c)) return true;
  if (time_at({sentence, c}) != nullptr) return false;
  const std::string preposition = tree.introducer(c, "case");
  const bool counterpart = names_counterpart(preposition);
  // What does not follow at once may belong elsewhere; but "the sale of arms to Norland".
  const TokenIndex front = tree.subtree(c).front();
  const bool behind_object = counterpart && is_eventive_noun(tree.token(noun).lemma) &&
                             front - 1 > noun &&
                             std::find(kept.begin(), kept.end(), front - 1) != kept.end();
  if (!behind_object && front != behind_noun(tree, noun)) return false;
  // "sentenced for her murder to life"
  const TokenIndex above = tree.head(noun);
  const bool of_verb = preposition == "to" && tree.is(noun, "obl") && above != kNoHead &&
                       is_one_of(tree.token(above).lemma, {"sentence", "condemn"});
  if (counterpart && !of_verb) return true;
  const TokenIndex owner = tree.child(noun, "nmod:poss");
  const bool owned = owner != kNoToken && tree.token(owner).upos == Upos::kPron &&
                     tree.token(noun).lemma != "right";  // "her right to vote"
  return !owned && std::none_of(kept.begin(), kept.end(), [&](TokenIndex t) {
    return name_at({sentence, t}).has_value();
  });
}

/// The words of the phrase at `c` with its preposition, and what stands between it and `noun`.
std::vector<TokenIndex> Document::phrase_behind(std::uint32_t sentence, TokenIndex noun,
                                                TokenIndex c, bool with_second) const {
  const Tree& tree = trees_[sentence];
  std::vector<TokenIndex> words = phrase_tokens({sentence, c}, 1);
  if (const TokenIndex second = only_other(tree, c); with_second && second != kNoToken) {
    words.push_back(tree.child(second, "cc"));
    const std::vector<TokenIndex> more = phrase_tokens({sentence, second}, 1);
    words.insert(words.end(), more.begin(), more.end());
  }
  for (const TokenIndex mark : tree.children(c)) {
    if (!tree.is(mark, "case")) continue;
    for (const TokenIndex t : tree.subtree(mark)) words.push_back(t);
  }
  for (TokenIndex t = noun + 1; t < tree.subtree(c).front(); ++t) words.push_back(t);
  return words;
}

/// The words of the phrase and, nearest first, of what restricts its nouns, as far as they fit.
Document::Restricted Document::restricted_tokens(TokenRef head) const {
  const Tree& tree = trees_[head.sentence];
  Restricted phrase{phrase_tokens(head, 0)};
  const auto contains = [&](TokenIndex t) {
    return std::find(phrase.tokens.begin(), phrase.tokens.end(), t) != phrase.tokens.end();
  };
  const auto add = [&](std::vector<TokenIndex> more) {
    more.insert(more.end(), phrase.tokens.begin(), phrase.tokens.end());
    std::sort(more.begin(), more.end());
    more.erase(std::unique(more.begin(), more.end()), more.end());
    if (words_of(head.sentence, more) > kRestrictedWords) return false;
    phrase.tokens = std::move(more);
    return true;
  };
  for (TokenIndex noun = head.token; noun < tree.size(); ++noun) {
    const bool on_path = noun == head.token || tree.is(noun, "nmod");
    if (!on_path || !contains(noun) || name_at({head.sentence, noun})) continue;
    for (const TokenIndex c : tree.children(noun)) {
      const Restriction restriction = restriction_of(tree, c);
      if (restriction == Restriction::kNone || contains(c)) continue;
      // "the pollution that reaches Oslo" is what the relative clause tells of; only the share of
      // it cannot do without.
      const bool whole = noun == head.token && tree.is(noun, "nmod");
      if (restriction == Restriction::kRelative && whole) continue;
      // "wages higher than the minimum", "discrimination based on race": better with it.
      if (tree.is(c, "amod") || is_grounded(tree, c) || is_denied_description(tree, c) ||
          is_kind_description(tree, c)) {
        add(until_comma(tree, tree.subtree(c)));
        continue;
      }
      if (restriction != Restriction::kPhrase) {
        const bool fits = add(until_comma(tree, tree.subtree(c))) ||
                          (!is_singled_out(tree, noun) && add(clause_core(tree, c)));
        phrase.cut |= !fits;
        continue;
      }
      if (!tells_which(head.sentence, noun, c, phrase.tokens)) continue;
      if (tree.introducer(c, "case") == "between") {
        // "between A, which is closed, and B": not between A.
        const std::vector<TokenIndex> both = until_comma(tree, tree.subtree(c));
        const TokenIndex second = tree.child(c, "conj");
        const bool complete = !both.empty() && (second == kNoToken || both.back() >= second);
        if (!(complete && add(both)) && second != kNoToken) add(both_of(head.sentence, c, second));
        continue;
      }
      // Both of "improvements to the roads and the bridges", as far as they fit.
      if (!add(phrase_behind(head.sentence, noun, c, true))) {
        add(phrase_behind(head.sentence, noun, c, false));
      }
    }
  }
  return phrase;
}

std::string Document::restricted_phrase(TokenRef head) const {
  const Restricted phrase = restricted_tokens(head);
  const Tree& tree = trees_[head.sentence];
  const bool restricted =
      std::any_of(phrase.tokens.begin(), phrase.tokens.end(), [&](TokenIndex t) {
        return t > head.token && tree.head(t) == head.token &&
               restriction_of(tree, t) == Restriction::kComplement;
      });
  const bool plain = !restricted && phrase.tokens == phrase_tokens(head, 0);
  const bool fits = words_of(head.sentence, phrase.tokens) <= kRestrictedWords;
  if (!fits) return short_phrase(head);
  if (!plain) return text_of(head.sentence, phrase.tokens);
  // "involvement of members of the royal family": without them the noun alone would be left.
  const std::string label = short_phrase(head);
  const std::string whole = text_of(head.sentence, phrase.tokens);
  const bool named = std::any_of(phrase.tokens.begin(), phrase.tokens.end(), [&](TokenIndex t) {
    return name_at({head.sentence, t}).has_value();
  });
  const bool long_one = named && word_count(whole) > kPhraseWords + 1;
  // "sustained winds of 75 miles per hour": how much is what is said.
  const bool loses_amount =
      label != whole && std::any_of(phrase.tokens.begin(), phrase.tokens.end(), [&](TokenIndex t) {
        return t > head.token && tree.token(t).upos == Upos::kNum;
      });
  if (loses_amount && !named) return whole;
  return word_count(label) > 1 || long_one ? label : whole;
}

bool Document::is_cut(TokenRef head) const { return restricted_tokens(head).cut; }

std::string Document::description(TokenRef head) const {
  const Tree& tree = trees_[head.sentence];
  std::vector<TokenIndex> tokens = restricted_tokens(head).tokens;
  for (const TokenIndex c : tree.children(head.token)) {
    if (c < head.token && tree.is(c, "amod") && is_status_modifier(tree.token(c))) {
      tokens.push_back(c);
    }
    // "the first woman to lead the house"
    const TokenIndex mark = c > head.token && tree.is(c, "acl") ? tree.child(c, "mark") : kNoToken;
    if (mark != kNoToken && tree.token(mark).lemma == "to" &&
        tree.subtree(c).size() <= kPhraseWords) {
      for (const TokenIndex t : tree.subtree(c)) tokens.push_back(t);
    }
  }
  // "director Ana Roth" is "director", whoever it is.
  if (tree.token(head.token).upos == Upos::kNoun) {
    std::erase_if(tokens, [&](TokenIndex t) {
      if (t <= head.token) return false;
      while (tree.head(t) != head.token && tree.head(t) != kNoHead) t = tree.head(t);
      return tree.is(t, "flat") && tree.token(t).upos == Upos::kPropn;
    });
  }
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  return tokens.size() > 2 * kPhraseWords ? short_phrase(head) : text_of(head.sentence, tokens);
}

std::string Document::text_of(std::uint32_t sentence, const std::vector<TokenIndex>& tokens) const {
  const Tree& tree = trees_[sentence];
  std::string text;
  TokenIndex written = kNoToken;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tree.token(tokens[i]);
    if (token.upos == Upos::kPunct && token.xpos != "HYPH") continue;
    const bool glued = written != kNoToken && tree.is_glued(written, tokens[i]);
    written = tokens[i];
    if (!text.empty() && !glued && token.xpos != "POS") text += ' ';
    // "Foreign Minister" keeps its capital as long as the next word has one; not so "Another NGO".
    const bool in_title = token.upos != Upos::kDet && i + 1 < tokens.size() &&
                          is_capitalized(tree.token(tokens[i + 1]).form);
    const bool sentence_start = tokens[i] == 0 && token.upos != Upos::kPropn && !in_title;
    text += sentence_start ? sentence_word(token) : token.form;
  }
  return fold_space(text);
}

}  // namespace newsgraph
