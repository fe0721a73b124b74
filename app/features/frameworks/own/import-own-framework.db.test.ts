import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { toCsv } from "~/platform/tables/write-csv.server.ts";
import { toXlsx } from "~/platform/tables/write-xlsx.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { tableHeader, toTable } from "../domain/exchange/write-table.ts";
import { ownFramework } from "../testing/own-framework.ts";
import { importOwnFramework } from "./import-own-framework.server.ts";
import { ownDraft, ownFrameworks } from "./own-framework-reads.server.ts";

let db: TestDatabase;
let home: TestOrganisation;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  home = await createTestOrganisation(db.platform);
});

const about = { language: "en", levelNames: ["One", "Two", "Three"] };
const bring = (name: string, content: string | Uint8Array, actor = home.admin) =>
  importOwnFramework(db.platform, actor, { name, content: Buffer.from(content) }, about);

async function brought(name: string, content: string | Uint8Array) {
  const outcome = await bring(name, content);
  if (!outcome.ok) throw new Error(outcome.reason);
  const { id } = outcome.value;
  return (await inOrganisation(db.platform, home, (tx) => ownDraft(tx, home.admin, id)))!;
}

const rows = toTable(ownFramework());

test.each([
  ["a CSV", "crew.csv", () => toCsv([tableHeader, ...rows])],
  ["a workbook", "crew.xlsx", () => toXlsx({ title: "x", columns: tableHeader, rows })],
])("%s begins a draft that holds all of it", async (_, name, make) => {
  const { definition, reading } = await brought(name, await make());
  expect(definition.name).toBe("crew");
  expect(definition.competencies.map(({ id, anchors }) => [id, anchors.length])).toEqual([
    ["mooring", 3],
    ["pumps", 3],
    ["watch", 3],
  ]);
  expect(reading).toEqual({ file: name, format: "table", problems: [], refused: 0, notes: [] });
});

test("JSON with a byte order mark and YAML are read, and what is refused is kept with the draft", async () => {
  const twice = ownFramework();
  twice.competencies.push(twice.competencies[0]!);
  const { definition, reading } = await brought("f.json", `\uFEFF${JSON.stringify(twice)}`);
  expect(definition.competencies).toHaveLength(3);
  expect(reading).toMatchObject({
    ...{ format: "json", refused: 1 },
    problems: [{ row: 4, field: "id", code: "duplicate-id" }],
  });
  const yaml = `
name: Crew
levels: [{ id: j, name: Junior }, { id: s, name: Senior }]
themes: [{ id: t, name: Team }]
competencies:
  - level: s
    theme: t
    summary: |
      Helps others
      unasked
`;
  expect(await brought("crew.yml", yaml)).toMatchObject({
    definition: { competencies: [{ anchors: [{ level: 2, text: "Helps others\nunasked" }] }] },
    reading: { format: "progression" },
  });
});

test("a file that holds nothing to take is refused in words, and begins nothing", async () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefgh"
    .split("")
    .map((key, at) => `${key}: &${key} [${`*${"abcdefg"[at]},`.repeat(9)}]`)
    .join("\n")}`;
  const refused: [string, string, string][] = [
    ["x.csv", "", "file-empty"],
    ["x.csv", "Date,Amount\n2026-01-01,3\n", "no-framework"],
    ["x.json", '{"CFDocument": ', "json-broken"],
    ["x.json", "[1, 2]", "no-framework"],
    ["x.yml", "a: [", "yaml-broken"],
    ["x.yml", bomb, "yaml-broken"],
    ["x.pdf", "%PDF-1.7\n", "file-pdf"],
    ["x.csv", "Competency,Level\n,3\n", "nothing-read"],
    ["x.json", JSON.stringify({ ...ownFramework(), levels: [] }), "nothing-read"],
  ];
  for (const [name, content, reason] of refused)
    expect(await bring(name, content), reason).toMatchObject({ ok: false, reason });
  expect(await bring("x.csv", toCsv([tableHeader, ...rows]), home.member())).toMatchObject({
    reason: "not-allowed",
  });
  expect(await inOrganisation(db.platform, home, (tx) => ownFrameworks(tx, home.admin))).toEqual(
    [],
  );
});
