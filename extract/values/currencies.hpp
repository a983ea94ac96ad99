#pragma once

#include <string_view>

namespace newsgraph {

/// Currencies by ISO 4217 code, as news writes them; every word lower case, singular. Where several
/// countries have one of the name ("dollar", "rupee", "pound"), the bare name is the currency that
/// is mostly meant; "krone", "franc", "peso" and "dinar" need their country.
struct Currency {
  std::string_view name;
  std::string_view code;
};

inline constexpr Currency kCurrencyNames[] = {{"dollar", "USD"},
                                              {"us dollar", "USD"},
                                              {"american dollar", "USD"},
                                              {"australian dollar", "AUD"},
                                              {"canadian dollar", "CAD"},
                                              {"hong kong dollar", "HKD"},
                                              {"singapore dollar", "SGD"},
                                              {"new zealand dollar", "NZD"},
                                              {"taiwan dollar", "TWD"},
                                              {"euro", "EUR"},
                                              {"pound sterling", "GBP"},
                                              {"british pound", "GBP"},
                                              {"egyptian pound", "EGP"},
                                              {"lebanese pound", "LBP"},
                                              {"syrian pound", "SYP"},
                                              {"yen", "JPY"},
                                              {"yuan", "CNY"},
                                              {"renminbi", "CNY"},
                                              {"rupee", "INR"},
                                              {"indian rupee", "INR"},
                                              {"pakistani rupee", "PKR"},
                                              {"sri lankan rupee", "LKR"},
                                              {"nepalese rupee", "NPR"},
                                              {"rouble", "RUB"},
                                              {"ruble", "RUB"},
                                              {"russian ruble", "RUB"},
                                              {"belarusian ruble", "BYN"},
                                              {"hryvnia", "UAH"},
                                              {"zloty", "PLN"},
                                              {"forint", "HUF"},
                                              {"swedish krona", "SEK"},
                                              {"swedish kronor", "SEK"},
                                              {"danish krone", "DKK"},
                                              {"danish kroner", "DKK"},
                                              {"norwegian krone", "NOK"},
                                              {"norwegian kroner", "NOK"},
                                              {"swiss franc", "CHF"},
                                              {"cfa franc", "XOF"},
                                              {"turkish lira", "TRY"},
                                              {"lira", "TRY"},
                                              {"rand", "ZAR"},
                                              {"naira", "NGN"},
                                              {"cedi", "GHS"},
                                              {"kenyan shilling", "KES"},
                                              {"ugandan shilling", "UGX"},
                                              {"real", "BRL"},
                                              {"reais", "BRL"},
                                              {"mexican peso", "MXN"},
                                              {"argentine peso", "ARS"},
                                              {"chilean peso", "CLP"},
                                              {"colombian peso", "COP"},
                                              {"philippine peso", "PHP"},
                                              {"won", "KRW"},
                                              {"south korean won", "KRW"},
                                              {"baht", "THB"},
                                              {"rupiah", "IDR"},
                                              {"ringgit", "MYR"},
                                              {"dong", "VND"},
                                              {"taka", "BDT"},
                                              {"shekel", "ILS"},
                                              {"saudi riyal", "SAR"},
                                              {"qatari riyal", "QAR"},
                                              {"iranian rial", "IRR"},
                                              {"dirham", "AED"},
                                              {"iraqi dinar", "IQD"},
                                              {"kuwaiti dinar", "KWD"},
                                              {"serbian dinar", "RSD"},
                                              {"tenge", "KZT"},
                                              {"lari", "GEL"},
                                              {"dram", "AMD"},
                                              {"manat", "AZN"}};

/// Written before the number; the longer ones first. Codes ("USD 5 million") stand here too.
inline constexpr Currency kCurrencySigns[] = {
    {"us $", "USD"},         {"hk $", "HKD"},         {"nz $", "NZD"},
    {"a $", "AUD"},          {"c $", "CAD"},          {"s $", "SGD"},
    {"ca $", "CAD"},         {"cdn $", "CAD"},        {"au $", "AUD"},
    {"nt $", "TWD"},         {"r $", "BRL"},          {"$", "USD"},
    {"\xE2\x82\xAC", "EUR"}, {"\xC2\xA3", "GBP"},     {"\xC2\xA5", "JPY"},
    {"\xE2\x82\xB9", "INR"}, {"\xE2\x82\xBD", "RUB"}, {"\xE2\x82\xB4", "UAH"},
    {"\xE2\x82\xA9", "KRW"}, {"\xE2\x82\xBA", "TRY"}, {"\xE2\x82\xA6", "NGN"},
    {"rs", "INR"},           {"usd", "USD"},          {"eur", "EUR"},
    {"gbp", "GBP"},          {"chf", "CHF"},          {"jpy", "JPY"},
    {"cny", "CNY"},          {"rub", "RUB"},          {"inr", "INR"},
    {"sek", "SEK"},          {"nok", "NOK"},          {"dkk", "DKK"},
    {"pln", "PLN"},          {"aud", "AUD"},          {"cad", "CAD"}};

/// Whether `word` is a sign of currency, or letters before one: "$", "US$".
inline bool ends_in_currency_sign(std::string_view word) {
  for (const Currency& currency : kCurrencySigns) {
    const std::string_view sign = currency.name.substr(currency.name.rfind(' ') + 1);
    const bool letters = sign.front() >= 'a' && sign.front() <= 'z';
    if (!letters && word.ends_with(sign)) return true;
  }
  return false;
}

}  // namespace newsgraph
