#pragma once

#include "extract/language/sentence.hpp"

namespace newsgraph {

/// Mends, in a tree whose names are known, what English rules out and parsers get wrong all the
/// same. Each rule needs knowledge that the parser does not have: which words are names of persons,
/// which nouns denote persons, and that a sentence with a finite verb has a subject for it.
///
/// 1. Punctuation has no dependents: "his successor, Ana Roth" with "Ana" below the comma.
/// 2. A person's name stands in apposition to a person, not to a place or body: "ambassador to the
///    UK, Ana Roth".
/// 3. A role is coordinated with a role: "head of the army and ambassador", not "army and
///    ambassador".
/// 4. A finite verb or copula without a subject, below a noun that is the root of the sentence
///    though it has no verb, is the root, and the noun its subject.
/// 5. Of two names of persons in a row after a role, the second holds the role: "adviser to Pia
/// Kern
///    Ana Roth".
/// 6. A role right before a person's name is its title: "Kremlin aide Ana Roth" is one phrase.
/// 7. What follows a word joined by hyphens depends on its head, not on its last part:
///    "commander-in-chief of the army".
/// 8. A form of "be" with a noun above it is the copula of the next noun or adjective.
/// 9. Between commas behind a definite role as subject, a person's name is that role's: "the head
///    of the office of the president, Ana Roth, noted".
/// 10. A possessive pronoun belongs to a noun, not to a verb: "his view centers on".
/// 11. A name behind the last member of a list ("Roth and his chief of staff, Ana Kern") stands in
///     apposition to that member.
/// 12. A verb in the past or present tense is coordinated with one, not with an infinitive below
/// it:
///     "urged Roth to leave and met Kern".
/// 13. Coordinated auxiliaries belong to one verb, and auxiliaries have no dependents: "does not
/// and
///     cannot sign".
/// 14. A relative clause behind a list of persons' names is about the last of them.
/// 15. Where a speaker splits what is said in quotation marks, the subject inside the marks is of
///     what is said, the one outside of the verb of saying: "'Norland,' said Roth, 'is ready'".
/// 16. "Hers", "theirs", "ours", "yours" and "his" are pronouns: "the decision was hers".
/// 17. A name behind a verb of saying that is put in between is its subject: "the bomb, stated
///     Roth, was found".
/// 18. A verb with an object has no other one in "that", which is a conjunction then: "rumours that
///     Norland attacked Oslo".
/// 19. A gerund behind a preposition is an adverbial clause, not a complement: "accused Roth of
///     having left".
/// 20. Inserted words part one clause: "the fuel, officials said, spilled and burned".
///
/// The result is a tree if `sentence` was one.
void repair_tree(Sentence& sentence);

}  // namespace newsgraph
