#pragma once

#include <string>
#include <string_view>

#include "extract/language/sentence.hpp"
#include "extract/mention/tree.hpp"

namespace newsgraph {

/// What the rules of tree_repair.hpp have in common: looks at a sentence, and safe changes of its
/// tree.
class TreeEditor {
 public:
  explicit TreeEditor(Sentence& sentence) : sentence_(sentence) {}

 protected:
  TokenIndex size() const { return static_cast<TokenIndex>(sentence_.tokens.size()); }
  Token& token(TokenIndex i) { return sentence_.tokens[static_cast<std::size_t>(i)]; }

  bool is_nominal(TokenIndex i);
  const NamedMention* name_at(TokenIndex i) const;
  bool is_person_name(TokenIndex i) const;
  /// A noun for whoever holds an office or does a job.
  bool is_role(TokenIndex i);
  /// A verb of saying, by its lemma.
  bool says(TokenIndex i);
  /// An adjunct that tells when: "last week", "on Monday", "yesterday".
  bool is_time(TokenIndex i);
  /// A verb form that tells its time by itself: "left", "leaves".
  bool is_tensed(TokenIndex i);
  bool is_below(TokenIndex i, TokenIndex ancestor);
  /// Nothing may come to stand below itself: then nothing changes.
  void attach(TokenIndex i, TokenIndex head, std::string_view relation);
  /// The preposition before `noun` in small letters, or nothing.
  std::string preposition_of(TokenIndex noun);
  /// The first dependent of `head` in the relation (subtypes count), or kNoToken.
  TokenIndex child(TokenIndex head, std::string_view relation);

  Sentence& sentence_;
};

/// Rules 1 to 3, 5 to 11, 14, 16, 39, 40, 44, 68, 69, 71, 84, 89, 92 and 93: what belongs to which
/// noun or name.
void repair_phrases(Sentence& sentence);

/// Rules 4, 12, 13, 18, 19 and 29 to 32, 41, 43, 57 to 60, 63 to 65, 70, 75, 78 to 80, 83, 85
/// to 88 and 90: which verb has which arguments and auxiliaries.
void repair_clauses(Sentence& sentence);

/// Rules 15, 17, 20, 33 to 38, 46 and 66: who speaks, to whom, and what is said.
void repair_speech(Sentence& sentence);

/// Rules 45 and 47 to 51: how far a source reaches.
void repair_sources(Sentence& sentence);

/// Rules 21 to 28, 42, 72, 73, 76, 81 and 91: which noun a clause describes, if any.
void repair_relatives(Sentence& sentence);

/// Rules 52 to 56, 61, 62, 67, 74, 77 and 82: on which of two words a modifier hangs.
void repair_attachments(Sentence& sentence);

}  // namespace newsgraph
