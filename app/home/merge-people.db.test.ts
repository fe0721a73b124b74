import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { assignRaters } from "~/features/feedback/setup/assign-raters.server.ts";
import { collectingCycle, draftCycle } from "~/features/feedback/testing/cycle.ts";
import { createHouse, type House } from "~/features/feedback/testing/house.ts";
import type { Actor } from "~/features/identity/index.ts";
import { chooseLetters } from "~/features/letters/declining/choose-letters.server.ts";
import { editPerson } from "~/features/people/by-hand/edit-person.server.ts";
import { chooseForOneself } from "~/features/people/choosing/choose-for-oneself.server.ts";
import { readMergePage } from "~/features/people/merge/merge-page.server.ts";
import { mergePeople } from "~/features/people/merge/merge-people.server.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { personForm } from "~/features/people/testing/person-form.ts";
import { tellProgress } from "~/features/rounds/progress/tell-progress.server.ts";
import { accepted, answer } from "~/features/rounds/testing/answering.ts";
import { merging } from "../../test/database/merging.ts";
import { createTestDatabase, type TestDatabase } from "../../test/database/test-database.ts";
import { lettersOfAll } from "./letter-kinds.server.ts";
import { personalOfAll } from "./personal.server.ts";

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

const { double, later, merge, owned, preview, words } = merging(
  () => db,
  () => house,
);

test("a record without history goes: what only it says comes over, its team, its history, and nothing is left", async () => {
  const twin = await double({ employeeId: "77" });
  const { kit } = await createPeople(db.platform, house, { kit: { name: "Kit" } });
  await owned("UPDATE person SET manager_id = $1 WHERE id = $2", twin, kit);
  const { filled, dropped, counts } = await preview(house.people.peer1, twin);
  expect(filled.map(({ field }) => field)).toEqual(["employeeId", "jobTitle"]);
  expect(dropped).toEqual([{ field: "email", value: "peer.one@other.test" }]);
  expect(counts).toContainEqual({ word: "people-merge:counts.team", count: 1 });
  expect(await merge(house.people.peer1, twin)).toEqual({ ok: true, value: { waits: false } });
  expect(await owned("SELECT 1 FROM person WHERE id = $1", twin)).toEqual([]);
  // Pressed twice, it is done once.
  expect(
    await mergePeople(db.platform, personalOfAll, house.admin, house.people.peer1, {
      ...{ other: twin, seen: "older" },
    }),
  ).toEqual({ ok: true, value: { waits: false } });
  const [stays] = await owned("SELECT * FROM person WHERE id = $1", house.people.peer1);
  expect(stays).toMatchObject({ employee_id: "77", job_title: "Mate", email: "peer1@house.test" });
  const [under] = await owned("SELECT manager_id FROM person WHERE id = $1", kit);
  expect(under.manager_id).toBe(house.people.peer1);
  const history = await owned(
    "SELECT changes FROM person_change WHERE person_id = $1",
    house.people.peer1,
  );
  expect(JSON.stringify(history)).toContain("Peer One");
  const [record] = await owned(
    "SELECT detail FROM audit_record WHERE action = 'person.merged' AND organisation_id = $1",
    house.organisationId,
  );
  expect(record.detail).toMatchObject({ merged: twin });
  expect(JSON.stringify(record.detail)).not.toContain("Peer One");
});

