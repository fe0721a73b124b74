import { expect, test } from "vitest";
import { shapeOrgTree, type TreeNode, type TreePerson } from "./org-tree.ts";

/** "bo<ana" reports to ana. */
function people(...words: string[]): TreePerson[] {
  return words.map((word) => {
    const [id = "", manager] = word.split("<");
    return { id, name: id, jobTitle: null, department: null, managerId: manager ?? null };
  });
}

function drawn(nodes: TreeNode[]): string {
  return nodes
    .map(({ person, below, reports }) => {
      const inside = reports.length > 0 ? `(${drawn(reports)})` : "";
      return `${person.id}${below}${inside}`;
    })
    .join(" ");
}

const HOUSE = people("ana", "bo<ana", "cy<ana", "dia<bo", "eve<dia", "fay", "gil<gone");

test("draws everyone below whom they report to, and counts those below", () => {
  const tree = shapeOrgTree(HOUSE, null, 100);
  expect(drawn(tree?.roots ?? [])).toBe("ana4(bo2(dia1(eve0)) cy0) fay0 gil0");
  expect([tree?.path, tree?.more]).toEqual([[], 0]);
});

test("starts from one person and says who stands above", () => {
  const tree = shapeOrgTree(HOUSE, "dia", 100);
  expect(drawn(tree?.roots ?? [])).toBe("dia1(eve0)");
  expect(tree?.path.map(({ id }) => id)).toEqual(["ana", "bo"]);
});

test("stops level by level where there is no more room, without splitting a team", () => {
  const tree = shapeOrgTree(HOUSE, null, 5);
  expect(drawn(tree?.roots ?? [])).toBe("ana4(bo2 cy0) fay0 gil0");
  expect(tree?.roots[0]?.reports[0]).toMatchObject({ direct: 1, reports: [] });
  expect(shapeOrgTree(HOUSE, null, 2)).toMatchObject({ more: 1 });
});

test("knows nobody by an unknown id", () => {
  expect(shapeOrgTree(HOUSE, "zed", 100)).toBeNull();
});

test("ten thousand people take well under a second", () => {
  const many = people(
    ...Array.from({ length: 10_000 }, (_, index) =>
      index === 0 ? "p0" : `p${index}<p${Math.floor((index - 1) / 8)}`,
    ),
  );
  const start = process.cpuUsage();
  const tree = shapeOrgTree(many, null, 300);
  expect(process.cpuUsage(start).user / 1_000).toBeLessThan(1_000);
  expect(tree?.roots[0]?.below).toBe(9_999);
});
