import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closeScoreAndRelease, collectingCycle } from "~/features/feedback/testing/cycle.ts";
import { createHouse, type House } from "~/features/feedback/testing/house.ts";
import { endHold } from "~/features/privacy/holds/end-hold.server.ts";
import { placeHold } from "~/features/privacy/holds/place-hold.server.ts";
import { forgetDue } from "~/features/privacy/index.server.ts";
import { nextNight } from "~/features/privacy/retention/forget-due.server.ts";
import { readRetentionPage } from "~/features/privacy/retention/retention-page.server.ts";
import { setPeriod } from "~/features/privacy/retention/set-period.server.ts";
import { answer } from "~/features/rounds/testing/answering.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../test/database/test-database.ts";
import { wordsLeft } from "../../test/database/words-left.ts";
import { keptOfAll } from "./kept.server.ts";

let db: TestDatabase;
let house: House;
beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
});
afterAll(() => db.close());

const owned = (query: string, ...values: unknown[]) =>
  db.owner.query(query, values).then(({ rows }) => rows);
const at = (day: string) => db.platform.clock.set(new Date(`${day}T12:00:00Z`));
const choose = async (kind: string, years: number, actor = house.admin) =>
  setPeriod(db.platform, await keptOfAll(), actor, { kind, years });
const night = async () => forgetDue(db.platform, await keptOfAll(), house);
const page = async (actor = house.admin) =>
  readRetentionPage(db.platform, await keptOfAll(), actor);
const kind = async (name: string) => (await page())?.kinds.find((each) => each.name === name);
const forgotten = () =>
  owned(
    `SELECT detail ->> 'kind' AS kind, sum((detail ->> 'count')::int)::int AS count FROM audit_record
      WHERE organisation_id = $1 AND action = 'retention.forgotten' GROUP BY 1 ORDER BY 1`,
    house.organisationId,
  );
const count = async (table: string) =>
  (
    await owned(
      `SELECT count(*)::int AS count FROM ${table} WHERE organisation_id = $1`,
      house.organisationId,
    )
  )[0].count as number;

/** A round that four people answer and that is over, about one of them. */
async function roundOver(about: string) {
  const { peer1, peer2, peer3, peer4 } = house.people;
  const raters = [peer1, peer2, peer3, peer4].map((personId) => ({
    personId,
    relationship: "peer" as const,
  }));
  const round = await collectingCycle(db.platform, house, [{ personId: about, raters }]);
  for (const { personId } of raters)
    await answer(db.platform, round.rater(personId), await round.requestOf(personId, about));
  await closeScoreAndRelease(db.platform, house, round.cycleId);
  await owned(
    "UPDATE message SET state = 'sent', html = NULL, plain = NULL, way = NULL, next_try_at = NULL WHERE organisation_id = $1",
    house.organisationId,
  );
  return round;
}

test("nobody has chosen: nothing is forgotten, however old it is, and the clock has nothing to come for", async () => {
  await roundOver(house.people.lead);
  const before = [await count("message"), await count("report"), await count("round")];
  at("2056-03-02");
  await night();
  expect([await count("message"), await count("report"), await count("round")]).toEqual(before);
  expect(before.every((each) => each > 0)).toBe(true);
  const next = inOrganisation(db.platform, house, (tx) =>
    nextNight(tx, house, db.platform.clock.now()),
  );
  expect(await next).toBeNull();
  expect((await page())?.kinds.map(({ tonight, ahead }) => [tonight, ahead])).toEqual(
    (await keptOfAll()).kinds.map(() => [null, null]),
  );
});

test("a shorter period waits a week; then as much goes as the page foresaw, once, and it is recorded by its count", async () => {
  await roundOver(house.people.lead);
  const letters = await count("message");
  at("2031-03-02");
  expect(await choose("letters", 3)).toEqual({ ok: true });
  expect(await kind("letters")).toMatchObject({
    ...{ years: 3, waits: { from: "2031-03-09", before: null }, tonight: null },
    ahead: { count: letters, held: 0 },
  });
  await night();
  at("2031-03-08");
  await night();
  expect(await count("message")).toBe(letters);
  expect((await kind("letters"))?.tonight?.count).toBe(letters);
  at("2031-03-09");
  await night();
  expect(await count("message")).toBe(0);
  await night();
  expect(await forgotten()).toEqual([{ kind: "letters", count: letters }]);
  expect((await kind("letters"))?.tonight?.count).toBe(0);
});

