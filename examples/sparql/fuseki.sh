#!/usr/bin/env bash
# Apache Jena Fuseki on this machine, with an RDF file in it:
#
#     examples/sparql/fuseki.sh FILE [PORT]        port 3030 if none is given; Ctrl-C ends it
#
# The first time, Maven brings Fuseki to out/fuseki.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
. "$root/cmake/bootstrap.sh"

[ $# -ge 1 ] || die "which file? examples/sparql/fuseki.sh FILE [PORT]"
file=$(realpath -- "$1")
port=${2:-3030}
library=${FUSEKI_LIBRARY:-$root/out/fuseki}

if ! compgen -G "$library/jena-fuseki-main-*.jar" >/dev/null; then
  install_packages maven default-jre-headless
  say "Bringing Fuseki to $library"
  retry mvn --batch-mode --quiet --file "$here/pom.xml" dependency:copy-dependencies \
        -DoutputDirectory="$library" || die "Maven could not bring Fuseki"
fi
exec java -cp "$library/*" org.apache.jena.fuseki.main.cmds.FusekiMainCmd \
     --localhost --port="$port" --file="$file" /news
