import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closeScoreAndRelease, collectingCycle } from "~/features/feedback/testing/cycle.ts";
import { createHouse, type House } from "~/features/feedback/testing/house.ts";
import type { Actor } from "~/features/identity/index.ts";
import { readErasePage } from "~/features/people/erase/erase-page.server.ts";
import { erasePerson } from "~/features/people/erase/erase-person.server.ts";
import { readMergePage } from "~/features/people/merge/merge-page.server.ts";
import { mergePeople } from "~/features/people/merge/merge-people.server.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { endHold } from "~/features/privacy/holds/end-hold.server.ts";
import { readHoldPage } from "~/features/privacy/holds/hold-page.server.ts";
import { keptByHolds } from "~/features/privacy/holds/kept-by-holds.server.ts";
import { placeHold } from "~/features/privacy/holds/place-hold.server.ts";
import { readRetentionPage } from "~/features/privacy/retention/retention-page.server.ts";
import { answer } from "~/features/rounds/testing/answering.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../test/database/test-database.ts";
import { keptOfAll } from "./kept.server.ts";
import { ownRecord } from "./own-record.server.ts";
import { personPanelsOf } from "./person-panels.server.ts";
import { personalOfAll } from "./personal.server.ts";
import { readOwnRecord } from "./read-own-record.server.ts";

const REASON = "Quarrel over the harbour";

let db: TestDatabase;
let house: House;
beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createHouse(db.platform);
});
afterAll(() => db.close());

const owned = (query: string, ...values: unknown[]) =>
  db.owner.query(query, values).then(({ rows }) => rows);
const hold = (person: string, actor: Actor = house.admin, reason = REASON) =>
  placeHold(db.platform, actor, { intent: "person", person, reason });
const holdRound = (round: string, actor: Actor = house.admin) =>
  placeHold(db.platform, actor, { intent: "round", round, reason: REASON });
const holds = async (actor: Actor = house.admin) =>
  (await readRetentionPage(db.platform, await keptOfAll(), actor))?.holds ?? null;
const end = (id: string, actor: Actor = house.admin) => endHold(db.platform, actor, { hold: id });
const erasePage = (id: string) => readErasePage(db.platform, personalOfAll, house.admin, id);

test("whoever is on hold is not erased, however it is asked, and is once it ended", async () => {
  const { stranger } = house.people;
  const before = await erasePage(stranger);
  if (!before || before.erased) throw new Error("no page");
  const given = { seen: before.seen, name: before.name, asked: true };
  expect(await hold("stranger@house.test")).toEqual({ ok: true });
  const page = await erasePage(stranger);
  expect(page).toMatchObject({ hindrances: [{ word: "privacy:personal.held" }] });
  // A page that was open before, and one that is made up.
  for (const seen of [given.seen, page?.erased === false ? page.seen : ""])
    expect(
      await erasePerson(db.platform, personalOfAll, house.admin, stranger, { ...given, seen }),
    ).toEqual({ ok: false, reason: "problems", problems: [{ code: "hindered" }] });
  const [standing] = (await holds()) ?? [];
  expect(await end(standing?.id ?? "")).toEqual({ ok: true });
  expect(await erasePerson(db.platform, personalOfAll, house.admin, stranger, given)).toEqual({
    ok: true,
  });
  // Why it once stood might name them.
  expect(
    await owned("SELECT * FROM legal_hold WHERE organisation_id = $1", house.organisationId),
  ).toEqual([]);
});

test("nor are they merged, whichever of the two the hold is for", async () => {
  const { twin } = await createPeople(db.platform, house, {
    twin: { name: "stranger", email: "twin@house.test" },
  });
  const { stranger } = house.people;
  for (const address of ["twin@house.test", "stranger@house.test"]) {
    expect(await hold(address)).toEqual({ ok: true });
    const page = await readMergePage(db.platform, personalOfAll, house.admin, stranger, {
      search: "",
      other: twin,
    });
    expect(JSON.stringify(page)).toContain("privacy:personal.held");
    const merged = await mergePeople(db.platform, personalOfAll, house.admin, stranger, {
      ...{ other: twin, seen: "", take: [] },
    });
    expect(merged).toMatchObject({ ok: false, problems: [{ code: "hindered" }] });
    const [standing] = (await holds()) ?? [];
    await end(standing?.id ?? "");
  }
});

test("a hold delays no severing: closing leaves the same with it as without", async () => {
  const { lead, peer1, peer2, peer3, peer4 } = house.people;
  const raters = [peer1, peer2, peer3, peer4].map((personId) => ({
    personId,
    relationship: "peer" as const,
  }));
  const left = async (held: boolean) => {
    const round = await collectingCycle(db.platform, house, [{ personId: lead, raters }]);
    if (held) {
      expect(await holdRound(round.cycleId)).toEqual({ ok: true });
      for (const person of ["lead", "peer1", "peer2"])
        expect(await hold(person)).toEqual({ ok: true });
    }
    for (const { personId } of raters)
      await answer(db.platform, round.rater(personId), await round.requestOf(personId, lead));
    await closeScoreAndRelease(db.platform, house, round.cycleId);
    const rows = await owned(
      `SELECT (SELECT state FROM round WHERE id = $1) AS state,
              (SELECT count(*)::int FROM response WHERE round_id = $1) AS responses,
              (SELECT count(*)::int FROM round_secret WHERE round_id = $1) AS secrets,
              (SELECT count(*)::int FROM invitation WHERE round_id = $1) AS links,
              (SELECT count(*)::int FROM answer_count WHERE round_id = $1) > 0 AS counts,
              (SELECT count(*)::int FROM report WHERE cycle_id = $1) AS reports`,
      round.cycleId,
    );
    return rows[0];
  };
  const without = await left(false);
  expect(without).toEqual({
    state: "released",
    responses: 0,
    secrets: 0,
    links: 0,
    counts: true,
    reports: 1,
  });
  expect(await left(true)).toEqual(without);
});

