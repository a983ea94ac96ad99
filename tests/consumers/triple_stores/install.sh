#!/usr/bin/env bash
# Triple stores to push into: Oxigraph from PyPI; Fuseki is brought by ../rdf.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$here/../install.bash"
install_pypi oxigraph "$here/requirements.txt"
