import { expect, test } from "vitest";
import { noAnswers } from "./answers.ts";
import { changesSince, fieldsOf, printOf, readSeen, writeSeen } from "./seen.ts";

const answers = {
  ...noAnswers(4),
  ratings: [2, null, -1, null],
  cantSay: [1],
  comments: { keep: "Calm\nin storms", more: "" },
};
const seen = readSeen(writeSeen(fieldsOf(answers)));

test("answers become the fields a form would send, without what was left open", () => {
  expect([...fieldsOf(answers)]).toEqual([
    ["item-0", "2"],
    ["item-2", "-1"],
    ["item-1", "none"],
    ["comment-keep", "Calm\nin storms"],
  ]);
});

test("what a page showed and sends again is no change, whatever happened elsewhere meanwhile", () => {
  const now = new Map([["item-0", "-2"]]);
  const again = [...fieldsOf(answers), ["comment-more", ""] as const];
  expect(changesSince(again, seen, now)).toEqual({ changes: [], replaced: new Map() });
});

test("line ends that a browser sends are no change", () => {
  expect(printOf("Calm\r\nin storms")).toBe(printOf("Calm\nin storms"));
});

test("what was changed on the page is a change, and what stood there by another tab is handed back", () => {
  const now = new Map([
    ["item-0", "1"],
    ["comment-keep", "By the other tab"],
  ]);
  const { changes, replaced } = changesSince(
    [
      ["item-0", "0"],
      ["item-2", "-1"],
      ["item-3", "1"],
      ["comment-keep", "By this one"],
    ],
    seen,
    now,
  );
  expect(changes.map(([field]) => field)).toEqual(["item-0", "item-3", "comment-keep"]);
  expect([...replaced]).toEqual([
    ["item-0", "1"],
    ["comment-keep", "By the other tab"],
  ]);
});

test("two tabs that say the same replace nothing, and an emptied comment is a change", () => {
  const same = changesSince([["item-0", "1"]], seen, new Map([["item-0", "1"]]));
  expect(same).toEqual({ changes: [["item-0", "1"]], replaced: new Map() });
  expect(changesSince([["comment-keep", ""]], seen, fieldsOf(answers)).changes).toHaveLength(1);
});

test("without a record of what was shown, everything sent is a change", () => {
  expect(changesSince([["item-0", "2"]], null, fieldsOf(answers)).changes).toHaveLength(1);
});

test("a record that was tampered with is read as far as it makes sense", () => {
  expect(readSeen("item-0.x nonsense . ")).toEqual(new Map([["item-0", "x"]]));
});
