import { expect, test } from "vitest";
import { itemOf, labelling } from "../../testing/kind-testing.tsx";

const recommend = itemOf("recommend");
const minutes = itemOf("minutes");

test("a few numbers are kept among the ratings, others beside them; emptied, nothing is kept", () => {
  expect(recommend.send({ "": "10" }).answers.ratings[4]).toBe(10);
  const typed = minutes.send({ "": " 45 " }).answers;
  expect(typed.others).toEqual({ minutes: "45" });
  expect(minutes.send({ "": "" }, typed).answers.others).toEqual({});
});

test.each(["-1", "301", "1.5", "4e1", "forty", "0x10"])(
  "%j is named, with its field and what was typed, and changes nothing",
  (value) => {
    const before = minutes.send({ "": "45" }).answers;
    const { answers, problems } = minutes.send({ "": value }, before);
    expect(problems).toEqual([{ field: "answer-minutes", code: "not-a-number", typed: value }]);
    expect(answers).toEqual(before);
  },
);

test("eleven numbers are radios with both ends in words, a long range is a field to type in", () => {
  const strip = recommend.html({ "": "7" }, "Choose");
  expect(labelling(strip)).toMatchObject({ controls: 12, unlabelled: [], dangling: [] });
  expect(strip).toContain("0: not at all likely");
  const field = minutes.html({ "": "45" }, "Enter a number");
  expect(labelling(field)).toMatchObject({ controls: 2, unlabelled: [], dangling: [] });
  expect(field).toMatch(/aria-invalid="true"/);
  expect(field).toContain('value="45"');
});

test("a summary counts every number of a few, and of a long range those that were typed", () => {
  const few = recommend.summary({ "": "10" }, { "": "9" }, { "": "10" });
  expect(few.tables[0]?.counts.map(({ count }) => count)).toEqual([
    0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2,
  ]);
  expect(minutes.summary({ "": "30" }, { "": "30" }, { "": "5" }, { none: "yes" })).toEqual({
    n: 3,
    cantSay: 1,
    tables: [
      {
        part: "",
        label: "",
        counts: [
          { value: 5, count: 1 },
          { value: 30, count: 2 },
        ],
      },
    ],
  });
});

test("it exports a column of numbers", () => {
  expect([recommend.columns(), recommend.cells({ "": "0" })]).toEqual([["recommend"], [0]]);
  expect([minutes.cells({ "": "45" }), minutes.cells({ none: "yes" })]).toEqual([[45], [null]]);
});
