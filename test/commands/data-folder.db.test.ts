import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { buildWhenNeeded, dataFolder, root } from "../../e2e/support/program.ts";
import { cleanUp, databasesOn, outcomeOf, STACK_TRACE } from "./running.ts";

const isRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65_534, gid: 65_534 };
const folders: string[] = [];

function newFolder(mode: number): string {
  const folder = dataFolder();
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

function nobodyCanRunIt(): boolean {
  try {
    execFileSync("test", ["-x", join(root, "bin/twohats")], NOBODY);
    return true;
  } catch {
    return false;
  }
}

// Whole programs and databases start here: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000 });
beforeAll(buildWhenNeeded, 240_000);
afterAll(async () => {
  for (const folder of folders) await cleanUp(folder, []);
});

// Root may write everywhere, so then somebody else tries.
test.skipIf(isRoot && !nobodyCanRunIt())(
  "a data folder that can't be written to is named",
  async () => {
    const folder = newFolder(0o555);
    const { code, output } = await outcomeOf("migrate", {
      dataDir: folder,
      ...(isRoot ? NOBODY : {}),
    });
    expect(code).toBe(1);
    expect(output).toContain(`The data folder ${folder} cannot be written to.`);
    expect(output).toContain("TWOHATS_DATA_DIR");
    expect(output).not.toMatch(STACK_TRACE);
    expect(readdirSync(folder)).toEqual([]);
  },
);

test.runIf(isRoot)("a folder only root can enter works: its database lives elsewhere", async () => {
  const folder = newFolder(0o700);
  const first = await outcomeOf("migrate", { dataDir: folder });
  expect([first.code, first.output]).toEqual([0, expect.stringMatching(/^applied /m)]);
  expect(readdirSync(folder)).toEqual(["postgres", "secret", "twohats.lock"]);
  const elsewhere = readlinkSync(join(folder, "postgres"));
  try {
    expect(elsewhere).toMatch(/^\/var\/lib\/twohats\/data-/);
    expect(existsSync(join(elsewhere, "data/PG_VERSION"))).toBe(true);
    const second = await outcomeOf("migrate", { dataDir: folder });
    expect([second.code, second.output]).toEqual([0, expect.stringContaining("up to date")]);
    expect(databasesOn(elsewhere)).toEqual([]);
  } finally {
    rmSync(dirname(elsewhere), { recursive: true, force: true });
  }
});
