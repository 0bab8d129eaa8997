# Sourced by ./run and ./test: installs what is missing. Writes to stderr only.
# shellcheck shell=bash

say() { printf '%s\n' "$*" >&2; }

die() { say "$*"; exit 3; }

need_toolchain() {
  command -v dotnet >/dev/null || die "The .NET SDK 10 is missing: install the package dotnet-sdk-10.0 and try again."
  need_node "$(sed -n 's/.*"node": ">=\([0-9.]*\)".*/\1/p' package.json)"
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
}

# need_node VERSION: refuses an older Node, because npm only warns when a package needs a newer one.
need_node() {
  command -v node >/dev/null || die "Node $1 or newer is missing: install the package nodejs and try again."
  local have
  have=$(node -p process.versions.node)
  printf '%s\n' "$1" "$have" | sort -VC || die "Node $1 or newer is needed, and this is $have: install a newer one and try again."
}

need_npm() {
  if ! cmp -s package-lock.json node_modules/.installed-lock; then
    say "Installing npm parts…"
    npm ci --no-fund --no-audit --ignore-scripts >&2
    cp package-lock.json node_modules/.installed-lock
  fi
}

# apt_install COMMAND PACKAGE...: installs the packages unless the command exists. Returns 1 when it cannot install them.
apt_install() {
  local command=$1
  shift
  command -v "$command" >/dev/null && return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    return 1
  fi
  say "Installing $*…"
  if [ -z "${apt_updated:-}" ]; then
    apt-get update -qq >&2
    apt_updated=1
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

need_chromium() {
  if [ -n "${CHROMIUM_PATH:-}" ]; then
    [ -x "$CHROMIUM_PATH" ] || die "CHROMIUM_PATH names '$CHROMIUM_PATH', which cannot be run."
    return
  fi
  local name
  for name in chromium-headless-shell chromium google-chrome; do
    command -v "$name" >/dev/null && return
  done
  apt_install chromium-headless-shell chromium-headless-shell \
    || die "No Chromium: install the package chromium-headless-shell or chromium, or set CHROMIUM_PATH. Without printing: ./run --once --no-pdf"
}

need_poppler() {
  apt_install pdftotext poppler-utils || die "pdftotext is missing: install the package poppler-utils."
}

# The tests of forms and Word files are skipped without it; half a minute to install, and 350 MB on disk.
need_libreoffice() {
  apt_install soffice libreoffice-calc-nogui libreoffice-writer-nogui \
    || say "No LibreOffice: tests that open files with it are skipped. Install libreoffice-calc-nogui and libreoffice-writer-nogui to run them."
}

# The worker's SDK generates and builds a project for the host's extensions, which asks for older packages than are available and so warns.
without_inner_warnings() { sed '/WorkerExtensions.*warning NU1603/d'; }

# publish PROJECT DIR: compiles ahead of time for this machine, which shortens the start by a third, if that compiler is available.
publish() {
  dotnet publish "$1" -c Release -o "$2" -v quiet --use-current-runtime --no-self-contained -p:PublishReadyToRun=true -p:NuGetLockFilePath=obj/publish.lock.json | without_inner_warnings >&2 && return
  say "Building again without compiling ahead of time…"
  dotnet publish "$1" -c Release -o "$2" -v quiet | without_inner_warnings >&2
}
