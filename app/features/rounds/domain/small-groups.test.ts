import { expect, test } from "vitest";
import { likelyRelationship, smallGroups } from "./small-groups.ts";

test("only groups that are promised anonymity and have too few raters who count are too small", () => {
  const groups = (
    [
      ["self", 1, 1],
      ["manager", 1, 1],
      ["peer", 2, 2],
      ["direct_report", 3, 3],
      ["other", 0, 0],
      ["outside", 5, 2],
    ] as const
  ).map(([relationship, asked, counting]) => ({ relationship, asked, counting }));
  expect(smallGroups(groups, 3)).toEqual(["peer", "outside"]);
  expect(smallGroups(groups, 4)).toEqual(["peer", "direct_report", "outside"]);
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
