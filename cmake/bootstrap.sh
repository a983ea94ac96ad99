# Debian 12 packages that newsgraph needs, and the functions that install them and build.
# To be sourced by bash: examples/quickstart.sh and tests/run.sh do.

# To build and run the program.
BUILD_PACKAGES=(
  g++ cmake ninja-build pkg-config
  libboost-dev rapidjson-dev libcurl4-openssl-dev libcli11-dev libsqlite3-dev libicu-dev
  libssl-dev libtbb-dev libfmt-dev zlib1g-dev libzstd-dev
)

# To test it: the frameworks, and the readers that the exports must satisfy.
TEST_PACKAGES=(
  libgtest-dev libgmock-dev python3 clang-format
  raptor2-utils python3-rdflib python3-networkx python3-igraph python3-jsonschema
  libxml2-utils graphviz jq sqlite3 zstd openssl
)

# To measure it.
BENCHMARK_PACKAGES=(libbenchmark-dev time)

say() { printf '\n==> %s\n' "$*"; }
die() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

# Runs "$@" up to three times: package mirrors have bad moments.
retry() {
  local attempt
  for attempt in 1 2 3; do
    "$@" && return 0
    [ "$attempt" = 3 ] || { echo "failed; trying again in $((attempt * 5)) s: $*"; sleep $((attempt * 5)); }
  done
  return 1
}

# Runs "$@" as root. sudo may ask for a password only where somebody sits at a terminal.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    env "$@"
  elif [ -t 0 ]; then
    sudo env "$@"
  else
    sudo -n env "$@"
  fi
}

missing_packages() {
  local package
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || echo "$package"
  done
}

# Installs those of the packages "$@" that are not there; touches nothing if all are.
install_packages() {
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null ||
    die "this is no Debian system; install the counterparts of: $*"
  local missing
  mapfile -t missing < <(missing_packages "$@")
  if [ "${#missing[@]}" = 0 ]; then
    say "All ${#} packages needed are installed"
    return
  fi
  say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  [ "$(id -u)" = 0 ] || command -v sudo >/dev/null ||
    die "neither root nor sudo; have somebody run: apt-get install ${missing[*]}"
  local apt=(DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3
             -o Dpkg::Use-Pty=0)
  # A source of other software may be unreachable and ours still be fine: the install decides.
  retry as_root "${apt[@]}" update || echo "apt-get update failed; going on with the lists there are"
  retry as_root "${apt[@]}" install -y --no-install-recommends "${missing[@]}" ||
    die "apt-get could not install: ${missing[*]}"
}

# How many compilers to run: one a core, but no more than there is memory for (1.5 GB each).
build_jobs() {
  local cores memory_kb limit
  cores=$(nproc)
  memory_kb=$(awk '/^MemAvailable:/ {print $2}' /proc/meminfo)
  if limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null) && [ "$limit" != max ]; then
    [ $((limit / 1024)) -lt "$memory_kb" ] && memory_kb=$((limit / 1024))
  fi
  local by_memory=$((memory_kb / 1500000))
  local jobs=$((by_memory < cores ? by_memory : cores))
  echo $((jobs > 0 ? jobs : 1))
}

# configure_release ROOT [CMAKE OPTIONS...]: the release preset in ROOT/build/release.
configure_release() {
  local root=$1 cache="$1/build/release/CMakeCache.txt"
  shift
  # CMake refuses a build folder that came here with a copied or moved tree.
  if [ -f "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache"; then
    echo "build/release was configured elsewhere; starting it anew"
    rm -rf "$root/build/release"
  fi
  local options=("$@")
  if command -v ccache >/dev/null; then options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
  (cd "$root" && cmake --preset release "${options[@]}")
}
