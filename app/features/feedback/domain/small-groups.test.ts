import { expect, test } from "vitest";
import { likelyRelationship, smallGroups } from "./small-groups.ts";

test("only groups that are promised anonymity and have one or two raters are too small", () => {
  const groups = [
    { relationship: "self" as const, asked: 1 },
    { relationship: "manager" as const, asked: 1 },
    { relationship: "peer" as const, asked: 2 },
    { relationship: "direct_report" as const, asked: 3 },
    { relationship: "other" as const, asked: 0 },
  ];
  expect(smallGroups(groups, 3)).toEqual(["peer"]);
  expect(smallGroups(groups, 4)).toEqual(["peer", "direct_report"]);
});

test("the org tree proposes how someone stands to a participant", () => {
  const ada = { id: "ada", managerId: "boss" };
  expect(likelyRelationship({ id: "boss", managerId: null }, ada)).toBe("manager");
  expect(likelyRelationship({ id: "ben", managerId: "ada" }, ada)).toBe("direct_report");
  expect(likelyRelationship({ id: "cy", managerId: "boss" }, ada)).toBe("peer");
  expect(likelyRelationship({ id: "di", managerId: "ben" }, ada)).toBe("other");
  const top = { id: "top", managerId: null };
  expect(likelyRelationship({ id: "else", managerId: null }, top)).toBe("other");
});
