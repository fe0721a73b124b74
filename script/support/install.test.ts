import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeEach, expect, test } from "vitest";

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "twohats-install-")));
  return () => rmSync(folder, { recursive: true, force: true });
});

/** Which cache npm would use, when its own is at `usual`. */
function cacheFor(usual: string): string {
  const bin = join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "npm"), `#!/bin/sh\necho '${usual}'\n`);
  chmodSync(join(bin, "npm"), 0o755);
  const script = `set -euo pipefail; source "$1"; choose_npm_cache; echo "\${npm_config_cache-usual}"`;
  const { npm_config_cache: _, ...env } = process.env;
  return execFileSync("bash", ["-c", script, "bash", resolve("script/support/install.sh")], {
    cwd: folder,
    encoding: "utf8",
    env: { ...env, PATH: `${bin}:${process.env.PATH}` },
  });
}

test("npm keeps its cache where it can write to it, even when there is none yet", () => {
  expect(cacheFor(join(folder, "home/.npm"))).toBe("usual\n");
});

test("where it can't, it gets one of the folder's own, and that is said", () => {
  const said = cacheFor("/dev/null/.npm");
  expect(said).toContain("npm cannot write to its cache /dev/null/.npm");
  expect(said.trimEnd().split("\n").at(-1)).toBe(join(folder, ".tmp/npm-cache"));
});
