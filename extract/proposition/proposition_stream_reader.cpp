#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <istream>
#include <optional>
#include <utility>

#include "extract/base/error.hpp"
#include "extract/base/json_depth.hpp"
#include "extract/base/line_reader.hpp"
#include "extract/proposition/consistency.hpp"
#include "extract/proposition/proposition_stream.hpp"
#include "extract/proposition/stream_record.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t kLongestLine = 64 * 1024 * 1024;  // bytes
constexpr std::size_t kDeepest = 16;                    // records nest four deep

Argument read_argument(const rapidjson::Value& value) {
  const Record record(value);
  Argument argument;
  if (const auto mention = record.optional_index("mention")) {
    argument.kind = Argument::Kind::kMention;
    argument.index = *mention;
  } else if (const auto proposition = record.optional_index("proposition")) {
    argument.kind = Argument::Kind::kProposition;
    argument.index = *proposition;
  }
  argument.span = record.span("span");
  argument.text = record.text("text");
  return argument;
}

ArticleHeader read_header(const Record& record) {
  const std::uint64_t schema = record.count("schema");
  if (schema != kPropositionSchema) {
    throw Damage("record layout " + std::to_string(schema) + "; this program reads layout " +
                 std::to_string(kPropositionSchema) + ": extract the article anew");
  }
  ArticleHeader header;
  header.key = record.text("key");
  if (header.key.empty()) throw Damage("\"key\" is empty");
  header.id = record.optional_text("id");
  header.url = record.optional_text("url");
  header.title = record.optional_text("title");
  header.outlet = record.optional_text("outlet");
  header.author = record.optional_text("author");
  header.published = record.date("published");
  header.modified = record.date("modified");
  header.language = record.optional_text("language");
  header.source = record.optional_text("source");
  header.content_hash = record.optional_text("content_hash");
  header.text_hash = record.optional_text("text_hash");
  header.fingerprint = record.optional_text("fingerprint");
  return header;
}

Mention read_mention(const Record& record, const std::string& key, std::size_t position) {
  Mention mention;
  mention.id = record.id("id");
  mention.sentence = record.index("sentence");
  mention.span = record.span("span");
  // Ids join mentions over all articles, so nobody may choose them.
  if (mention.id != mention_id(key, mention.span)) {
    throw Damage("\"id\" is not that of the mention's key and span");
  }
  mention.text = record.text("text");
  mention.head = record.text("head");
  mention.form = record.word("form", mention_form_from_string);
  mention.kind = record.word("kind", node_kind_from_string);
  mention.type = record.word("type", entity_type_from_string);
  mention.chain = record.optional_index("chain").value_or(static_cast<std::uint32_t>(position));
  mention.title = record.optional_text("title");
  mention.value = record.optional_text("value");
  mention.local = record.flag("local");
  mention.identified = record.flag("identified");
  record.each("participants", [&](const rapidjson::Value& value) {
    mention.participants.push_back(Record::index_of(value, "participants"));
  });
  return mention;
}

Proposition read_proposition(const Record& record) {
  Proposition proposition;
  proposition.id = record.id("id");
  proposition.sentence = record.index("sentence");
  proposition.subject = read_argument(record.at("subject"));
  if (const auto* object = record.find("object")) proposition.object = read_argument(*object);
  proposition.predicate_span = record.span("predicate_span");
  proposition.predicate = record.text("predicate");
  proposition.canonical = record.text("canonical");
  proposition.readable = record.text("readable");
  proposition.polarity = record.word("polarity", polarity_from_string);
  proposition.modality = record.word("modality", modality_from_string);
  record.each("attribution", [&](const rapidjson::Value& value) {
    const Record source(value);
    proposition.attribution.push_back({source.optional_index("mention"), source.text("text"),
                                       source.optional_text("cue"), source.span("span")});
  });
  record.each("qualifiers", [&](const rapidjson::Value& value) {
    const Record qualifier(value);
    proposition.qualifiers.push_back(
        {qualifier.optional_text("role"), read_argument(qualifier.at("value"))});
  });
  proposition.event_date = record.date("event_date");
  proposition.statement_date = record.date("statement_date");
  proposition.confidence = record.probability("confidence");
  proposition.rule = record.optional_text("rule");
  return proposition;
}

/// Gathers records into articles; what is damaged costs the article it stands in.
class StreamReader {
 public:
  StreamReader(std::string source, const StreamListener& listener)
      : source_(std::move(source)), listener_(listener) {}

