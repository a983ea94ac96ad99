#!/usr/bin/env bash
# Jena with Fuseki, OWLAPI (what Protégé opens ontologies with), and RDF libraries of Python and JavaScript.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$here/../install.bash"
install_maven jena "$here/jena.xml"
install_maven owlapi "$here/owlapi.xml"
install_npm rdf_javascript "$here"
install_pypi rdf_python "$here/requirements.txt"
