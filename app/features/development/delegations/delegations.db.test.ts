import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { daysAfter, monthsAfter } from "~/platform/calendar/days.ts";
import { todayOf } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { delegationInput, MOST_DELEGATIONS } from "../domain/delegations/delegation.ts";
import { personal } from "../personal.server.ts";
import { createPlanCrew, type PlanCrew } from "../testing/crew.ts";
import { delegationsForHome } from "./delegations-for-home.server.ts";
import { type DelegationPress, pressOnDelegation } from "./press-on-delegation.server.ts";
import { delegationFormPage, registerPage } from "./register-page.server.ts";
import { saveDelegation } from "./save-delegation.server.ts";

let db: TestDatabase;
let crew: PlanCrew;
let ana: Actor;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  crew = await createPlanCrew(db);
  ana = crew.as("ana");
});

const typed = (form: Record<string, string> = {}) =>
  delegationInput.parse({
    ...{ decision: "Who works which watch", owner: "Deck team", degree: "decide-and-tell" },
    ...form,
  });

async function added(form: Record<string, string> = {}): Promise<string> {
  const saved = await saveDelegation(db.platform, ana, null, typed(form));
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  return saved.value.id;
}

const press = (step: Exclude<DelegationPress["step"], "take-back">, intent: string, actor = ana) =>
  pressOnDelegation(db.platform, actor, { step, intent });
const takeBack = (intent: string, why: string, actor = ana) =>
  pressOnDelegation(db.platform, actor, { step: "take-back", intent, why });
const page = (actor = ana) => registerPage(db.platform, actor);
const home = (actor = ana) =>
  inOrganisation(db.platform, actor, (tx) => delegationsForHome(db.platform, tx, actor));
const steps = async () => {
  const { due, held, withOthers } = await page();
  return [...due, ...held, ...withOthers].flatMap((each) => each.steps.map(({ kind }) => kind));
};

/** The day for a look has come. */
async function lookToday(id: string): Promise<void> {
  await db.owner.query("UPDATE delegation SET review_on = $2 WHERE id = $1", [
    id,
    todayOf(db.platform),
  ]);
}

test("attack: nobody else reads, changes or presses on a decision, by its id or otherwise", async () => {
  const id = await added();
  await press("hand-over", id);
  await lookToday(id);
  const elsewhere = await createTestOrganisation(db.platform, "Elsewhere");
  const people = await createPeople(db.platform, elsewhere, { eve: {} });
  const refused = { ok: false, reason: "unknown" };
  await crew.area();
  await crew.share("coach", "coach");
  for (const actor of [
    ...(["boss", "chief", "coach", "peer"] as const).map((who) => crew.as(who)),
    { ...crew.home.admin, personId: crew.people.chief },
    crew.home.admin,
    elsewhere.member(people.eve),
    { ...elsewhere.member(people.eve), personId: crew.people.ana },
  ]) {
    expect(await page(actor)).toMatchObject({ due: [], held: [], withOthers: [] });
    expect(await home(actor)).toEqual({});
    expect(await delegationFormPage(db.platform, actor, id)).toBeNull();
    expect(
      await saveDelegation(db.platform, actor, { id, revision: 2 }, typed({ decision: "Mine" })),
    ).toEqual(refused);
    for (const step of ["hand-over", "reviewed", "undo"] as const)
      expect(await press(step, id, actor)).toEqual(refused);
    expect(await takeBack(id, "Mine now", actor)).toEqual(refused);
    await press("remove", id, actor);
  }
  expect((await page()).due).toMatchObject([{ id, decision: "Who works which watch" }]);
});

test("what is recorded says that something was done, and nothing of it", async () => {
  const id = await added();
  await press("hand-over", id);
  await takeBack(id, "Lotte was ill");
  const { rows } = await db.owner.query(
    "SELECT action, detail::text AS detail FROM audit_record WHERE organisation_id = $1 AND subject_kind = 'delegation' ORDER BY id",
    [crew.home.organisationId],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    ...["delegation.added", "delegation.handed-over", "delegation.taken-back"],
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/watch|Deck|Lotte/);
});

