#pragma once

#include <functional>
#include <iosfwd>
#include <string>

#include "extract/proposition/proposition.hpp"

/// The proposition stream: JSON Lines, one record a line (schemas/proposition.schema.json).
///
/// Per article, in this order: one "article" record with its metadata, a "sentence" record each, a
/// "mention" record each, a "proposition" record each, and an "end" record with the counts. An
/// article without its "end" record, or with other counts than it announces, was cut off and is
/// discarded. References between records are positions within the article.
namespace newsgraph {

/// Version of the record layout, in every "article" record.
inline constexpr int kPropositionSchema = 1;

/// Writes the records of one article. Equal extractions give equal bytes.
void write_extraction(const Extraction& extraction, std::ostream& out);

/// "(Keller; declined; Oslo visit)" a line, with what qualifies it, for people.
void write_readable(const Extraction& extraction, std::ostream& out);

/// What read_extractions() reports to.
struct StreamListener {
  std::function<void(Extraction&&)> on_article;
  /// An article that had to be discarded: its key (empty if unknown) and why, ready to be shown.
  std::function<void(const std::string& key, const std::string& message)> on_error;
};

/// Reads a stream to its end. Damage costs only the article it stands in: the reader goes on at the
/// next "article" record. References, spans and enumerations are checked.
/// @param source  Name for messages.
void read_extractions(std::istream& in, const std::string& source, const StreamListener& listener);

}  // namespace newsgraph
