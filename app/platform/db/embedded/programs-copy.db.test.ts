import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  truncateSync,
  utimesSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { makeDataFolder } from "./data-folder.server.ts";
import { canEnter } from "./place.server.ts";
import { endPostmaster } from "./postmaster.server.ts";
import { databaseUser, mendLinks, programsFolder } from "./programs.server.ts";
import { reachablePrograms } from "./programs-copy.server.ts";
import { ownerUrl, runningServer } from "./running-server.server.ts";
import { ask, newFolder, PASSWORD } from "./testing/embedded.ts";

const isRoot = process.getuid?.() === 0;
const HOUR_AGO = new Date(Date.now() - 3_600_000);
/** A folder that only root can enter, with the programs in it, as a clone in /root has them. */
let hidden: string;
let bin: string;
let shared: string;

const root = () => shared;
const copies = () => readdirSync(shared).sort();

vi.setConfig({ testTimeout: 60_000 });
beforeAll(async () => {
  hidden = mkdtempSync(join(tmpdir(), "twohats-hidden-"));
  const native = dirname(await programsFolder());
  cpSync(native, join(hidden, "package/native"), { recursive: true, verbatimSymlinks: true });
  bin = join(hidden, "package/native/bin");
});
beforeEach(() => {
  shared = newFolder();
  return () => rmSync(shared, { recursive: true, force: true });
});
afterAll(() => rmSync(hidden, { recursive: true, force: true }));

test.runIf(isRoot)(
  "from a folder that only root can enter, another user makes and runs a database",
  async () => {
    const as = databaseUser();
    expect(canEnter(hidden, as)).toBe(false);
    const programs = async () => reachablePrograms(bin, as, root);
    const folder = join(shared, "data");
    mkdirSync(folder);
    execFileSync("chown", [String(as.uid), folder]);
    const data = await makeDataFolder({ bin: await programs(), folder, password: PASSWORD, as });
    const cluster = { data, password: PASSWORD, as, durable: false, programs };
    const server = await runningServer(cluster);
    // Sorting by language takes the library that a broken link once hid.
    const question = "SELECT min(w COLLATE \"de-x-icu\") FROM (VALUES ('z'), ('ä')) v (w)";
    expect(await ask(ownerUrl(cluster, server.port), question)).toBe("ä");
    await endPostmaster(server, data);
  },
);

test.runIf(isRoot)("every link in a copy leads to a file of the copy", () => {
  const copy = dirname(reachablePrograms(bin, databaseUser(), root));
  const links = readdirSync(join(copy, "lib")).filter((name) =>
    lstatSync(join(copy, "lib", name)).isSymbolicLink(),
  );
  expect(links.length).toBeGreaterThan(10);
  for (const name of links) {
    expect(readlinkSync(join(copy, "lib", name))).not.toContain("/");
    expect(realpathSync(join(copy, "lib", name))).toContain(`${realpathSync(copy)}/lib/`);
  }
});

test.runIf(isRoot)("a strict umask does not lock the user out of the copy", () => {
  chmodSync(join(hidden, "package/native/lib/libpq.so.5.18"), 0o600);
  const before = process.umask(0o077);
  try {
    const as = databaseUser();
    const copy = reachablePrograms(bin, as, root);
    expect(canEnter(copy, as)).toBe(true);
    execFileSync("cat", [join(copy, "../lib/libpq.so.5.18")], { ...as, stdio: "ignore" });
  } finally {
    process.umask(before);
  }
});

test.runIf(isRoot)("a copy that was cut short or damaged is made anew, a whole one is kept", () => {
  const as = databaseUser();
  const copy = dirname(reachablePrograms(bin, as, root));
  const made = () => lstatSync(copy).ino;
  const first = made();
  reachablePrograms(bin, as, root);
  expect(made(), "kept").toBe(first);
  const damages = [
    () => truncateSync(join(copy, "lib/libicudata.so.60.2"), 100),
    () => rmSync(join(copy, "share/postgresql/postgres.bki")),
    () => rmSync(join(copy, "lib/libicuuc.so.60")),
  ];
  for (const damage of damages) {
    damage();
    const damaged = made();
    expect(dirname(reachablePrograms(bin, as, root))).toBe(copy);
    expect(made(), "made anew").not.toBe(damaged);
    expect(copies(), "nothing lies beside it").toEqual([basename(copy)]);
  }
});

test.runIf(isRoot)("three programs that start at once share one whole copy", async () => {
  const code = `
    import { reachablePrograms } from "${join(import.meta.dirname, "programs-copy.server.ts")}";
    const [bin, uid, gid, root] = process.argv.slice(1);
    process.stdout.write(reachablePrograms(bin, { uid: Number(uid), gid: Number(gid) }, () => root));`;
  const { uid, gid } = databaseUser();
  const args = ["--input-type=module", "-e", code, bin, String(uid), String(gid), shared];
  const runs = [1, 2, 3].map(() => promisify(execFile)(process.execPath, args));
  const places = (await Promise.all(runs)).map(({ stdout }) => stdout);
  expect(new Set(places).size).toBe(1);
  expect(copies()).toEqual([basename(dirname(String(places[0])))]);
});

test.runIf(isRoot)(
  "copies that nobody uses are removed, never one that something runs from or has just taken up",
  async () => {
    const as = databaseUser();
    const current = dirname(reachablePrograms(bin, as, root));
    const old = (name: string, changed: Date) => {
      const folder = join(shared, name);
      cpSync(join(current, "bin"), join(folder, "bin"), { recursive: true });
      cpSync("/bin/sleep", join(folder, "bin/sleep"));
      utimesSync(folder, changed, changed);
      return folder;
    };
    old("programs-unused", HOUR_AGO);
    old("making-unfinished", HOUR_AGO);
    old("programs-taken-now", new Date());
    const used = old("programs-running", HOUR_AGO);
    const running = spawn(join(used, "bin/sleep"), ["60"]);
    await once(running, "spawn");
    reachablePrograms(bin, as, root);
    expect(copies()).toEqual([basename(current), "programs-running", "programs-taken-now"].sort());
    const ended = once(running, "exit");
    running.kill();
    await ended;
    reachablePrograms(bin, as, root);
    expect(existsSync(used)).toBe(false);
  },
);

test("links that npm's scripts did not make are made, and those that are there stay", () => {
  const native = join(shared, "native");
  cpSync(dirname(bin), native, { recursive: true, verbatimSymlinks: true });
  for (const name of ["libicuuc.so.60", "libpq.so"]) rmSync(join(native, "lib", name));
  mendLinks(native);
  expect(readlinkSync(join(native, "lib/libicuuc.so.60"))).toBe("libicuuc.so.60.2");
  expect(readlinkSync(join(native, "lib/libpq.so"))).toBe("libpq.so.5.18");
  mendLinks(native);
});
