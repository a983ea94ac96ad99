#include <gtest/gtest.h>

#include <sstream>

#include "extract/proposition/proposition_stream.hpp"
#include "tests/proposition/sample_extraction.hpp"

namespace newsgraph {
namespace {

std::string readable(const Extraction& extraction) {
  std::ostringstream out;
  write_readable(extraction, out);
  return out.str();
}

TEST(Readable, PrintsOneTripleALineWithWhatQualifiesIt) {
  EXPECT_EQ(readable(sample_extraction()),
            "Marta Keller –declined→ Berlin visit   [negated; planned; in May 2024; firmly; "
            "according to Marta Keller; according to sources; 2024-05]\n"
            "Marta Keller –said→ (not: Marta Keller –declined→ Berlin visit)\n"
            "Marta Keller –left→   [possible]\n");
}

TEST(Readable, KeepsWhatMovesATerminalOut) {
  Extraction extraction = sample_extraction();
  extraction.mentions[2].text = extraction.mentions[1].text = "Ber\x1b[2Jlin\n";
  EXPECT_NE(readable(extraction).find("Marta Keller –declined→ Ber [2Jlin    ["),
            std::string::npos);
}

TEST(Readable, EndsWhereClausesContainOneAnother) {
  Extraction extraction = sample_extraction();
  extraction.propositions[0].object = {Argument::Kind::kProposition, 1, {}, ""};
  EXPECT_NE(readable(extraction).find("(...)"), std::string::npos);
}

}  // namespace
}  // namespace newsgraph
