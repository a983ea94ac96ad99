#!/usr/bin/env bash
# Neo4j's own Cypher parser and semantic checks from npm, into build/consumers/cypher_parser.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$here/../install.bash"

install_npm cypher_parser "$here"
