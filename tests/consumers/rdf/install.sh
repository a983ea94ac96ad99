#!/usr/bin/env bash
# Jena, Fuseki (as the recipe in examples/sparql brings it), OWLAPI (what Protégé opens ontologies with), and RDF
# libraries of Python and JavaScript.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$here/../install.bash"
install_maven jena "$here/jena.xml"
install_maven fuseki "$here/../../../examples/sparql/pom.xml"
install_maven owlapi "$here/owlapi.xml"
command -v curl >/dev/null || install_packages curl
install_npm rdf_javascript "$here"
install_pypi rdf_python "$here/requirements.txt"
