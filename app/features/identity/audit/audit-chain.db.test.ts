import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { recordAudit } from "../record-audit.server.ts";
import { createTestOrganisation, type TestOrganisation } from "../testing/organisation.ts";
import { sealAudit, sealRecentAudit } from "./seal-audit.server.ts";
import { verifyAudit } from "./verify-audit.server.ts";

let db: TestDatabase;
let house: TestOrganisation;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createTestOrganisation(db.platform);
  await seal();
});
afterAll(() => db.close());

const record = (action: string, count = 1) =>
  inOrganisation(db.platform, house, async (tx) => {
    for (let each = 0; each < count; each += 1)
      await recordAudit(db.platform, tx, house.admin, {
        action,
        subjectKind: "test",
        detail: { each, text: "ü\n" },
      });
  });
const seal = () => sealAudit(db.platform, house);
const verify = () => verifyAudit(db.platform, house);
/** As somebody who may do anything to the database, and has no secret. */
const tamper = (statement: string) =>
  db.owner.query(statement.replaceAll("OURS", `organisation_id = '${house.organisationId}'`));

test("what was recorded is sealed, with what the organisation began with, and holds", async () => {
  const before = await verify();
  await record("one", 3);
  expect(await verify()).toEqual({ ...before, unsealed: 3 });
  await seal();
  const after = await verify();
  expect(after).toMatchObject({
    seals: before.seals + 1,
    records: before.records + 3,
    unsealed: 0,
    broken: null,
  });
  expect(after.head).not.toBe(before.head);
  await seal();
  expect(await verify()).toEqual(after);
});

test("more than one seal holds is sealed in parts, also by two at once, and each record once", async () => {
  await record("many", 2_300);
  await Promise.all([seal(), seal(), seal()]);
  await seal();
  const { broken, unsealed, records } = await verify();
  expect({ broken, unsealed }).toEqual({ broken: null, unsealed: 0 });
  const { rows } = await db.owner.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM audit_record WHERE organisation_id = $1",
    [house.organisationId],
  );
  expect(records).toBe(rows[0]?.count);
});

test.each([
  ["an action", "UPDATE audit_record SET action = 'other' WHERE action = 'one' AND OURS"],
  [
    "who did it",
    "UPDATE audit_record SET account_id = 'somebody else' WHERE action = 'one' AND OURS",
  ],
  [
    "when",
    "UPDATE audit_record SET at = at + interval '1 microsecond' WHERE action = 'one' AND OURS",
  ],
  [
    "a detail",
    "UPDATE audit_record SET detail = detail || '{\"each\": 7}' WHERE action = 'one' AND OURS",
  ],
])("%s that is changed in the database is found", async (_, statement) => {
  await record("one");
  await seal();
  const { seals } = await verify();
  await tamper(statement);
  expect((await verify()).broken).toEqual({ seal: seals, why: "changed" });
});

test("a record that is taken away is found, with its place in the chain and without", async () => {
  await record("one");
  await record("two");
  await seal();
  const { seals } = await verify();
  await tamper("DELETE FROM audit_record WHERE action = 'one' AND OURS");
  expect((await verify()).broken).toEqual({ seal: seals, why: "records-missing" });
  await tamper(
    "DELETE FROM audit_link l WHERE OURS AND NOT EXISTS (SELECT 1 FROM audit_record r WHERE r.id = l.record_id)",
  );
  expect((await verify()).broken).toEqual({ seal: seals, why: "records-missing" });
  await tamper(`UPDATE audit_seal SET records = records - 1 WHERE number = ${seals} AND OURS`);
  expect((await verify()).broken).toEqual({ seal: seals, why: "changed" });
});

test("a server with another secret says that it can't check, not that something was changed", async () => {
  const other = { ...db.platform, secret: "another secret of another server" };
  expect((await verifyAudit(other, house)).broken).toEqual({ seal: 1, why: "other-secret" });
});

test("the application itself can change neither records nor seals", async () => {
  for (const statement of [
    "UPDATE audit_record SET action = 'x'",
    "DELETE FROM audit_record",
    "UPDATE audit_seal SET digest = 'x'",
    "DELETE FROM audit_seal",
    "DELETE FROM audit_link",
  ])
    await expect(sql.raw(statement).execute(db.unwatched), statement).rejects.toThrow(
      "permission denied",
    );
});

test("the clock seals what is new and what was late by hours; what is older waits for the daily check", async () => {
  const recent = () => sealRecentAudit(db.platform, house);
  const left = async () => (await verify()).unsealed;
  await record("one", 3);
  await recent();
  expect(await left()).toBe(0);
  const late = (hours: number) =>
    tamper(`INSERT INTO audit_record (organisation_id, id, at, action, subject_kind)
      SELECT '${house.organisationId}', gen_random_uuid(), max(at) - interval '${hours} hours', 'late', 'test'
        FROM audit_record WHERE OURS`);
  await late(20);
  await recent();
  expect(await left(), "of a transaction that took long").toBe(0);
  await late(50);
  await recent();
  expect(await left()).toBe(1);
  await seal();
  expect(await verify()).toMatchObject({ unsealed: 0, broken: null });
});

test("a backlog of one moment is sealed whole, in parts that follow each other", async () => {
  await tamper(`INSERT INTO audit_record (organisation_id, id, at, action, subject_kind)
    SELECT '${house.organisationId}', gen_random_uuid(), '2026-03-01T10:00:00.123456Z', 'many', 'test'
      FROM generate_series(1, 3500)`);
  await seal();
  expect(await verify()).toMatchObject({ unsealed: 0, broken: null });
  const { rows } = await db.owner.query<{ records: number }>(
    "SELECT records FROM audit_seal WHERE organisation_id = $1 ORDER BY number DESC LIMIT 3",
    [house.organisationId],
  );
  expect(rows.map(({ records }) => records)).toEqual([500, 1_000, 1_000]);
});