test("the person learns from their own record that it stands, and why is told to administrators alone", async () => {
  const { stranger, peer1 } = house.people;
  await hold("stranger@house.test");
  const own = await ownRecord(db.platform, house.member(stranger));
  expect(own).toMatchObject({ nothingIsErasedSince: "2026-03-02" });
  expect(JSON.stringify(own)).not.toContain(REASON);
  // The page in words says it as well.
  expect(JSON.stringify(await readOwnRecord(db.platform, house.member(stranger)))).toContain(
    "2 March 2026",
  );
  expect(await ownRecord(db.platform, house.member(peer1))).not.toHaveProperty(
    "nothingIsErasedSince",
  );
  const shown = { id: stranger, name: "stranger", email: null, jobTitle: null };
  const panels = async (actor: Actor) =>
    JSON.stringify(await personPanelsOf(db.platform, actor, shown));
  expect(await panels(house.admin)).toContain("Hold");
  expect(await panels(house.member(peer1))).not.toContain("Hold");
  for (const actor of [house.admin, house.member(peer1)])
    expect(await panels(actor)).not.toContain(REASON);
  expect(
    await owned(
      "SELECT action, detail FROM audit_record WHERE action = 'hold.placed' AND organisation_id = $1",
      house.organisationId,
    ),
  ).toEqual([{ action: "hold.placed", detail: {} }]);
});

test("a round on hold keeps everybody of whom something stands in it: not erased by hand, and spared at night", async () => {
  const { lead, peer1, peer2, stranger } = house.people;
  const raters = [{ personId: peer1, relationship: "peer" as const }];
  const round = await collectingCycle(db.platform, house, [{ personId: lead, raters }]);
  expect(await holdRound(round.cycleId)).toEqual({ ok: true });
  for (const personId of [lead, peer1]) {
    const page = await erasePage(personId);
    if (!page || page.erased) throw new Error("no page");
    expect(page.hindrances).toContainEqual({ word: "privacy:personal.heldRound" });
  }
  for (const personId of [peer2, stranger]) {
    const page = await erasePage(personId);
    expect(JSON.stringify(page)).not.toContain("heldRound");
  }
  const spared = await inOrganisation(db.platform, house, (tx) => keptByHolds(tx, house));
  expect(spared.people).toEqual(expect.arrayContaining([lead, peer1]));
  expect(spared.people).not.toContain(stranger);
});

test("whom it is for neither reads why, nor ends it, nor places one, administrator or not", async () => {
  const { stranger } = house.people;
  const held: Actor = { ...house.admin, personId: stranger };
  expect(await hold("stranger@house.test", held)).toMatchObject({
    problems: [{ field: "person", code: "own" }],
  });
  await hold("stranger@house.test");
  const [theirs] = (await holds(held)) ?? [];
  expect(theirs).toMatchObject({ reason: null });
  expect(await end(theirs?.id ?? "", held)).toEqual({ ok: false, reason: "own" });
  expect(await holds()).toMatchObject([{ reason: REASON }]);
});

test("members, leavers and another organisation place, end and see none", async () => {
  const { stranger } = house.people;
  await hold("stranger@house.test");
  const [standing] = (await holds()) ?? [];
  const id = standing?.id ?? "";
  const member = house.member(stranger);
  for (const actor of [member, { ...member, role: "leaver" as const }]) {
    expect(await hold("peer1@house.test", actor)).toEqual({ ok: false, reason: "not-allowed" });
    expect(await end(id, actor)).toEqual({ ok: false, reason: "not-allowed" });
    expect(await holds(actor)).toBeNull();
    expect(await readHoldPage(db.platform, actor)).toBeNull();
  }
  const other = await createHouse(db.platform);
  expect(await end(id, other.admin)).toEqual({ ok: false, reason: "unknown" });
  expect(await holds(other.admin)).toEqual([]);
  expect(await hold(stranger, other.admin)).toMatchObject({
    problems: [{ field: "person", code: "unknown" }],
  });
  expect(await holds()).toHaveLength(1);
});

test("nobody by that name, several, twice, a draft, and a hold that is over are refused in words; nothing changes", async () => {
  await createPeople(db.platform, house, { one: { name: "Kim" }, two: { name: "Kim" } });
  const draft = await owned("SELECT gen_random_uuid() AS id");
  expect(await hold("Nobody At All")).toMatchObject({
    problems: [{ field: "person", code: "unknown" }],
  });
  expect(await hold("Kim")).toMatchObject({ problems: [{ field: "person", code: "several" }] });
  expect(await holdRound(draft[0].id)).toMatchObject({
    problems: [{ field: "round", code: "unknown" }],
  });
  expect(await holds()).toEqual([]);
  const both = await Promise.all([hold("peer1@house.test"), hold("peer1@house.test")]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({
    problems: [{ field: "person", code: "already" }],
  });
  const [standing] = (await holds()) ?? [];
  expect(await end(standing?.id ?? "")).toEqual({ ok: true });
  expect(await end(standing?.id ?? "")).toEqual({ ok: false, reason: "unknown" });
});
