# How the folders here get their consumer: to be sourced by their install.sh. What is there already
# is left alone; everything goes under build/consumers/NAME of the repository, where the tests look.

consumers_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
. "$consumers_root/cmake/bootstrap.sh"

# Where the consumer NAME lives.
consumer_folder() { echo "$consumers_root/build/consumers/$1"; }

# installed NAME WHAT...: whether NAME was installed from files that read as WHAT do now.
installed() {
  local stamp; stamp=$(consumer_folder "$1")/installed
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(cat "${@:2}" | sha256sum)" ]
}

# mark_installed NAME WHAT...: to be called last.
mark_installed() { cat "${@:2}" | sha256sum > "$(consumer_folder "$1")/installed"; }

# install_maven NAME POM: the dependencies of POM, at the versions it pins, as jars in lib/.
install_maven() {
  local folder; folder=$(consumer_folder "$1")
  installed "$1" "$2" && return
  install_packages maven default-jdk-headless
  rm -rf "$folder" && mkdir -p "$folder"
  retry mvn --batch-mode --quiet --file "$2" dependency:copy-dependencies \
        -DoutputDirectory="$folder/lib" || die "Maven could not install $1"
  mark_installed "$1" "$2"
}

# install_npm NAME FOLDER: what package-lock.json in FOLDER names, as node_modules/.
install_npm() {
  local folder; folder=$(consumer_folder "$1")
  installed "$1" "$2/package.json" "$2/package-lock.json" && return
  command -v npm >/dev/null || install_packages nodejs npm
  rm -rf "$folder" && mkdir -p "$folder"
  cp "$2/package.json" "$2/package-lock.json" "$folder"
  (cd "$folder" && retry npm ci --no-audit --no-fund --loglevel=error) || die "npm could not install $1"
  mark_installed "$1" "$2/package.json" "$2/package-lock.json"
}

# install_pypi NAME REQUIREMENTS: a virtual environment in venv/ with the versions that it pins.
install_pypi() {
  local folder; folder=$(consumer_folder "$1")
  installed "$1" "$2" && return
  install_packages python3-venv
  rm -rf "$folder" && mkdir -p "$folder"
  /usr/bin/python3 -m venv "$folder/venv"
  retry "$folder/venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$2" ||
    die "pip could not install $1"
  mark_installed "$1" "$2"
}
