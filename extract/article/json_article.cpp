#include "extract/article/json_article.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "extract/article/article_layout.hpp"
#include "extract/article/article_metadata.hpp"
#include "extract/article/limits.hpp"
#include "extract/article/text_encoding.hpp"
#include "extract/base/error.hpp"
#include "extract/base/json_depth.hpp"

namespace newsgraph {
namespace {

const char* type_name(const rapidjson::Value& value) {
  switch (value.GetType()) {
    case rapidjson::kNullType:
      return "null";
    case rapidjson::kFalseType:
    case rapidjson::kTrueType:
      return "true or false";
    case rapidjson::kObjectType:
      return "an object";
    case rapidjson::kArrayType:
      return "an array";
    case rapidjson::kStringType:
      return "a string";
    case rapidjson::kNumberType:
      return "a number";
  }
  return "a value";
}

/// The text members of one article.
class Members {
 public:
  Members(const rapidjson::Value& object, const std::string& source)
      : object_(object), source_(source) {}

  /// Empty where there is none.
  std::string text(const char* name) const {
    const auto member = object_.FindMember(name);
    if (member == object_.MemberEnd() || member->value.IsNull()) return {};
    if (!member->value.IsString()) wrong(name, member->value, "a string");
    return clean_text({member->value.GetString(), member->value.GetStringLength()}, source_);
  }

  std::string line(const char* name) const { return fold_space(text(name)); }

  /// Ids are numbers in many databases.
  std::string id(const char* name) const {
    const auto member = object_.FindMember(name);
    if (member != object_.MemberEnd() && member->value.IsInt64()) {
      return std::to_string(member->value.GetInt64());
    }
    return line(name);
  }

  /// One name, or an array of them.
  std::string names(const char* name) const {
    const auto member = object_.FindMember(name);
    if (member == object_.MemberEnd() || !member->value.IsArray()) return line(name);
    std::string names;
    for (const rapidjson::Value& value : member->value.GetArray()) {
      if (!value.IsString()) wrong(name, value, "a string, or an array of strings");
      if (!names.empty()) names += ", ";
      names += fold_space(clean_text({value.GetString(), value.GetStringLength()}, source_));
    }
    return names;
  }

  std::string date(const char* name) const { return read_date_field(text(name), name, source_); }

 private:
  [[noreturn]] void wrong(const char* name, const rapidjson::Value& value,
                          const char* expected) const {
    throw ParseError(
        source_, 0,
        "\"" + std::string(name) + "\" is " + type_name(value) + "; expected " + expected);
  }

  const rapidjson::Value& object_;
  const std::string& source_;
};

}  // namespace

Article read_json_article(std::string& json, const std::string& source,
                          const std::string& fallback_key) {
  if (json.size() > kMostJson) throw ParseError(source, 0, "over 64 MiB of JSON for one article");
  if (!json_nests_within(json, kMostJsonDepth)) {
    throw ParseError(
        source, 0,
        "JSON nested over " + std::to_string(kMostJsonDepth) + " deep; expected an article");
  }
  if (json.find('\0') != json.npos) {
    throw ParseError(source, 0, "NUL byte; expected an article as a JSON object");
  }
  rapidjson::Document document;
  constexpr unsigned kFlags = rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag |
                              rapidjson::kParseValidateEncodingFlag;
  document.ParseInsitu<kFlags>(json.data());
  if (document.HasParseError()) {
    throw ParseError(source, 0,
                     std::string("no JSON: ") +
                         rapidjson::GetParseError_En(document.GetParseError()) + " (byte " +
                         std::to_string(document.GetErrorOffset() + 1) + ")");
  }
  if (!document.IsObject()) {
    throw ParseError(source, 0,
                     std::string(type_name(document)) +
                         "; expected an article as a JSON object: {\"title\": ..., \"text\": ...}");
  }
  const Members members(document, source);
  Article article;
  article.source = source;
  article.id = members.id("id");
  article.url = members.line("url");
  article.title = members.line("title");
  article.outlet = members.line("outlet");
  article.author = members.names("author");
  article.published = members.date("published");
  article.modified = members.date("modified");
  article.language = members.line("language");
  if (!document.HasMember("text")) {
    throw ParseError(source, 0, "\"text\" is missing; expected the article's text");
  }
  article.text = members.text("text");
  check_limits(article);
  lay_out(article);
  identify(article, fallback_key);
  return article;
}

}  // namespace newsgraph
