#include "extract/open_tuple_writer.hpp"

#include <cmath>
#include <string>

namespace newsgraph {
namespace {

/// "0.0750": four decimals, whatever the locale.
std::string decimal(double probability) {
  const std::string digits = std::to_string(std::lround(probability * 10000.0) + 10000);
  return (digits[0] == '1' ? "0." : "1.") + digits.substr(1);
}

}  // namespace

void write_tuples(const OpenExtraction& extraction, std::ostream& out) {
  for (const OpenTuple& tuple : extraction.tuples) {
    out << extraction.sentences[tuple.sentence] << '\t' << decimal(tuple.confidence) << '\t'
        << tuple.relation;
    for (const std::string& argument : tuple.arguments) out << '\t' << argument;
    out << '\n';
  }
}

}  // namespace newsgraph