test("what is younger stays, and so does what waits to be sent", async () => {
  await roundOver(house.people.lead);
  const letters = await count("message");
  const [waiting] = await owned(
    `UPDATE message SET state = 'queued' WHERE id = (SELECT id FROM message WHERE organisation_id = $1 LIMIT 1) RETURNING id`,
    house.organisationId,
  );
  await owned(
    `UPDATE message SET created_at = '2029-01-01' WHERE id = (SELECT id FROM message WHERE organisation_id = $1 AND id <> $2 LIMIT 1)`,
    house.organisationId,
    waiting.id,
  );
  await choose("letters", 3);
  at("2030-06-01");
  await night();
  expect(letters).toBeGreaterThan(2);
  expect(await count("message")).toBe(2);
});

test("reports go with what was chosen from them and who might read them; what the round told of everybody stays as it was", async () => {
  const { lead, peer1 } = house.people;
  const round = await roundOver(lead);
  const [report] = await owned(
    "SELECT id FROM report WHERE organisation_id = $1",
    house.organisationId,
  );
  await owned(
    `INSERT INTO focus (organisation_id, id, report_id, position, item, direction, next_step, due_on, chosen_at)
     VALUES ($1, gen_random_uuid(), $2, 1, 'x', 'more', 'ask first', '2026-06-01', now())`,
    ...[house.organisationId, report.id],
  );
  await owned(
    `INSERT INTO reading_grant (organisation_id, id, kind, thing_id, owner_id, person_id, reader, ends_on, granted_at)
     VALUES ($1, gen_random_uuid(), 'report', $2, $3, $4, 'colleague', '2026-06-01', now())`,
    ...[house.organisationId, report.id, lead, peer1],
  );
  const told = () =>
    Promise.all(
      ["group_report", "answer_count", "disclosure_ledger", "disclosure_entry", "cycle_model"].map(
        (table) =>
          owned(
            `SELECT to_jsonb(t) AS row FROM ${table} t WHERE organisation_id = $1 ORDER BY 1`,
            house.organisationId,
          ),
      ),
    );
  const before = await told();
  expect(before[0]).toHaveLength(1);
  await choose("reports", 2);
  at("2029-03-02");
  expect((await kind("reports"))?.tonight).toMatchObject({
    count: 1,
    samples: [expect.stringContaining("lead")],
  });
  await night();
  expect([await count("report"), await count("focus"), await count("reading_grant")]).toEqual([
    0, 0, 0,
  ]);
  expect(await told()).toEqual(before);
  expect(await owned("SELECT state FROM round WHERE id = $1", round.cycleId)).toEqual([
    { state: "released" },
  ]);
});

test("a round goes whole: its figures and its ledger together, and no other round's", async () => {
  const [first, second] = [await roundOver(house.people.lead), await roundOver(house.people.boss)];
  await owned("UPDATE closure SET finished_at = '2028-06-01' WHERE round_id = $1", second.cycleId);
  await choose("rounds", 2);
  at("2029-03-02");
  await night();
  expect(
    await owned("SELECT id FROM round WHERE organisation_id = $1", house.organisationId),
  ).toEqual([{ id: second.cycleId }]);
  // Ids in the audit record and of letters lead nowhere any more; jobs are forgotten by their queue.
  const left = (await wordsLeft(db.owner, [first.cycleId])).filter(
    (place) => !/^(public\.(audit_record|message)|pgboss\.job_common):/.test(place),
  );
  expect(left).toEqual([]);
  const others = ["group_report", "report", "answer_count", "disclosure_ledger"];
  for (const table of others) expect(await count(table), table).toBeGreaterThan(0);
  expect(await forgotten()).toEqual([{ kind: "rounds", count: 1 }]);
});

test("whoever left long ago is erased as by hand; an administrator and whoever came back are not", async () => {
  const { stranger, peer4, peer3 } = house.people;
  for (const id of [stranger, peer4])
    await owned(
      "UPDATE person SET status = 'inactive', inactive_since = '2026-03-02' WHERE id = $1",
      id,
    );
  await owned(
    `INSERT INTO auth."user" ("id", "name", "email", "emailVerified") VALUES ('boss of old', 'Peer', 'p4@acc.test', true)`,
  );
  await owned(
    `INSERT INTO membership (organisation_id, id, account_id, person_id, role, created_at, role_since)
     VALUES ($1, gen_random_uuid(), 'boss of old', $2, 'admin', now(), now())`,
    ...[house.organisationId, peer4],
  );
  await choose("former-people", 1);
  at("2027-06-01");
  expect((await kind("former-people"))?.tonight?.samples).toContain("stranger");
  await night();
  const rows = await owned(
    "SELECT id, name, external FROM person WHERE id = ANY($1) ORDER BY name",
    [stranger, peer4, peer3],
  );
  expect(rows).toEqual([
    { id: stranger, name: "Erased person", external: true },
    { id: peer3, name: "peer3", external: false },
    { id: peer4, name: "peer4", external: false },
  ]);
  expect(
    await owned(
      "SELECT account_id FROM audit_record WHERE action = 'person.erased' AND subject_id = $1",
      stranger,
    ),
  ).toEqual([{ account_id: null }]);
  expect(await forgotten()).toEqual([{ kind: "former-people", count: 1 }]);
});

