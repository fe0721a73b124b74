import { expect, test } from "vitest";
import { itemOf, labelling } from "../../testing/kind-testing.tsx";

const meetings = itemOf("meetings");

test("an amount runs from far too little to far too much, and is kept as a small number", () => {
  for (const value of ["-2", "-1", "0", "1", "2"])
    expect(meetings.send({ "": value }).answers.ratings[0]).toBe(Number(value));
  expect(meetings.send({ "": "none" }).answers).toMatchObject({ cantSay: [0] });
});

test.each(["3", "-3", "0.5", "", "much"])(
  "%j is named as no amount, and changes nothing",
  (value) => {
    const before = meetings.send({ "": "1" }).answers;
    const { answers, problems } = meetings.send({ "": value }, before);
    expect(problems).toEqual([{ field: "item-0", code: "not-an-answer", typed: value }]);
    expect(answers).toEqual(before);
  },
);

test("it is a group of radios with the item as its name", () => {
  const html = meetings.html({ "": "-1" }, "Choose one");
  expect(labelling(html)).toEqual({
    ...{ controls: 6, unlabelled: [], legend: "Meetings", dangling: [], described: 1 },
  });
  expect(html.match(/checked=""/g)).toHaveLength(1);
  expect(html).toMatch(/value="-1" [^>]*|checked="" value="-1"/);
});

test("a summary counts every amount, also those nobody chose, and who can't say apart", () => {
  expect(meetings.summary({ "": "1" }, { "": "1" }, { "": "-2" }, { "": "none" }, {})).toEqual({
    n: 3,
    cantSay: 1,
    tables: [
      {
        part: "",
        label: "",
        counts: [-2, -1, 0, 1, 2].map((value) => ({
          value,
          count: value === 1 ? 2 : value === -2 ? 1 : 0,
        })),
      },
    ],
  });
});

test("it exports one column of numbers, empty for can't say", () => {
  expect(meetings.columns()).toEqual(["meetings"]);
  expect([meetings.cells({ "": "-2" }), meetings.cells({ "": "none" })]).toEqual([[-2], [null]]);
});
