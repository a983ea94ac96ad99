#pragma once

#include <cstddef>
#include <string_view>

/// Tables of the tokenizer and the sentence splitter; own compilation of common English usage.
/// Lower case, without the final stop, sorted (checked by a test).
namespace newsgraph {

/// Words that keep their stop and are mostly followed by a name: no sentence ends here.
inline constexpr std::string_view kTitleAbbreviations[] = {
    "adm", "attn", "atty", "brig", "bros", "capt",   "cf",   "cmdr", "col",  "cpl",  "det",
    "dr",  "drs",  "e.g",  "eg",   "eng",  "esp",    "fr",   "gen",  "gens", "gov",  "govs",
    "hon", "i.e",  "insp", "lt",   "maj",  "messrs", "mlle", "mme",  "mr",   "mrs",  "ms",
    "mt",  "pfc",  "ph",   "pres", "prof", "profs",  "ps",   "pvt",  "rep",  "reps", "rev",
    "sen", "sens", "sgt",  "spc",  "sr",   "st",     "sts",  "supt", "v",    "viz",  "vs"};

/// Words that keep their stop and may end a sentence: it ends if the next word looks like a start.
inline constexpr std::string_view kOtherAbbreviations[] = {
    "a.k.a", "a.m",  "al",  "approx", "assn", "assoc", "ave", "blvd", "co",   "corp",
    "dept",  "dist", "div", "est",    "etc",  "ext",   "ft",  "hrs",  "inc",  "intl",
    "jr",    "lb",   "lbs", "ltd",    "mins", "natl",  "oz",  "p.m",  "ph.d", "plc",
    "pty",   "rd",   "u.k", "u.n",    "u.s",  "univ",  "yr",  "yrs"};

/// The same where they start with a capital: days and months.
inline constexpr std::string_view kCapitalAbbreviations[] = {
    "apr", "aug", "dec", "feb",  "fri", "jan",  "jul",   "jun", "mon",  "nov",
    "oct", "sat", "sep", "sept", "thu", "thur", "thurs", "tue", "tues", "wed"};

/// The same where they start with a capital behind a comma or hyphen: "Austin, Tex.", "D-Calif.".
inline constexpr std::string_view kStateAbbreviations[] = {
    "ala", "ariz", "ark", "calif", "colo", "conn", "del",  "fla",  "ga",   "ill",  "ind",
    "kan", "ky",   "la",  "mass",  "md",   "mich", "minn", "miss", "mo",   "mont", "neb",
    "nev", "okla", "ore", "pa",    "tenn", "tex",  "va",   "vt",   "wash", "wis",  "wyo"};

/// Words that keep their stop where a number follows: "No. 5", "p. 14", "c. 1818".
inline constexpr std::string_view kNumberAbbreviations[] = {
    "art", "b",   "c", "ca",   "ch", "d", "fig", "figs", "m",   "mar",
    "no",  "nos", "p", "para", "pp", "r", "sec", "sun",  "vol", "vols"};

/// Prefixes that stay joined to the word behind their hyphen ("non-profit"); elsewhere a hyphen is
/// a token of its own (UD English).
inline constexpr std::string_view kJoinedPrefixes[] = {
    "anti",    "arch",  "bi",    "bio",   "co",    "counter", "cross", "cyber",  "de",     "e",
    "electro", "ex",    "inter", "intra", "macro", "mega",    "micro", "mid",    "mini",   "mis",
    "multi",   "neo",   "non",   "over",  "post",  "pre",     "pro",   "pseudo", "psycho", "re",
    "semi",    "socio", "sub",   "tri",   "ultra", "un",      "under"};

/// Suffixes that stay joined in the same way ("Kafka-esque").
inline constexpr std::string_view kJoinedSuffixes[] = {"esque", "ette", "fold", "gate",
                                                       "itis",  "less", "wise"};

/// What stands right behind a number as its unit ("10pm", "5km"): a token of its own.
inline constexpr std::string_view kUnits[] = {
    "a.m.", "am", "b",   "bn", "c",    "cc",  "cm",    "days", "f",       "ft",  "g",    "gb",
    "ghz",  "gw", "ha",  "hh", "hr",   "hrs", "hz",    "k",    "kb",      "kg",  "khz",  "km",
    "kph",  "kw", "kwh", "lb", "lbs",  "m",   "mb",    "mg",   "mhz",     "min", "mins", "minutes",
    "ml",   "mm", "mph", "mw", "nm",   "oz",  "p",     "p.m.", "percent", "pm",  "s",    "sq",
    "t",    "tb", "tn",  "w",  "watt", "x",   "years", "yr",   "yrs"};

/// Two words written as one, parted before their last `tail` letters: contractions, with and
/// without the apostrophe that is often left out. Left alone are those that are mostly other words
/// ("ill", "lets").
struct FusedWord {
  std::string_view word;
  std::size_t tail;
};
inline constexpr FusedWord kFusedWords[] = {
    {"aint", 2},   {"alot", 3},     {"arent", 2},  {"cannot", 3}, {"cant", 2},   {"couldnt", 2},
    {"didnt", 2},  {"doesnt", 2},   {"dont", 2},   {"gimme", 2},  {"gonna", 2},  {"gotta", 2},
    {"hadnt", 2},  {"hasnt", 2},    {"havent", 2}, {"heres", 1},  {"hes", 1},    {"im", 1},
    {"isnt", 2},   {"itll", 2},     {"its", 1},    {"ive", 2},    {"lemme", 2},  {"outta", 2},
    {"shes", 1},   {"shouldnt", 2}, {"thats", 1},  {"theres", 1}, {"theyll", 2}, {"theyre", 2},
    {"theyve", 2}, {"wanna", 2},    {"wasnt", 2},  {"werent", 2}, {"weve", 2},   {"whats", 1},
    {"wont", 2},   {"wouldnt", 2},  {"youll", 2},  {"youre", 2},  {"youve", 2}};

/// What stands behind "its" only where "it's" is meant.
inline constexpr std::string_view kBehindItIs[] = {
    "a",   "also",   "an",     "been",  "definitely", "gonna", "in",   "like", "my",  "not", "now",
    "our", "really", "simply", "still", "that",       "the",   "very", "what", "why", "your"};

/// Words written with a slash that are one token.
inline constexpr std::string_view kSlashWords[] = {"a/c",  "b/c", "b/t", "l/c",  "n/a",
                                                   "s/he", "w/",  "w/o", "w/out"};

/// Names that end in an exclamation mark.
inline constexpr std::string_view kExclaimedNames[] = {"jeopardy!", "yahoo!"};

/// Last parts of internet names, for names written without "http" or "www".
inline constexpr std::string_view kTopLevelDomains[] = {
    "au",  "biz", "br",  "ca",  "ch",   "cn",  "co", "com", "de", "edu",
    "es",  "eu",  "fr",  "gov", "info", "int", "io", "ir",  "jp", "mil",
    "net", "nl",  "org", "pl",  "ru",   "se",  "tv", "ua",  "uk"};

/// Endings of file names.
inline constexpr std::string_view kFileEndings[] = {"csv",  "doc", "docx", "exe",  "gif", "htm",
                                                    "html", "jpg", "mp3",  "mp4",  "pdf", "png",
                                                    "ppt",  "txt", "xls",  "xlsx", "zip"};

}  // namespace newsgraph
