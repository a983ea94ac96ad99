#!/usr/bin/env bash
# Puts a SPARQL query to the Fuseki that fuseki.sh started, and prints the answer as CSV:
#
#     examples/sparql/ask.sh QUERY_FILE [PORT]
set -euo pipefail
curl --fail-with-body --silent --show-error --header "Accept: text/csv" \
     --data-urlencode "query@${1:?which query? examples/sparql/ask.sh QUERY_FILE [PORT]}" \
     "http://localhost:${2:-3030}/news/sparql"
