# Sourced by the commands that need the built program.

# Builds pages, server and command into build/, unless nothing they are made from is newer.
build_when_needed() {
  # One at a time, where the system can tell: two builds at once would mix their files.
  if command -v flock >/dev/null; then
    (
      flock 9
      build_stale
    ) 9>.build.lock
  else
    build_stale
  fi
}

build_stale() {
  local stamp=build/.built
  if [[ -f $stamp && -z $(find app cli server packages/*/src content public vite.config.ts react-router.config.ts package-lock.json -newer "$stamp" -type f -print -quit) ]]; then
    return 0
  fi
  echo "Building."
  # Stamped with the time it began: what changes while it builds is newer.
  local begun
  begun=$(mktemp)
  if ! react-router build >build.log 2>&1; then
    tail -n 40 build.log >&2
    rm -f "$begun"
    echo "The build failed; all of its output is in build.log" >&2
    return 1
  fi
  touch -r "$begun" "$stamp"
  rm -f "$begun"
}
