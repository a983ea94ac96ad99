#!/usr/bin/env bash
# Gephi's toolkit: Gephi without its windows.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$here/../install.bash"
install_maven gephi "$here/pom.xml"
