import { expect, test } from "vitest";
import { itemOf, labelling } from "../../testing/kind-testing.tsx";

const statement = itemOf("about-work");

test("words between questions are read, and neither asked, counted nor exported", () => {
  const html = statement.html();
  expect(html).toContain("The next questions are about how you work.");
  expect(labelling(html).controls).toBe(0);
  expect(statement.send({ "": "x" }).answers.others).toEqual({});
  expect(statement.summary({}, {})).toEqual({ n: 0, cantSay: 0, tables: [] });
  expect([statement.columns(), statement.cells({})]).toEqual([[], []]);
});
