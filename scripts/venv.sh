# Sourced by the scripts beside it: `prepare [EXTRA]` makes .venv and installs the package into it, once for each state of setup.cfg.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
bin="$root/.venv/bin"
export PYTHONUTF8=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore

say() { printf '%s\n' "$*" >&2; }

fail() { say "$(basename "$0"): $*"; exit 1; }

find_python() {
  local name
  for name in "${PYTHON:-python3}" python3.11 python3.12 python3.13; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      printf '%s' "$name"
      return
    fi
  done
  fail "no Python 3.11 or later was found; install it, or set PYTHON to its path"
}

make_venv() {
  # a folder without pip is left by a Python that lacks ensurepip, or by a run that was stopped
  [ -x "$bin/pip" ] && "$bin/python" -c '' 2>/dev/null && return
  local python
  python=$(find_python) || exit 1
  say "Making .venv …"
  "$python" -m venv --clear "$root/.venv" >&2 ||
    fail "$python cannot make a virtual environment; on Debian: apt-get install python3-venv"
}

prepare() {
  local extra=${1:-} stamp made want talk
  make_venv
  stamp="$root/.venv/installed${extra:+-$extra}"
  want=$(cd "$root" && { pwd -P; cat setup.cfg pyproject.toml; } | cksum)
  # what the tests need includes what a run needs
  for made in "$stamp" "$root/.venv/installed-test"; do
    [ -f "$made" ] && [ "$(cat "$made")" = "$want" ] && return
  done
  say "Installing gazette-kg${extra:+ [$extra]} into .venv (a minute or two, once) …"
  # its warnings about editable installs say nothing to a user
  if ! talk=$(cd "$root" && "$bin/pip" install --quiet --editable ".${extra:+[$extra]}" 2>&1); then
    say "$talk"
    fail "pip could not install the package; its message is above"
  fi
  printf '%s\n' "$want" >"$stamp"
}
