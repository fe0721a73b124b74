import { expect, test } from "vitest";
import { Numbering } from "./numbering.ts";

test("names get numbers in order of appearance and come back as they were written", () => {
  const numbering = new Numbering();
  const written = ["12", "ann", "0", "007", "7", "ANN", "999999999", "1000000000", "1.0", "-3"];
  expect(written.map((name) => numbering.of(name))).toEqual(written.map((_, i) => i));
  expect(written.map((name) => numbering.of(name))).toEqual(written.map((_, i) => i));
  const names = numbering.done();
  expect(names.length).toBe(written.length);
  expect(written.map((_, i) => names.at(i))).toEqual(written);
});

test("the key decides which names are the same, and the first spelling stays", () => {
  const numbering = new Numbering();
  expect(numbering.of("Peer", "peer")).toBe(0);
  expect(numbering.of("PEER", "peer")).toBe(0);
  expect(numbering.done().at(0)).toBe("Peer");
});

test("numbers that fall in the same place are still told apart, however many", () => {
  const numbering = new Numbering();
  const written = Array.from({ length: 20_000 }, (_, i) => String(i * 1024));
  for (const name of written) numbering.of(name);
  expect(written.every((name, i) => numbering.of(name) === i)).toBe(true);
  const names = numbering.done();
  expect(names.length).toBe(written.length);
  expect(written.every((name, i) => names.at(i) === name)).toBe(true);
});