test("what somebody chose themselves stays theirs, whatever is taken; letters done without come over", async () => {
  const twin = await double();
  const { peer1 } = house.people;
  const say = (personId: string, typed: { preferredName?: string; pronouns?: string }) =>
    chooseForOneself(db.platform, house.member(personId), {
      ...{ preferredName: null, pronunciation: null, pronouns: null, ...typed },
      ...{ language: null, timezone: null, revision: 0 },
    });
  accepted(await say(peer1, { preferredName: "Peggy" }));
  accepted(await say(twin, { preferredName: "Twinny", pronouns: "they/them" }));
  const kinds = await lettersOfAll();
  expect(
    await chooseLetters(db.platform, house.member(twin), kinds, { wanted: ["closing"] }),
  ).toEqual({ ok: true });
  expect((await preview(peer1, twin)).kept).toEqual(["preferredName", "pronouns"]);
  expect(await merge(peer1, twin)).toMatchObject({ ok: true });
  const [stays] = await owned("SELECT * FROM person WHERE id = $1", peer1);
  expect(stays).toMatchObject({
    ...{ preferred_name: "Peggy", pronouns: "they/them" },
    organisation_says: { preferredName: null, pronouns: null },
  });
  const declined = await owned(
    "SELECT kind FROM declined_letter WHERE person_id = $1 ORDER BY kind",
    peer1,
  );
  expect(declined.map(({ kind }) => kind)).toEqual([
    ...["assessment-reminder", "expiry", "nomination-reminder"],
    ...["practice-nudge", "reminder", "team-nomination-reminder"],
  ]);
});

test("requests that wait move, doubles and those about oneself go, and the lists agree", async () => {
  const twin = await double();
  const { peer1, peer2, lead, boss } = house.people;
  const cycleId = await draftCycle(db.platform, house);
  accepted(
    await assignRaters(db.platform, house.admin, cycleId, [
      {
        personId: lead,
        raters: [twin, peer1].map((personId) => ({ personId, relationship: "peer" as const })),
      },
      { personId: boss, raters: [{ personId: twin, relationship: "peer" }] },
      { personId: peer2, raters: [{ personId: twin, relationship: "peer" }] },
      { personId: peer1, raters: [{ personId: twin, relationship: "peer" }] },
    ]),
  );
  await owned("UPDATE person SET status = 'inactive' WHERE id = $1", peer1);
  expect(await words(peer1, twin)).toEqual(["rounds:personal.inactive"]);
  await owned("UPDATE person SET status = 'active' WHERE id = $1", peer1);
  const { counts } = await preview(peer1, twin);
  expect(counts).toContainEqual({ word: "rounds:personal.moves", count: 2 });
  expect(counts).toContainEqual({ word: "rounds:personal.drops", count: 2 });
  expect(await merge(peer1, twin)).toMatchObject({ ok: true });
  const rows = await owned(
    `SELECT s.person_id AS about FROM request r JOIN subject s ON s.id = r.subject_id
      WHERE r.person_id = $1 AND r.round_id = $2 AND r.relationship = 'peer'`,
    ...[peer1, cycleId],
  );
  expect(rows.map(({ about }) => about).toSorted()).toEqual([boss, lead, peer2].toSorted());
});

test("asked in a round that collects: the request moves with a new letter, and the old link is gone", async () => {
  const twin = await double();
  const { lead, stranger } = house.people;
  const { cycleId } = await collectingCycle(db.platform, house, [
    { personId: lead, raters: [{ personId: twin, relationship: "peer" }] },
  ]);
  // The address of the record that stays has to be older than a changed one waits.
  expect(await words(stranger, twin)).toEqual(["rounds:personal.newAddress"]);
  later(8);
  expect(await words(stranger, twin)).toEqual([]);
  expect(await merge(stranger, twin)).toMatchObject({ ok: true });
  const links = await owned("SELECT person_id FROM invitation WHERE round_id = $1", cycleId);
  expect(links.map((row) => row.person_id)).toContain(stranger);
  const letters = await owned(
    "SELECT to_address, state, html IS NULL AS erased FROM message WHERE about_id = $1 AND kind = 'invitation'",
    cycleId,
  );
  expect(letters).toContainEqual({
    to_address: "stranger@house.test",
    state: "queued",
    erased: false,
  });
  expect(letters).toContainEqual({
    to_address: "peer.one@other.test",
    state: "failed",
    erased: true,
  });
});

