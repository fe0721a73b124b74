import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCells, readRows } from "~/platform/tables/testing/read-rows.ts";
import { toCsv } from "~/platform/tables/write-csv.server.ts";
import { toXlsx } from "~/platform/tables/write-xlsx.server.ts";
import { anyFramework } from "../../testing/any-framework.ts";
import { about } from "../../testing/files.ts";
import { ownFramework } from "../../testing/own-framework.ts";
import type { OwnFramework } from "../own/own-framework.ts";
import { lossesOf } from "./losses.ts";
import { readCase } from "./read-case.ts";
import { readOwnJson } from "./read-json.ts";
import { readTableFramework } from "./read-table.ts";
import { toCase } from "./write-case.ts";
import { tableHeader, toTable, waysOf } from "./write-table.ts";

const base = ownFramework();

/** By their way instead of their ids, as a table has groups. */
function byWay(framework: OwnFramework) {
  const ways = waysOf(framework);
  return framework.competencies.map(({ group, ...each }) => ({
    ...each,
    way: group === null ? [] : ways.get(group),
  }));
}

async function fromCsv(framework: OwnFramework) {
  const rows = await readRows(toCsv([tableHeader, ...toTable(framework)]));
  if (typeof rows === "string") throw new Error(rows);
  return readTableFramework(rows, about);
}

describe("there and back", () => {
  test("our JSON: all of it", () => {
    fc.assert(
      fc.property(anyFramework, (framework) => {
        const back = readOwnJson(JSON.parse(JSON.stringify(framework)));
        expect(back).toEqual({ framework, problems: [], notes: [] });
        expect(lossesOf(framework, "json")).toEqual([]);
      }),
    );
  });

  test("a table: all but what it says it loses, whatever is in the cells", async () => {
    await fc.assert(
      fc.asyncProperty(anyFramework, async (framework) => {
        const back = await fromCsv(framework);
        expect(back.problems).toEqual([]);
        expect(byWay(back.framework!)).toEqual(byWay(framework));
        expect(back.framework!.levels).toEqual(framework.levels);
      }),
      { numRuns: 60 },
    );
  });

  test("a workbook: as the table", async () => {
    const rows = toTable(base);
    const sheet = { title: "Framework", columns: tableHeader, rows };
    expect(await readCells(Buffer.from(await toXlsx(sheet)))).toEqual(
      [[...tableHeader], ...rows].map((cells) =>
        cells.slice(0, cells.findLastIndex((c) => c !== "") + 1),
      ),
    );
  });

  test("CASE: all but what it says it loses", () => {
    fc.assert(
      fc.property(anyFramework, (framework) => {
        const file = toCase(framework, {
          documentId: "0f9b2f34-6a4b-4c38-9c52-0c1f3b6d2a11",
          now: "2026-03-02T00:00:00Z",
          uuidOf: (text) => text,
        });
        const back = readCase(JSON.parse(JSON.stringify(file)), about);
        expect(back.problems).toEqual([]);
        const carried = framework.competencies.map((each) => ({
          ...each,
          hat: null,
          anchors: each.anchors.map((anchor) => ({ ...anchor, observableBy: [] })),
        }));
        expect(back.framework).toEqual({ ...framework, competencies: carried });
        const hats = framework.competencies.filter(({ hat }) => hat !== null).length;
        expect(lossesOf(framework, "case").find(({ what }) => what === "hats")?.count ?? 0).toBe(
          hats,
        );
      }),
    );
  });
});

test("an export says what it can't carry", () => {
  const rich = ownFramework({
    description: "For all who sail",
    source: { uri: "https://example.org", version: "2", licence: null },
    levels: base.levels.map((level) => ({ ...level, description: "More of it" })),
    groups: [...base.groups, { ...base.groups[0]!, id: "deck", description: "Above" }],
  });
  expect(lossesOf(rich, "csv")).toEqual([
    { what: "description", count: 1 },
    { what: "source", count: 2 },
    { what: "language", count: 1 },
    { what: "level-descriptions", count: 3 },
    { what: "group-descriptions", count: 1 },
    { what: "empty-groups", count: 1 },
    { what: "group-ids", count: 3 },
    { what: "groups-alike", count: 1 },
  ]);
  expect(lossesOf(rich, "case").map(({ what }) => what)).toEqual([
    ...["level-descriptions", "observers", "ids"],
  ]);
});
