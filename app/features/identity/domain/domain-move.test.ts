import { expect, test } from "vitest";
import { domainMoves } from "./domain-move.ts";

const moved = (name: string, from = "a.test", to = "b.test") => ({
  oldAddress: `${name}@${from}`,
  newAddress: `${name}@${to}`,
});
const many = (count: number, from?: string, to?: string) =>
  Array.from({ length: count }, (_, index) => moved(`p${index}`, from, to));

test("five that keep their name and change the place are a whole domain, four are not", () => {
  expect(domainMoves(many(4))).toEqual([]);
  const [move] = domainMoves(many(5));
  expect(move).toMatchObject({ from: "a.test", to: "b.test" });
  expect(move?.changes).toHaveLength(5);
});

test("whoever gets another name in passing, none, or had none is looked at alone", () => {
  const alone = [
    { oldAddress: "ana@a.test", newAddress: "hr@b.test" },
    { oldAddress: "bo@a.test", newAddress: null },
    { oldAddress: null, newAddress: "cy@b.test" },
    { oldAddress: "di@a.test", newAddress: "di+x@b.test" },
    moved("el", "A.test", "a.test"),
  ];
  const [move, ...others] = domainMoves([...alone, ...many(5)]);
  expect(move?.changes).toEqual(many(5));
  expect(others).toEqual([]);
});

test("each pair of domains is a move of its own, the largest first, whatever their case", () => {
  const moves = domainMoves([...many(5, "A.test"), ...many(6, "a.test", "C.test")]);
  expect(moves.map(({ from, to, changes }) => [from, to, changes.length])).toEqual([
    ["a.test", "c.test", 6],
    ["a.test", "b.test", 5],
  ]);
});