test("attack: a first address made up today gets nobody's request by a merge", async () => {
  const twin = await double();
  const { straw } = await createPeople(db.platform, house, { straw: { name: "Straw" } });
  await collectingCycle(db.platform, house, [
    { personId: house.people.lead, raters: [{ personId: twin, relationship: "peer" }] },
  ]);
  later(8);
  await owned("UPDATE person SET email = 'hr@home.test' WHERE id = $1", straw);
  await owned(
    `INSERT INTO person_change (organisation_id, id, person_id, at, way, revision, changes)
     VALUES ($1, gen_random_uuid(), $2, $3, 'hand', 1, '[{"field":"email","from":null,"to":"hr@home.test"}]')`,
    ...[house.organisationId, straw, db.platform.clock.now()],
  );
  expect(await words(straw, twin)).toEqual(["rounds:personal.newAddress"]);
  expect(await merge(straw, twin)).toMatchObject({ problems: [{ code: "hindered" }] });
});

test("attack: whether somebody answered is not told by trying to merge them, before everyone is told", async () => {
  const twin = await double();
  const { lead, stranger } = house.people;
  const cycle = await collectingCycle(db.platform, house, [
    { personId: lead, raters: [{ personId: twin, relationship: "peer" }] },
  ]);
  later(8);
  const before = await preview(stranger, twin);
  await answer(db.platform, cycle.rater(twin), await cycle.requestOf(twin));
  expect(await preview(stranger, twin)).toEqual(before);
  db.platform.clock.set(new Date("2026-03-10T18:30:00Z"));
  await tellProgress(db.platform, house);
  expect(await words(stranger, twin)).toEqual(["rounds:personal.answered"]);
});

test("attack: an answer sent since progress was told counts for nobody else, and nobody reads it", async () => {
  const twin = await double();
  const { lead, stranger } = house.people;
  const cycle = await collectingCycle(db.platform, house, [
    { personId: lead, raters: [{ personId: twin, relationship: "peer" }] },
  ]);
  later(8);
  await answer(db.platform, cycle.rater(twin), await cycle.requestOf(twin));
  expect(await merge(stranger, twin)).toMatchObject({ ok: true });
  expect(await owned("SELECT 1 FROM response WHERE round_id = $1", cycle.cycleId)).toEqual([]);
});

test("attack: HR merges nobody into themselves, and nobody who is asked about them", async () => {
  const twin = await double();
  const { lead, stranger, peer2 } = house.people;
  await collectingCycle(db.platform, house, [
    { personId: lead, raters: [{ personId: twin, relationship: "peer" }] },
  ]);
  later(8);
  const hr = (personId: string): Actor => ({ ...house.admin, personId });
  expect(await words(stranger, twin, hr(stranger))).toEqual(["people-merge:why.self"]);
  expect(await words(stranger, twin, hr(lead))).toEqual(["rounds:personal.own"]);
  expect(await words(stranger, twin, hr(peer2))).toEqual([]);
});

test("the other record is found although it is inactive, and said to be; by HR alone", async () => {
  const twin = await double();
  await owned("UPDATE person SET status = 'inactive' WHERE id = $1", twin);
  const { peer1 } = house.people;
  const found = async (search: string, actor: Actor) =>
    readMergePage(db.platform, personalOfAll, actor, peer1, { search, other: null });
  expect((await found("peer one", house.admin))?.found).toMatchObject([
    { id: twin, status: "inactive" },
  ]);
  expect(await found("peer one", house.member(house.people.peer2))).toBeNull();
  expect(await merge(peer1, twin)).toMatchObject({ ok: true });
  const [stays] = await owned("SELECT status, job_title FROM person WHERE id = $1", peer1);
  expect(stays).toEqual({ status: "active", job_title: "Mate" });
});

test("whoever takes part, manages in a round or was asked in one that is over is not merged away", async () => {
  const { lead, boss, peer4, stranger } = house.people;
  const { cycleId } = await collectingCycle(db.platform, house);
  expect(await words(stranger, lead)).toContain("rounds:personal.takesPart");
  expect(await words(stranger, boss)).toContain("rounds:personal.manages");
  await owned("UPDATE round SET state = 'closed' WHERE id = $1", cycleId);
  expect(await words(stranger, peer4)).toContain("rounds:personal.over");
  expect(await merge(stranger, peer4)).toMatchObject({ problems: [{ code: "hindered" }] });
});

