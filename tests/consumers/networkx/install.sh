#!/usr/bin/env bash
# Python's graph libraries, as current as PyPI has them; tests/export reads with Debian's.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$here/../install.bash"
install_pypi networkx "$here/requirements.txt"
