#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extract/language/sentence.hpp"

namespace newsgraph {

/// A piece of a token: what dates and amounts are written with, however the text was tokenized.
///
///     "mid-2019"    mid - 2019          "€5m"        € 5 m
///     "2014-16"     2014 - 16           "3 p.m."     3 pm
struct Lexeme {
  enum class Kind : std::uint8_t { kWord, kNumber, kMark };
  Kind kind = Kind::kMark;
  std::string text;         ///< lower case; of words without full stops ("pm"), of dashes "-"
  int value = -1;           ///< of a number of 1 to 9 digits and nothing else; else -1
  bool capital = false;     ///< begins with an upper-case letter
  bool glued = false;       ///< nothing stands between it and the lexeme before
  std::uint32_t token = 0;  ///< that it is part of
};

/// The lexemes of `tokens`, in order.
std::vector<Lexeme> lexemes_of(std::span<const Token> tokens);

}  // namespace newsgraph
