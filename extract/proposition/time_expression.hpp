#pragma once

#include <string>

#include "extract/mention/document.hpp"

namespace newsgraph {

/// What relative expressions are relative to. EDTF; empty where unknown.
struct TimeContext {
  std::string published;  ///< of the article
  std::string focus;      ///< the last date that the text gave: for "the same year", "that day"
};

/// The date, as EDTF, that the phrase at `head` gives: "on November 11", "in March 2022", "last
/// week", "on Tuesday", "yesterday", "on October 4 of the same year". Empty if it gives none.
/// Without a publication date to tell the year, "XXXX-11-11"; what is only relative stays unknown.
std::string date_of(const Document& document, TokenRef head, const TimeContext& context);

/// The first date among the adjuncts of the predicate at `head`.
std::string date_of_clause(const Document& document, TokenRef head, const TimeContext& context);

/// Whether the phrase at `head` only says when: it is no participant.
bool is_time_phrase(const Document& document, TokenRef head);

}  // namespace newsgraph
