#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/proposition/proposition.hpp"
#include "graph/store/database.hpp"

namespace newsgraph {

/// What was extracted from the articles, in the tables of the file's first half.
class ArticleTable {
 public:
  using Row = std::int64_t;

  /// For reading and, where the database may be written, writing. `database` outlives the table.
  explicit ArticleTable(const Database& database);

  std::optional<Row> find(std::string_view key);
  std::optional<Row> find_document(std::string_view document);
  ArticleHeader header(Row row);
  Extraction read(Row row);

  /// Rows of all articles by key.
  std::vector<Row> rows();
  std::vector<ArticleHeader> headers();

  void insert(const Extraction& extraction);
  void update_header(Row row, const ArticleHeader& header);
  /// With all that was extracted from it.
  void erase(Row row);

  /// Versions that do not count.
  bool has_version(std::string_view key, std::string_view content_hash);
  void insert_version(const ArticleHeader& header);
  void erase_versions(std::string_view key);

 private:
  ArticleHeader header_at(const Query& row) const;
  static Argument argument_at(const Query& row, int column);
  void read_sentences(Row row, Extraction& extraction);
  void read_mentions(Row row, Extraction& extraction);
  void read_propositions(Row row, Extraction& extraction);
  void read_attributions(Row row, Extraction& extraction);
  void read_qualifiers(Row row, Extraction& extraction);
  void insert_mentions(Row row, const Extraction& extraction);
  void insert_propositions(Row row, const Extraction& extraction);

  const Database& database_;
  Query find_, find_document_, header_, rows_, headers_;
  Query sentences_, mentions_, propositions_, attributions_, qualifiers_;
  Query insert_article_, insert_sentence_, insert_mention_, insert_proposition_;
  Query insert_attribution_, insert_qualifier_, update_header_, erase_;
  Query has_version_, insert_version_, erase_versions_;
};

/// @throws Error  if check_consistency() finds something; it names the article.
void require_consistency(const Extraction& extraction);

}  // namespace newsgraph
