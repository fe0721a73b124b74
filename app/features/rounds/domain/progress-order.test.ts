import { expect, test } from "vitest";
import { inOrder } from "./progress-order.ts";

const row = (name: string, asked: number, done: number) => ({ name, asked, started: done, done });
const rows = [row("a", 4, 4), row("b", 4, 1), row("c", 0, 0), row("d", 8, 2), row("e", 2, 0)];
const names = (found: readonly { name: string }[]) => found.map(({ name }) => name).join("");

test("by name rows stand as they come", () => {
  expect(names(inOrder(rows, "name", (each) => each))).toBe("abcde");
});

test("least answered first goes by the part that is done, and by name within the same part", () => {
  expect(names(inOrder(rows, "least", (each) => each))).toBe("ebdac");
});

test("whoever is out of the round comes last", () => {
  expect(names(inOrder(rows, "least", (each) => (each.name === "e" ? null : each)))).toBe("bdace");
});