test("an old page, another organisation and a member change nothing", async () => {
  const twin = await double();
  const { peer1 } = house.people;
  const { seen } = await preview(peer1, twin);
  await owned("UPDATE person SET revision = revision + 1 WHERE id = $1", twin);
  const given = { other: twin, seen };
  const tried = (actor: Actor, id = peer1) =>
    mergePeople(db.platform, personalOfAll, actor, id, given);
  expect(await tried(house.admin)).toMatchObject({ problems: [{ code: "out-of-date" }] });
  expect(await tried(house.member(peer1))).toEqual({ ok: false, reason: "not-allowed" });
  const elsewhere = await createHouse(db.platform);
  expect(await tried(elsewhere.admin)).toEqual({ ok: false, reason: "unknown" });
  expect(await tried(house.admin, twin)).toEqual({ ok: false, reason: "unknown" });
  const member = house.member(peer1);
  const page = readMergePage(db.platform, personalOfAll, member, peer1, {
    search: "",
    other: twin,
  });
  expect(await page).toBeNull();
});

test("pressed twice at once, and by two who keep different records, it is done once and nothing is lost", async () => {
  const twin = await double();
  const { peer1 } = house.people;
  // Both pages are read before either is sent: a page of a record that is gone is none.
  const { seen: read } = await preview(peer1, twin);
  const press = () =>
    mergePeople(db.platform, personalOfAll, house.admin, peer1, { other: twin, seen: read });
  const both = await Promise.all([press(), press()]);
  expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  const [entries] = await owned(
    `SELECT count(*)::int AS merged FROM person_change WHERE person_id = $1 AND changes::text LIKE '%merged%'`,
    peer1,
  );
  expect(entries.merged).toBe(1);
  const another = await double();
  const [one, other] = [preview(peer1, another), preview(another, peer1)];
  const seen = [(await one).seen, (await other).seen];
  const crossed = await Promise.all([
    mergePeople(db.platform, personalOfAll, house.admin, peer1, {
      ...{ other: another, seen: seen[0] ?? "" },
    }),
    mergePeople(db.platform, personalOfAll, house.admin, another, {
      ...{ other: peer1, seen: seen[1] ?? "" },
    }),
  ]);
  expect(crossed.filter(({ ok }) => ok)).toHaveLength(1);
  const left = await owned("SELECT id FROM person WHERE id IN ($1, $2)", peer1, another);
  expect(left).toHaveLength(1);
});

test("attack: whoever has an account, an office or an address that waits is not merged away", async () => {
  const { peer1, peer2, peer3, stranger } = house.people;
  await owned(
    "INSERT INTO appointment (organisation_id, person_id, office, appointed_at) VALUES ($1, $2, 'admin', now())",
    ...[house.organisationId, peer1],
  );
  expect(await words(stranger, peer1)).toEqual(["identity:personal.appointed"]);
  const [row] = await owned("SELECT revision FROM person WHERE id = $1", peer2);
  await editPerson(db.platform, house.admin, peer2, {
    ...personForm({ name: "peer2", email: "other@house.test" }),
    revision: row.revision,
  });
  expect(await words(stranger, peer2)).toEqual(["identity:personal.waits"]);
  await owned(
    `INSERT INTO auth."user" ("id", "name", "email", "emailVerified") VALUES ($1, 'p', $2, true)`,
    ...[`account of ${peer3}`, `${peer3}@accounts.test`],
  );
  await owned(
    `INSERT INTO membership (organisation_id, id, account_id, person_id, role, created_at, role_since)
     VALUES ($1, gen_random_uuid(), $2, $3, 'member', now(), now())`,
    ...[house.organisationId, `account of ${peer3}`, peer3],
  );
  expect(await words(stranger, peer3)).toEqual(["identity:personal.account"]);
});
