import { expect, test } from "vitest";
import { askedKeys } from "./asked-fields.ts";

const items = [
  { key: "place", when: null, fields: { main: "item-0" } },
  { key: "help", when: [{ field: "item-0", value: "2" }], fields: { main: "answer-help:1" } },
  { key: "chair", when: [{ field: "answer-help:1", value: "yes" }], fields: { main: "item-1" } },
];
const asked = (fields: Record<string, string>) => [
  ...askedKeys(items, (field) => fields[field] ?? ""),
];

test("an item without a condition is always asked, others when one of their answers was given", () => {
  expect(asked({})).toEqual(["place"]);
  expect(asked({ "item-0": "2" })).toEqual(["place", "help"]);
  expect(asked({ "item-0": "2", "answer-help:1": "yes" })).toEqual(["place", "help", "chair"]);
});

test("an answer that is not asked any more makes nothing be asked", () => {
  expect(asked({ "item-0": "1", "answer-help:1": "yes" })).toEqual(["place"]);
});
