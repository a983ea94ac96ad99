#!/bin/sh
# Imports these tables into an empty Neo4j database with neo4j-admin, the server being stopped.
# Arguments go to neo4j-admin: a database other than "neo4j", --overwrite-destination to replace
# what one holds.
set -eu
cd "$(dirname "$0")"
if [ -n "${NEO4J_HOME:-}" ] && [ -x "$NEO4J_HOME/bin/neo4j-admin" ]; then
  PATH="$NEO4J_HOME/bin:$PATH"
fi
case "${1:-}" in
  "" | -*) set -- neo4j "$@" ;;
esac
# neo4j-admin leaves its report in the folder that it is called in, which may not be writable.
report=$(mktemp)
trap 'cat "$report" >&2; rm -f "$report"' EXIT
neo4j-admin database import full "$@" --report-file="$report" \
  --id-type=string --array-delimiter=U+001F --bad-tolerance=0 --multiline-fields=true \
  --nodes=entities_header.csv,entities.csv \
  --nodes=documents_header.csv,documents.csv \
  --relationships=relations_header.csv,relations.csv \
  --nodes=claims_header.csv,claims.csv \
  --relationships=claim_entities_header.csv,claim_entities.csv \
  --relationships=claim_documents_header.csv,claim_documents.csv \
  --relationships=claim_claims_header.csv,claim_claims.csv
echo "Now start the server and create constraints and indexes: cypher-shell -f $PWD/schema.cypher"
