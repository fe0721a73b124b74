import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  builtInFrameworks,
  keepFrameworks,
  saveRole,
  saveRoleInput,
} from "~/features/frameworks/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { actionInput } from "../domain/plan/action-form.ts";
import { areaInput } from "../domain/plan/area-form.ts";
import { MOST_ACTIONS } from "../domain/plan/plan.ts";
import { offerPractice } from "../library/offer-practice.server.ts";
import { personal } from "../personal.server.ts";
import { retention } from "../retention.server.ts";
import { takeStarter, takeStarterInput } from "../starters/take-starter.server.ts";
import { createPlanCrew, type PlanCrew } from "../testing/crew.ts";
import { actionFormPage } from "./action-form-page.server.ts";
import { newAreaPage } from "./area-form-page.server.ts";
import { beginnings } from "./beginnings.server.ts";
import { commentOnPlan } from "./comment-on-plan.server.ts";
import { planPage } from "./plan-page.server.ts";
import { planPdfFile } from "./plan-pdf.server.ts";
import { earlierPlans } from "./plan-reads.server.ts";
import { type PlanPress, pressOnPlan } from "./press-on-plan.server.ts";
import { saveAction } from "./save-action.server.ts";
import { addArea, changeArea } from "./save-area.server.ts";

let db: TestDatabase;
let crew: PlanCrew;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  crew = await createPlanCrew(db);
  await inOrganisation(db.platform, crew.home, (tx) => keepFrameworks(tx, builtInFrameworks()));
});

const page = async () => {
  const found = await planPage(db.platform, crew.as("ana"), null);
  if (!found) throw new Error("no plan");
  return found;
};
const press = (pressed: PlanPress) =>
  pressOnPlan(db.platform, crew.as("ana"), { openOf: crew.people.ana }, pressed);

describe("areas", () => {
  test("begin a plan, and three are the most at a time; a closed one makes room and can't come back to a fourth", async () => {
    expect(await planPage(db.platform, crew.as("ana"), null)).toBeNull();
    const first = await crew.area();
    await crew.area({ title: "Plan ahead", hat: "managing" });
    await crew.area({ title: "Listen" });
    const form = areaInput.parse({ title: "A fourth" });
    const fourth = () => addArea(db.platform, crew.as("ana"), null, form);
    expect(await fourth()).toMatchObject({ problems: [{ code: "enough-areas" }] });
    await press({ intent: "reached", area: first });
    expect((await fourth()).ok).toBe(true);
    expect(await press({ intent: "reopen", area: first })).toMatchObject({
      problems: [{ code: "enough-areas" }],
    });
    const shown = await page();
    expect(shown.areas.map(({ title }) => title)).toEqual(["Plan ahead", "Listen", "A fourth"]);
    expect(shown.closed).toMatchObject([{ title: "Hand over decisions", status: "reached" }]);
    expect(shown.mayAddArea).toBe(false);
  });

  test("pressed twice, or in two tabs at once, one is added, and one plan is begun", async () => {
    const [one, other] = await Promise.all([crew.area(), crew.area()]);
    expect(one).toBe(other);
    expect((await page()).areas).toHaveLength(1);
    const { rows } = await db.owner.query(
      `SELECT count(*)::int AS n FROM plan WHERE person_id = '${crew.people.ana}'`,
    );
    expect(rows[0].n).toBe(1);
  });

  test("of two forms opened at once the later is refused, and changes nothing", async () => {
    const id = await crew.area();
    const change = (title: string) =>
      changeArea(db.platform, crew.as("ana"), { id, revision: 1 }, areaInput.parse({ title }));
    expect((await change("First")).ok).toBe(true);
    expect(await change("Second")).toMatchObject({ problems: [{ code: "changed-meanwhile" }] });
    expect((await page()).areas[0]?.title).toBe("First");
  });

  test("a day that is over is refused where it is new, and may stay where it stood", async () => {
    const past = { title: "Late", dueOn: "2026-03-01" };
    const added = await addArea(db.platform, crew.as("ana"), null, areaInput.parse(past));
    expect(added).toMatchObject({ problems: [{ field: "dueOn", code: "past" }] });
    expect(await planPage(db.platform, crew.as("ana"), null)).toBeNull();
    const id = await crew.area({ dueOn: "2026-03-02" });
    db.platform.clock.set(new Date("2026-03-05T12:00:00Z"));
    const same = areaInput.parse({ title: "Late, and still", dueOn: "2026-03-02" });
    const kept = await changeArea(db.platform, crew.as("ana"), { id, revision: 1 }, same);
    expect(kept.ok).toBe(true);
    expect((await page()).areas[0]?.checks?.timed).toBe("past");
    db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  });

  test("begin from what a role needs, once; a need that is not theirs is none", async () => {
    const { home, as } = crew;
    const saved = await saveRole(
      db.platform,
      home.admin,
      { framework: "both-hats" },
      saveRoleInput.parse({
        ...{ frameworkVersion: 2, name: "Shift leader", validFrom: "2026-03-02", parent: "" },
        ...{ people: "ana", titles: "", levels: "", departments: "", join: "all" },
        needs: [{ competency: "setting-goals", level: "4", weight: "essential", importance: "" }],
      }),
    );
    expect(saved).toMatchObject({ ok: true });
    const choices = await beginnings(db.platform, as("ana"));
    expect(choices).toMatchObject([
      { title: "Setting goals", because: { kind: "role", standing: "unknown" } },
    ]);
    const from = choices[0]?.from ?? "";
    expect((await newAreaPage(db.platform, as("ana"), from))?.start).toMatchObject({
      ...{ title: "Setting goals", hat: "managing" },
    });
    const take = (who: "ana" | "peer") =>
      addArea(db.platform, as(who), from, areaInput.parse({ title: "Setting goals" }));
    const [one, other] = [await take("ana"), await take("ana")];
    expect(one).toEqual(other);
    expect(await beginnings(db.platform, as("ana"))).toEqual([]);
    expect(await take("peer")).toEqual({ ok: false, reason: "unknown" });
    expect(await newAreaPage(db.platform, as("peer"), from)).toBeNull();
  });
});

