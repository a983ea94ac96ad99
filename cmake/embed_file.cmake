# Writes INPUT as a C++ string literal; called by newsgraph_embed(). In pieces, because compilers
# limit the length of one literal.
file(READ ${INPUT} content)
string(LENGTH "${content}" length)
set(literals "")
set(offset 0)
while(offset LESS length)
  string(SUBSTRING "${content}" ${offset} 8000 piece)
  string(APPEND literals "R\"~embed~(${piece})~embed~\"\n")
  math(EXPR offset "${offset} + 8000")
endwhile()
file(WRITE ${OUTPUT} "#include <string_view>
namespace newsgraph::embedded {
extern const std::string_view ${SYMBOL};
using namespace std::string_view_literals;
const std::string_view ${SYMBOL} = std::string_view(
${literals});
}
")
