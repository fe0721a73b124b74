import { stringify } from "csv-stringify/sync";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { xlsxResponse } from "~/platform/tables/write-xlsx.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { builtInFramework } from "../built-in.server.ts";
import { roleHeader } from "../domain/roles/table-columns.ts";
import { keepFrameworks } from "../store.server.ts";
import { readyAsTable, rolesAsTable } from "./export-roles.server.ts";
import { importRoles } from "./import-roles.server.ts";
import { allRoles } from "./role-reads.server.ts";

let db: TestDatabase;
let home: TestOrganisation;
const TODAY = "2026-03-02";

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  home = await createTestOrganisation(db.platform);
  await inOrganisation(db.platform, home, (tx) => keepFrameworks(tx, [builtInFramework()]));
  await createPeople(db.platform, home, {
    ana: { jobTitle: "Team lead", email: "ana@example.org" },
  });
});

const take = (content: string | Buffer, actor = home.admin, framework = "both-hats") =>
  importRoles(db.platform, actor, { content: Buffer.from(content) }, framework);
const exported = (actor = home.admin) =>
  inOrganisation(db.platform, actor, (tx) => rolesAsTable(tx, actor, { today: TODAY, only: null }));
const csv = (...rows: (readonly string[])[]) => stringify([...rows]);
const kept = async () =>
  [...(await inOrganisation(db.platform, home, (tx) => allRoles(tx, home))).values()].map(
    (role) => role,
  );

const SHORT = ["Role", "Applies from", "Inherits from", "Competency", "Level", "Weight"];

test("roles come in by a table, one inheriting from another further down; the export comes back as it was", async () => {
  const table = csv(
    [...SHORT, "Importance", "Job titles", "People", "Target zone", "Remarks"],
    [
      "Night lead",
      "",
      "Lead",
      "Setting goals",
      "4",
      "useful",
      "important",
      "",
      "ana@example.org",
      "",
      "x",
    ],
    ["night LEAD", "", "", "setting GOALS", "none", "", "", "", "", "", ""],
    [
      "Lead",
      "2025-01-01",
      "",
      "Range",
      "open",
      "",
      "",
      "Team lead\nLead",
      "",
      "managing −0.5 0.5\nleading 0 1",
      "",
    ],
    ["Lead", "2027-01-01", "", "Range", "5", "", "", "Team lead", "", "", ""],
  );
  const twice = await take(table);
  expect(twice).toMatchObject({
    reason: "rows",
    problems: [{ row: 3, column: "Level", code: "twice" }],
  });
  expect(await kept()).toEqual([]);
  const rows = table.split("\n").filter((line) => !line.startsWith("night LEAD"));
  expect(await take(rows.join("\n"))).toEqual({
    ...{ ok: true, value: { added: 2, changed: 1, unchanged: 0, leftOut: ["Remarks"] } },
  });
  const [lead, night] = await kept();
  expect(lead?.versions.map(({ validFrom, needs }) => [validFrom, needs[0]?.level])).toEqual([
    [TODAY, null],
    ["2027-01-01", 5],
  ]);
  expect(lead?.versions[0]).toMatchObject({
    match: { titles: ["Team lead", "Lead"] },
    zone: { managing: { low: -0.5, high: 0.5 }, leading: { low: 0, high: 1 } },
  });
  expect(night?.versions[0]).toMatchObject({
    ...{ parentId: lead?.id, people: [expect.any(String)] },
    needs: [{ competency: "setting-goals", level: 4, weight: "useful", importance: "important" }],
  });

  const before = await exported();
  const unchanged = { ok: true, value: { added: 0, changed: 1, unchanged: 2, leftOut: [] } };
  expect(await take(csv(roleHeader, ...(before ?? [])))).toEqual(unchanged);
  expect(await exported()).toEqual(before);
  const sheet = await xlsxResponse("roles", {
    title: "Roles",
    columns: roleHeader,
    rows: before ?? [],
  });
  expect(await take(Buffer.from(await sheet.arrayBuffer()))).toEqual(unchanged);
});

test("the pattern of profiles ready to copy can be taken in as it is", async () => {
  const rows = await inOrganisation(db.platform, home.admin, (tx) =>
    readyAsTable(tx, home.admin, TODAY),
  );
  expect(await take(csv(roleHeader, ...(rows ?? [])))).toMatchObject({ value: { added: 8 } });
  expect((await exported())?.toSorted()).toEqual(rows?.toSorted());
});

test("whatever is wrong is told with its row and column, and nothing is taken", async () => {
  const good = ["Good", "", "", "Range", "3", ""];
  const unread = csv(
    ...[SHORT, good],
    ["", "", "", "Range", "3", ""],
    ["A", "", "", "Range", "", ""],
    ["B", "", "", "Juggling", "3", ""],
    ["C", "", "", "Range", "3", "heavy"],
    ["Good", "", "Other", "Vision and purpose", "3", ""],
  );
  expect(await take(unread)).toMatchObject({
    reason: "rows",
    problems: [
      { row: 3, column: "Role", code: "missing" },
      { row: 4, column: "Level", code: "missing" },
      { row: 5, column: "Competency", code: "unknown-competency" },
      { row: 6, column: "Weight", code: "unknown-word" },
      { row: 7, column: "Inherits from", code: "differs-from-above" },
    ],
  });
  const impossible = csv(
    ...[SHORT, good],
    ["A", "", "", "Vision and purpose", "3", ""],
    ["A", "", "", "Range", "9", ""],
    ["B", "soon", "", "Range", "3", ""],
    ["C", "", "Nobody", "Range", "3", ""],
    ["D", "", "D", "Range", "3", ""],
  );
  const told = await take(impossible);
  expect(told).toMatchObject({ reason: "rows" });
  expect("problems" in told ? told.problems.toSorted((a, b) => a.row - b.row) : []).toMatchObject([
    { row: 4, column: "Level", code: "outside-scale" },
    { row: 5, column: "Applies from", code: "malformed" },
    { row: 6, column: "Inherits from", code: "unknown" },
    { row: 7, column: "Inherits from", code: "itself" },
  ]);
  expect(await kept()).toEqual([]);
  const round = csv(SHORT, ["A", "", "B", "", "", ""], ["B", "", "A", "", "", ""]);
  expect(await take(round)).toMatchObject({
    problems: [{ row: 3, column: "Inherits from", code: "circular", values: { way: "B → A → B" } }],
  });
  expect(await kept()).toEqual([]);
});

test("a file that is no table of roles, and whoever may not, are refused", async () => {
  expect(await take("")).toMatchObject({ reason: "file-empty" });
  expect(await take("Name,Colour\nAna,blue\n")).toMatchObject({ reason: "no-roles" });
  expect(await take(csv(SHORT))).toMatchObject({ reason: "no-roles" });
  expect(await take(csv(SHORT, ["A", "", "", "", "", ""]), home.admin, "made-up")).toMatchObject({
    reason: "unknown",
  });
  expect(await take(csv(SHORT, ["A", "", "", "", "", ""]), home.member())).toMatchObject({
    reason: "not-allowed",
  });
  expect(await exported(home.member())).toBeNull();
});
