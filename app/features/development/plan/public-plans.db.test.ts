import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { todayOf } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { actionInput } from "../domain/plan/action-form.ts";
import { areaInput } from "../domain/plan/area-form.ts";
import { personal } from "../personal.server.ts";
import { createPlanCrew, type PlanCrew } from "../testing/crew.ts";
import { commentOnPlan } from "./comment-on-plan.server.ts";
import { planPage } from "./plan-page.server.ts";
import { pressOnPlan } from "./press-on-plan.server.ts";
import { publicPlan, publicPlans, publishPage } from "./public-plans.server.ts";
import { publishPlan } from "./publish-plan.server.ts";
import { saveAction } from "./save-action.server.ts";
import { addArea } from "./save-area.server.ts";

let db: TestDatabase;
let crew: PlanCrew;
let chief: Actor;
let planId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
// The chief leads the boss, who leads ana.
beforeEach(async () => {
  crew = await createPlanCrew(db);
  chief = crew.as("chief");
  const area = areaInput.parse({
    ...{ title: "Hand over decisions", goal: "Two a month", hat: "leading" },
    ...{ reason: "Bo said so", measure: "Bo counts", means: "Bo helps" },
  });
  const added = await addArea(db.platform, chief, null, area);
  if (!added.ok) throw new Error(added.reason);
  const action = actionInput.parse({
    ...{ kind: "stretch", words: "The roster goes to Lotte", evidence: "Bo saw it" },
  });
  await saveAction(db.platform, chief, { area: added.value.id }, action);
  planId = (await planPage(db.platform, chief, null))?.id ?? "";
  await commentOnPlan(
    db.platform,
    chief,
    { openOf: crew.people.chief },
    { comment: "Bo commented" },
  );
});

const show = (actor = chief) => publishPlan(db.platform, actor, { step: "show" });
const takeBack = (actor = chief) => publishPlan(db.platform, actor, { step: "take-back" });
const list = (actor: Actor) => publicPlans(db.platform, actor);
const one = (actor: Actor, id = planId) => publicPlan(db.platform, actor, id);

test("attack: before it is shown, and after it was taken back, nobody reads anything, by its id or otherwise", async () => {
  const readsNothing = async () => {
    for (const actor of [crew.as("boss"), crew.as("ana"), crew.home.admin, crew.as("peer")]) {
      expect(await list(actor)).toEqual([]);
      expect(await one(actor)).toBeNull();
      expect(await planPage(db.platform, actor, planId)).toBeNull();
    }
  };
  await readsNothing();
  expect(await show()).toEqual({ ok: true });
  expect(await one(crew.as("ana"))).toMatchObject({ name: "chief" });
  expect(await takeBack()).toEqual({ ok: true });
  await readsNothing();
});

test("attack: nobody shows the plan of somebody else, nor their own without leading leaders", async () => {
  await crew.area();
  for (const actor of [crew.as("boss"), crew.as("ana"), crew.home.admin]) {
    expect(await show(actor)).toEqual({ ok: false, reason: "unknown" });
    expect(await publishPage(db.platform, actor)).toBeNull();
  }
  expect(await list(crew.as("peer"))).toEqual([]);
  // HR who is somebody else's leader by directory can press for nobody but themselves.
  await show();
  await takeBack({ ...crew.home.admin, personId: crew.people.boss });
  expect(await list(crew.as("peer"))).toHaveLength(1);
});

test("attack: what is shown holds areas, goals and actions, and of reasons, evidence and comments not a word", async () => {
  await show();
  const shown = await one(crew.as("ana"));
  expect(shown?.areas).toEqual([
    {
      ...{ id: expect.any(String), title: "Hand over decisions", goal: "Two a month" },
      ...{ dueOn: null, isReached: false },
      hat: expect.objectContaining({ key: "leading" }),
      actions: [{ id: expect.any(String), words: "The roster goes to Lotte", isDone: false }],
    },
  ]);
  expect(JSON.stringify(shown)).not.toMatch(/Bo /);
  // Being shown makes nobody a reader of the plan itself.
  expect(await planPage(db.platform, crew.as("ana"), planId)).toBeNull();
});

test("attack: no other organisation reads it, nor whoever left", async () => {
  await show();
  const elsewhere = await createTestOrganisation(db.platform, "Elsewhere");
  const people = await createPeople(db.platform, elsewhere, { eve: {} });
  for (const actor of [
    elsewhere.member(people.eve),
    elsewhere.admin,
    { ...elsewhere.member(people.eve), personId: crew.people.chief },
    { ...crew.as("ana"), role: "leaver" as const },
  ]) {
    expect(await list(actor)).toEqual([]);
    expect(await one(actor)).toBeNull();
  }
});

test("it is shown only while they lead leaders, are here and work on it; their own page says so", async () => {
  await show();
  const ana = crew.as("ana");
  await db.owner.query("UPDATE person SET manager_id = NULL WHERE id = $1", [crew.people.boss]);
  expect(await list(ana)).toEqual([]);
  expect(await one(ana)).toBeNull();
  expect(await publishPage(db.platform, chief)).toMatchObject({
    ...{ mayPublish: false, publishedOn: todayOf(db.platform) },
  });
  expect(await takeBack()).toEqual({ ok: true });
  expect(await show()).toEqual({ ok: false, reason: "unknown" });
  await db.owner.query("UPDATE person SET manager_id = $2 WHERE id = $1", [
    ...[crew.people.boss, crew.people.chief],
  ]);
  await show();
  await db.owner.query("UPDATE person SET status = 'inactive' WHERE id = $1", [crew.people.chief]);
  expect(await one(ana)).toBeNull();
  await db.owner.query("UPDATE person SET status = 'active' WHERE id = $1", [crew.people.chief]);
  expect(await one(ana)).not.toBeNull();
  await pressOnPlan(db.platform, chief, { openOf: crew.people.chief }, { intent: "end" });
  expect(await one(ana)).toBeNull();
  // Another plan is shown to nobody until they choose so again.
  await addArea(db.platform, chief, null, areaInput.parse({ title: "Listen" }));
  expect(await list(ana)).toEqual([]);
});

test("pressed twice or at once it is done once, and the record says that it was, not what", async () => {
  expect(await Promise.all([show(), show()])).toEqual([{ ok: true }, { ok: true }]);
  await takeBack();
  await takeBack();
  const { rows } = await db.owner.query(
    "SELECT action, detail::text AS detail FROM audit_record WHERE organisation_id = $1 AND action LIKE 'plan.%published' ORDER BY id",
    [crew.home.organisationId],
  );
  expect(rows.map(({ action }) => action)).toEqual(["plan.published", "plan.unpublished"]);
  expect(JSON.stringify(rows)).not.toContain("roster");
});

test("that it was shown is exported, and goes with the plan", async () => {
  await show();
  const admin = crew.home.admin;
  const exported = () =>
    inOrganisation(db.platform, admin, (tx) => personal.export(tx, admin, crew.people.chief));
  expect(await exported()).toMatchObject({ plans: [{ publishedOn: todayOf(db.platform) }] });
  await inOrganisation(db.platform, admin, (tx) =>
    personal.erase.carryOut(db.platform, tx, admin, {
      ...{ personId: crew.people.chief, names: [], addresses: [], handedOn: [] },
      pseudonym: "somebody",
    }),
  );
  const { rows } = await db.owner.query("SELECT FROM plan_publication WHERE organisation_id = $1", [
    crew.home.organisationId,
  ]);
  expect(rows).toEqual([]);
  expect(await list(crew.as("ana"))).toEqual([]);
});
