#pragma once

#include <optional>
#include <vector>

#include "extract/article/article.hpp"
#include "extract/article/text_layout.hpp"

namespace newsgraph {

/// Tells the article from what the page around it says, and sets `article.blocks`; title, author
/// and dates that the text gives are filled in where they are empty.
///
///     World Sport Opinion               furniture: a menu
///     Keller will not come to Berlin    title
///     By Jane Roe, 5 March 2024         dateline; author and date
///     Marta Keller declined ...         paragraph
///     An Icy Spring                     heading
///     "If you want no meeting ...       paragraph
///     Subscribe to our newsletter!      furniture, as all behind it is
///
/// Each block is judged by itself (block_features.hpp): whole sentences speak for the article,
/// menus, labels, calls on the reader and repeated lines against it. The body is then the run of
/// blocks with the largest sum (Pasternack and Roth, "Extracting Article Text from the Web with
/// Maximum Subsequence Segmentation", WWW 2009), so that a lone sentence among teasers stays out
/// and a short line between paragraphs stays in. Where nothing looks like an article, everything
/// that may be a sentence is a paragraph: nothing is lost. O(n).
void lay_out(Article& article);

/// The same for blocks that markup already told apart; those with a kind keep it.
struct KnownBlock {
  LayoutBlock layout;
  std::optional<BlockKind> kind;
};
void lay_out(Article& article, const std::vector<KnownBlock>& blocks);

}  // namespace newsgraph
