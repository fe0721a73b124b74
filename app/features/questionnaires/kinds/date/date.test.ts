import { expect, test } from "vitest";
import { itemOf, labelling } from "../../testing/kind-testing.tsx";

const since = itemOf("since");

test("a day is kept as it is written, and emptied it is gone", () => {
  const kept = since.send({ "": "2024-02-29" }).answers;
  expect(kept.others).toEqual({ since: "2024-02-29" });
  expect(since.send({ "": "" }, kept).answers.others).toEqual({});
});

test.each(["2023-02-29", "1959-12-31", "2027-01-01", "29.02.2024", "soon"])(
  "%j is named, with its field and what was typed, and changes nothing",
  (value) => {
    const before = since.send({ "": "2024-02-29" }).answers;
    const { answers, problems } = since.send({ "": value }, before);
    expect(problems).toEqual([{ field: "answer-since", code: "not-a-date", typed: value }]);
    expect(answers).toEqual(before);
  },
);

test("it is the browser's own field with a label, and a box to pass", () => {
  const html = since.html({ "": "2024-02-29" }, "Enter a day");
  expect(labelling(html)).toMatchObject({ controls: 2, unlabelled: [], dangling: [] });
  expect(html).toContain('value="2024-02-29"');
});

test("a summary counts months, not days", () => {
  const days = ["2024-02-29", "2024-02-01", "2023-12-31"].map((day) => ({ "": day }));
  expect(since.summary(...days, { none: "yes" })).toEqual({
    n: 3,
    cantSay: 1,
    tables: [
      {
        ...{ part: "", label: "" },
        counts: [
          { value: "2023-12", count: 1 },
          { value: "2024-02", count: 2 },
        ],
      },
    ],
  });
});

test("it exports a column of days", () => {
  expect([since.columns(), since.cells({ "": "2024-02-29" })]).toEqual([["since"], ["2024-02-29"]]);
});
