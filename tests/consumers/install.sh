#!/usr/bin/env bash
# Installs every consumer that the tests in these folders need, and names those that it could not.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
failed=()
for script in "$here"/*/install.sh; do
  [ -f "$script" ] || continue
  name=$(basename "$(dirname "$script")")
  bash "$script" || failed+=("$name")
done
if [ "${#failed[@]}" != 0 ]; then
  echo "could not install the consumers: ${failed[*]}" >&2
  exit 1
fi
