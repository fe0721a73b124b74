import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { todayOf } from "~/platform/clock/today.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { actionInput } from "../domain/plan/action-form.ts";
import { areaInput } from "../domain/plan/area-form.ts";
import { createPlanCrew, type PlanCrew } from "../testing/crew.ts";
import { commentOnPlan } from "./comment-on-plan.server.ts";
import { planPage } from "./plan-page.server.ts";
import { planPdfFile } from "./plan-pdf.server.ts";
import { earlierPlans, sharedPlans } from "./plan-reads.server.ts";
import { pressOnPlan } from "./press-on-plan.server.ts";
import { saveAction } from "./save-action.server.ts";
import { changeArea } from "./save-area.server.ts";
import { takePlanBack } from "./share-plan.server.ts";

let db: TestDatabase;
let crew: PlanCrew;
let elsewhere: TestOrganisation;
let areaId: string;
let actionId: string;
let planId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  crew = await createPlanCrew(db);
  elsewhere = await createTestOrganisation(db.platform);
  areaId = await crew.area();
  actionId = await crew.action(areaId);
  planId = (await planPage(db.platform, crew.as("ana"), null))?.id ?? "";
});

/** Everything that could give somebody's plan away or change it. */
async function tries(actor: Actor) {
  const which = { id: planId };
  const area = areaInput.parse({ title: "Mine now" });
  const action = actionInput.parse({ kind: "other", words: "Mine now" });
  const done = { intent: "done", action: actionId } as const;
  const refused = { ok: false, reason: "unknown" };
  expect(await planPage(db.platform, actor, planId)).toBeNull();
  expect(await planPdfFile(db.platform, actor, planId, null)).toBeNull();
  const shared = inOrganisation(db.platform, actor, (tx) =>
    sharedPlans(tx, actor, todayOf(db.platform)),
  );
  expect(await shared).toEqual([]);
  expect(await inOrganisation(db.platform, actor, (tx) => earlierPlans(tx, actor))).toEqual([]);
  expect(await commentOnPlan(db.platform, actor, which, { comment: "Hello" })).toEqual(refused);
  expect(await pressOnPlan(db.platform, actor, which, done)).toEqual(refused);
  expect(await pressOnPlan(db.platform, actor, which, { intent: "end" })).toEqual(refused);
  expect(await changeArea(db.platform, actor, { id: areaId, revision: 1 }, area)).toEqual(refused);
  expect(await saveAction(db.platform, actor, { area: areaId }, action)).toEqual(refused);
  expect(await saveAction(db.platform, actor, { id: actionId, revision: 1 }, action)).toEqual(
    refused,
  );
}

/** As an import would: the directory says something else of somebody from now on. */
async function change(facts: string, personId: string) {
  await db.owner.query(`UPDATE person SET ${facts} WHERE id = '${personId}'`);
}

async function stands() {
  const page = await planPage(db.platform, crew.as("ana"), null);
  expect(page?.areas.map(({ title }) => title)).toEqual(["Hand over decisions"]);
  expect(page?.areas[0]?.actions).toMatchObject([{ words: "Let Lotte lead", status: "open" }]);
  expect(page?.comments).toEqual([]);
}

test("nobody without a grant reads or changes a plan: managers, HR, analysts, colleagues, leavers, others on the server", async () => {
  const { home, as, people } = crew;
  const official = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({
    ...{ ...home.admin, role, owner: false, personId: people.peer },
    ...more,
  });
  const asked: Actor[] = [
    ...[as("boss"), as("chief"), as("peer"), home.admin],
    ...[official("admin"), official("analyst"), official("unit-admin", { units: ["Fleet"] })],
    { ...as("ana"), role: "leaver" },
    ...[elsewhere.admin, elsewhere.member(people.ana)],
  ];
  for (const actor of asked) await tries(actor);
  await stands();
});

