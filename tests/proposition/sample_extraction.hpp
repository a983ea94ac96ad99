#pragma once

#include <string>

#include "extract/proposition/proposition.hpp"

namespace newsgraph {

/// "Marta Keller declined to visit Berlin, she said in May 2024." with every field of every record
/// in use; spans are those of the sentence.
inline Extraction sample_extraction(const std::string& key = "norland-1") {
  Extraction extraction;
  extraction.article = {.key = key,
                        .id = "norland-1",
                        .url = "https://news.example/1",
                        .title = "Keller \"declines\"\n\\ visit",
                        .outlet = "Der Bote",
                        .author = "Jane Roe",
                        .published = "2024-05-02T10:00:00Z",
                        .modified = "2024-05-03",
                        .language = "en",
                        .source = "feed.jsonl:12",
                        .content_hash = std::string(64, 'a'),
                        .text_hash = std::string(64, 'b'),
                        .fingerprint = "rules-1"};
  extraction.sentences = {{{0, 60}, "Marta Keller declined to visit Berlin, she said in May 2024."},
                          {{61, 70}, "Zoë left."}};
  const auto mention = [&](Span span, std::string text, std::string head, MentionForm form,
                           NodeKind kind, EntityType type) {
    Mention added;
    added.id = mention_id(key, span);
    added.span = span;
    added.text = std::move(text);
    added.head = std::move(head);
    added.form = form;
    added.kind = kind;
    added.type = type;
    added.chain = static_cast<std::uint32_t>(extraction.mentions.size());
    extraction.mentions.push_back(added);
  };
  mention({0, 12}, "Marta Keller", "Keller", MentionForm::kName, NodeKind::kEntity,
          EntityType::kPerson);
  extraction.mentions[0].title = "Prime Minister";
  mention({25, 37}, "Berlin visit", "visit", MentionForm::kNominal, NodeKind::kEvent,
          EntityType::kEvent);
  extraction.mentions[1].participants = {2, 0};
  mention({31, 37}, "Berlin", "Berlin", MentionForm::kName, NodeKind::kEntity, EntityType::kPlace);
  mention({39, 42}, "she", "she", MentionForm::kPronoun, NodeKind::kEntity, EntityType::kPerson);
  extraction.mentions[3].chain = 0;
  mention({51, 59}, "May 2024", "May", MentionForm::kNominal, NodeKind::kValue, EntityType::kDate);
  extraction.mentions[4].value = "2024-05";

  using Kind = Argument::Kind;
  Proposition declined;
  declined.subject = {Kind::kMention, 0, {0, 12}, "Marta Keller"};
  declined.object = {Kind::kMention, 1, {25, 37}, "visit Berlin"};
  declined.predicate_span = {13, 21};
  declined.predicate = "declined";
  declined.canonical = "decline";
  declined.readable = "declined";
  declined.polarity = Polarity::kNegated;
  declined.modality = Modality::kPlanned;
  declined.attribution = {{3, "she", "said", {39, 47}}, {std::nullopt, "sources", "", {0, 0}}};
  declined.qualifiers = {{"in", {Kind::kMention, 4, {51, 59}, "May 2024"}},
                         {"", {Kind::kNone, 0, {48, 50}, "firmly"}}};
  declined.event_date = "2024-05";
  declined.statement_date = "2024-05-01";
  declined.confidence = 0.8125;
  declined.rule = "verb";
  Proposition said;
  said.subject = {Kind::kMention, 3, {39, 42}, "she"};
  said.object = {Kind::kProposition, 0, {0, 37}, "Marta Keller declined to visit Berlin"};
  said.predicate_span = {43, 47};
  said.predicate = "said";
  said.canonical = "say";
  said.readable = "said";
  said.confidence = 0.9137;
  Proposition left;
  left.sentence = 1;
  left.subject = {Kind::kMention, 0, {61, 65}, "Zoë"};
  left.predicate_span = {66, 70};
  left.predicate = left.readable = "left";
  left.canonical = "leave";
  left.modality = Modality::kPossible;
  left.confidence = 1;
  extraction.propositions = {declined, said, left};
  for (Proposition& proposition : extraction.propositions) {
    proposition.id = proposition_id(key, proposition.subject.span, proposition.predicate_span,
                                    proposition.object.span, proposition.canonical);
  }
  extraction.tokens = 14;
  extraction.unresolved = 1;
  return extraction;
}

}  // namespace newsgraph
