#!/usr/bin/env bash
# install_test.sh CMAKE SOURCE_DIR BUILD_DIR CXX [COMPILER_LAUNCHER]
#
# Installs the build into a temporary prefix; the program there must find its models there, and
# examples/library must build against the package there and read news.
set -euo pipefail
cmake=$1 source=$2 build=$3 cxx=$4 launcher=${5:-}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
prefix=$scratch/prefix
fail() { echo "FAILED: $*" >&2; exit 1; }
expect() { grep -qF -- "$2" "$1" || { cat "$1" >&2; fail "no \"$2\" in the output above"; }; }
unset NEWSGRAPH_MODELS

"$cmake" --install "$build" --prefix "$prefix" >"$scratch/install.log"

echo "-- the installed program reads articles"
"$prefix/bin/newsgraph" build "$source/examples/articles" -o "$scratch/news.ngraph"
"$prefix/bin/newsgraph" stats "$scratch/news.ngraph" >"$scratch/stats.txt"

echo "-- its schemas are there"
for schema in article proposition graph; do
  [ -s "$prefix/share/newsgraph/schemas/$schema.schema.json" ] || fail "$schema.schema.json is missing"
done

echo "-- the example builds against the installed package"
"$cmake" -S "$source/examples/library" -B "$scratch/library" -G Ninja \
  -DCMAKE_BUILD_TYPE=Release -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_CXX_COMPILER="$cxx" \
  -DCMAKE_CXX_COMPILER_LAUNCHER="$launcher" >"$scratch/configure.log"
"$cmake" --build "$scratch/library" >"$scratch/build.log" || { cat "$scratch/build.log"; fail "build"; }

echo "-- and reads text and graph"
"$scratch/library/read_news" text "General Stepan Koval denied the report." >"$scratch/text.txt"
expect "$scratch/text.txt" "denied"
"$scratch/library/read_news" graph "$scratch/news.ngraph" >"$scratch/graph.txt"
expect "$scratch/graph.txt" "relations"

echo "-- the models the installed program uses are the installed ones"
find "$prefix/share/newsgraph/models" -type f ! -name '*.md' -exec truncate -s 0 {} +
if "$prefix/bin/newsgraph" extract "$source/examples/articles/01-northern-wire-invitation.txt" \
    >/dev/null 2>"$scratch/error.txt"; then
  fail "the program did not notice that its installed models are empty"
fi
expect "$scratch/error.txt" "$prefix/share/newsgraph/models"
