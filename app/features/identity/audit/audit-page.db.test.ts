import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Audited } from "~/platform/feature/audited.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import type { Actor } from "../domain/actor.ts";
import { recordAudit } from "../record-audit.server.ts";
import { createTestOrganisation, type TestOrganisation } from "../testing/organisation.ts";
import { auditParameters, readAuditQuery } from "./audit-query.ts";
import { exportAudit, readAuditPage } from "./read-audit.server.ts";

const ALL = { action: null, who: null, from: null, to: null, after: null };
const audited: Audited<Actor> = {
  words: "test",
  actions: {
    "test.whole": "whole",
    "test.other": "whole",
    "test.day": "day",
    "test.hidden": "hidden",
  },
  subjects: {
    thing: async (_tx, _actor, ids) => new Map(ids.slice(0, 1).map((id) => [id, "A thing"])),
  },
};
const auditedOfAll = async () => [audited];

let db: TestDatabase;
let house: TestOrganisation;
beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createTestOrganisation(db.platform);
  db.platform.clock.set(new Date("2026-03-10T12:00:00Z"));
});
afterAll(() => db.close());

const read = (changes: Partial<typeof ALL> | object = {}, actor = house.admin) =>
  readAuditPage(db.platform, auditedOfAll, actor, { ...ALL, ...changes });
const lines = async (changes: object = {}) => (await read(changes))?.lines ?? [];
const save = (changes: object = {}, actor = house.admin) =>
  exportAudit(db.platform, auditedOfAll, actor, { ...ALL, ...changes });

/** Something that was done at a moment, by the administrator unless said otherwise. */
async function done(at: string, action: string, by: { accountId: string | null } = house.admin) {
  const now = db.platform.clock.now();
  db.platform.clock.set(new Date(at));
  await inOrganisation(db.platform, house, (tx) =>
    recordAudit(
      db.platform,
      tx,
      { organisationId: house.organisationId, accountId: by.accountId },
      { action, subjectKind: "thing", subjectId: house.organisationId, detail: { secret: 4711 } },
    ),
  );
  db.platform.clock.set(now);
}

test("the newest stands first; of what others do only the day is said, and last of its day", async () => {
  await done("2026-03-08T09:00:00Z", "test.whole");
  await done("2026-03-08T10:00:00Z", "test.day", house.member());
  await done("2026-03-08T11:00:00Z", "test.other", { accountId: null });
  await done("2026-03-09T08:00:00Z", "test.whole");
  const shown = (await lines()).map(({ day, at, said, who, about }) => [day, at, said, who, about]);
  expect(shown).toEqual([
    ["2026-03-09", "2026-03-09T08:00:00.000Z", "test.whole", "gone", { name: "A thing" }],
    ["2026-03-08", "2026-03-08T11:00:00.000Z", "test.other", "nobody", { name: "A thing" }],
    ["2026-03-08", "2026-03-08T09:00:00.000Z", "test.whole", "gone", { name: "A thing" }],
    ["2026-03-08", null, "test.day", null, null],
  ]);
});

test("what is hidden, and what no feature knows, is shown nowhere and can't be asked for", async () => {
  await done("2026-03-08T09:00:00Z", "test.hidden", house.member());
  await done("2026-03-08T09:00:00Z", "nobody.knows");
  for (const action of [null, "test.hidden", "nobody.knows"]) {
    expect(await lines({ action })).toEqual([]);
    expect((await save({ action }))?.lines).toEqual([]);
  }
  const page = await read();
  expect(page?.choices.acts.map(({ action }) => action)).not.toContain("test.hidden");
  expect(page?.hidden).toEqual(["test:test.hidden"]);
});

test("what others do is not seen on its day, however often somebody looks, and in no order of its time later", async () => {
  const moments = ["07:00", "08:00", "09:00", "10:00", "11:00", "11:30"];
  const before = await read();
  for (const moment of moments) await done(`2026-03-10T${moment}:00Z`, "test.day", house.member());
  expect(await read()).toEqual(before);
  db.platform.clock.set(new Date("2026-03-11T00:30:00Z"));
  const { rows } = await db.owner.query<{ id: string }>(
    "SELECT id FROM audit_record WHERE organisation_id = $1 AND action = 'test.day' ORDER BY md5(id::text) DESC",
    [house.organisationId],
  );
  const shown = await lines();
  expect(shown).toHaveLength(6);
  // Nothing in a line begins with the id of its record, which begins with its time.
  for (const { id } of rows) expect(JSON.stringify(shown)).not.toContain(id.slice(0, 12));
  expect(
    new Set(shown.map(({ said, who, about, at }) => JSON.stringify([said, who, about, at]))).size,
  ).toBe(1);
});

