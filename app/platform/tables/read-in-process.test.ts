import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readerProgram } from "~/platform/tables/reader-program.server.ts";
import { readInProcess } from "./read-in-process.server.ts";
import { rowXml, sheetXml, workbook } from "./testing/workbook.ts";

const REQUEST = { limits: { rows: 100, columns: 10 }, isWanted: () => false };
const BYTES = Buffer.from("Name,Email\nAna,ana@x.org\n");
const TOO_MUCH = { ok: false, reason: "file-too-much-inside" };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "twohats-readers-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A reader that does this instead of reading. */
function reader(code: string): string {
  const program = join(folder, `${Math.random()}.mjs`);
  writeFileSync(program, code);
  return program;
}

// By another name than the tests' own stand-in for it, which is what is built (test/reader).
test.each([
  ["built", undefined],
  ["unbuilt", readerProgram()],
])("reads a file, and says how much memory that took: %s", async (_, program) => {
  let peak = 0;
  const onEnd = ({ peakMemory }: { peakMemory: number }) => {
    peak = peakMemory;
  };
  expect(await readInProcess(BYTES, { ...REQUEST, onEnd }, program ? { program } : {})).toEqual({
    ok: true,
    rows: [
      { row: 1, cells: ["Name", "Email"] },
      { row: 2, cells: ["Ana", "ana@x.org"] },
    ],
    source: {
      sheets: [],
      encoding: { name: "utf-8", finding: null },
      filledDown: { cells: 0, rows: [] },
    },
  });
  expect(peak / 2 ** 20).toBeGreaterThan(20);
  expect(peak / 2 ** 20).toBeLessThan(200);
});

test("the sheet is chosen here, by the first rows of each", async () => {
  const long = Array.from({ length: 30 }, (_, row) => rowXml(row + 1, [`Ana ${row}`])).join("");
  const bytes = workbook([sheetXml(""), sheetXml(rowXml(1, ["Cover"])), sheetXml(long)]);
  const seen: number[] = [];
  const isWanted = (head: { cells: string[] }[]) => {
    seen.push(head.length);
    return head[1]?.cells[0] === "Ana 1";
  };
  const reading = await readInProcess(bytes, { ...REQUEST, isWanted });
  expect(seen).toEqual([0, 1, 12]);
  expect(reading.ok && reading.rows).toHaveLength(30);
});

test("when none is wanted, the first sheet that holds anything is read", async () => {
  const bytes = workbook([sheetXml(""), sheetXml(rowXml(1, ["Cover"])), sheetXml("")]);
  const rows = [{ row: 1, cells: ["Cover"] }];
  expect(await readInProcess(bytes, REQUEST)).toMatchObject({ ok: true, rows });
  const nothing = workbook([sheetXml("")]);
  expect(await readInProcess(nothing, REQUEST)).toMatchObject({ ok: true, rows: [] });
});

test("when the choice fails, its error comes out and the reader ends", async () => {
  const isWanted = () => {
    throw new Error("no choice");
  };
  const bytes = workbook([sheetXml("")]);
  await expect(readInProcess(bytes, { ...REQUEST, isWanted })).rejects.toThrow("no choice");
});

test("a reader that takes too long is ended", async () => {
  const program = reader("for (;;);");
  const started = performance.now();
  expect(await readInProcess(BYTES, REQUEST, { program, time: 500 })).toEqual({
    ok: false,
    reason: "file-too-slow",
  });
  expect(performance.now() - started).toBeLessThan(5_000);
});

// Elsewhere nothing says how much memory another process holds.
test.runIf(process.platform === "linux")(
  "a reader that takes memory outside its heap is ended",
  async () => {
    const program = reader(`
    const held = [];
    setInterval(() => held.push(Buffer.alloc(4 * 2 ** 20, 1)), 5);
  `);
    let peak = 0;
    const onEnd = ({ peakMemory }: { peakMemory: number }) => {
      peak = peakMemory;
    };
    const memory = 128 * 2 ** 20;
    expect(await readInProcess(BYTES, { ...REQUEST, onEnd }, { program, memory })).toEqual(
      TOO_MUCH,
    );
    expect(peak).toBeGreaterThan(memory);
    expect(peak).toBeLessThan(4 * memory);
  },
);

test("a reader whose heap is full ends, and nothing else does", { timeout: 60_000 }, async () => {
  const program = reader("const held = []; for (;;) held.push(new Array(100_000).fill(0));");
  expect(await readInProcess(BYTES, REQUEST, { program, memory: 2 ** 40 })).toEqual(TOO_MUCH);
});

test("the system itself bounds how long a reader works, and keeps no image of one that broke", async () => {
  const noted = join(folder, "limits");
  const program = reader(
    `import { writeFileSync } from "node:fs"; import { execFileSync } from "node:child_process";
    writeFileSync(${JSON.stringify(noted)}, execFileSync("/bin/sh", ["-c", "ulimit -t; ulimit -c"]));`,
  );
  await expect(readInProcess(BYTES, REQUEST, { program })).rejects.toThrow("by itself: 0");
  expect(readFileSync(noted, "utf8")).toBe("60\n0\n");
  const overworked = reader('process.kill(process.pid, "SIGXCPU"); setTimeout(() => {}, 10_000);');
  expect(await readInProcess(BYTES, REQUEST, { program: overworked })).toEqual({
    ok: false,
    reason: "file-too-slow",
  });
});

test("a reader that breaks is a fault of ours, told without the file's words", async () => {
  const gone = reader("process.exit(3)");
  const large = Buffer.alloc(20 * 2 ** 20, "a");
  await expect(readInProcess(large, REQUEST, { program: gone })).rejects.toThrow(
    "the reader of a file ended by itself: 3",
  );
  const missing = join(folder, "missing.mjs");
  await expect(readInProcess(BYTES, REQUEST, { program: missing })).rejects.toThrow("by itself: 1");
});
