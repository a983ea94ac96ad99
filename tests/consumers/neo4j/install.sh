#!/usr/bin/env bash
# Neo4j Community 5.26 from Maven, into build/consumers/neo4j: jars in lib/, and in bin/ the programs
# that Neo4j's own download has there, which are scripts that start Java.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$here/../install.bash"

install_maven neo4j "$here/pom.xml"

neo4j=$(consumer_folder neo4j)
rm -rf "$neo4j/bin"
cp -r "$here/bin" "$neo4j/bin"
