import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { databaseIn, placeOfDatabase } from "./place.server.ts";
import { databaseUser } from "./programs.server.ts";
import { newFolder, remove } from "./testing/embedded.ts";

// Where root keeps a database whose user can't enter the data folder.
const isRoot = process.getuid?.() === 0;
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) remove(folder);
});

function folder(mode: number): string {
  const made = newFolder();
  chmodSync(made, mode);
  folders.push(made);
  return made;
}

const fill = (place: string) => {
  mkdirSync(join(place, "data"));
  const { uid, gid } = databaseUser();
  chownSync(join(place, "data"), uid, gid);
};

test.runIf(isRoot)("a folder that everyone can enter holds its database itself", () => {
  const dataDir = folder(0o755);
  expect(databaseIn(dataDir)).toBeNull();
  const place = placeOfDatabase(dataDir, true);
  expect([place.folder, place.moved]).toEqual([join(dataDir, "postgres"), false]);
  expect(statSync(place.folder).uid).toBe(databaseUser().uid);
});

test.runIf(isRoot)(
  "one that only root can enter links to a place elsewhere, and keeps to it",
  () => {
    const dataDir = folder(0o700);
    const place = placeOfDatabase(dataDir, true);
    expect(place.moved).toBe(true);
    expect(readlinkSync(join(dataDir, "postgres"))).toBe(place.folder);
    fill(place.folder);
    expect(placeOfDatabase(dataDir, true).folder).toBe(place.folder);
    expect(databaseIn(dataDir)).toBe(place.folder);
    chmodSync(dataDir, 0o755);
    expect(placeOfDatabase(dataDir, true).folder, "opened later").toBe(place.folder);
    const moved = `${dataDir}-moved`;
    renameSync(dataDir, moved);
    folders.push(moved);
    expect(placeOfDatabase(moved, true).folder, "moved").toBe(place.folder);
    mkdirSync(dataDir, { mode: 0o700 });
    expect(placeOfDatabase(dataDir, true).folder, "another in its old place").not.toBe(
      place.folder,
    );
  },
);

test.runIf(isRoot)("a place that is gone is named, and no empty database takes its place", () => {
  const dataDir = folder(0o700);
  const { folder: place } = placeOfDatabase(dataDir, true);
  rmSync(place, { recursive: true });
  expect(() => placeOfDatabase(dataDir, true)).toThrow(`The database was in ${place}`);
  expect(existsSync(place)).toBe(false);
});

test.runIf(isRoot)(
  "a database in a folder that was closed later is named, and none is made elsewhere",
  () => {
    const dataDir = folder(0o755);
    fill(placeOfDatabase(dataDir, true).folder);
    chmodSync(dataDir, 0o700);
    expect(() => placeOfDatabase(dataDir, true)).toThrow(
      /cannot be reached by the user who runs it/,
    );
    chmodSync(dataDir, 0o755);
    expect(placeOfDatabase(dataDir, true).moved).toBe(false);
  },
);

test.runIf(isRoot)(
  "what a killed first run left unfinished does not bind the database to its folder",
  () => {
    const dataDir = folder(0o755);
    mkdirSync(join(placeOfDatabase(dataDir, true).folder, "making-abc"));
    chmodSync(dataDir, 0o700);
    expect(placeOfDatabase(dataDir, true).moved).toBe(true);
  },
);