test("whoever it is shared with reads it and says something to it, and changes nothing but what is theirs", async () => {
  const { as, share, people } = crew;
  for (const [who, reader] of [
    ["boss", "manager"],
    ["coach", "coach"],
    ["mentor", "mentor"],
    ["peer", "colleague"],
  ] as const) {
    expect(await share(who, reader)).toMatchObject({ ok: true });
    const page = await planPage(db.platform, as(who), planId);
    expect(page).toMatchObject({ id: planId, isOwn: false, reader, readers: [] });
    const press = (intent: "done" | "drop") =>
      pressOnPlan(db.platform, as(who), { id: planId }, { intent, action: actionId });
    expect((await press("done")).ok).toBe(false);
    expect((await press("drop")).ok).toBe(false);
    const end = await pressOnPlan(db.platform, as(who), { id: planId }, { intent: "end" });
    expect(end.ok).toBe(false);
    const said = await commentOnPlan(db.platform, as(who), { id: planId }, { comment: who });
    expect(said.ok).toBe(true);
  }
  const own = await planPage(db.platform, as("ana"), null);
  expect(own?.comments.map(({ by, words }) => [by, words])).toEqual([
    ...[
      ["peer", "peer"],
      ["mentor", "mentor"],
      ["coach", "coach"],
      ["boss", "boss"],
    ],
  ]);
  const form = actionInput.parse({ kind: "mentor", words: "Meet monthly", owner: people.mentor });
  const theirs = await saveAction(db.platform, as("ana"), { area: areaId }, form);
  if (!theirs.ok) throw new Error(theirs.reason);
  const { id } = theirs.value;
  const tick = (who: "mentor" | "coach", intent: "done" | "again" | "drop") =>
    pressOnPlan(db.platform, as(who), { id: planId }, { intent, action: id });
  expect((await tick("coach", "done")).ok).toBe(false);
  expect((await tick("mentor", "done")).ok).toBe(true);
  expect((await tick("mentor", "drop")).ok).toBe(false);
  expect((await tick("mentor", "again")).ok).toBe(true);
});

test("who else reads a plan is told to nobody but whose it is", async () => {
  const { as, share } = crew;
  await share("coach", "coach");
  await share("boss", "manager");
  const page = JSON.stringify(await planPage(db.platform, as("boss"), planId));
  expect(page).not.toContain("coach");
  expect((await planPage(db.platform, as("ana"), null))?.readers).toHaveLength(2);
});

test("a former manager reads no more, and the next one not before it is shared with them", async () => {
  const { as, share, people } = crew;
  await share("boss", "manager");
  await change(`manager_id = '${people.chief}'`, people.ana);
  await tries(as("boss"));
  await tries(as("chief"));
  const own = await planPage(db.platform, as("ana"), null);
  expect(own?.readers).toMatchObject([{ name: "boss", isStill: false }]);
  await stands();
});

test("nobody is let in as the manager who is not", async () => {
  for (const who of ["peer", "chief"] as const)
    expect(await crew.share(who, "manager")).toMatchObject({
      problems: [{ field: "reader", code: "not-manager" }],
    });
  await tries(crew.as("chief"));
});

test("what was taken back, or is over, lets nobody in", async () => {
  const { as, share } = crew;
  await share("coach", "coach");
  const [grant] = (await planPage(db.platform, as("ana"), null))?.readers ?? [];
  const take = { grant: grant?.grantId ?? "" };
  expect((await takePlanBack(db.platform, as("coach"), take)).ok).toBe(false);
  expect((await takePlanBack(db.platform, as("ana"), take)).ok).toBe(true);
  await tries(as("coach"));
  await share("mentor", "mentor");
  const now = db.platform.clock.now();
  db.platform.clock.set(new Date("2026-04-02T12:00:00Z"));
  await tries(as("mentor"));
  db.platform.clock.set(now);
});

test("of whoever left nobody reads a plan any more, and who left reads none", async () => {
  const { as, share, people, home } = crew;
  await share("coach", "coach");
  await share("mentor", "mentor");
  await tries({ ...as("coach"), role: "leaver" });
  await change("status = 'inactive'", people.ana);
  await tries(as("mentor"));
  const [left] = await inOrganisation(db.platform, home, (tx) =>
    peopleByIds(tx, home, [people.ana]),
  );
  expect(left?.status).toBe("inactive");
});

test("ids that are none, or of somebody else's plan, find nothing", async () => {
  const { as } = crew;
  for (const id of ["no-id", newId(), "' OR 1=1 --"])
    expect(await planPage(db.platform, as("ana"), id)).toBeNull();
  const other = await createPeople(db.platform, crew.home, { other: {} });
  const actor = crew.home.member(other.other);
  await tries(actor);
  await stands();
});