test("days begin and end where the organisation is", async () => {
  await db.owner.query(
    "UPDATE organisation SET time_zone = 'Pacific/Auckland' WHERE organisation_id = $1",
    [house.organisationId],
  );
  await done("2026-03-08T10:59:00Z", "test.whole");
  await done("2026-03-08T11:01:00Z", "test.other");
  expect((await lines()).map(({ day }) => day)).toEqual(["2026-03-09", "2026-03-08"]);
  expect((await lines({ from: "2026-03-09" })).map(({ said }) => said)).toEqual(["test.other"]);
  expect((await lines({ to: "2026-03-08" })).map(({ said }) => said)).toEqual(["test.whole"]);
});

test("it is narrowed by act, by who and by days; whoever asks for somebody's acts is told nothing that says no name", async () => {
  const other = house.member();
  await done("2026-03-07T09:00:00Z", "test.whole");
  await done("2026-03-08T09:00:00Z", "test.other", other);
  await done("2026-03-08T09:00:00Z", "test.day", other);
  const said = async (changes: object) => (await lines(changes)).map((line) => line.said);
  expect(await said({ action: "test.day" })).toEqual(["test.day"]);
  expect(await said({ who: other.accountId })).toEqual(["test.other"]);
  expect(await said({ who: "server" })).toEqual([]);
  expect(await said({ from: "2026-03-08", to: "2026-03-08", action: "test.other" })).toEqual([
    "test.other",
  ]);
  expect(await said({ who: "'; DROP TABLE audit_record; --" })).toEqual([]);
});

test("pages follow each other without a gap or a double, whatever is recorded meanwhile", async () => {
  for (let day = 1; day <= 9; day += 1)
    for (let each = 0; each < 15; each += 1)
      await done(
        `2026-03-0${day}T0${each % 10}:00:00Z`,
        each % 3 === 0 ? "test.day" : "test.whole",
      );
  const whole = (await save())?.lines.map(({ key }) => key) ?? [];
  expect(whole).toHaveLength(135);
  expect(new Set(whole).size).toBe(135);
  const read: string[] = [];
  let address: string | null = "";
  while (address !== null) {
    const page = await readAuditPage(
      ...([
        db.platform,
        auditedOfAll,
        house.admin,
        readAuditQuery(new URLSearchParams(address)),
      ] as const),
    );
    if (!page) throw new Error("no page");
    expect(page.lines.length).toBeLessThanOrEqual(50);
    read.push(...page.lines.map(({ key }) => key));
    address = page.next && auditParameters(ALL, page.next).toString();
    await done("2026-03-10T11:00:00Z", "test.whole");
  }
  expect(read).toEqual(whole);
});

test("a place that nobody was given shows nothing else than the beginning", async () => {
  await done("2026-03-08T09:00:00Z", "test.whole");
  for (const after of [
    "",
    "~",
    "2026-99-01~w~x",
    "2026-03-09~x~y",
    "2026-03-09~w~';--",
    "a".repeat(5_000),
  ])
    expect(readAuditQuery(new URLSearchParams({ after })).after).toBeNull();
});

test("members, whoever left and another organisation are told nothing, and nothing is recorded of them", async () => {
  await done("2026-03-08T09:00:00Z", "test.whole");
  const leaver = { ...house.member(), role: "leaver" as const };
  for (const actor of [house.member(), leaver]) {
    expect(await read({}, actor)).toBeNull();
    expect(await save({}, actor)).toBeNull();
  }
  const other = await createTestOrganisation(db.platform);
  expect((await read({}, other.admin))?.lines).toEqual([]);
  const { rows } = await db.owner.query(
    "SELECT count(*)::int AS count FROM audit_record WHERE action = 'audit.exported' AND organisation_id = $1",
    [house.organisationId],
  );
  expect(rows).toEqual([{ count: 0 }]);
});

test("a file that leaves is recorded, with how much it held", async () => {
  await done("2026-03-08T09:00:00Z", "test.whole");
  expect((await save({ from: "2026-03-01" }))?.lines).toHaveLength(1);
  const stored = await db.owner.query(
    "SELECT detail FROM audit_record WHERE organisation_id = $1 AND action = 'audit.exported'",
    [house.organisationId],
  );
  expect(stored.rows).toEqual([{ detail: { lines: 1, from: "2026-03-01", to: null } }]);
});
