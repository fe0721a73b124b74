import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { monthsAfter } from "~/platform/calendar/days.ts";
import { todayOf } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { MOST_NAMED } from "../domain/clear-out/clear-out.ts";
import { personal } from "../personal.server.ts";
import { createPlanCrew, type PlanCrew } from "../testing/crew.ts";
import { beginClearOut } from "./begin-clear-out.server.ts";
import { clearOutPage, clearOutsPage } from "./clear-out-pages.server.ts";
import { clearOutsForHome } from "./clear-outs-for-home.server.ts";
import { type ClearOutPress, clearOutPress, pressOnClearOut } from "./press-on-clear-out.server.ts";

let db: TestDatabase;
let crew: PlanCrew;
let boss: Actor;
let ana: Actor;
let id: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  crew = await createPlanCrew(db);
  boss = crew.as("boss");
  ana = crew.as("ana");
  id = await begun(boss, "team");
});

async function begun(actor: Actor, asked: "team" | "alone"): Promise<string> {
  const outcome = await beginClearOut(db.platform, actor, { with: asked });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.id;
}
const press = (actor: Actor, given: ClearOutPress, of = id) =>
  pressOnClearOut(db.platform, actor, of, given);
const named = (actor: Actor, words = "Monday round", of = id) =>
  press(
    actor,
    clearOutPress.parse({ step: "name", kind: "meeting", words, why: "Nobody listens" }),
    of,
  );
const page = (actor: Actor, of = id) => clearOutPage(db.platform, actor, of, null);
const item = async (words = "Monday round") => {
  const shown = await page(boss);
  const all = shown ? [...shown.toCheck, ...shown.named, ...shown.stopped, ...shown.stays] : [];
  return all.find((each) => each.words === words)?.id ?? "";
};
const home = (actor: Actor) =>
  inOrganisation(db.platform, actor, (tx) => clearOutsForHome(db.platform, tx, actor));
const lines = async (actor: Actor) => (await home(actor)).map((task) => task.id.split(" ")[1]);

/** A month has passed since it was stopped. */
async function monthLater(): Promise<void> {
  await db.owner.query("UPDATE clear_out_item SET check_on = $1 WHERE state = 'stopped'", [
    todayOf(db.platform),
  ]);
}

test("attack: nobody but who leads it and who was asked reads or presses anything, HR and those further up included", async () => {
  await named(ana);
  const one = await item();
  await press(boss, { step: "stop", intent: one });
  await monthLater();
  const elsewhere = await createTestOrganisation(db.platform, "Elsewhere");
  const people = await createPeople(db.platform, elsewhere, { eve: {} });
  const refused = { ok: false, reason: "unknown" };
  const before = await page(boss);
  for (const actor of [
    ...(["chief", "coach", "mentor"] as const).map((who) => crew.as(who)),
    { ...crew.home.admin, personId: crew.people.chief },
    crew.home.admin,
    elsewhere.member(people.eve),
    { ...elsewhere.member(people.eve), personId: crew.people.boss },
    { ...ana, role: "leaver" as const },
  ]) {
    expect(await page(actor)).toBeNull();
    expect((await clearOutsPage(db.platform, actor)).clearOuts).toEqual([]);
    expect(await home(actor)).toEqual([]);
    expect(await named(actor, "Mine")).toEqual(refused);
    for (const step of ["withdraw", "stop", "keep", "undo", "stayed", "back"] as const)
      expect(await press(actor, { step, intent: one })).toEqual(refused);
    for (const step of ["nothing", "close"] as const)
      expect(await press(actor, { step })).toEqual(refused);
  }
  expect(await page(boss)).toEqual(before);
});

test("attack: who moves to another team reads nothing of it any more, and who comes later never did", async () => {
  await named(ana);
  await db.owner.query("UPDATE person SET manager_id = $2 WHERE id = $1", [
    ...[crew.people.ana, crew.people.chief],
  ]);
  expect(await page(ana)).toBeNull();
  expect(await home(ana)).toEqual([]);
  await db.owner.query("UPDATE person SET manager_id = $2 WHERE id = $1", [
    ...[crew.people.coach, crew.people.boss],
  ]);
  expect(await page(crew.as("coach"))).toBeNull();
  // Their words stay, with the name that stood beside them.
  expect((await page(boss))?.named).toMatchObject([{ words: "Monday round", author: "ana" }]);
});

test("attack: a clear-out for oneself is read by nobody else", async () => {
  const own = await begun(ana, "alone");
  await named(ana, "Report to the boss", own);
  for (const actor of [boss, crew.as("peer"), crew.as("chief"), crew.home.admin])
    expect(await page(actor, own)).toBeNull();
  expect(await page(ana, own)).toMatchObject({ members: [], named: [{ isOwn: true }] });
  expect(await home(boss)).toEqual([]);
});

test("attack: a member decides nothing, closes nothing, and takes back what others named as little", async () => {
  await named(ana);
  const one = await item();
  const peer = crew.as("peer");
  const refused = { ok: false, reason: "unknown" };
  for (const step of ["stop", "keep", "undo", "withdraw"] as const)
    expect(await press(peer, { step, intent: one })).toEqual(refused);
  expect(await press(peer, { step: "close" })).toEqual(refused);
  // Nor does an id of another clear-out do anything in this one.
  const own = await begun(ana, "alone");
  expect(await press(ana, { step: "stop", intent: one }, own)).toEqual(refused);
  expect(await press(boss, { step: "stop", intent: one }, own)).toEqual(refused);
  expect((await page(boss))?.named).toHaveLength(1);
});

