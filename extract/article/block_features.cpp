#include "extract/article/block_features.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "extract/article/metadata_line.hpp"
#include "extract/article/text_encoding.hpp"

namespace newsgraph {
namespace {

/// English words that hold sentences together; sorted. Headlines have few, menus none.
constexpr std::array<std::string_view, 126> kFunctionWords = {
    "a",      "about", "after",   "again", "against", "all",     "also",   "although", "am",
    "an",     "and",   "any",     "are",   "as",      "at",      "be",     "because",  "been",
    "before", "being", "between", "both",  "but",     "by",      "can",    "could",    "did",
    "do",     "does",  "during",  "each",  "even",    "for",     "from",   "had",      "has",
    "have",   "he",    "her",     "here",  "him",     "his",     "how",    "however",  "i",
    "if",     "in",    "into",    "is",    "it",      "its",     "just",   "like",     "many",
    "may",    "me",    "might",   "more",  "most",    "much",    "must",   "my",       "no",
    "nor",    "not",   "of",      "on",    "one",     "only",    "or",     "other",    "our",
    "out",    "over",  "own",     "per",   "said",    "same",    "says",   "she",      "should",
    "since",  "so",    "some",    "such",  "than",    "that",    "the",    "their",    "them",
    "then",   "there", "these",   "they",  "this",    "those",   "though", "through",  "to",
    "too",    "under", "until",   "up",    "upon",    "us",      "very",   "was",      "we",
    "were",   "what",  "when",    "where", "whether", "which",   "while",  "who",      "whom",
    "whose",  "why",   "will",    "with",  "within",  "without", "would",  "you",      "your"};
static_assert(std::is_sorted(kFunctionWords.begin(), kFunctionWords.end()));

/// First words of calls on the reader.
constexpr std::string_view kCalls[] = {
    "subscribe", "follow", "share",  "click", "sign",   "log",      "join",    "download",
    "register",  "donate", "select", "print", "email",  "e-mail",   "comment", "tweet",
    "load",      "skip",   "post",   "watch", "listen", "read",     "see",     "support",
    "save",      "show",   "view",   "get",   "try",    "continue", "learn",   "leave"};
/// What such a call is about; one of them makes it one.
constexpr std::string_view kCallObjects[] = {
    "us",       "our",       "your",    "here",     "newsletter", "newsletters",
    "app",      "channel",   "rss",     "facebook", "twitter",    "telegram",
    "whatsapp", "instagram", "youtube", "comment",  "comments",   "reply",
    "account",  "page",      "link",    "article",  "story",      "content",
    "ctrl",     "mouse",     "updates", "free",     "friends",    "pdf"};
/// What stands before the colon of credits, captions and tags.
constexpr std::string_view kLabels[] = {
    "photo",    "photos",     "photograph", "photographs", "image",   "images",       "picture",
    "pictures", "credit",     "credits",    "source",      "sources", "tags",         "tag",
    "category", "categories", "topics",     "topic",       "caption", "video",        "graphic",
    "author",   "authors",    "editor",     "editors",     "file",    "illustration", "filed",
    "keywords", "labels",     "related",    "copyright",   "via",     "share",        "url",
    "link",     "see",        "read",       "edited",      "written", "published",    "updated",
    "posted"};
/// What a picture is called where its description begins.
constexpr std::string_view kPictures[] = {
    "photo",      "photograph", "picture",    "image",    "portrait",  "illustration",
    "screenshot", "map",        "screengrab", "still",    "graphic",   "view",
    "diagram",    "cartoon",    "logo",       "close-up", "silhouette"};
/// Headings of what pages put behind an article, folded.
constexpr std::string_view kSections[] = {
    "comments",         "postacomment",  "leaveacomment",  "leaveareply",  "relatedarticles",
    "relatedstories",   "related",       "relatednews",    "relatedposts", "readmore",
    "seealso",          "mostread",      "mostpopular",    "mostviewed",   "popular",
    "trending",         "latestnews",    "latest",         "recommended",  "youmayalsolike",
    "youmightalsolike", "morestories",   "morenews",       "morefromus",   "sources",
    "references",       "externallinks", "furtherreading", "nowreading",   "newsletter",
    "advertisement",    "aboutus",       "contactus",      "tags",         "sharethis",
    "editorspicks",     "topstories",    "whattoreadnext", "sisterlinks",  "relatednewsarticles"};

bool any_of(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// A word as it is written, and in lower case without the punctuation around it.
struct Word {
  std::string_view written;
  std::string lower;
  bool capital = false;
};

/// Adds the lower-case form of the letters and digits of `text`; inner hyphens, apostrophes and
/// dots stay where `keep_inner`.
std::string fold_letters(std::string_view text, bool keep_inner) {
  std::string folded;
  std::string inner;
  for (std::size_t at = 0; at < text.size();) {
    const auto character = static_cast<UChar32>(next_character(text, at));
    if (u_isalnum(character)) {
      folded += inner;
      inner.clear();
      append_character(folded, static_cast<char32_t>(u_tolower(character)));
    } else if (keep_inner && !folded.empty()) {
      append_character(inner, static_cast<char32_t>(character));
    }
  }
  return folded;
}

/// Whether the first letter of `word`, behind quotes and brackets, is upper case.
bool begins_upper(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const auto character = static_cast<UChar32>(next_character(word, at));
    if (u_isdigit(character)) return false;
    if (u_isalpha(character)) return u_isupper(character) != 0 || u_istitle(character) != 0;
  }
  return false;
}

std::vector<Word> split_words(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t\n", at);
    if (begin == text.npos) break;
    at = std::min(text.find_first_of(" \t\n", begin), text.size());
    const std::string_view written = text.substr(begin, at - begin);
    std::string lower = fold_letters(written, true);
    if (!lower.empty()) words.push_back({written, std::move(lower), begins_upper(written)});
  }
  return words;
}

std::string_view without_closing(std::string_view text) {
  constexpr std::string_view kClosing[] = {"\"", "'", ")", "]", "”", "’", "»", "*", "†", " "};
  for (bool closed = true; closed;) {
    closed = false;
    for (const std::string_view mark : kClosing) {
      if (text.size() > mark.size() && text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        closed = true;
      }
    }
  }
  return text;
}

bool is_address(std::string_view word) {
  return word.starts_with("http://") || word.starts_with("https://") || word.starts_with("www.") ||
         word.starts_with("@") || word.starts_with("(@") || word.starts_with("#") ||
         (word.find('@') != word.npos && word.find('.') != word.npos);
}

bool has_separators(std::string_view block, std::size_t words) {
  std::size_t count = 0;
  for (const std::string_view mark :
       {" » ", " › ", " > ", " | ", " • ", " · ", " / ", " → ", " ❯ "}) {
    for (std::size_t at = block.find(mark); at != block.npos; at = block.find(mark, at + 1))
      ++count;
  }
  const bool arrow =
      block.ends_with(">") || block.ends_with("»") || block.ends_with("→") || block.ends_with("›");
  return arrow || (count > 0 && words <= 6 * (count + 1));
}

/// "Word: ..." or "Two words: ..." with a word of kLabels before the colon; also "Photo by ...",
/// "File photo", "Image courtesy of ...".
bool is_label(const std::vector<Word>& words) {
  if (words.empty() || !any_of(kLabels, words[0].lower)) return false;
  for (std::size_t i = 0; i < std::min<std::size_t>(words.size(), 3); ++i) {
    if (words[i].written.ends_with(':')) return true;
  }
  if (words.size() < 2) return false;
  const std::string& second = words[1].lower;
  return words.size() <= 12 && (second == "by" || second == "courtesy" || second == "credit" ||
                                second == "photo" || second == "via" || second == "under");
}

bool is_picture(const std::vector<Word>& words) {
  if (words.size() < 3) return false;
  std::size_t at = words[0].lower == "file" || words[0].lower == "stock" ? 1 : 0;
  if (!any_of(kPictures, words[at].lower)) return false;
  const std::string& next = words[at + 1].lower;
  return next == "of" || next == "showing" || next == "shows" || next == "taken" ||
         next == "from" || next == "depicting";
}

bool is_call(const std::vector<Word>& words, bool exclaimed) {
  if (words.empty() || words.size() > 16 || !any_of(kCalls, words[0].lower)) return false;
  if (words.size() == 1) return exclaimed;
  const std::string& second = words[1].lower;  // "Support for our troops", "Share of the vote"
  if (second == "for" || second == "of" || second == "from" || second == "among") {
    return words[0].lower == "register" || words[0].lower == "follow";
  }
  const bool shows_more = second == "more" || second == "also" || second == "next";
  return exclaimed || shows_more ||
         std::any_of(words.begin() + 1, words.end(),
                     [](const Word& word) { return any_of(kCallObjects, word.lower); });
}

bool is_footnote(std::string_view block, const std::vector<Word>& words, bool ends_sentence) {
  if (block.find("©") != block.npos || block.find("(c) ") != block.npos) return true;
  if ((block.starts_with('*') || block.starts_with("†")) && block.size() > 1 && block[1] != ' ') {
    return true;
  }
  if ((block.starts_with("—") || block.starts_with("–") || block.starts_with("--")) &&
      !ends_sentence) {
    return true;  // who said the quote above
  }
  if (words.empty()) return true;
  const std::string& first = words[0].lower;
  if (first == "copyright" && words.size() > 1 && !words[1].capital) {
    return words[1].lower.find_first_not_of("0123456789-") == std::string::npos;
  }
  if (block.starts_with('(') && words.size() > 1 && words[1].lower == "by") {
    return first == "reporting" || first == "writing" || first == "editing" ||
           first == "additional" || first == "compiled";
  }
  return (first == "reporting" || first == "editing" || first == "writing") && words.size() > 2 &&
         words[1].lower == "by";
}

/// Forms by which a finite verb is seen without a dictionary of all: auxiliaries, pronouns that
/// need one, the commonest irregular pasts; sorted.
constexpr std::array<std::string_view, 95> kVerbSigns = {
    "am",     "are",   "aren't",  "back",   "backs",  "be",   "became", "been",    "began",
    "bought", "broke", "brought", "built",  "came",   "can",  "can't",  "caught",  "chose",
    "could",  "cut",   "did",     "didn't", "died",   "do",   "does",   "doesn't", "drew",
    "drove",  "fell",  "flew",    "fought", "found",  "gave", "got",    "grew",    "had",
    "has",    "have",  "he",      "heard",  "held",   "hit",  "i",      "is",      "isn't",
    "it",     "kept",  "knew",    "laid",   "led",    "left", "lost",   "made",    "may",
    "met",    "might", "must",    "paid",   "put",    "quit", "ran",    "reject",  "rejects",
    "rose",   "said",  "saw",     "says",   "sent",   "set",  "shall",  "she",     "shot",
    "should", "sold",  "spoke",   "stood",  "struck", "that", "they",   "thought", "threw",
    "told",   "took",  "was",     "wasn't", "we",     "went", "were",   "who",     "will",
    "won",    "won't", "would",   "wrote",  "you"};
static_assert(std::is_sorted(kVerbSigns.begin(), kVerbSigns.end()));

/// Whether something in the block looks like a finite verb: a word of kVerbSigns, one in "-ed", or
/// a content word right before an article or possessive ("backs the plan", "complete a test").
bool has_verb(const std::vector<Word>& words) {
  constexpr std::string_view kDeterminers[] = {"a",   "an",  "the", "his",   "her",
                                               "its", "our", "my",  "their", "your"};
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i].lower;
    if (std::binary_search(kVerbSigns.begin(), kVerbSigns.end(), word)) return true;
    if (i == 0 || words[i].capital) continue;
    if (word.size() > 3 && word.ends_with("ed")) return true;
    if (i + 1 == words.size()) continue;
    const bool content = !std::binary_search(kFunctionWords.begin(), kFunctionWords.end(), word) &&
                         !word.ends_with("ing") &&
                         words[i].written.find_first_of(",.;:!?)") == std::string_view::npos;
    const Word& next = words[i + 1];
    if (content && any_of(kDeterminers, next.lower)) return true;
    // "Moscow backs Norland", "bombs explode", "rain boosts economic growth": a plural is hardly
    // ever followed by a name or another content word.
    const bool plural = word.ends_with('s') || word == "people" || word == "police";
    const bool next_content =
        !std::binary_search(kFunctionWords.begin(), kFunctionWords.end(), next.lower) &&
        !next.lower.ends_with("ing");
    if (content && plural && next_content) return true;
  }
  return false;
}