describe("actions", () => {
  test("stand by their day, are done once however often that is pressed, and all of it is in the history", async () => {
    const area = await crew.area();
    const late = await crew.action(area, { words: "Later", dueOn: "2026-06-01" });
    await crew.action(area, { words: "Sooner", dueOn: "2026-04-01", kind: "course" });
    expect((await page()).areas[0]?.actions.map(({ words }) => words)).toEqual(["Sooner", "Later"]);
    await press({ intent: "done", action: late });
    await press({ intent: "done", action: late });
    const shown = await page();
    expect(shown.areas[0]?.actions[1]).toMatchObject({ status: "done", doneOn: "2026-03-02" });
    expect(shown.events.map(({ kind, about, by }) => [kind, about, by])).toEqual([
      ["action-done", "Later", "ana"],
      ["action-added", "Sooner", "ana"],
      ["action-added", "Later", "ana"],
      ["area-added", "Hand over decisions", "ana"],
      ["begun", "", "ana"],
    ]);
    expect(shown.balance).toMatchObject({ total: 2, other: 2 });
  });

  test("fifty can be read and printed; more than a plan holds are refused, and what is too much is said", async () => {
    const area = await crew.area();
    for (let count = 1; count <= 50; count += 1)
      await crew.action(area, {
        words: `Action ${count}`,
        hat: count % 2 ? "managing" : "leading",
      });
    const shown = await page();
    expect(shown.areas[0]?.actions).toHaveLength(50);
    expect(shown).toMatchObject({ hasMany: true, balance: { total: 50, missing: null } });
    expect(shown.areas[0]?.checks?.achievable).toBe("crowded");
    const file = await planPdfFile(db.platform, crew.as("ana"), null, null);
    expect(
      Buffer.from(file?.content ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    for (let count = 51; count <= MOST_ACTIONS; count += 1)
      await crew.action(area, { words: `Action ${count}` });
    const form = actionInput.parse({ kind: "other", words: "One more" });
    const more = await saveAction(db.platform, crew.as("ana"), { area }, form);
    expect(more).toMatchObject({ problems: [{ code: "enough-actions" }] });
  });

  test("somebody sees to one who reads the plan; when they leave the plan says so, and the form keeps them", async () => {
    const area = await crew.area();
    const form = actionInput.parse({ kind: "course", words: "Book it", owner: crew.people.boss });
    const ask = () => saveAction(db.platform, crew.as("ana"), { area }, form);
    expect(await ask()).toMatchObject({ problems: [{ field: "owner", code: "unknown" }] });
    await crew.share("boss", "manager");
    const saved = await ask();
    if (!saved.ok) throw new Error(saved.reason);
    const { id } = saved.value;
    expect((await page()).areas[0]?.actions[0]?.owner).toEqual({
      ...{ name: "boss", isYou: false, isStill: true },
    });
    await db.owner.query(`UPDATE person SET status = 'inactive' WHERE id = '${crew.people.boss}'`);
    expect((await page()).areas[0]?.actions[0]?.owner).toMatchObject({ isStill: false });
    const edit = await actionFormPage(db.platform, crew.as("ana"), { action: id });
    expect(edit?.owners).toEqual([{ id: crew.people.boss, name: "boss" }]);
    const kept = await saveAction(db.platform, crew.as("ana"), { id, revision: 1 }, form);
    expect(kept.ok).toBe(true);
  });

  test("of two forms opened at once the later is refused; pressed twice, one is added", async () => {
    const area = await crew.area();
    const [id, again] = await Promise.all([crew.action(area), crew.action(area)]);
    expect(id).toBe(again);
    const change = (words: string) =>
      saveAction(
        db.platform,
        crew.as("ana"),
        { id, revision: 1 },
        actionInput.parse({ kind: "other", words }),
      );
    expect((await change("First")).ok).toBe(true);
    expect(await change("Second")).toMatchObject({ problems: [{ code: "changed-meanwhile" }] });
  });
});

test("a practice that is hidden stays with whoever has taken it, and is offered no more", async () => {
  const { home, as } = crew;
  const areaId = await crew.area();
  await db.owner.query(`UPDATE plan_area SET behaviour = 'few-goals' WHERE id = '${areaId}'`);
  const practice = "one-in-one-out";
  const asked = { area: areaId, practice };
  expect((await actionFormPage(db.platform, as("ana"), asked))?.start).toMatchObject({
    ...{ kind: "practice", practice, evidence: expect.stringContaining("list") },
  });
  const taken = await crew.action(areaId, { kind: "practice", practice });
  const hide = { intent: "hide" as const, practice };
  await offerPractice(db.platform, home.admin, "few-goals", hide);
  expect((await actionFormPage(db.platform, as("ana"), asked))?.practices).toHaveLength(2);
  const form = actionInput.parse({ kind: "practice", words: "As before", practice });
  await saveAction(db.platform, as("ana"), { id: taken, revision: 1 }, form);
  expect((await page()).areas[0]?.actions[0]).toMatchObject({ practice, words: "As before" });
});

test("a plan that is over can be read and no longer changed, and a new one begins", async () => {
  const area = await crew.area();
  const { id } = await page();
  await crew.share("coach", "coach");
  expect((await press({ intent: "end" })).ok).toBe(true);
  expect(await planPage(db.platform, crew.as("ana"), null)).toBeNull();
  expect((await planPage(db.platform, crew.as("ana"), id))?.endedOn).toBe("2026-03-02");
  expect((await planPage(db.platform, crew.as("coach"), id))?.reader).toBe("coach");
  expect((await press({ intent: "reached", area })).ok).toBe(false);
  const which = { id };
  const said = await commentOnPlan(db.platform, crew.as("coach"), which, { comment: "Late" });
  expect(said.ok).toBe(false);
  await crew.area();
  expect((await page()).id).not.toBe(id);
  const own = crew.as("ana");
  expect(await inOrganisation(db.platform, own, (tx) => earlierPlans(tx, own))).toHaveLength(1);
});

test("a starter set fills the plan once, with days counted from its beginning; too many areas are refused", async () => {
  const take = (set: string, typed: object) => {
    const input = takeStarterInput.parse({ beginsOn: "2026-03-02", ...typed });
    return takeStarter(db.platform, crew.as("ana"), set, input);
  };
  expect((await take("first-90-days", {})).ok).toBe(true);
  expect((await take("first-90-days", {})).ok).toBe(true);
  const shown = await page();
  expect(shown.areas).toHaveLength(1);
  expect(shown.areas[0]).toMatchObject({ origin: "starter", dueOn: "2026-05-31" });
  expect(shown.areas[0]?.actions).toHaveLength(11);
  expect(await take("core-skills", { parts: [] })).toMatchObject({
    problems: [{ field: "parts", code: "none" }],
  });
  const three = { parts: ["goals", "plans", "control"] };
  expect(await take("core-skills", three)).toMatchObject({
    problems: [{ field: "parts", code: "too-many-areas" }],
  });
  expect((await take("core-skills", { parts: ["goals"], how: "partner" })).ok).toBe(true);
  expect((await page()).areas[1]).toMatchObject({
    hat: { key: "managing" },
    actions: [{ kind: "peer" }],
  });
  expect(await take("no-such-set", {})).toEqual({ ok: false, reason: "unknown" });
  expect(await take("five-moves", { parts: ["coach"], beginsOn: "2036-01-01" })).toMatchObject({
    problems: [{ field: "beginsOn", code: "too-far" }],
  });
});

describe("personal data", () => {
  test("whose plan it is takes all of it along, and what they said to others' plans", async () => {
    const area = await crew.area({ goal: "Two decisions go" });
    await crew.action(area, { dueOn: "2026-04-01" });
    await crew.share("coach", "coach");
    const { id } = await page();
    await commentOnPlan(db.platform, crew.as("coach"), { id }, { comment: "Good start" });
    const exported = (who: "ana" | "coach") =>
      inOrganisation(db.platform, crew.home, (tx) =>
        personal.export(tx, crew.home, crew.people[who]),
      );
    expect(await exported("ana")).toMatchObject({
      plans: [{ areas: [{ goal: "Two decisions go", actions: [{ dueOn: "2026-04-01" }] }] }],
      comments: [],
    });
    expect(await exported("coach")).toMatchObject({
      plans: [],
      comments: [{ words: "Good start" }],
    });
  });

  test("remarks of a record that is merged away stand under the one that stays", async () => {
    const { home, people } = crew;
    await crew.area();
    await crew.share("coach", "coach");
    const { id } = await page();
    await commentOnPlan(db.platform, crew.as("coach"), { id }, { comment: "Good start" });
    const by = async () => (await page()).comments[0]?.by;
    const before = await by();
    const pair = { goes: people.coach, stays: people.mentor, address: null };
    await inOrganisation(db.platform, home.admin, (tx) =>
      personal.merge.carryOut(db.platform, tx, home.admin, pair),
    );
    expect(await by()).not.toBe(before);
    expect(await by()).toBeTruthy();
  });

  test("whoever is erased leaves no plan and no grant on one; what they said to others' has no name", async () => {
    const { home, people, as } = crew;
    await crew.area();
    await crew.share("coach", "coach");
    const { id } = await page();
    await commentOnPlan(db.platform, as("coach"), { id }, { comment: "Good start" });
    const erase = (personId: string) =>
      inOrganisation(db.platform, home.admin, (tx) =>
        personal.erase.carryOut(db.platform, tx, home.admin, {
          ...{ personId, names: [], addresses: [], handedOn: [], pseudonym: "somebody" },
        }),
      );
    await erase(people.coach);
    expect((await page()).comments).toMatchObject([{ by: null, words: "Good start" }]);
    await erase(people.ana);
    const left = async (table: string) =>
      (
        await db.owner.query(`SELECT count(*)::int AS n FROM ${table} WHERE organisation_id = $1`, [
          home.organisationId,
        ])
      ).rows[0].n;
    for (const table of ["plan", "plan_area", "plan_comment", "plan_event", "reading_grant"])
      expect([table, await left(table)]).toEqual([table, 0]);
  });

  test("plans that are over are forgotten after their years, but for those of who is spared; open ones stay", async () => {
    const { home, people } = crew;
    await crew.area();
    await press({ intent: "end" });
    await crew.area();
    const [kind] = retention.kinds ?? [];
    if (!kind) throw new Error("no kind");
    const old = { before: "2027-01-01", spared: { people: [], rounds: [] } };
    const spared = { before: "2027-01-01", spared: { people: [people.ana], rounds: [] } };
    await inOrganisation(db.platform, home.admin, async (tx) => {
      expect(await kind.count(tx, home.admin, { ...old, before: "2026-03-02" })).toBe(0);
      expect(await kind.count(tx, home.admin, spared)).toBe(0);
      expect(await kind.count(tx, home.admin, old)).toBe(1);
      const picked = await kind.pick(tx, home.admin, { ...old, after: null, most: 10 });
      expect(picked).toMatchObject([{ name: "ana: 2026-03-02" }]);
      const parts = { platform: db.platform, personal: [] };
      const ids = picked.map(({ id }) => id);
      expect(await kind.forget(parts, tx, home.admin, ids)).toBe(1);
    });
    expect((await page()).areas).toHaveLength(1);
  });
});
