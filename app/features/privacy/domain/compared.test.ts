import fc from "fast-check";
import { expect, test } from "vitest";
import { compared } from "./compared.ts";

const changed = (all: { text: string; changed: boolean }[]) =>
  all.filter((each) => each.changed).map(({ text }) => text);

test("what was put in, taken out and changed is told, and nothing beside it", () => {
  const { before, after } = compared("A\n\nB\n\nC\n\nD", "A\n\nX\n\nB\n\nd");
  expect(changed(before)).toEqual(["C", "D"]);
  expect(changed(after)).toEqual(["X", "d"]);
});

test("a paragraph that moved is changed in one place of each", () => {
  const { before, after } = compared("A\n\nB\n\nC", "B\n\nC\n\nA");
  expect([changed(before), changed(after)]).toEqual([["A"], ["A"]]);
});

test("what is the same is never marked, and what is not marked is the same on both sides", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", "d")).map((all) => all.join("\n\n"));
  const kept = (all: { text: string; changed: boolean }[]) =>
    all.filter((each) => !each.changed).map((each) => each.text);
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(changed(compared(one, one).after)).toEqual([]);
      const { before, after } = compared(one, other);
      expect(kept(before)).toEqual(kept(after));
    }),
  );
});
