#!/usr/bin/env bash
# From a fresh Debian 12 machine to a knowledge graph of examples/articles:
# installs what is missing, builds newsgraph, reads the articles, asks the graph, exports it.
#
#     examples/quickstart.sh [ARTICLES...]       your own articles instead of the examples
#
# May be run again at any time: what is installed, built and read already is not done twice.
set -euo pipefail

start=$PWD
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
. "$root/cmake/bootstrap.sh"

install_packages "${BUILD_PACKAGES[@]}"

say "Building newsgraph in build/release (a few minutes the first time)"
tests=()
[ -f "$root/build/release/CMakeCache.txt" ] || tests=(-DNEWSGRAPH_TESTS=OFF)
configure_release "$root" "${tests[@]}" >/dev/null
cmake --build "$root/build/release" --parallel "$(build_jobs)" --target newsgraph

# Shows a command as one would type it in the repository, and runs it.
run() { printf '\n$ newsgraph %s\n' "$*"; "$root/build/release/cli/newsgraph" "$@"; }

out=out/quickstart
if [ $# -gt 0 ]; then
  out=out/own
  articles=()
  for article in "$@"; do articles+=("$(cd "$start" && realpath -- "$article")"); done
else
  articles=(examples/articles)
fi
cd "$root"
mkdir -p "$out"

say "Reading the articles into one graph"
run build "${articles[@]}" -o "$out/news.ngraph"

say "What is in it"
run stats "$out/news.ngraph"

if [ $# = 0 ]; then
  say "How two of its people are connected, and which sentences say so"
  run path "$out/news.ngraph" "Wolanska" "Orlenko" --k 2
fi

say "The graph as a page of its own"
run view "$out/news.ngraph"

say "The graph for other tools"
run export "$out/news.ngraph" -o "$out/news.graphml"
run export "$out/news.ngraph" -o "$out/news.cypher"
run export "$out/news.ngraph" -o "$out/news.ttl"

say "Done. In $root/$out:"
cat <<END
  news.ngraph    the graph file; try: build/release/cli/newsgraph show $out/news.ngraph Rybak
  news.html      any browser: open it
  news.graphml   Gephi, Cytoscape, NetworkX, igraph
  news.cypher    Neo4j:               cypher-shell -f $out/news.cypher
  news.ttl       RDF stores, Protégé: rapper -i turtle -c $out/news.ttl
END
