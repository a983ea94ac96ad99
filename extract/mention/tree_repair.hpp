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
///    Kern Ana Roth".
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
///     it: "urged Roth to leave and met Kern".
/// 13. Coordinated auxiliaries belong to one verb, and auxiliaries have no dependents: "does not
///     and cannot sign".
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
/// 21. Behind a closing quotation mark a participle is of the saying: "'It is late,' Roth said,
///     'go', adding that it rains".
/// 22. What has a name is not called another: "a course at Elm Hall called 'First Steps'".
/// 23. In a list a clause with "that" is a member: "include a release, that Roth leave, and".
/// 24. Behind a verb or another of its dependents ", which" is the noun before the comma: "many
///     develop encephalitis, which can cause deafness".
/// 25. The name of an agent is nearer than what it acts on: "a bus run by Viazul, which is owned".
/// 26. Of an event and its place the place "has" and "is": "the landing at Fath, which has".
/// 27. ", which" has the number of its verb: "repels bacteria, which has advantages" has none.
/// 28. It is no person, and what "means that" or "turns the reefs white" is the whole clause.
/// 29. "Has" that inserted words part from its participle is an auxiliary: "has, since then,
///     always won".
/// 30. A bare verb is coordinated with one: "the day I can see them and tell them".
/// 31. What "in", "on" or "at" leads in is no object: "has, in a statement, called".
/// 32. Nor is a measure of time: "lived years after them".
/// 33. Inserted words have neither the copula before them nor the predicate behind: "were, the
///     study says, too high".
/// 34. Nor the infinitive behind: "enough, the work suggests, to feed them".
/// 35. The noun between a verb of saying and a finite verb is the latter's subject: "tweeted the
///     response required help".
/// 36. Of a name and a noun behind "told" the name was told: "told Norland Press arson was used".
/// 37. Before the subject of what is said a time is that of the saying: "said yesterday the laws".
/// 38. Inside of quotation marks nothing is of the saying: "'I doubt it, as do others,' wrote
///     Roth".
/// 39. In a list of persons a semicolon leads in another member, no apposition.
/// 40. Counted persons are coordinated with counted persons: "killed two boys in a bus and three
///     drivers".
/// 41. What one opposes or advocates is an event: "opposed Norland joining the union".
/// 42. Participles between commas describe the same noun: "a display, featuring birds, built by".
/// 43. Without a form of "be" a perfect is active: "has, they say, called on".
/// 44. Behind the comma of a place stands where it is: "Roth of Elm, near Oslo".
/// 45. A text behind an inserted verb of saying speaks: "the order, reads the motion, is void".
/// 46. A whole clause behind those who hear it is what is said: "announced to the press Roth was
///     ill".
/// 47. Behind the last comma a source is of the whole sentence: "left when he came, by Roth's
///     report".
/// 48. A past verb behind "would" goes on with the past verb of saying: "said the talks would go on
///     and met Kern".
/// 49. Who adds or stresses something, or warns of what may be done, said what stands before:
///     "promised Norland would sign, adding that".
/// 50. What a dash adds behind an inserted verb is not said by it: "they said — murder carrying".
/// 51. Nouns between "told" and a possessor were told: "told local media Roth's ship was sold".
/// 52. Of two nouns the new one is given a name: "an area of the city known as Elm".
/// 53. Behind a person's name "also from" tells of the person: "held by Roth also from Norland".
/// 54. Behind where something comes from stands where that is: "came from the wall in Elm Hall".
/// 55. What one is kept from is of the keeping: "banning anyone wearing a mask from entering".
/// 56. Persons who do something are an agent: "was interrupted by protesting ministers".
/// 57. The past tense of a sentence is active: "Phanfone impacted upon the coast."
/// 58. Only "be" and "get" make a passive: "visits before the war began covered half of it".
/// 59. Behind a modal stands a verb, and behind that its object: "may dazzle flies".
/// 60. Of two verbs the nearer has the object behind it: "killed five and wounded ten".
/// 61. Behind a name a role is joined to the name, not to its title: "chairman Pia Kern, painter
///     Ana Roth".
/// 62. What somebody is to do describes the object before it: "paved the way for Norland to leave".
/// 63. Behind when and where it was refused stands what was: "declined on Monday to visit Oslo".
/// 64. "A lot", "a bit" and "a great deal" tell how much: "helped Roth a lot" has one object.
/// 65. Of two copulas the first is none of the clause behind it: "the question is, who pays".
/// 66. Behind a dash and a quotation mark begins what was said: "Roth changed it - 'I know,' she
///     said".
/// 67. Of "Roth signed for Norland and Kern for Estmark" the second half has no verb: Kern is none
///     of those signed for, and nobody signed for Estmark.
/// 68. An apposition with "a" behind the last of a list of names is that one's: "the league and
///     Kosmos, a group of clubs".
/// 69. Behind a price stands what costs so much: "$2 a share".
/// 70. How long before something it was is not how long it lasted: "three weeks before he died".
/// 71. Two titles side by side are one: "Chief Executive Ana Roth".
/// 72. Behind ", who" stands what a person does: "the home of Roth, who told them".
/// 73. And behind ", which" what no person does: "the chairman of Norbus, which made ships".
/// 74. How long stands behind its own preposition: "sentenced to two years in prison".
/// 75. How much, unlike how long, is of the verb before: "fell 4 percent after it failed".
/// 76. A name needs no clause that tells which one: "the closing of the Bank of Elm which took".
/// 77. "Roth was on hand displaying flags" tells what Roth did.
/// 78. A time may part "be" and its participle: "were on Monday reported to be over".
/// 79. When something is effective is not when it was announced: "her resignation effective
///     Monday".
/// 80. What has an object has no other one in "that": "the rule that the court said should guide".
/// 81. The noun between another and its clause is the subject: "the only fines a court may impose".
/// 82. What one bases on something has a ground: "based his campaign on a pledge".
/// 83. No participle ends in "-able": "crimes are punishable by law".
/// 84. A sign of currency before a number is an amount, and nobody: "it cost US$10 m".
/// 85. A preposition alone behind a participle is of the verb: "was referred to as a king".
/// 86. What one would do has the condition: "left and would return if Norland attacked".
/// 87. How often is of the gerund before: "banned from washing more often than once a year".
/// 88. What has a subject of its own is a whole clause: "described Roth stealing it".
/// 89. Two measures of time are one: "25 years and nine months".
/// 90. What one counts on is an event: "counted on Norland paying".
/// 91. No place seeks or hopes: "drove up to a station seeking help".
/// 92. A dateline without a dash is no part of the name behind it: "OSLO Ana Roth left".
/// 93. "General" is of the office before it: "Ana Roth, Attorney General for Norland".
///
/// The result is a tree if `sentence` was one.
void repair_tree(Sentence& sentence);

}  // namespace newsgraph
