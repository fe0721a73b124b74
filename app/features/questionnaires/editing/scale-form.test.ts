import { expect, test } from "vitest";
import { textsIn } from "~/platform/i18n/i18n.ts";
import { readScale, scaleInput, scaleKinds, typedScale, usualScale } from "./scale-form.ts";

const read = (kind: Parameters<typeof readScale>[0], typed: object) =>
  readScale(kind, scaleInput.parse(typed));
const problems = (...given: Parameters<typeof read>) => {
  const outcome = read(...given);
  return outcome.ok ? [] : outcome.problems.map(({ field, code }) => `${field} ${code}`);
};

test("a usual scale of every kind, in every language, goes through its form as it is", () => {
  for (const language of ["en", "de"])
    for (const kind of scaleKinds) {
      const scale = usualScale(kind, textsIn(language).getFixedT(null, "questionnaires"));
      expect(read(kind, typedScale(scale))).toEqual({ ok: true, scale });
    }
});

test("points count up without gaps, and long ones need a short form", () => {
  const point = (label: string, short = "") => ({ label, short });
  expect(problems("truth", { self: "x", points: [point("a")] })).toEqual([
    "points[0].label few-points",
  ]);
  expect(problems("truth", { self: "x", points: [point("a"), point(""), point("c")] })).toEqual([
    "points[1].label missing",
  ]);
  const long = point("To a very great extent indeed");
  expect(problems("truth", { self: "x", points: [point("a"), long] })).toEqual([
    "points[1].short short-missing",
  ]);
  expect(
    problems("truth", { self: "x", points: [point("a"), { ...long, short: "Very" }] }),
  ).toEqual([]);
  expect(problems("amount", { self: "x", points: [point("a"), point("b")] })).toEqual([
    ...["points[2].label missing", "points[3].label missing", "points[4].label missing"],
  ]);
  expect(problems("truth", { points: [point("a"), point("b")] })).toEqual(["self missing"]);
});
