#pragma once

#include <string>
#include <string_view>

namespace newsgraph {

/// Key of one folded word of a name that its romanisations share: equal keys, one spelling.
///
///     zarovsky, zarovskyy, zarovskyi, zarovskiy, zarovskij, zarovski  ->  zarovski
///     kharkov, harkov; zhirov, jirov; gorbachyov, gorbachev; hussein, husayn
///
/// The order of consonants and vowels stays, so that "Iran" and "Iraq", "Mali" and "Mail" remain
/// apart; words of three letters or fewer are their own key.
std::string spelling_key(std::string_view word);

}  // namespace newsgraph