bool is_section(const std::string& folded) {
  std::string_view name = folded;
  while (!name.empty() && name.front() >= '0' && name.front() <= '9') name.remove_prefix(1);
  while (!name.empty() && name.back() >= '0' && name.back() <= '9') name.remove_suffix(1);
  return any_of(kSections, name) || name == "comment";
}

}  // namespace

double BlockFeatures::capital_share() const {
  return words < 2 ? 1.0 : static_cast<double>(capitalised) / static_cast<double>(words - 1);
}

double BlockFeatures::function_share() const {
  return words == 0 ? 0.0 : static_cast<double>(function_words) / static_cast<double>(words);
}

bool BlockFeatures::is_furniture() const {
  return words == 0 || call || is_picture() || separators || address || footnote || tag || section;
}

bool BlockFeatures::may_be_caption() const {
  return ends_with_stop && !holds_sentences && !verb && words <= 14;
}

bool BlockFeatures::is_sentence() const {
  if (is_furniture()) return false;
  if (holds_sentences && words >= 6) return true;
  if (ends_sentence) {
    // "What Happens Next?" is a heading, "What happens next?" a question.
    if (words < 2) return false;
    return ends_with_stop ? capital_share() < 0.8 || function_words > 0
                          : capital_share() < 0.6 || words >= 14;
  }
  if (ends_with_colon) return words >= 5 && function_words > 0 && capital_share() < 0.5;
  return words >= 12 && function_share() >= 0.2 && capital_share() < 0.5;
}