test("what is recorded says that something was done, and nothing of it", async () => {
  await named(ana);
  await press(boss, { step: "stop", intent: await item() });
  const { rows } = await db.owner.query(
    "SELECT action, detail::text AS detail FROM audit_record WHERE organisation_id = $1 AND subject_kind = 'clear-out' ORDER BY id",
    [crew.home.organisationId],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    ...["clear-out.begun", "clear-out.named", "clear-out.stopped"],
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/Monday|listens/);
});

test("each is asked, the leader decides, and a month later both who decided and who named it are asked", async () => {
  const peer = crew.as("peer");
  expect(await lines(ana)).toEqual(["name"]);
  expect(await lines(boss)).toEqual([]);
  await named(ana);
  await press(peer, { step: "nothing" });
  expect(await lines(ana)).toEqual([]);
  expect(await lines(peer)).toEqual([]);
  expect(await lines(boss)).toEqual(["decide"]);
  const one = await item();
  await press(boss, { step: "stop", intent: one });
  expect(await lines(boss)).toEqual([]);
  expect((await page(ana))?.stopped).toMatchObject([
    { checkOn: monthsAfter(todayOf(db.platform), 1) },
  ]);
  // Before its day there is nothing to say.
  expect(await press(ana, { step: "stayed", intent: one })).toMatchObject({ ok: false });
  await monthLater();
  expect(await lines(ana)).toEqual(["check"]);
  expect(await lines(boss)).toEqual(["check"]);
  expect(await lines(peer)).toEqual([]);
  await press(ana, { step: "stayed", intent: one });
  await press(boss, { step: "back", intent: one });
  expect(await lines(ana)).toEqual([]);
  expect((await page(peer))?.toCheck).toMatchObject([{ verdict: "both" }]);
  await press(boss, { step: "stayed", intent: one });
  expect((await page(peer))?.toCheck).toMatchObject([{ verdict: "stayed" }]);
});

test("decided again, what was answered is gone; what stays is never asked about", async () => {
  await named(ana);
  const one = await item();
  await press(boss, { step: "stop", intent: one });
  await monthLater();
  await press(ana, { step: "stayed", intent: one });
  await press(boss, { step: "undo", intent: one });
  await press(boss, { step: "keep", intent: one });
  expect(await page(boss)).toMatchObject({ toCheck: [], stays: [{ answers: [], checkOn: null }] });
  expect(await press(ana, { step: "back", intent: one })).toMatchObject({ ok: false });
  expect(await press(ana, { step: "withdraw", intent: one })).toMatchObject({
    problems: [{ code: "decided" }],
  });
});

test("pressed twice or at once, it is done once; there is one open at a time, and as much as can be decided on", async () => {
  expect(await Promise.all([begun(boss, "team"), begun(boss, "alone")])).toEqual([id, id]);
  await Promise.all([named(ana), named(ana)]);
  expect((await page(ana))?.named).toHaveLength(1);
  for (let at = 1; at < MOST_NAMED; at += 1) await named(ana, `Report ${at}`);
  expect(await named(ana, "One more")).toMatchObject({
    problems: [{ code: "enough", values: { most: MOST_NAMED } }],
  });
  await press(boss, { step: "close" });
  await press(boss, { step: "close" });
  expect(await named(ana, "Too late")).toMatchObject({ problems: [{ code: "closed" }] });
  expect(await lines(crew.as("peer"))).toEqual([]);
  expect(await begun(boss, "team")).not.toBe(id);
});

test("it is exported by whose words they are; erased, the words stay without a name", async () => {
  await named(ana);
  await named(crew.as("peer"), "Theirs");
  const admin = crew.home.admin;
  const exported = (personId: string) =>
    inOrganisation(db.platform, admin, (tx) => personal.export(tx, admin, personId));
  const erase = (personId: string) =>
    inOrganisation(db.platform, admin, (tx) =>
      personal.erase.carryOut(db.platform, tx, admin, {
        ...{ personId, names: [], addresses: [], handedOn: [], pseudonym: "somebody" },
      }),
    );
  expect(await exported(crew.people.ana)).toMatchObject({
    clearOuts: { led: [], asked: [{}], named: [{ words: "Monday round" }] },
  });
  expect(JSON.stringify(await exported(crew.people.ana))).not.toContain("Theirs");
  await erase(crew.people.ana);
  expect((await page(boss))?.named).toMatchObject([{ author: null }, { author: "peer" }]);
  await erase(crew.people.boss);
  expect(await exported(crew.people.peer)).toMatchObject({ clearOuts: { asked: [], named: [] } });
});

test("two records of one person become one in what others lead, also where both were asked and answered", async () => {
  await named(ana);
  const one = await item();
  await press(boss, { step: "stop", intent: one });
  await monthLater();
  await press(ana, { step: "stayed", intent: one });
  await press(crew.as("peer"), { step: "back", intent: one });
  const { ana: goes, peer: stays } = crew.people;
  const admin = crew.home.admin;
  await inOrganisation(db.platform, admin, (tx) =>
    personal.merge.carryOut(db.platform, tx, admin, { goes, stays, address: null }),
  );
  expect(await page(crew.as("peer"))).toMatchObject({
    members: [{ name: "peer" }],
    toCheck: [{ author: "peer", answers: [{ name: "peer", answer: "back" }] }],
  });
});
