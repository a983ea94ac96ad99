#include "extract/language/conllu.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "extract/base/error.hpp"

namespace newsgraph {
namespace {

constexpr const char* kSentence =
    "# newdoc id = d\n"
    "# text = Ann's dog left.\n"
    "1-2\tAnn's\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tAnn\tAnn\tPROPN\tNNP\tNumber=Sing\t3\tnmod:poss\t3:nmod:poss\tName=B-PER\n"
    "2\t's\t's\tPART\tPOS\t_\t1\tcase\t1:case\t_\n"
    "3\tdog\tdog\tNOUN\tNN\tNumber=Sing\t4\tnsubj\t4:nsubj\t_\n"
    "4\tleft\tleave\tVERB\tVBD\tTense=Past\t0\troot\t0:root\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t4:punct\t_\n"
    "\n";

ConlluSentence read_one(const std::string& text) {
  std::istringstream in(text);
  ConlluReader reader(in, "test.conllu");
  ConlluSentence sentence;
  EXPECT_TRUE(reader.next(sentence));
  return sentence;
}

TEST(Conllu, ReadsWordsWithTheirSpacing) {
  const ConlluSentence sentence = read_one(kSentence);
  EXPECT_EQ(sentence.text, "Ann's dog left. ");
  EXPECT_TRUE(sentence.new_document);
  ASSERT_EQ(sentence.sentence.tokens.size(), 5U);
  const Token& verb = sentence.sentence.tokens[3];
  EXPECT_EQ(verb.lemma, "leave");
  EXPECT_EQ(verb.head, kNoHead);
  EXPECT_EQ(sentence.sentence.tokens[2].head, 3);
  EXPECT_FALSE(sentence.sentence.tokens[0].space_after);
  EXPECT_EQ(verb.span, (Span{10, 14}));
}

TEST(Conllu, WritesWhatItReads) {
  ConlluSentence sentence = read_one(kSentence);
  sentence.sentence.names = {{0, 1, NameType::kPerson, 1}};
  std::ostringstream out;
  write_conllu(sentence.sentence, sentence.comments, sentence.multiword, out);
  EXPECT_EQ(out.str(), kSentence);
}

TEST(Conllu, SkipsEmptyNodesAndKeepsUnderscores) {
  const ConlluSentence sentence = read_one(
      "1\t_\t_\tPUNCT\tNFP\t_\t0\troot\t_\t_\n"
      "1.1\tleft\tleave\tVERB\tVBD\t_\t_\t_\t0:root\t_\n");
  ASSERT_EQ(sentence.sentence.tokens.size(), 1U);
  EXPECT_EQ(sentence.sentence.tokens[0].form, "_");
}

TEST(Conllu, KeepsTheMultiwordTokensOfTheFile) {
  const std::string text =
      "1-2\tim\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
      "1\tin\tin\tADP\tIN\t_\t0\t_\t_\t_\n"
      "2\tdem\tder\tDET\tDT\t_\t0\t_\t_\t_\n"
      "3\tdon't\tdon't\tNOUN\tNN\t_\t0\t_\t_\t_\n"
      "\n";
  const ConlluSentence sentence = read_one(text);
  EXPECT_EQ(sentence.multiword, (std::vector<MultiwordToken>{{0, 2, "im"}}));
  std::ostringstream out;
  write_conllu(sentence.sentence, sentence.comments, sentence.multiword, out);
  EXPECT_EQ(out.str(), text);
}

TEST(Conllu, JoinsTheCliticsOfRawText) {
  Sentence sentence = read_one(kSentence).sentence;
  EXPECT_EQ(multiword_tokens(sentence), (std::vector<MultiwordToken>{{0, 2, "Ann's"}}));
  EXPECT_EQ(text_of(sentence), "Ann's dog left.");
}

TEST(Conllu, ReadsIob2) {
  const ConlluSentence sentence = read_one("1\tAnn\tB-PER\t-\tx\n2\tleft\tO\tB-MISC\tx\n");
  EXPECT_EQ(sentence.tags, (std::vector<std::string>{"B-PER", "O\tB-MISC"}));
  EXPECT_EQ(sentence.text, "Ann left ");
}

TEST(Conllu, TakesTheBlanksOfIob2FromItsText) {
  EXPECT_EQ(read_one("# text = Ann's (old) dog\n1\tAnn\tB-PER\n2\t's\tO\n3\t(\tO\n"
                     "4\told\tO\n5\t)\tO\n6\tdog\tO\n")
                .text,
            "Ann's (old) dog ");
  EXPECT_EQ(read_one("# text = Ann left\n1\tAnn\tB-PER\n2\tstayed\tO\n").text, "Ann stayed ");
}

TEST(Conllu, ReadsFilesOfOtherSystems) {
  const ConlluSentence sentence = read_one("\xEF\xBB\xBF# newdoc\r\n1\tAnn\tO\r\n2\tleft\tO");
  EXPECT_TRUE(sentence.new_document);
  EXPECT_EQ(sentence.text, "Ann left ");
}

TEST(Conllu, SaysWhatIsWrongAndWhere) {
  struct Row {
    const char* text;
    const char* message;
  };
  for (const Row& row : {
           Row{"1\tAnn\n",
               "test.conllu:1: a line of 2 columns; expected CoNLL-U (10) or IOB2 "
               "(3 to 5), parted by tabs"},
           Row{"2\tAnn\t_\t_\t_\t_\t0\troot\t_\t_\n", "test.conllu:1: word 2 where 1 is expected"},
           Row{"1\tAnn\t_\t_\t_\t_\tx\troot\t_\t_\n", "test.conllu:1: \"x\" is no head"},
           Row{"1\tAnn\t_\t_\t_\t_\t7\troot\t_\t_\n",
               "test.conllu:1: head 7 of \"Ann\" is behind the sentence's last word"},
           Row{"1\tAnn\t_\t_\t_\t_\t4294967297\troot\t_\t_\n",
               "test.conllu:1: \"4294967297\" is no head"},
           Row{"1\tAnn\tO\n1\tleft\tO\n", "test.conllu:2: word 1 where 2 is expected"},
           Row{"one\tAnn\tO\n", "test.conllu:1: \"one\" is no word index"},
           Row{"1\t\tO\n", "test.conllu:1: a word without form"},
           Row{"2-3\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n",
               "test.conllu:1: \"2-3\" is no range that starts at the next word"},
           Row{"1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n1\tde\t_\t_\t_\t_\t0\troot\t_\t_\n",
               "test.conllu:2: a range of words ends at 2, the sentence at 1"},
           Row{"3.1\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n",
               "test.conllu:1: \"3.1\" is no empty node behind word 0"},
           Row{"1\tA\x01\tO\n", "test.conllu:1: control character 1; expected text"},
           Row{"# \xFF\n",
               "test.conllu:1: invalid UTF-8; convert the file, e.g. with "
               "iconv -f WINDOWS-1252 -t UTF-8"},
       }) {
    std::istringstream in(row.text);
    ConlluReader reader(in, "test.conllu");
    ConlluSentence sentence;
    try {
      reader.next(sentence);
      ADD_FAILURE() << row.text;
    } catch (const ParseError& error) {
      EXPECT_STREQ(error.what(), row.message);
    }
  }
}

TEST(Conllu, RefusesNulBytesAndEndlessLines) {
  for (const std::string& text :
       {std::string("1\tA\0\tO\n", 7), "1\t" + std::string(2'000'000, 'a') + "\tO\n"}) {
    std::istringstream in(text);
    ConlluReader reader(in, "test.conllu");
    ConlluSentence sentence;
    EXPECT_THROW(reader.next(sentence), ParseError);
  }
}

}  // namespace
}  // namespace newsgraph