  void read(std::istream& in) {
    LineReader lines(in, kLongestLine);
    std::string line;
    for (;;) {
      const LineReader::Result result = lines.next(line);
      if (result == LineReader::Result::kEnd) break;
      line_ = lines.line();
      try {
        if (result == LineReader::Result::kTooLong) throw Damage("the line is over 64 MiB long");
        if (line.find_first_not_of(" \t") != line.npos) record(line);
      } catch (const Damage& damage) {
        discard(damage.what());
      }
    }
    if (in.bad()) {
      discard("reading failed");
    } else {
      cut_off("the stream ends");
    }
  }

 private:
  void record(std::string& line) {
    if (!json_nests_within(line, kDeepest)) throw Damage("nested too deeply for a record");
    rapidjson::Document document;
    constexpr unsigned kFlags = rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag |
                                rapidjson::kParseValidateEncodingFlag |
                                rapidjson::kParseFullPrecisionFlag;
    if (line.find('\0') != line.npos) throw Damage("NUL byte; expected a JSON record");
    document.ParseInsitu<kFlags>(line.data());
    if (document.HasParseError()) {
      throw Damage(
          "no JSON record: " + std::string(rapidjson::GetParseError_En(document.GetParseError())) +
          " (column " + std::to_string(document.GetErrorOffset() + 1) + ")");
    }
    const Record record(document);
    const std::string kind = record.text("record");
    if (kind == "article") {
      cut_off("the next article begins");
      reported_ = false;
      current_.emplace();
      current_->article.key = record.optional_text("key");  // for the message if the rest is bad
      current_->article = read_header(record);
    } else if (!current_) {
      stray(record, kind);
    } else if (kind == "sentence") {
      current_->sentences.push_back({record.span("span"), record.text("text")});
    } else if (kind == "mention") {
      current_->mentions.push_back(
          read_mention(record, current_->article.key, current_->mentions.size()));
    } else if (kind == "proposition") {
      current_->propositions.push_back(read_proposition(record));
    } else if (kind == "end") {
      finish(record);
    } else {
      throw Damage("record " + quoted(kind) + ", which this program does not know");
    }
  }

  /// A record outside an article: the consequence of damage before, but where an article ends that
  /// was not reported, its "article" record was what was damaged.
  void stray(const Record& record, const std::string& kind) {
    const std::string key = kind == "end" ? record.optional_text("key") : "";
    if (!key.empty() && key != discarded_) {
      reported_ = false;
      return discard("its \"article\" record is missing", key);
    }
    throw Damage(quoted(kind) + " record outside an article");
  }

  void finish(const Record& record) {
    check_count(record.count("sentences"), current_->sentences.size(), "sentences");
    check_count(record.count("mentions"), current_->mentions.size(), "mentions");
    check_count(record.count("propositions"), current_->propositions.size(), "propositions");
    current_->tokens = record.count("tokens");
    current_->unresolved = record.count("unresolved");
    check_consistency(*current_);
    Extraction whole = std::move(*current_);
    current_.reset();
    if (listener_.on_article) listener_.on_article(std::move(whole));
  }

  static void check_count(std::uint64_t announced, std::size_t found, const char* what) {
    if (announced != found) {
      throw Damage(std::to_string(found) + " " + what + " where " + std::to_string(announced) +
                   " are announced");
    }
  }

  void cut_off(const char* where) {
    if (current_) discard(std::string("the article has no \"end\" record before ") + where);
  }

  /// Drops the running article; further damage before the next one is its consequence.
  void discard(const std::string& why) {
    discard(why, current_ ? current_->article.key : std::string());
  }
  void discard(const std::string& why, const std::string& key) {
    current_.reset();
    if (!key.empty()) discarded_ = key;
    if (std::exchange(reported_, true)) return;
    const std::string whose = key.empty() ? "" : "article " + quoted(key) + " discarded: ";
    if (listener_.on_error) {
      listener_.on_error(key, ParseError(source_, line_, whose + why).what());
    }
  }

  std::string source_;
  const StreamListener& listener_;
  std::optional<Extraction> current_;
  bool reported_ = false;  ///< damage since the last "article" record has been reported
  std::string discarded_;  ///< key of the article reported last
  std::uint64_t line_ = 0;
};

}  // namespace

void read_extractions(std::istream& in, const std::string& source, const StreamListener& listener) {
  StreamReader(source, listener).read(in);
}

}  // namespace newsgraph
