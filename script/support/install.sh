# Sourced by the commands that start from a bare clone.

# Gives npm a cache of this folder's own where it can't write to its usual one: a home that is another user's or nowhere,
# or a cache that root once wrote to.
choose_npm_cache() {
  local cache
  cache=$(npm config get cache 2>/dev/null) || cache=
  if [[ -n $cache ]] && mkdir -p "$cache/_cacache/tmp" 2>/dev/null && [[ -w $cache/_cacache/tmp ]]; then
    if [[ $(id -u) == 0 || -z $(find "$cache/_cacache" -maxdepth 3 -type d ! -user "$(id -u)" -print -quit 2>/dev/null) ]]; then
      return 0
    fi
  fi
  export npm_config_cache="$PWD/.tmp/npm-cache"
  echo "npm cannot write to its cache ${cache:-of this user}, so it uses .tmp/npm-cache."
}

# Installs the npm packages, and with them the pinned Node, unless they already match package-lock.json.
install_packages() {
  if ! command -v npm >/dev/null; then
    echo "Twohats needs npm, which comes with Node.js (any version from 20 brings the right one in)." >&2
    echo "On Debian or Ubuntu: sudo apt-get install npm" >&2
    return 1
  fi
  local stamp=node_modules/.twohats-lock lock
  lock=$(cksum <package-lock.json)
  if [[ -x node_modules/.bin/node ]]; then
    if [[ -f $stamp && $(<"$stamp") == "$lock" ]]; then return 0; fi
    # Someone ran npm themselves: npm writes its own copy of the lock file when it is done.
    if [[ -f node_modules/.package-lock.json && ! node_modules/.package-lock.json -ot package-lock.json ]]; then
      echo "$lock" >"$stamp"
      return 0
    fi
  fi
  echo "Installing packages."
  choose_npm_cache
  # Not npm ci: it refuses a lock file without the optional parts made for other kinds of machine, which
  # npm leaves out when its registry lacks them. --no-save leaves the lock file alone, as npm ci would.
  # Errors only: an older Node is fine here, because the packages bring the right one.
  npm install --no-save --no-audit --no-fund --loglevel=error --no-update-notifier </dev/null || return 1
  echo "$lock" >"$stamp"
}
