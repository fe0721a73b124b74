import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { OperatorError } from "../errors/operator-error.ts";
import { unusableFolder } from "./embedded/unusable-folder.ts";
import { keptSecret } from "./kept-secret.server.ts";

const isRoot = process.getuid?.() === 0;
let dataDir: string;
let file: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "twohats-secret-"));
  file = join(dataDir, "secret");
  return () => rmSync(dataDir, { recursive: true, force: true });
});

const makeDatabase = () => mkdirSync(join(dataDir, "postgres/data"), { recursive: true });

function refusal(): OperatorError {
  try {
    keptSecret(dataDir);
  } catch (error) {
    if (error instanceof OperatorError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

test("the first run makes one, for its user's eyes only, and later runs keep it", () => {
  const secret = keptSecret(dataDir);
  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(dataDir)).toEqual(["secret"]);
  makeDatabase();
  expect(keptSecret(dataDir)).toBe(secret);
  expect(keptSecret(join(dataDir, "another"))).not.toBe(secret);
});

test("a missing file beside a database is refused with both named, and not made anew", () => {
  makeDatabase();
  const { message, wayOut } = refusal();
  expect(message).toContain(file);
  expect(message).toContain(join(dataDir, "postgres"));
  expect(wayOut).toMatch(/backup.*TWOHATS_SECRET.*move/s);
  expect(readdirSync(dataDir)).toEqual(["postgres"]);
});

test("so it is where the database lives elsewhere, even when that place is gone", () => {
  symlinkSync("/var/lib/twohats/data-nowhere/postgres", join(dataDir, "postgres"));
  expect(refusal().message).toContain("/var/lib/twohats/data-nowhere/postgres");
});

test.each([
  ["empty", "", /is empty/],
  ["blank", " \n", /is empty/],
  ["too short", "a".repeat(31), /fewer than 32 characters/],
])("a file that is %s is named and left as it is", (_kind, content, words) => {
  writeFileSync(file, content);
  expect(refusal().message).toMatch(words);
  expect(refusal().message).toContain(file);
  expect(refusal().wayOut).toContain("Remove the file");
  makeDatabase();
  expect(refusal().wayOut).toContain("backup");
  expect(readFileSync(file, "utf8")).toBe(content);
});

test("blanks around it don't count: editors end files with a new line", () => {
  writeFileSync(file, `${"s".repeat(40)}\n`);
  expect(keptSecret(dataDir)).toBe("s".repeat(40));
});

test("what can't be read is named", () => {
  mkdirSync(file);
  expect(refusal().message).toBe(`The secret in ${file} cannot be read.`);
});

test.skipIf(isRoot)("another user's secret is named", () => {
  writeFileSync(file, "s".repeat(40));
  chmodSync(file, 0o000);
  expect(refusal().message).toBe(`The secret in ${file} cannot be read.`);
});

test("a data folder that is a file is named", () => {
  const path = join(dataDir, "file");
  writeFileSync(path, "");
  expect(() => keptSecret(path)).toThrow(`The data folder ${path} cannot be written to.`);
});

test("a full disk is told from a folder that is closed", () => {
  const full = Object.assign(new Error("write"), { code: "ENOSPC" });
  expect(unusableFolder("/srv/data", full).message).toContain("no room left");
  expect(unusableFolder("/srv/data", new Error("EACCES")).message).toContain("cannot be written");
});
