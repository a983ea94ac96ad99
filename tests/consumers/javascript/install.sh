#!/usr/bin/env bash
# JavaScript's graph libraries: Cytoscape.js, and graphology, which Sigma draws.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$here/../install.bash"
install_npm javascript "$here"
