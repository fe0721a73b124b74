import { once } from "node:events";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { createTestDatabase, type TestDatabase } from "../../test/database/test-database.ts";
import { handOver } from "./hand-over.ts";
import { readOptions } from "./read-options.ts";
import { socketPath } from "./socket-path.ts";
import { takeFiles } from "./take-files.ts";

let db: TestDatabase;
let organisation: TestOrganisation;
let folder: string;
let path: string | null;

beforeAll(async () => {
  db = await createTestDatabase();
  organisation = await createTestOrganisation(db.platform);
  folder = mkdtempSync(join(tmpdir(), "twohats-commands-"));
  path = socketPath({ DATABASE_URL: undefined, TWOHATS_DATA_DIR: folder });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await db.close();
});

const PEOPLE = Buffer.from("Employee ID,Name,Shoe size\n1,Ada Quay,38\n2,Ben Pier,44\n");

test("a server that runs takes the file and answers as the command itself would", async () => {
  const request = readOptions({ yes: true });
  expect(await handOver(path, request, PEOPLE)).toBeNull();
  // What a killed server left behind is in nobody's way.
  writeFileSync(path ?? "", "");
  const end = await takeFiles(path, db.platform, async () => organisation.admin);
  try {
    expect(statSync(path ?? "").mode & 0o077).toBe(0);
    const lines = await handOver(path, request, PEOPLE);
    expect(lines?.[0]).toBe("new 2, changed 0, unchanged 0, not in the file 0, rejected 0");
    expect(lines).toContain("Columns not imported: Shoe size");
    expect(lines?.at(-1)).toBe("Stored.");
    const again = await handOver(path, readOptions({ yes: false }), PEOPLE);
    expect(again?.[0]).toBe("new 0, changed 0, unchanged 2, not in the file 0, rejected 0");
    const damaged = handOver(path, request, Buffer.from("Name\nAda\n"));
    await expect(damaged).rejects.toThrow("Only one column was found.");
    const open = Buffer.from("Employee ID,Name\n1,H\xe9l\xe8ne\n", "latin1");
    await expect(handOver(path, request, open)).rejects.toThrow("--encoding windows-1252");
  } finally {
    await end();
  }
  expect(await handOver(path, request, PEOPLE)).toBeNull();
});

test("whoever never hands over their file does not keep the server from ending", async () => {
  const end = await takeFiles(path, db.platform, async () => organisation.admin);
  const sockets = [connect(path ?? ""), connect(path ?? "")];
  const gone = sockets.map(
    (socket) => new Promise((resolve) => socket.on("error", () => {}).once("close", resolve)),
  );
  await Promise.all(sockets.map((socket) => once(socket, "connect")));
  sockets[0]?.write(Buffer.from([0, 0, 1, 0, 123]));
  await end();
  await Promise.all(gone);
});

test("a server that ends meanwhile is said in words", async () => {
  const ending = createServer((socket) => socket.destroy()).listen(path);
  await once(ending, "listening");
  const request = readOptions({ yes: true });
  await expect(handOver(path, request, Buffer.alloc(5_000_000))).rejects.toThrow(
    "ended before it answered",
  );
  await new Promise((resolve) => ending.close(resolve));
});

test("a database of one's own elsewhere needs nobody to hand files to", () => {
  expect(socketPath({ DATABASE_URL: "postgres://x", TWOHATS_DATA_DIR: folder })).toBeNull();
  expect(socketPath({ DATABASE_URL: undefined, TWOHATS_DATA_DIR: "/x".repeat(60) })).toBeNull();
});

test("options that are not known are refused in words", () => {
  expect(() => readOptions({ yes: false, emptyCells: "maybe" })).toThrow("--empty-cells maybe");
  expect(() => readOptions({ yes: false, withoutManager: "some" })).toThrow("--without-manager");
  expect(readOptions({ yes: false, withoutManager: "2,5" }).answers).toEqual({
    withoutManager: [2, 5],
  });
});
