#include "extract/proposition/proposition_stream.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cmath>
#include <ostream>

#include "extract/base/hash.hpp"

namespace newsgraph {
namespace {

/// Writes the records of one article into one buffer: a stream per field would cost more than the
/// extraction it describes.
class RecordWriter {
 public:
  void write(const Extraction& extraction) {
    article(extraction.article);
    for (const SentenceText& sentence : extraction.sentences) write(sentence);
    for (std::size_t i = 0; i < extraction.mentions.size(); ++i) write(extraction.mentions[i], i);
    for (const Proposition& proposition : extraction.propositions) write(proposition);
    begin("end");
    field("key", extraction.article.key);
    field("sentences", extraction.sentences.size());
    field("mentions", extraction.mentions.size());
    field("propositions", extraction.propositions.size());
    field("tokens", extraction.tokens);
    field("unresolved", extraction.unresolved);
    end();
  }

  const rapidjson::StringBuffer& buffer() const { return buffer_; }

 private:
  void begin(const char* record) {
    json_.Reset(buffer_);
    json_.StartObject();
    json_.Key("record");
    json_.String(record);
  }

  void end() {
    json_.EndObject();
    buffer_.Put('\n');
  }

  template <std::size_t n>
  void name(const char (&text)[n]) {
    json_.Key(text, static_cast<rapidjson::SizeType>(n - 1));
  }

  void string(const std::string& text) {
    json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }

  template <std::size_t n>
  void field(const char (&key)[n], const std::string& text) {
    name(key);
    string(text);
  }
  template <std::size_t n>
  void field(const char (&key)[n], const char* word) {
    name(key);
    json_.String(word);
  }
  template <std::size_t n>
  void field(const char (&key)[n], std::uint64_t value) {
    name(key);
    json_.Uint64(value);
  }
  template <std::size_t n>
  void field(const char (&key)[n], Span span) {
    name(key);
    json_.StartArray();
    json_.Uint(span.begin);
    json_.Uint(span.end);
    json_.EndArray();
  }
  template <std::size_t n>
  void flag(const char (&key)[n]) {
    name(key);
    json_.Bool(true);
  }
  /// What is unknown is left out: most of an article's metadata and of a mention is.
  template <std::size_t n>
  void known(const char (&key)[n], const std::string& text) {
    if (!text.empty()) field(key, text);
  }

  void article(const ArticleHeader& article) {
    begin("article");
    field("schema", static_cast<std::uint64_t>(kPropositionSchema));
    field("key", article.key);
    known("id", article.id);
    known("url", article.url);
    known("title", article.title);
    known("outlet", article.outlet);
    known("author", article.author);
    known("published", article.published);
    known("modified", article.modified);
    known("language", article.language);
    known("source", article.source);
    known("content_hash", article.content_hash);
    known("text_hash", article.text_hash);
    known("fingerprint", article.fingerprint);
    end();
  }

  void write(const SentenceText& sentence) {
    begin("sentence");
    field("span", sentence.span);
    field("text", sentence.text);
    end();
  }

  void write(const Mention& mention, std::size_t position) {
    begin("mention");
    field("id", to_hex(mention.id));
    field("sentence", std::uint64_t{mention.sentence});
    field("span", mention.span);
    field("text", mention.text);
    field("head", mention.head);
    field("form", to_string(mention.form));
    field("kind", to_string(mention.kind));
    field("type", to_string(mention.type));
    if (mention.chain != position) field("chain", std::uint64_t{mention.chain});
    known("title", mention.title);
    known("value", mention.value);
    if (mention.local) flag("local");
    if (mention.identified) flag("identified");
    if (!mention.participants.empty()) {
      name("participants");
      json_.StartArray();
      for (const std::uint32_t participant : mention.participants) json_.Uint(participant);
      json_.EndArray();
    }
    end();
  }

  void argument(const Argument& value) {
    json_.StartObject();
    if (value.is_mention()) field("mention", std::uint64_t{value.index});
    if (value.is_proposition()) field("proposition", std::uint64_t{value.index});
    field("span", value.span);
    field("text", value.text);
    json_.EndObject();
  }

  void write(const Proposition& proposition) {
    begin("proposition");
    field("id", to_hex(proposition.id));
    field("sentence", std::uint64_t{proposition.sentence});
    name("subject");
    argument(proposition.subject);
    field("predicate", proposition.predicate);
    field("predicate_span", proposition.predicate_span);
    field("canonical", proposition.canonical);
    field("readable", proposition.readable);
    if (proposition.object != Argument{}) {
      name("object");
      argument(proposition.object);
    }
    field("polarity", to_string(proposition.polarity));
    field("modality", to_string(proposition.modality));
    if (!proposition.attribution.empty()) {
      name("attribution");
      json_.StartArray();
      for (const Attribution& source : proposition.attribution) write(source);
      json_.EndArray();
    }
    if (!proposition.qualifiers.empty()) {
      name("qualifiers");
      json_.StartArray();
      for (const Qualifier& qualifier : proposition.qualifiers) write(qualifier);
      json_.EndArray();
    }
    known("event_date", proposition.event_date);
    known("statement_date", proposition.statement_date);
    name("confidence");
    // JSON has no NaN; and nothing that is not a probability leaves the program as one.
    json_.Double(std::isfinite(proposition.confidence) ? std::clamp(proposition.confidence, 0., 1.)
                                                       : 0.);
    known("rule", proposition.rule);
    end();
  }

  void write(const Attribution& source) {
    json_.StartObject();
    if (source.mention) field("mention", std::uint64_t{*source.mention});
    field("text", source.text);
    known("cue", source.cue);
    field("span", source.span);
    json_.EndObject();
  }

  void write(const Qualifier& qualifier) {
    json_.StartObject();
    known("role", qualifier.role);
    name("value");
    argument(qualifier.value);
    json_.EndObject();
  }

  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> json_{buffer_};
};

}  // namespace

void write_extraction(const Extraction& extraction, std::ostream& out) {
  RecordWriter writer;
  writer.write(extraction);
  const rapidjson::StringBuffer& buffer = writer.buffer();
  out.write(buffer.GetString(), static_cast<std::streamsize>(buffer.GetSize()));
}

}  // namespace newsgraph
