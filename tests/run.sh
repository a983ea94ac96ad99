#!/usr/bin/env bash
# Installs what is missing, builds newsgraph with its tests, and runs them all.
#
#     tests/run.sh [--core] [CTEST OPTIONS...]        e.g. tests/run.sh --core -L graph
#
# --core leaves out the tests with real consumers (tests/consumers/): Neo4j, Gephi and others.
# Asks nothing, needs no network once the packages are there, and may be run again at any time.
set -euo pipefail
exec </dev/null

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
. "$root/cmake/bootstrap.sh"

consumers=ON
if [ "${1:-}" = --core ]; then
  consumers=OFF
  shift
fi

install_packages "${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
if [ "$consumers" = ON ]; then bash "$root/tests/consumers/install.sh"; fi

jobs=$(build_jobs)
say "Building in build/release with $jobs jobs"
configure_release "$root" -DNEWSGRAPH_TESTS=ON -DNEWSGRAPH_CONSUMERS="$consumers"
cmake --build "$root/build/release" --parallel "$jobs"

say "Testing"
log="$root/build/release/test.log"
status=0
ctest --test-dir "$root/build/release" --output-on-failure --no-label-summary --timeout 600 \
      --parallel "$jobs" "$@" 2>&1 | tee "$log" || status=$?
# Last of all, the line to look for, whatever ctest printed after it.
grep -E '^[0-9]+% tests passed|^No tests were found' "$log" || true
exit "$status"
