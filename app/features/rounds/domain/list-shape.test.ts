import { standardPolicy, tightenPolicy } from "@twohats/disclosure";
import { expect, test } from "vitest";
import {
  isOwnList,
  listShapes,
  policyForList,
  shapeAfterApproval,
  shapeAfterChange,
} from "./list-shape.ts";

test("what the participant changes is shaped until a second person agrees, and again when they change it once more", () => {
  for (const shape of listShapes) {
    expect(shapeAfterChange(shape, true)).toBe("shaped");
    expect(shapeAfterChange(shape, false)).toBe(shape);
  }
  expect(listShapes.map(shapeAfterApproval)).toEqual(["given", "agreed", "agreed"]);
});

test("HR acts as a participant on a list of their own", () => {
  expect(isOwnList({ personId: "ana" }, { personId: "ana" })).toBe(true);
  expect(isOwnList({ personId: "bo" }, { personId: "ana" })).toBe(false);
  expect(isOwnList({ personId: null }, { personId: "ana" })).toBe(false);
});

test("a list that only the participant shaped takes one rater more, everywhere; any other what the round promises", () => {
  const policy = { ...standardPolicy, minimumFor: { direct_report: 5 }, minimumForDistribution: 6 };
  expect(policyForList(policy, "given")).toEqual(policy);
  expect(policyForList(policy, "agreed")).toEqual(policy);
  const wider = policyForList(policy, "shaped");
  expect(wider).toMatchObject({
    minimum: 4,
    minimumFor: { direct_report: 6 },
    minimumForDistribution: 7,
    minimumCommenters: 4,
  });
  expect(tightenPolicy(policy, wider).ok).toBe(true);
  expect(
    policyForList({ ...standardPolicy, minimum: 999, minimumForDistribution: 999 }, "shaped")
      .minimum,
  ).toBe(1000);
});