test("a decision goes to others, is looked at when its day has come, and comes back with why", async () => {
  const id = await added();
  expect((await page()).held).toHaveLength(1);
  await press("hand-over", id);
  const later = monthsAfter(todayOf(db.platform), 3);
  expect((await page()).withOthers).toMatchObject([{ id, reviewOn: later, mayUndo: true }]);
  // Before its day there is nothing to look at.
  await press("reviewed", id);
  expect(await steps()).toEqual(["handed-over"]);
  expect(await home()).toEqual({});
  await lookToday(id);
  expect((await home()).tasks).toMatchObject([{ href: "/plan/decisions" }]);
  await press("reviewed", id);
  await press("reviewed", id);
  expect(await steps()).toEqual(["reviewed", "handed-over"]);
  expect(await home()).toEqual({});
  await takeBack(id, "The roster had gaps");
  const { held, balance } = await page();
  expect(held[0]?.steps[0]).toMatchObject({ kind: "taken-back", words: "The roster had gaps" });
  expect(balance).toMatchObject({ handedOver: 0, takenBack: 1, held: 1, withOthers: 0 });
});

test("nothing goes to nobody, and what others decide keeps somebody who does", async () => {
  const id = await added({ owner: "" });
  expect(await press("hand-over", id)).toMatchObject({ ok: false, reason: "problems" });
  expect(
    await saveDelegation(db.platform, ana, { id, revision: 1 }, typed({ owner: "Lotte" })),
  ).toMatchObject({ ok: true });
  await press("hand-over", id);
  expect(
    await saveDelegation(db.platform, ana, { id, revision: 3 }, typed({ owner: "" })),
  ).toMatchObject({ ok: false, problems: [{ field: "owner", code: "missing" }] });
});

test("pressed twice at once, in two tabs or from an old form, it is done once and nothing is lost", async () => {
  const ids = await Promise.all([added(), added(), added()]);
  expect(new Set(ids).size).toBe(1);
  const [id = ""] = ids;
  await Promise.all([press("hand-over", id), press("hand-over", id), press("hand-over", id)]);
  expect(await steps()).toEqual(["handed-over"]);
  await Promise.all([takeBack(id, "One"), takeBack(id, "Two")]);
  expect(await steps()).toEqual(["taken-back", "handed-over"]);
  const stale = await saveDelegation(db.platform, ana, { id, revision: 1 }, typed());
  expect(stale).toMatchObject({ problems: [{ code: "changed-meanwhile" }] });
  await press("remove", id);
  expect(await press("remove", id)).toEqual({ ok: true });
  expect(await press("hand-over", id)).toMatchObject({ reason: "unknown" });
});

test("what was pressed today is undone today, step by step, and yesterday's stays", async () => {
  const id = await added({ reviewOn: daysAfter(todayOf(db.platform), 30) });
  await press("hand-over", id);
  await takeBack(id, "A slip");
  await press("undo", id);
  expect((await page()).withOthers).toMatchObject([
    { id, reviewOn: daysAfter(todayOf(db.platform), 30) },
  ]);
  await lookToday(id);
  await press("reviewed", id);
  await press("undo", id);
  expect((await page()).due).toHaveLength(1);
  await db.owner.query("UPDATE delegation_step SET taken_on = taken_on - 1");
  expect((await page()).due[0]?.mayUndo).toBe(false);
  await press("undo", id);
  expect(await steps()).toEqual(["handed-over"]);
});

test("a register has room for as much as one can look at, and says so", async () => {
  for (let at = 0; at < MOST_DELEGATIONS; at += 1) await added({ decision: `Decision ${at}` });
  const more = await saveDelegation(db.platform, ana, null, typed({ decision: "One more" }));
  expect(more).toMatchObject({ problems: [{ code: "enough", values: { most: 100 } }] });
  expect((await page()).held).toHaveLength(MOST_DELEGATIONS);
});

test("a register is exported whole, and erased with its person", async () => {
  const id = await added();
  await press("hand-over", id);
  const { ana: anasId } = crew.people;
  const admin = crew.home.admin;
  const exported = () =>
    inOrganisation(db.platform, admin, (tx) => personal.export(tx, admin, anasId));
  expect(await exported()).toMatchObject({
    delegations: [
      {
        ...{ decision: "Who works which watch", owner: "Deck team", isHandedOver: true },
        steps: [{ kind: "handed-over", words: "Deck team" }],
      },
    ],
  });
  await inOrganisation(db.platform, admin, (tx) =>
    personal.erase.carryOut(db.platform, tx, admin, {
      ...{ personId: anasId, names: [], addresses: [], handedOn: [], pseudonym: "somebody" },
    }),
  );
  expect(await exported()).toMatchObject({ delegations: [] });
});
