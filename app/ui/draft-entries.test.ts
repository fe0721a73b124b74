import { expect, test } from "vitest";
import { changedFrom, resumed, sentOff, typedInto } from "./draft-entries.ts";

const shown = { name: "Spring", day: "", note: "a" };

test("what was typed and not sent goes back in, and nothing else", () => {
  const draft = typedInto({}, shown, { ...shown, name: "Summer", day: "2026-05-01" });
  expect(Object.keys(draft)).toEqual(["name", "day"]);
  expect(resumed(draft, shown).into).toEqual({ name: "Summer", day: "2026-05-01" });
});

test("put back by hand it is no draft any more", () => {
  const draft = typedInto({}, shown, { ...shown, name: "Summer" });
  expect(typedInto(draft, shown, shown)).toEqual({});
});

test("sent and saved it is gone; sent and not saved it goes back in", () => {
  const draft = sentOff(typedInto({}, shown, { ...shown, name: "Summer" }), ["name"]);
  expect(resumed(draft, { ...shown, name: "Summer" })).toEqual({ left: {}, into: {} });
  expect(resumed(draft, { ...shown, name: "SUMMER" })).toEqual({ left: {}, into: {} });
  expect(resumed(draft, shown).into).toEqual({ name: "Summer" });
});

test("changed elsewhere before it was sent, it goes back in all the same", () => {
  const draft = typedInto({}, shown, { ...shown, name: "Summer" });
  expect(resumed(draft, { ...shown, name: "Autumn" }).into).toEqual({ name: "Summer" });
});

test("changed again after a refusal, it is not taken for sent", () => {
  const refused = sentOff(typedInto({}, shown, { ...shown, name: "x" }), ["name"]);
  const again = typedInto(refused, shown, { ...shown, name: "xy" });
  expect(resumed(again, { ...shown, name: "other" }).into).toEqual({ name: "xy" });
});

test("fields that are not on the page keep what was typed into them", () => {
  const draft = typedInto({}, { a: "" }, { a: "1" });
  expect(resumed(draft, { b: "" })).toEqual({ left: draft, into: {} });
  expect(typedInto(draft, { b: "" }, { b: "2" })).toMatchObject({ a: { typed: "1" } });
});

test("what is changed is told with what it was, also a field that holds nothing now or held nothing then", () => {
  expect(changedFrom(shown, shown)).toEqual({});
  expect(changedFrom(shown, { name: "Spring", day: "2026-05-01", note: "" })).toEqual({
    day: "",
    note: "a",
  });
});
