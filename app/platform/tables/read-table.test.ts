import { describe, expect, test } from "vitest";
import { readTable } from "./read-table.server.ts";
import { LARGEST_FILE } from "./reading-fault.ts";
import { bombs } from "./testing/bombs.ts";

const MB = 2 ** 20;
/** In milliseconds of this thread's own work: what pages can be held up by, on a machine with nothing else to do. */
const LONGEST_WORK = 1_000;
/** The same where other work shares the processor: in what a million cells take to JSON and back. */
const LONGEST_RATIO = 10;
/** Others on the processor only ever add to it: of so many measurements the least is nearest to what it takes. */
const MEASURED = 3;

const workOf = async (work: () => unknown) => {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1e3;
};

/** Milliseconds of work for a million cells there and back, the median of five once it is warm. */
async function yardstick(): Promise<number> {
  const cells = Array.from({ length: 1e6 }, (_, at) => `cell ${at}`);
  const took: number[] = [];
  for (let time = 0; time < 8; time++)
    took.push(await workOf(() => JSON.parse(JSON.stringify(cells))));
  return took.slice(3).toSorted((one, other) => one - other)[2] ?? 0;
}

const request = (owner: string) => ({
  owner,
  limits: { rows: 50_000, columns: 100 },
  isWanted: () => false,
});

test("a file above the limit is refused before it is read", async () => {
  expect(await readTable(Buffer.alloc(LARGEST_FILE + 1, "a"), request("a"))).toEqual({
    ok: false,
    reason: "file-too-large",
  });
});

describe("whatever a file is made of, the server goes on", () => {
  test.each(bombs)("$name", { timeout: 40_000 }, async ({ make, fault }) => {
    const bytes = make();
    expect(bytes.length).toBeLessThanOrEqual(LARGEST_FILE);
    let peak = 0;
    const onEnd = ({ peakMemory }: { peakMemory: number }) => {
      peak = peakMemory;
    };
    let told = "";
    const read = () =>
      workOf(async () => {
        const reading = await readTable(bytes, { ...request("a"), onEnd });
        told = reading.ok ? "rows" : reading.reason;
      });
    let least = Number.POSITIVE_INFINITY;
    for (let time = 0; time < MEASURED && least >= LONGEST_RATIO; time++) {
      const work = await read();
      least = Math.min(least, work < LONGEST_WORK ? 0 : work / (await yardstick()));
    }
    expect(told).toBe(fault);
    expect(peak / MB).toBeLessThan(300);
    expect(least).toBeLessThan(LONGEST_RATIO);
  });

  test("others' files are read while one owner's slow ones wait for each other", {
    timeout: 60_000,
  }, async () => {
    const slow = Buffer.alloc(2 * MB, "\n");
    const order: string[] = [];
    const read = async (name: string, owner: string, bytes: Buffer) => {
      await readTable(bytes, request(owner));
      order.push(name);
    };
    const small = Buffer.from("Name,Email\nAna,ana@x.org\n");
    await Promise.all([
      read("slow", "a", slow),
      read("slow", "a", slow),
      read("small", "b", small),
      read("small", "b", small),
    ]);
    // However busy the machine is: whoever waits longest is the one whose own file came first.
    expect(order.at(-1)).toBe("slow");
    expect(order).toHaveLength(4);
  });

  test("too many at once are told to come again", { timeout: 60_000 }, async () => {
    const readings = await Promise.all(
      Array.from({ length: 20 }, () => readTable(Buffer.from("a,b\n1,2\n"), request("a"))),
    );
    const busy = readings.filter((reading) => !reading.ok && reading.reason === "file-busy");
    expect(busy).toHaveLength(13);
    expect(readings.filter((reading) => reading.ok)).toHaveLength(7);
  });
});
