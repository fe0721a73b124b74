import { expect, test } from "vitest";
import { latest } from "./latest.ts";

test("one too many drops what was not asked for longest, and nothing else", () => {
  const known = latest<number>(3);
  for (const [at, key] of ["a", "b", "c"].entries()) known.set(key, at);
  expect(known.get("a")).toBe(0);
  known.set("d", 3);
  expect(["a", "b", "c", "d"].map((key) => known.get(key))).toEqual([0, undefined, 2, 3]);
  known.set("c", 9);
  known.set("e", 4);
  expect(["a", "c", "d", "e"].map((key) => known.get(key))).toEqual([undefined, 9, 3, 4]);
});
