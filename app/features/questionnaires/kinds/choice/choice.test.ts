import { expect, test } from "vitest";
import { itemOf, labelling } from "../../testing/kind-testing.tsx";

const place = itemOf("place");
const help = itemOf("help");

test("one choice is kept as a small number, what is not on the list in its own words", () => {
  expect(place.send({ "": "2" }).answers.ratings[3]).toBe(2);
  const elsewhere = place.send({ "": "0", other: "On trains" }).answers;
  expect([elsewhere.ratings[3], elsewhere.others]).toEqual([0, { "place:other": "On trains" }]);
  expect(place.isAnswered({ other: "On trains" })).toBe(true);
  expect(place.isAnswered({ other: "  " })).toBe(false);
});

test.each(["9", "", "x"])("%j is named as no choice, and what stood there is kept", (value) => {
  const before = place.send({ "": "1" }).answers;
  const { answers, problems } = place.send({ "": value }, before);
  expect(problems).toEqual([{ field: place.field(), code: "not-an-answer", typed: value }]);
  expect(answers).toEqual(before);
});

test("other words that are too long are named, kept on the page and not cut", () => {
  const long = "x".repeat(201);
  const { answers, problems } = place.send({ other: long });
  expect(problems).toEqual([{ field: "answer-place:other", code: "too-long" }]);
  expect(answers.others).toEqual({ "place:other": long });
});

test("of several choices each is a box of its own, and can't say takes them back", () => {
  const both = help.send({ "1": "yes", "2": "yes" }).answers;
  expect(both.others).toEqual({ "help:1": "yes", "help:2": "yes" });
  expect(help.send({ "1": "" }, both).answers.others).toEqual({ "help:2": "yes" });
  const declined = help.send({ none: "yes" }, both).answers;
  expect(declined.others).toEqual({ "help:none": "yes" });
  expect(help.send({ "2": "yes" }, declined).answers.others).toEqual({ "help:2": "yes" });
  expect(help.send({ "1": "perhaps" }).problems).toMatchObject([
    { field: "answer-help:1", code: "not-an-answer" },
  ]);
});

test("one is a group of radios with a line for other words, several a group of boxes", () => {
  expect(labelling(place.html({}, "Choose one"))).toEqual({
    ...{ controls: 5, unlabelled: [], legend: "Where do you mostly work?" },
    ...{ dangling: [], described: 1 },
  });
  expect(labelling(help.html({ "1": "yes" }))).toMatchObject({ controls: 3, unlabelled: [] });
  expect(help.html({ "1": "yes" }).match(/checked=""/g)).toHaveLength(1);
});

test("a summary counts people, and each choice; several add up to more", () => {
  const one = place.summary({ "": "1" }, { "": "0", other: "x" }, { other: "y" }, { "": "none" });
  expect([one.n, one.cantSay]).toEqual([3, 1]);
  expect(one.tables[0]?.counts).toEqual([
    { value: 1, count: 1 },
    { value: 2, count: 0 },
    { value: 0, count: 2 },
  ]);
  const several = help.summary({ "1": "yes", "2": "yes" }, { "2": "yes" }, { none: "yes" });
  expect([several.n, several.tables[0]?.counts.map(({ count }) => count)]).toEqual([2, [1, 2]]);
});

test("one exports a column and one for other words; several a column each, empty for whoever can't say", () => {
  expect(place.columns()).toEqual(["place", "place:other"]);
  expect(place.cells({ "": "0", other: "On trains" })).toEqual([0, "On trains"]);
  expect(help.columns()).toEqual(["help:1", "help:2"]);
  expect([help.cells({ "2": "yes" }), help.cells({ none: "yes" })]).toEqual([
    [0, 1],
    [null, null],
  ]);
});
