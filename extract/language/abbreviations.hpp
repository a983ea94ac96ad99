#pragma once

#include <string_view>

/// Tables of the tokenizer and the sentence splitter; own compilation of common English usage.
/// Lower case, without the final stop, sorted (checked by a test).
namespace newsgraph {

/// Words that keep their stop and are mostly followed by a name or number: no sentence ends here.
inline constexpr std::string_view kTitleAbbreviations[] = {
    "adm", "art", "atty", "brig",   "bros",  "capt", "cf",   "cmdr", "col", "cpl",  "dr",
    "e.g", "eng", "esp",  "fig",    "figs",  "fr",   "gen",  "gens", "gov", "govs", "hon",
    "i.e", "lt",  "maj",  "messrs", "mlle",  "mme",  "mr",   "mrs",  "ms",  "mt",   "nos",
    "ph",  "pp",  "pres", "prof",   "profs", "pvt",  "rep",  "reps", "rev", "sen",  "sens",
    "sgt", "sr",  "st",   "supt",   "viz",   "vol",  "vols", "vs"};

/// Words that keep their stop and may end a sentence: it ends if the next word looks like a start.
inline constexpr std::string_view kOtherAbbreviations[] = {
    "a.k.a", "a.m",  "al",   "approx", "apr",  "assn",  "assoc", "aug",  "ave",  "blvd",
    "ca",    "co",   "conn", "corp",   "dec",  "dept",  "dist",  "div",  "est",  "etc",
    "ext",   "feb",  "fla",  "fri",    "ft",   "inc",   "intl",  "jan",  "jr",   "jul",
    "jun",   "lb",   "lbs",  "ltd",    "mar",  "mass",  "mich",  "min",  "minn", "mon",
    "natl",  "nov",  "oct",  "oz",     "p.m",  "para",  "ph.d",  "plc",  "pty",  "rd",
    "sat",   "sec",  "sept", "thu",    "thur", "thurs", "tue",   "tues", "u.k",  "u.n",
    "u.s",   "univ", "va",   "wash",   "wed",  "yr",    "yrs"};

/// Prefixes that stay joined to the word behind their hyphen ("non-profit"); elsewhere a hyphen is
/// a token of its own (UD English).
inline constexpr std::string_view kJoinedPrefixes[] = {
    "anti",   "co",   "counter", "cross", "e",    "ex",    "inter", "intra",
    "mid",    "mini", "multi",   "non",   "over", "post",  "pre",   "pro",
    "psycho", "re",   "semi",    "socio", "sub",  "ultra", "un",    "under"};

/// What stands right behind a number as its unit ("10pm", "5km"): a token of its own.
inline constexpr std::string_view kUnits[] = {
    "am",  "b",  "bn",  "c",  "cc",  "cm", "f",   "ft", "g",   "gb", "ghz", "gw", "ha",  "hz", "k",
    "kb",  "kg", "khz", "km", "kph", "kw", "kwh", "lb", "lbs", "m",  "mb",  "mg", "mhz", "ml", "mm",
    "mph", "mw", "nm",  "oz", "p",   "pm", "s",   "sq", "t",   "tb", "tn",  "w",  "x"};

/// Last parts of internet names, for names written without "http" or "www".
inline constexpr std::string_view kTopLevelDomains[] = {
    "au",  "biz", "br",  "ca",  "ch",   "cn",  "co", "com", "de", "edu",
    "es",  "eu",  "fr",  "gov", "info", "int", "io", "ir",  "jp", "mil",
    "net", "nl",  "org", "pl",  "ru",   "se",  "tv", "ua",  "uk"};

}  // namespace newsgraph
