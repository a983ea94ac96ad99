#include "graph/store/article_table.hpp"

#include <charconv>

#include "extract/base/error.hpp"
#include "extract/proposition/consistency.hpp"
#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {
namespace {

constexpr const char* kHeaderColumns =
    "key, id, url, title, outlet, author, published, modified, language, source, content_hash, "
    "text_hash, fingerprint, tokens, unresolved, row";

std::string select_headers(const char* rest) {
  return std::string("SELECT ").append(kHeaderColumns).append(" FROM article ").append(rest);
}

std::string join(const std::vector<std::uint32_t>& numbers) {
  std::string text;
  for (const std::uint32_t number : numbers) {
    if (!text.empty()) text += ' ';
    text += std::to_string(number);
  }
  return text;
}

}  // namespace

ArticleTable::ArticleTable(const Database& database)
    : database_(database),
      find_(database, "SELECT row FROM article WHERE key = ?"),
      find_document_(database, "SELECT row FROM article WHERE document = ? ORDER BY key"),
      header_(database, select_headers("WHERE row = ?")),
      rows_(database, "SELECT row FROM article ORDER BY key"),
      headers_(database, select_headers("ORDER BY key")),
      sentences_(database,
                 "SELECT position, \"begin\", \"end\", text FROM sentence WHERE article = ? "
                 "ORDER BY position"),
      mentions_(database,
                "SELECT position, id, sentence, \"begin\", \"end\", text, head, form, kind, type, "
                "chain, title, value, participants, local, identified FROM mention WHERE article = "
                "? ORDER BY "
                "position"),
      propositions_(database,
                    "SELECT position, id, sentence, subject_kind, subject, subject_begin, "
                    "subject_end, subject_text, predicate_begin, predicate_end, predicate, "
                    "canonical, readable, object_kind, object, object_begin, object_end, "
                    "object_text, polarity, modality, event_date, statement_date, confidence, rule "
                    "FROM proposition WHERE article = ? ORDER BY position"),
      attributions_(database,
                    "SELECT proposition, mention, text, cue, \"begin\", \"end\" FROM attribution "
                    "WHERE article = ? ORDER BY proposition, position"),
      qualifiers_(database,
                  "SELECT proposition, role, kind, value, \"begin\", \"end\", text FROM qualifier "
                  "WHERE article = ? ORDER BY proposition, position"),
      insert_article_(database,
                      "INSERT INTO article (document, key, id, url, title, outlet, author, "
                      "published, modified, language, source, content_hash, text_hash, "
                      "fingerprint, tokens, unresolved) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      insert_sentence_(database, "INSERT INTO sentence VALUES (?,?,?,?,?)"),
      insert_mention_(database, "INSERT INTO mention VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      insert_proposition_(database,
                          "INSERT INTO proposition VALUES "
                          "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      insert_attribution_(database, "INSERT INTO attribution VALUES (?,?,?,?,?,?,?,?)"),
      insert_qualifier_(database, "INSERT INTO qualifier VALUES (?,?,?,?,?,?,?,?,?)"),
      update_header_(database,
                     "UPDATE article SET id = ?, url = ?, title = ?, outlet = ?, author = ?, "
                     "language = ?, source = ? WHERE row = ?"),
      erase_(database, "DELETE FROM article WHERE row = ?"),
      has_version_(database, "SELECT 1 FROM version WHERE key = ? AND content_hash = ?"),
      insert_version_(database, "INSERT OR IGNORE INTO version VALUES (?,?,?,?,?)"),
      erase_versions_(database, "DELETE FROM version WHERE key = ?") {}

std::optional<ArticleTable::Row> ArticleTable::find(std::string_view key) {
  const bool found = find_.bind(key).step();
  const Row row = found ? find_.integer(0) : 0;
  find_.reset();
  return found ? std::optional(row) : std::nullopt;
}

std::optional<ArticleTable::Row> ArticleTable::find_document(std::string_view document) {
  const bool found = find_document_.bind(document).step();
  const Row row = found ? find_document_.integer(0) : 0;
  find_document_.reset();
  return found ? std::optional(row) : std::nullopt;
}

ArticleHeader ArticleTable::header_at(const Query& row) const {
  ArticleHeader header;
  int column = 0;
  for (std::string* field :
       {&header.key, &header.id, &header.url, &header.title, &header.outlet, &header.author,
        &header.published, &header.modified, &header.language, &header.source, &header.content_hash,
        &header.text_hash, &header.fingerprint}) {
    *field = row.text(column++);
  }
  return header;
}

ArticleHeader ArticleTable::header(Row row) {
  if (!header_.bind(row).step()) database_.damaged("an article is missing");
  ArticleHeader header = header_at(header_);
  header_.reset();
  return header;
}

std::vector<ArticleTable::Row> ArticleTable::rows() {
  std::vector<Row> rows;
  rows_.reset();
  while (rows_.step()) rows.push_back(rows_.integer(0));
  rows_.reset();
  return rows;
}

std::vector<ArticleHeader> ArticleTable::headers() {
  std::vector<ArticleHeader> headers;
  headers_.reset();
  while (headers_.step()) headers.push_back(header_at(headers_));
  headers_.reset();
  return headers;
}

Extraction ArticleTable::read(Row row) {
  Extraction extraction;
  if (!header_.bind(row).step()) database_.damaged("an article is missing");
  extraction.article = header_at(header_);
  extraction.tokens = header_.id(13);
  extraction.unresolved = header_.id(14);
  header_.reset();
  read_sentences(row, extraction);
  read_mentions(row, extraction);
  read_propositions(row, extraction);
  read_attributions(row, extraction);
  read_qualifiers(row, extraction);
  try {
    require_consistency(extraction);
  } catch (const Error& error) {
    database_.damaged(error.what());
  }
  return extraction;
}

void ArticleTable::read_sentences(Row row, Extraction& extraction) {
  sentences_.bind(row);
  while (sentences_.step()) {
    if (sentences_.index(0) != extraction.sentences.size())
      database_.damaged("a sentence is missing");
    extraction.sentences.push_back({sentences_.span(1), sentences_.text(3)});
  }
  sentences_.reset();
}

void ArticleTable::read_mentions(Row row, Extraction& extraction) {
  mentions_.bind(row);
  while (mentions_.step()) {
    if (mentions_.index(0) != extraction.mentions.size()) database_.damaged("a mention is missing");
    Mention mention;
    mention.id = mentions_.id(1);
    mention.sentence = mentions_.index(2);
    mention.span = mentions_.span(3);
    mention.text = mentions_.text(5);
    mention.head = mentions_.text(6);
    mention.form = mentions_.enumeration(7, MentionForm::kPronoun);
    mention.kind = mentions_.enumeration(8, NodeKind::kValue);
    mention.type = mentions_.enumeration(9, EntityType::kOther);
    mention.chain = mentions_.index(10);
    mention.title = mentions_.text(11);
    mention.value = mentions_.text(12);
    const std::string participants = mentions_.text(13);
    const char* at = participants.data();
    const char* end = at + participants.size();
    while (at < end) {
      std::uint32_t participant = 0;
      const auto read = std::from_chars(at, end, participant);
      if (read.ec != std::errc()) database_.damaged("participants are no numbers");
      mention.participants.push_back(participant);
      at = read.ptr < end ? read.ptr + 1 : end;
    }
    mention.local = mentions_.index(14) != 0;
    mention.identified = mentions_.index(15) != 0;
    extraction.mentions.push_back(std::move(mention));
  }
  mentions_.reset();
}

Argument ArticleTable::argument_at(const Query& row, int column) {
  Argument argument;
  argument.kind = row.enumeration(column, Argument::Kind::kProposition);
  argument.index = row.index(column + 1);
  argument.span = row.span(column + 2);
  argument.text = row.text(column + 4);
  return argument;
}

void ArticleTable::read_propositions(Row row, Extraction& extraction) {
  propositions_.bind(row);
  const Query& from = propositions_;
  while (propositions_.step()) {
    if (from.index(0) != extraction.propositions.size()) {
      database_.damaged("a proposition is missing");
    }
    Proposition proposition;
    proposition.id = from.id(1);
    proposition.sentence = from.index(2);
    proposition.subject = argument_at(from, 3);
    proposition.predicate_span = from.span(8);
    proposition.predicate = from.text(10);
    proposition.canonical = from.text(11);
    proposition.readable = from.text(12);
    proposition.object = argument_at(from, 13);
    proposition.polarity = from.enumeration(18, Polarity::kNegated);
    proposition.modality = from.enumeration(19, Modality::kConditional);
    proposition.event_date = from.text(20);
    proposition.statement_date = from.text(21);
    proposition.confidence = from.probability(22);
    proposition.rule = from.text(23);
    extraction.propositions.push_back(std::move(proposition));
  }
  propositions_.reset();
}

void ArticleTable::read_attributions(Row row, Extraction& extraction) {
  attributions_.bind(row);
  while (attributions_.step()) {
    Attribution attribution;
    if (!attributions_.is_null(1)) attribution.mention = attributions_.index(1);
    attribution.text = attributions_.text(2);
    attribution.cue = attributions_.text(3);
    attribution.span = attributions_.span(4);
    extraction.propositions[attributions_.index(0, extraction.propositions.size())]
        .attribution.push_back(std::move(attribution));
  }
  attributions_.reset();
}

void ArticleTable::read_qualifiers(Row row, Extraction& extraction) {
  qualifiers_.bind(row);
  while (qualifiers_.step()) {
    Qualifier qualifier;
    qualifier.role = qualifiers_.text(1);
    qualifier.value = argument_at(qualifiers_, 2);
    extraction.propositions[qualifiers_.index(0, extraction.propositions.size())]
        .qualifiers.push_back(std::move(qualifier));
  }
  qualifiers_.reset();
}

void ArticleTable::insert(const Extraction& extraction) {
  const ArticleHeader& header = extraction.article;
  insert_article_.run(document_id(header.key), header.key, header.id, header.url, header.title,
                      header.outlet, header.author, header.published, header.modified,
                      header.language, header.source, header.content_hash, header.text_hash,
                      header.fingerprint, extraction.tokens, extraction.unresolved);
  const Row row = sqlite3_last_insert_rowid(database_.handle());
  std::uint32_t position = 0;
  for (const SentenceText& sentence : extraction.sentences) {
    insert_sentence_.run(row, position++, sentence.span.begin, sentence.span.end, sentence.text);
  }
  insert_mentions(row, extraction);
  insert_propositions(row, extraction);
}

void ArticleTable::insert_mentions(Row row, const Extraction& extraction) {
  std::uint32_t position = 0;
  for (const Mention& mention : extraction.mentions) {
    insert_mention_.run(row, position++, mention.id, mention.sentence, mention.span.begin,
                        mention.span.end, mention.text, mention.head, mention.form, mention.kind,
                        mention.type, mention.chain, mention.title, mention.value,
                        join(mention.participants), std::uint32_t{mention.local},
                        std::uint32_t{mention.identified});
  }
}

void ArticleTable::insert_propositions(Row row, const Extraction& extraction) {
  std::uint32_t position = 0;
  for (const Proposition& one : extraction.propositions) {
    insert_proposition_.run(
        row, position, one.id, one.sentence, one.subject.kind, one.subject.index,
        one.subject.span.begin, one.subject.span.end, one.subject.text, one.predicate_span.begin,
        one.predicate_span.end, one.predicate, one.canonical, one.readable, one.object.kind,
        one.object.index, one.object.span.begin, one.object.span.end, one.object.text, one.polarity,
        one.modality, one.event_date, one.statement_date, one.confidence, one.rule);
    std::uint32_t place = 0;
    for (const Attribution& attribution : one.attribution) {
      insert_attribution_.run(row, position, place++, attribution.mention, attribution.text,
                              attribution.cue, attribution.span.begin, attribution.span.end);
    }
    place = 0;
    for (const Qualifier& qualifier : one.qualifiers) {
      insert_qualifier_.run(row, position, place++, qualifier.role, qualifier.value.kind,
                            qualifier.value.index, qualifier.value.span.begin,
                            qualifier.value.span.end, qualifier.value.text);
    }
    ++position;
  }
}

void ArticleTable::update_header(Row row, const ArticleHeader& header) {
  update_header_.run(header.id, header.url, header.title, header.outlet, header.author,
                     header.language, header.source, row);
}

void ArticleTable::erase(Row row) { erase_.run(row); }

bool ArticleTable::has_version(std::string_view key, std::string_view content_hash) {
  const bool found = has_version_.bind(key, content_hash).step();
  has_version_.reset();
  return found;
}

void ArticleTable::insert_version(const ArticleHeader& header) {
  insert_version_.run(header.key, header.content_hash, header.published, header.modified,
                      header.title);
}

void ArticleTable::erase_versions(std::string_view key) { erase_versions_.run(key); }

void require_consistency(const Extraction& extraction) {
  try {
    check_consistency(extraction);
  } catch (const Damage& damage) {
    throw Error(extraction.article.key + ": the extraction is damaged: " + damage.what());
  }
}

}  // namespace newsgraph
