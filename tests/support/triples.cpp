#include "tests/support/triples.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>

#include "extract/base/hash.hpp"

namespace newsgraph::test {
namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text = trim(text.substr(prefix.size()));
  return true;
}

/// The parts of `text` between `separator`, trimmed.
std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto at = text.find(separator);
    parts.push_back(trim(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

std::string last_word(std::string_view text) {
  const auto space = text.rfind(' ');
  return std::string(space == std::string_view::npos ? text : text.substr(space + 1));
}

class Builder {
 public:
  explicit Builder(ArticleHeader header) {
    extraction_.article = std::move(header);
    ArticleHeader& article = extraction_.article;
    if (article.source.empty()) article.source = article.key;
    if (article.fingerprint.empty()) article.fingerprint = "test";
  }

  void add(std::string_view line) {
    line_ = line;
    sentence_begin_ = text_.size();
    if (take(line, ":")) {
      mention(line);
    } else {
      proposition(line);
    }
    text_ += '.';
    const Span span = span_from(sentence_begin_);
    extraction_.sentences.push_back({span, text_.substr(span.begin, span.size())});
    text_ += ' ';
  }

  Extraction finish() {
    ArticleHeader& article = extraction_.article;
    if (article.text_hash.empty()) article.text_hash = sha256_hex(text_);
    if (article.content_hash.empty()) {
      article.content_hash = sha256_hex(article.title + '\0' + article.published + '\0' +
                                        article.modified + '\0' + text_);
    }
    extraction_.tokens = static_cast<std::uint64_t>(std::count(text_.begin(), text_.end(), ' '));
    return std::move(extraction_);
  }

 private:
  [[noreturn]] void fail(const std::string& why) const {
    throw std::logic_error("triples: " + why + " in: " + std::string(line_));
  }

  Span span_from(std::size_t begin) const {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text_.size())};
  }

  Span write(std::string_view words) {
    if (text_.size() > sentence_begin_) text_ += ' ';
    const std::size_t begin = text_.size();
    text_ += words;
    return span_from(begin);
  }

  /// Appends the mention to the text and the list; chains it to the earlier ones of its chain.
  std::uint32_t push(Mention mention, std::string chain) {
    const auto index = static_cast<std::uint32_t>(extraction_.mentions.size());
    mention.sentence = static_cast<std::uint32_t>(extraction_.sentences.size());
    mention.id = mention_id(extraction_.article.key, mention.span);
    if (chain.empty() && mention.form == MentionForm::kName) {
      chain = mention.text + '/' + to_string(mention.type);
    }
    mention.chain = chain.empty() ? index : chains_.emplace(chain, index).first->second;
    extraction_.mentions.push_back(std::move(mention));
    return index;
  }

  std::uint32_t mention(std::string_view notation) {
    Mention mention;
    std::string chain;
    std::vector<std::string_view> participants;
    if (notation.starts_with('(')) {
      const auto end = notation.find(')');
      if (end == std::string_view::npos) fail("title without ')'");
      mention.title = notation.substr(1, end - 1);
      notation = trim(notation.substr(end + 1));
      write(mention.title);
    }
    if (const auto open = notation.find('['); open != std::string_view::npos) {
      const auto close = notation.find(']', open);
      if (close == std::string_view::npos) fail("participants without ']'");
      participants = split(notation.substr(open + 1, close - open - 1), ",");
      chain = trim(notation.substr(close + 1));
      notation = notation.substr(0, open);
    }
    if (const auto hash = notation.rfind('#'); hash != std::string_view::npos) {
      chain = notation.substr(hash);
      notation = notation.substr(0, hash);
    }
    const auto slash = notation.rfind('/');
    const std::string_view type =
        slash == std::string_view::npos ? std::string_view() : notation.substr(slash + 1);
    mention.text = trim(notation.substr(0, slash));
    mention.head = last_word(mention.text);
    set_type(mention, type, !participants.empty());
    mention.span = write(mention.text);
    const Span whole = mention.span;
    const std::string text = mention.text;
    const std::uint32_t index = push(std::move(mention), chain);
    for (const std::string_view participant : participants) {
      const std::uint32_t added = inner_mention(participant, whole, text);
      extraction_.mentions[index].participants.push_back(added);
    }
    return index;
  }

  /// A name among the words of another mention.
  std::uint32_t inner_mention(std::string_view notation, Span whole, const std::string& text) {
    const auto slash = notation.rfind('/');
    if (slash == std::string_view::npos) fail("participant without type");
    Mention mention;
    mention.text = notation.substr(0, slash);
    mention.head = last_word(mention.text);
    set_type(mention, notation.substr(slash + 1), false);
    const auto at = text.find(mention.text);
    if (at == std::string::npos) fail("participant that is not among the event's words");
    mention.span.begin = whole.begin + static_cast<std::uint32_t>(at);
    mention.span.end = mention.span.begin + static_cast<std::uint32_t>(mention.text.size());
    return push(std::move(mention), "");
  }

  void set_type(Mention& mention, std::string_view type, bool has_participants) {
    if (type == "pronoun") {
      mention.form = MentionForm::kPronoun;
      return;
    }
    if (type.empty() || type == "concept" || type == "described") {
      mention.kind = type == "described" ? NodeKind::kEntity : NodeKind::kConcept;
      return;
    }
    const auto known = entity_type_from_string(type);
    if (!known) fail("unknown type");
    mention.type = *known;
    if (*known >= EntityType::kDate && *known <= EntityType::kQuantity) {
      mention.kind = NodeKind::kValue;
      mention.value = mention.text;
    } else if (*known == EntityType::kEvent && has_participants) {
      mention.kind = NodeKind::kEvent;
    } else {
      mention.form = MentionForm::kName;
      mention.kind = NodeKind::kEntity;
    }
  }

  Argument argument(std::string_view notation) {
    Argument argument;
    const std::size_t begin = text_.size() > sentence_begin_ ? text_.size() + 1 : text_.size();
    if (take(notation, "^")) {
      argument.kind = Argument::Kind::kProposition;
      argument.index = static_cast<std::uint32_t>(std::stoul(std::string(notation)));
      argument.text = "that";
      argument.span = write(argument.text);
      return argument;
    }
    argument.kind = Argument::Kind::kMention;
    argument.index = mention(notation);
    argument.span = span_from(begin);
    argument.text = text_.substr(begin);
    return argument;
  }

  /// `{role mention}` or `{field=value}`.
  void set_field(Proposition& proposition, std::string_view field) {
    if (take(field, "date=")) {
      proposition.event_date = field;
    } else if (take(field, "said=")) {
      proposition.statement_date = field;
    } else if (take(field, "conf=")) {
      proposition.confidence = std::stod(std::string(field));
    } else if (take(field, "rule=")) {
      proposition.rule = field;
    } else if (take(field, "readable=")) {
      proposition.readable = field;
    } else {
      const auto space = field.find(' ');
      if (space == std::string_view::npos) fail("qualifier without role");
      Qualifier qualifier;
      qualifier.role = field.substr(0, space);
      const std::string_view value = trim(field.substr(space));
      if (!qualifier.role.empty()) write(qualifier.role);
      if (value.find('/') != std::string_view::npos) {
        qualifier.value = argument(value);
      } else {
        qualifier.value.text = value;
        qualifier.value.span = write(value);
      }
      proposition.qualifiers.push_back(std::move(qualifier));
    }
  }

  void attribute(Proposition& proposition, std::string_view notation) {
    Attribution attribution;
    attribution.cue = last_word(notation);
    const std::string_view source =
        trim(notation.substr(0, notation.size() - attribution.cue.size()));
    const std::size_t begin = text_.size() + 1;
    if (source.find('/') != std::string_view::npos) {
      attribution.mention = mention(source);
      attribution.text = extraction_.mentions[*attribution.mention].text;
    } else {
      attribution.text = source;
      write(source);
    }
    write(attribution.cue);
    attribution.span = span_from(begin);
    proposition.attribution.push_back(std::move(attribution));
  }

  void proposition(std::string_view line) {
    Proposition proposition;
    proposition.confidence = 0.9;
    proposition.rule = "verb";
    proposition.sentence = static_cast<std::uint32_t>(extraction_.sentences.size());

    std::vector<std::string_view> fields;
    const auto take_fields = [&] {
      while (line.ends_with('}')) {
        const auto open = line.rfind('{');
        if (open == std::string_view::npos) fail("'}' without '{'");
        fields.push_back(line.substr(open + 1, line.size() - open - 2));
        line = trim(line.substr(0, open));
      }
    };
    take_fields();
    const auto attributed = split(line, " -- ");
    line = attributed.front();
    take_fields();

    for (bool more = true; more;) {
      more = false;
      if (take(line, "not ")) proposition.polarity = Polarity::kNegated, more = true;
      if (take(line, "planned ")) proposition.modality = Modality::kPlanned, more = true;
      if (take(line, "possible ")) proposition.modality = Modality::kPossible, more = true;
      if (take(line, "conditional ")) proposition.modality = Modality::kConditional, more = true;
    }

    const auto parts = split(line, ";");
    if (parts.size() < 2 || parts.size() > 3) fail("expected subject; predicate; object");
    proposition.subject = argument(parts[0]);
    const auto equals = parts[1].find(" = ");
    proposition.predicate = trim(parts[1].substr(0, equals));
    proposition.canonical = equals == std::string_view::npos
                                ? proposition.predicate
                                : std::string(trim(parts[1].substr(equals + 3)));
    proposition.readable = proposition.predicate;
    proposition.predicate_span = write(proposition.predicate);
    if (parts.size() == 3) proposition.object = argument(parts[2]);
    for (auto field = fields.rbegin(); field != fields.rend(); ++field)
      set_field(proposition, *field);
    for (std::size_t i = 1; i < attributed.size(); ++i) attribute(proposition, attributed[i]);
    proposition.id =
        proposition_id(extraction_.article.key, proposition.subject.span,
                       proposition.predicate_span, proposition.object.span, proposition.canonical);
    extraction_.propositions.push_back(std::move(proposition));
  }

  Extraction extraction_;
  std::string text_;
  std::size_t sentence_begin_ = 0;
  std::string_view line_;
  std::map<std::string, std::uint32_t> chains_;
};

}  // namespace

Extraction extraction(ArticleHeader header, std::string_view lines) {
  Builder builder(std::move(header));
  for (const std::string_view line : split(lines, "\n")) {
    if (!line.empty()) builder.add(line);
  }
  return builder.finish();
}

}  // namespace newsgraph::test
