#!/usr/bin/env bash
# Debian's Chromium, what drives it, and what the page is bundled with.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$here/../install.bash"

install_packages chromium
install_npm chromium "$here"
install_npm page "$consumers_root/export/html"