BlockFeatures block_features(std::string_view block, bool bullet) {
  BlockFeatures features;
  const std::vector<Word> words = split_words(block);
  features.words = words.size();
  features.folded = fold_letters(block, false);
  features.columns = static_cast<std::size_t>(std::count_if(block.begin(), block.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
  std::size_t address_bytes = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_address(words[i].written)) address_bytes += words[i].written.size();
    if (i > 0 && words[i].capital) ++features.capitalised;
    if (i > 0 && std::binary_search(kFunctionWords.begin(), kFunctionWords.end(), words[i].lower)) {
      ++features.function_words;
    }
    if (i + 1 < words.size() && words[i + 1].capital && words[i].lower.size() > 3) {
      const std::string_view closed = without_closing(words[i].written);
      if (closed.ends_with('.') || closed.ends_with('?') || closed.ends_with('!')) {
        features.holds_sentences = true;
      }
    }
  }
  const std::string_view end = without_closing(block);
  features.ends_with_stop = end.ends_with('.');
  features.ends_sentence =
      features.ends_with_stop || end.ends_with('!') || end.ends_with('?') || end.ends_with("…");
  features.ends_with_colon = end.ends_with(':');
  features.address = address_bytes * 5 > block.size() * 2;
  features.separators = has_separators(block, words.size());
  features.label = is_label(words);
  features.picture = is_picture(words);
  features.call = is_call(words, end.ends_with('!'));
  features.footnote = is_footnote(block, words, features.ends_sentence);
  features.verb = has_verb(words);
  // A whole sentence is read, credit or not.
  const std::size_t credit = find_credit(block);
  features.credit = words.size() <= 14 && credit < block.size() &&
                    !(features.verb && block.substr(0, credit).ends_with('.'));
  features.section = is_section(features.folded);
  features.tag = bullet && features.words < 3;
  return features;
}

}  // namespace newsgraph
