#pragma once

#include <vector>

#include "extract/mention/document.hpp"

namespace newsgraph {

/// Makes `mention`, the noun phrase at `head` with the words `kept`, a value if it is one: a date,
/// a number, a sum of money, or what is counted or measured. "5,000 young soldiers" are
/// "5000 young soldier". The value of a date is left to ClauseDates, which knows the clause's tense.
void type_value(const Document& document, TokenRef head, const std::vector<TokenIndex>& kept,
                Mention& mention);

}  // namespace newsgraph
