import { spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { makeDataFolder } from "./data-folder.server.ts";
import { allProcesses } from "./processes.server.ts";
import { databaseUser, programsFolder, type RunAs } from "./programs.server.ts";
import { reachablePrograms } from "./programs-copy.server.ts";
import { newFolder, PASSWORD } from "./testing/embedded.ts";

const as: RunAs = process.getuid?.() === 0 ? databaseUser() : {};
let bin: string;
let folder: string;

const make = () => makeDataFolder({ bin, folder, password: PASSWORD, as });
const owned = (path: string) => {
  if (as.uid !== undefined && as.gid !== undefined) chownSync(path, as.uid, as.gid);
};

vi.setConfig({ testTimeout: 60_000 });
beforeAll(async () => {
  bin = reachablePrograms(await programsFolder(), as);
});
beforeEach(() => {
  folder = newFolder();
  owned(folder);
  return () => rmSync(folder, { recursive: true, force: true });
});

test("what killed first runs left is removed, with the password in it, and the database is whole", async () => {
  mkdirSync(join(folder, "making-abc/data"), { recursive: true });
  writeFileSync(join(folder, "making-abc/password"), PASSWORD);
  mkdirSync(join(folder, "draft"));
  writeFileSync(join(folder, "first-password"), PASSWORD);
  const data = await make();
  expect(readdirSync(folder)).toEqual(["data"]);
  expect(readdirSync(data)).toEqual(expect.arrayContaining(["PG_VERSION", "base", "global"]));
});

test("an initdb that a killed run left working is ended, and spoils nothing", async () => {
  const making = join(folder, "making-orphan");
  mkdirSync(making);
  owned(making);
  const orphan = spawn(join(bin, "initdb"), [`--pgdata=${making}/data`, "--username=postgres"], {
    ...as,
    cwd: "/",
    stdio: "ignore",
  });
  await expect.poll(() => readdirSync(making)).toEqual(["data"]);
  const ended = once(orphan, "exit");
  await make();
  await ended;
  expect(orphan.signalCode).toBe("SIGKILL");
  expect(readdirSync(folder)).toEqual(["data"]);
  expect(allProcesses().filter(({ command }) => command.includes(making))).toEqual([]);
});

test("a first run that fails keeps nothing of itself", async () => {
  const none = makeDataFolder({ bin: "/nowhere", folder, password: PASSWORD, as });
  await expect(none).rejects.toThrow(/could not be made/);
  expect(readdirSync(folder)).toEqual([]);
});