test("what was changed of people goes by its day", async () => {
  await owned(
    `INSERT INTO person_change (organisation_id, id, person_id, revision, at, way, changes)
     SELECT $1, gen_random_uuid(), $2, n, '2026-01-01'::date + n * 365, 'hand', '[]' FROM generate_series(1, 5) n`,
    ...[house.organisationId, house.people.lead],
  );
  await choose("history", 3);
  at("2031-03-02");
  expect((await kind("history"))?.tonight).toEqual({
    count: 2,
    held: 0,
    samples: ["lead", "lead"],
  });
  await night();
  expect(await count("person_change")).toBe(3);
});

test("stopped in between, it goes on the same night; two at once forget each thing once", async () => {
  await roundOver(house.people.lead);
  const letters = await count("message");
  await choose("letters", 1);
  await choose("reports", 1);
  at("2029-03-02");
  const kept = await keptOfAll();
  const stopping = kept.kinds.map((each) =>
    each.name === "letters"
      ? { ...each, forget: () => Promise.reject(new Error("stopped")) }
      : each,
  );
  await expect(forgetDue(db.platform, { ...kept, kinds: stopping }, house)).rejects.toThrow(
    "stopped",
  );
  expect([await count("report"), await count("message")]).toEqual([0, letters]);
  await Promise.all([night(), night(), night()]);
  expect(await forgotten()).toEqual([
    { kind: "letters", count: letters },
    { kind: "reports", count: 1 },
  ]);
});

test("nobody else chooses or is told, and nothing else can be chosen than what a kind offers", async () => {
  const leaver = { ...house.member(house.people.peer1), role: "leaver" as const };
  for (const actor of [house.member(house.people.peer1), leaver]) {
    expect(await choose("letters", 1, actor)).toEqual({ ok: false, reason: "not-allowed" });
    expect(await page(actor)).toBeNull();
  }
  for (const [name, years] of [
    ["letters", 4],
    ["letters", 99],
    ["nothing", 1],
    ["", 1],
  ] as const)
    expect(await choose(name, years)).toMatchObject({ ok: false, reason: "problems" });
  expect(await count("retention_period")).toBe(0);
  const other = await createHouse(db.platform);
  await choose("letters", 1);
  expect((await page(other.admin))?.kinds.find(({ name }) => name === "letters")?.years).toBeNull();
});

test("a hold keeps what is theirs, is counted, and what it kept goes once it ends", async () => {
  const { lead, boss } = house.people;
  await roundOver(lead);
  const second = await roundOver(boss);
  for (const name of ["letters", "reports", "rounds", "former-people"]) await choose(name, 1);
  await owned(
    "UPDATE person SET status = 'inactive', inactive_since = '2026-03-02' WHERE id = $1",
    lead,
  );
  const place = (input: Parameters<typeof placeHold>[2]) =>
    placeHold(db.platform, house.admin, input);
  expect(await place({ intent: "person", person: "lead@house.test", reason: "A dispute" })).toEqual(
    { ok: true },
  );
  expect(await place({ intent: "round", round: second.cycleId, reason: "An inquiry" })).toEqual({
    ok: true,
  });
  at("2029-03-02");
  const mine = await owned(
    "SELECT count(*)::int AS n FROM message WHERE organisation_id = $1 AND to_address = 'lead@house.test'",
    house.organisationId,
  );
  expect((await kind("reports"))?.tonight).toMatchObject({ count: 0, held: 2 });
  expect((await kind("rounds"))?.tonight).toMatchObject({ count: 0, held: 2 });
  expect((await kind("former-people"))?.tonight).toMatchObject({ count: 0, held: 1 });
  await night();
  expect([await count("report"), await count("round")]).toEqual([2, 2]);
  expect(await owned("SELECT name FROM person WHERE id = $1", lead)).toEqual([{ name: "lead" }]);
  expect(
    await owned(
      "SELECT count(*)::int AS n FROM message WHERE organisation_id = $1 AND to_address = 'lead@house.test'",
      house.organisationId,
    ),
  ).toEqual(mine);
  const holds = (await page())?.holds ?? [];
  expect(holds.map(({ kind, name, reason }) => [kind, name, reason]).toSorted()).toEqual([
    ["person", "lead", "A dispute"],
    ["round", expect.any(String), "An inquiry"],
  ]);
  for (const { id } of holds)
    expect(await endHold(db.platform, house.admin, { hold: id })).toEqual({ ok: true });
  at("2029-03-03");
  await night();
  expect([await count("report"), await count("round"), await count("message")]).toEqual([0, 0, 0]);
  expect(await owned("SELECT name FROM person WHERE id = $1", lead)).toEqual([
    { name: "Erased person" },
  ]);
});
