#include "graph/identity/local_entities.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>
#include <map>
#include <string_view>
#include <tuple>

#include "extract/base/date.hpp"
#include "graph/identity/fold.hpp"
#include "graph/identity/name_tables.hpp"
#include "graph/identity/spelling.hpp"
#include "graph/identity/thing_name.hpp"

namespace newsgraph {
namespace {

/// One name of a chain, over all its mentions there.
struct ChainName {
  NameClusters::Use use = 0;
  std::string text;
  NameFamily family = NameFamily::kUnknown;
  EntityType type = EntityType::kOther;
  std::uint32_t count = 0;
  std::vector<std::uint32_t> mentions;
  std::vector<std::string> words;
};

/// How many days `date` may mean: 1 of a day, 366 of 2024; the most there are where it has no year.
std::int64_t day_count(const std::string& date) {
  const DayRange range = day_range(date);
  if (range.first.empty()) return std::numeric_limits<std::int64_t>::max();
  const auto days_of = [](std::string_view day) {  // "2024-03-05"
    const auto number = [&](std::size_t at, std::size_t count) {
      int value = 0;
      for (const char digit : day.substr(at, count)) value = value * 10 + (digit - '0');
      return value;
    };
    return std::chrono::sys_days(std::chrono::year_month_day(
        std::chrono::year(number(0, 4)), std::chrono::month(static_cast<unsigned>(number(5, 2))),
        std::chrono::day(static_cast<unsigned>(number(8, 2)))));
  };
  return (days_of(range.last) - days_of(range.first)).count() + 1;
}

bool is_name(const Mention& mention) {
  return mention.form == MentionForm::kName && mention.kind != NodeKind::kValue;
}

/// Persons have titles; what the analysis could not type may be anything.
NameFamily family_of(const Mention& mention) {
  if (mention.type == EntityType::kPerson || !mention.title.empty()) return NameFamily::kPerson;
  return mention.type == EntityType::kOther ? NameFamily::kUnknown : NameFamily::kThing;
}

/// Names of the chain by text, each with its most frequent family and type.
std::vector<ChainName> chain_names(const Extraction& extraction,
                                   const std::vector<std::uint32_t>& chain, NameClusters& names) {
  struct Votes {
    std::map<NameFamily, std::uint32_t> families;
    std::map<EntityType, std::uint32_t> types;
    std::vector<std::uint32_t> mentions;
  };
  std::map<std::string, Votes> by_text;
  for (const std::uint32_t index : chain) {
    const Mention& mention = extraction.mentions[index];
    if (!is_name(mention)) continue;
    Votes& votes = by_text[identity_name(mention)];
    ++votes.families[family_of(mention)];
    ++votes.types[mention.type];
    votes.mentions.push_back(index);
  }
  const auto winner = [](const auto& votes) {
    return std::max_element(votes.begin(), votes.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  };
  std::vector<ChainName> found;
  for (auto& [text, votes] : by_text) {
    ChainName name;
    name.text = text;
    // A person or thing rather than unknown: one telling mention is enough.
    if (votes.families.size() > 1) votes.families.erase(NameFamily::kUnknown);
    name.family = winner(votes.families);
    name.type = winner(votes.types);
    name.use = names.add(text, name.family);
    name.family = names.family(name.use);
    name.count = static_cast<std::uint32_t>(votes.mentions.size());
    name.mentions = std::move(votes.mentions);
    name.words = name_tokens(text);
    found.push_back(std::move(name));
  }
  return found;
}

/// 2 for a full name, 1 for one with an initial and for the own name of a storm ("Ana" of
/// "Hurricane Ana"), 0 for a bare family name or acronym.
int fullness(const ChainName& name, const NameClusters& names) {
  if (name.family == NameFamily::kPerson) {
    const PersonName& person = names.person(name.use);
    return person.is_bare() ? 0 : person.is_initial() ? 1 : 2;
  }
  if (is_acronym(name.text)) return 0;
  return name.type == EntityType::kEvent && name.words.size() == 1 ? 1 : 2;
}

bool shares_all_words(const ChainName& a, const ChainName& b) {
  const auto& few = a.words.size() < b.words.size() ? a.words : b.words;
  const auto& many = a.words.size() < b.words.size() ? b.words : a.words;
  return !few.empty() && std::all_of(few.begin(), few.end(), [&](const std::string& word) {
    return std::find(many.begin(), many.end(), word) != many.end();
  });
}

/// "University of Karvat" and "Karvat", but not "Republic of Karvat": what a body is of.
bool is_of(const ChainName& whole, const ChainName& part) {
  static constexpr std::array<std::string_view, 9> kTerritories = {
      "republic", "kingdom", "state", "commonwealth", "city",
      "province", "county",  "town",  "island"};
  const auto of = std::find(whole.words.begin(), whole.words.end(), "of");
  if (of == whole.words.begin() || of == whole.words.end()) return false;
  if (std::find(kTerritories.begin(), kTerritories.end(), *(of - 1)) != kTerritories.end()) {
    return false;
  }
  return std::equal(of + 1, whole.words.end(), part.words.begin(), part.words.end());
}

/// "The U.S. Navy" and "the U.S.", "the UN Council" and "the UN": what is known is not short for
/// something that bears its name.
bool belongs_to(const ChainName& whole, const ChainName& part) {
  if (is_of(whole, part)) return true;
  return whole.words.size() > part.words.size() && thing_key(part.text).starts_with('=') &&
         !thing_key(whole.text).starts_with('=');
}

bool same_person(const PersonName& full, const PersonName& other) {
  if (other.is_bare()) {
    return other.family == full.family || other.family == full.family_alt ||
           NameTables::instance().given_name_key(other.family) == full.given;
  }
  return full.family == other.family && given_names_agree(full, other) &&
         middles_agree(full.middles, other.middles);
}

/// Whether `other` may name what `primary` names, in an article that says so.
bool compatible(const ChainName& primary, const ChainName& other, const NameClusters& names) {
  const bool persons = primary.family == NameFamily::kPerson && other.family != NameFamily::kThing;
  if (persons) return same_person(names.person(primary.use), parse_person_name(other.text));
  if (shares_all_words(primary, other) && primary.family == other.family) {
    return !belongs_to(primary, other) && !belongs_to(other, primary);
  }
  if (primary.family == NameFamily::kPerson || other.family == NameFamily::kPerson) {
    return primary.words.size() > 1 && shares_all_words(primary, other);
  }
  const std::string a = thing_key(primary.text);
  const std::string b = thing_key(other.text);
  if (a == b) return true;
  if (a.starts_with('=') && b.starts_with('=')) return false;
  return is_acronym(primary.text) || is_acronym(other.text) || primary.type == other.type;
}

/// The name that speaks for the chain: of the more frequent family, the fullest, most frequent one.
std::size_t primary_name(const std::vector<ChainName>& chain, const NameClusters& names) {
  std::map<NameFamily, std::uint32_t> families;
  for (const ChainName& name : chain) families[name.family] += name.count;
  const bool is_person = families[NameFamily::kPerson] > 0 &&
                         families[NameFamily::kPerson] >= families[NameFamily::kThing];
  const NameFamily family = is_person                          ? NameFamily::kPerson
                            : families[NameFamily::kThing] > 0 ? NameFamily::kThing
                                                               : NameFamily::kUnknown;
  const auto rank = [&](const ChainName& name) {
    return std::tuple(name.family == family, fullness(name, names), name.count, name.text.size(),
                      name.text);
  };
  const auto best =
      std::max_element(chain.begin(), chain.end(),
                       [&](const ChainName& a, const ChainName& b) { return rank(a) < rank(b); });
  return static_cast<std::size_t>(best - chain.begin());
}

class Localiser {
 public:
  Localiser(const Extraction& extraction, NameClusters& names)
      : extraction_(extraction), names_(names) {}

  LocalEntities run() {
    local_.of_mention.assign(extraction_.mentions.size(), LocalEntities::kNone);
    std::map<std::uint32_t, std::vector<std::uint32_t>> chains;
    for (std::uint32_t i = 0; i < extraction_.mentions.size(); ++i) {
      const std::uint32_t chain = extraction_.mentions[i].chain;
      chains[chain < extraction_.mentions.size() ? chain : i].push_back(i);
    }
    for (const auto& [first, chain] : chains) add_chain(chain);
    date_events();
    return std::move(local_);
  }

 private:
  void add_chain(const std::vector<std::uint32_t>& chain) {
    std::vector<ChainName> names = chain_names(extraction_, chain, names_);
    if (names.empty()) {
      add_unnamed(chain);
      return;
    }
    for (bool first = true; !names.empty(); first = false) {
      const ChainName primary = names[primary_name(names, names_)];
      LocalEntity entity;
      entity.kind = NodeKind::kEntity;
      entity.type = primary.type;
      entity.name = primary.use;
      const auto index = static_cast<std::uint32_t>(local_.entities.size());
      std::vector<ChainName> others;
      for (ChainName& name : names) {
        if (name.use != primary.use && !compatible(primary, name, names_)) {
          others.push_back(std::move(name));
          continue;
        }
        for (const std::uint32_t mention : name.mentions) local_.of_mention[mention] = index;
        if (is_acronym(name.text) && !is_acronym(primary.text) &&
            primary.family != NameFamily::kPerson) {
          local_.acronyms.emplace_back(name.use, primary.use);
        }
      }
      if (first) {
        for (const std::uint32_t mention : chain) {
          if (!is_name(extraction_.mentions[mention])) local_.of_mention[mention] = index;
        }
      }
      local_.entities.push_back(std::move(entity));
      names = std::move(others);
    }
  }

  /// Noun phrases and literals; a chain of pronouns alone is nothing.
  void add_unnamed(const std::vector<std::uint32_t>& chain) {
    const auto first = std::find_if(chain.begin(), chain.end(), [&](std::uint32_t mention) {
      return extraction_.mentions[mention].form != MentionForm::kPronoun;
    });
    if (first == chain.end()) return;
    const Mention& mention = extraction_.mentions[*first];
    LocalEntity entity;
    entity.kind = mention.kind;
    entity.type = mention.type;
    entity.is_identified = mention.kind == NodeKind::kValue || mention.kind == NodeKind::kEvent ||
                           std::any_of(chain.begin(), chain.end(), [&](std::uint32_t i) {
                             return extraction_.mentions[i].identified;
                           });
    if (mention.kind == NodeKind::kValue) {
      entity.key = std::string("value ") + to_string(mention.type) + ' ' +
                   (mention.value.empty() ? fold_phrase(mention.text) : mention.value);
    } else {
      // In its own number: "a protester" is not "protesters", nor "in protest" one of "protests".
      entity.key = "phrase " + fold_phrase(mention.text);
      entity.head = fold_phrase(mention.head);
      if (mention.kind == NodeKind::kEvent) {
        entity.participants = mention.participants;
        entity.date = mention.value;
      }
    }
    // Keys of articles hold no line break.
    if (mention.local) entity.key += '\n' + extraction_.article.key;
    for (const std::uint32_t index : chain) {
      local_.of_mention[index] = static_cast<std::uint32_t>(local_.entities.size());
    }
    local_.entities.push_back(std::move(entity));
  }

  /// An event's date is what a proposition about it says; the narrowest of several.
  void date_events() {
    for (const Proposition& proposition : extraction_.propositions) {
      if (proposition.event_date.empty() || !proposition.subject.is_mention() ||
          proposition.subject.index >= local_.of_mention.size()) {
        continue;
      }
      const std::uint32_t index = local_.of_mention[proposition.subject.index];
      if (index == LocalEntities::kNone || local_.entities[index].kind != NodeKind::kEvent)
        continue;
      std::string& date = local_.entities[index].date;
      // Of dates as narrow, the one with more in it ("2024-03-05T10:00:00Z"), then the later.
      const auto rank = [](const std::string& text) {
        return std::tuple(-day_count(text), text.size(), text);
      };
      if (date.empty() || rank(proposition.event_date) > rank(date)) date = proposition.event_date;
    }
  }

  const Extraction& extraction_;
  NameClusters& names_;
  LocalEntities local_;
};

}  // namespace

LocalEntities local_entities(const Extraction& extraction, NameClusters& names) {
  return Localiser(extraction, names).run();
}

std::string identity_name(const Mention& mention) {
  if (mention.title.empty() || mention.text.find(' ') != std::string::npos) return mention.text;
  const std::vector<std::string> words = name_tokens(mention.title);
  const bool kept = !words.empty() && NameTables::instance().is_kept_title(words.back());
  return kept ? words.back() + ' ' + mention.text : mention.text;
}

}  // namespace newsgraph
