import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import { todayOf } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { personal } from "../personal.server.ts";
import { retention } from "../retention.server.ts";
import { createPlanCrew, type PlanCrew } from "../testing/crew.ts";
import { practiceForHome } from "./practice-for-home.server.ts";
import { practiceFormPage } from "./practice-form-page.server.ts";
import { practicePage } from "./practice-page.server.ts";
import { type PracticePress, practicePress, pressOnPractice } from "./press-on-practice.server.ts";
import {
  type AskedSource,
  practiceForm,
  savePracticeChoice,
} from "./save-practice-choice.server.ts";

let db: TestDatabase;
let crew: PlanCrew;
let ana: Actor;

const BEGUN = new Date("2026-03-02T12:00:00Z");
const NOTHING: AskedSource = { area: null, behaviour: null, offered: null };

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  db.platform.clock.set(BEGUN);
  crew = await createPlanCrew(db);
  ana = crew.as("ana");
});

const typed = (form: object = {}) =>
  practiceForm.parse({
    ...{ cue: "When the Monday meeting opens,", action: "I ask before I answer" },
    ...{ weekdays: ["1", "2", "3", "4", "5", "6", "7"], ...form },
  });
const choose = (form: object = {}, asked: AskedSource | null = NOTHING, actor = ana) =>
  savePracticeChoice(db.platform, actor, asked, typed(form));
const press = (step: PracticePress["step"], more: object = {}, actor = ana) =>
  pressOnPractice(
    db.platform,
    actor,
    practicePress.parse({ step, intent: step, rehearsed: "I ask", ...more }),
  );
const answer = (said: string, day = todayOf(db.platform), actor = ana) =>
  press("answer", { intent: day, answer: said }, actor);
const page = (actor = ana) => practicePage(db.platform, actor);
const later = (days: number) =>
  db.platform.clock.set(new Date(BEGUN.getTime() + days * 86_400_000));
const home = (actor = ana) =>
  inOrganisation(db.platform, actor, (tx) => practiceForHome(db.platform, tx, actor));

async function begun(form: object = {}): Promise<void> {
  expect((await choose(form)).ok).toBe(true);
  expect(await press("begin")).toEqual({ ok: true });
}

describe("choosing", () => {
  test("it begins once it is rehearsed, for 30 days, and the comma after the moment goes", async () => {
    expect((await choose()).ok).toBe(true);
    expect((await home()).map(({ href }) => href)).toEqual(["/plan/practice"]);
    expect((await page()).open).toMatchObject({
      ...{ state: "chosen", cue: "When the Monday meeting opens", steps: ["begin", "discard"] },
    });
    expect(await answer("done")).toMatchObject({ reason: "unknown" });
    expect(
      practicePress.safeParse({ step: "begin", intent: "begin", rehearsed: " " }).success,
    ).toBe(false);
    expect(await press("begin")).toEqual({ ok: true });
    expect(await press("begin")).toEqual({ ok: true });
    expect((await page()).open).toMatchObject({
      ...{ state: "running", begunOn: "2026-03-02", endsOn: "2026-03-31", left: 29 },
      ...{ asked: { day: "2026-03-02", standing: "open" } },
    });
  });

  test("one at a time: sent twice it is one, and another is refused until the first is over", async () => {
    const [one, two] = await Promise.all([choose(), choose()]);
    expect(one).toEqual(two);
    expect(await choose({ action: "I wait" })).toMatchObject({ problems: [{ code: "another" }] });
    expect(await practiceFormPage(db.platform, ana, NOTHING)).toBeNull();
    expect(await press("discard")).toEqual({ ok: true });
    expect(await press("discard")).toEqual({ ok: true });
    expect((await choose({ action: "I wait" })).ok).toBe(true);
  });

  test("the words of an offered practice, on the days somebody works; of an area its behaviour", async () => {
    await db.owner.query("UPDATE person SET working_days = '24' WHERE id = $1", [crew.people.ana]);
    const area = await crew.area({ behaviour: "few-goals" } as never);
    await db.owner.query("UPDATE plan_area SET behaviour = 'few-goals' WHERE id = $1", [area]);
    const form = (asked: Partial<AskedSource>) =>
      practiceFormPage(db.platform, ana, { ...NOTHING, ...asked });
    const first = await form({ area });
    expect(first?.offered.length).toBeGreaterThanOrEqual(3);
    expect(first?.start).toEqual({
      ...{ cue: "", action: "", weekdays: ["2", "4"], nudges: "twice-a-week", nudgeHour: "8" },
    });
    const taken = await form({ area, offered: first?.offered[0]?.key ?? "" });
    expect(taken?.start.cue).toMatch(/^When /);
    expect(taken).toMatchObject({ area: { id: area }, behaviour: { key: "few-goals" } });
    // What there is not is left out, and so is what is of others.
    expect(await form({ behaviour: "no-such", offered: "x" })).toMatchObject({ behaviour: null });
    const others = await practiceFormPage(db.platform, crew.as("peer"), { ...NOTHING, area });
    expect(others).toMatchObject({ area: null, behaviour: null });
  });

  test("other words and days later keep how the days were; a form from before another save is refused", async () => {
    await begun();
    await answer("done");
    const revision = (await practiceFormPage(db.platform, ana, null))?.revision;
    expect((await choose({ action: "I count to three", revision }, null)).ok).toBe(true);
    expect(await choose({ action: "I sing", revision }, null)).toMatchObject({
      problems: [{ code: "changed-meanwhile" }],
    });
    expect((await page()).open).toMatchObject({
      ...{ action: "I count to three", tally: { done: 1 } },
    });
    expect(await choose({ cue: " , " }, null)).toMatchObject({
      problems: [{ field: "cue", code: "missing" }],
    });
  });
});

describe("days", () => {
  test("a day is answered, corrected, taken back, and late within a week; never before, after or later", async () => {
    await begun();
    later(8);
    expect(await answer("done", "2026-03-02")).toMatchObject({ problems: [{ code: "too-late" }] });
    expect(await answer("done", "2026-03-04")).toEqual({ ok: true });
    expect(await answer("not", "2026-03-04")).toEqual({ ok: true });
    expect(await answer("no-chance", "2026-03-05")).toEqual({ ok: true });
    expect(await answer("done", "2026-03-11")).toMatchObject({ problems: [{ code: "too-late" }] });
    expect(await answer("done", "nonsense")).toMatchObject({ problems: [{ code: "too-late" }] });
    expect((await page()).open?.tally).toEqual({
      ...{ done: 0, not: 1, missed: 6, noChance: 1, away: 0 },
    });
    expect(await answer("unsaid", "2026-03-04")).toEqual({ ok: true });
    expect((await page()).open?.tally).toMatchObject({ not: 0, missed: 7 });
  });

  test("a page of yesterday answers for yesterday, and two tabs at once leave one answer", async () => {
    await begun();
    const shown = (await page()).open?.asked?.day;
    later(1);
    expect(await answer("done", shown)).toEqual({ ok: true });
    await Promise.all([answer("done"), answer("not")]);
    const { rows } = await db.owner.query(
      "SELECT count(*)::int AS n FROM practice_check_in WHERE organisation_id = $1",
      [crew.home.organisationId],
    );
    expect(rows[0].n).toBe(2);
  });

  test("days off freeze it, and a move to another zone or over a change of clocks loses no day", async () => {
    await begun();
    await db.owner.query(
      `INSERT INTO person_absence (organisation_id, id, person_id, first_day, last_day)
       VALUES ($1, gen_random_uuid(), $2, '2026-03-03', '2026-03-06')`,
      [crew.home.organisationId, crew.people.ana],
    );
    await answer("done");
    later(4);
    const strengths = async () => (await page()).open?.days.map(({ strength }) => strength) ?? [];
    expect(new Set(await strengths()).size).toBe(1);
    // On 29 March clocks go forward in Europe; just after midnight there it is still the day before elsewhere.
    const zone = (name: string) =>
      db.owner.query("UPDATE person SET timezone = $2 WHERE id = $1", [crew.people.ana, name]);
    await zone("Europe/Berlin");
    db.platform.clock.set(new Date("2026-03-28T23:30:00Z"));
    expect((await page()).open?.asked?.day).toBe("2026-03-29");
    await answer("done", "2026-03-29");
    await zone("America/New_York");
    expect((await page()).today).toBe("2026-03-28");
    expect(await answer("done", "2026-03-28")).toEqual({ ok: true });
    await zone("Europe/Berlin");
    expect((await page()).open?.days.slice(-2)).toMatchObject([
      ...[{ standing: "done" }, { standing: "done" }],
    ]);
  });
});

describe("the end", () => {
  test("half way one looks back once; at the end one finishes, or goes on for 60 days, once", async () => {
    await begun();
    expect(await press("midway", { words: "Too early" })).toMatchObject({ reason: "problems" });
    later(14);
    expect((await home())[0]?.line).toContain("Half way");
    expect(await press("midway", { words: "The moment comes on Tuesdays" })).toEqual({ ok: true });
    expect(await press("finish", { words: "Too early" })).toMatchObject({ reason: "problems" });
    later(29);
    expect(await press("extend")).toEqual({ ok: true });
    expect(await press("extend")).toEqual({ ok: true });
    expect((await page()).open).toMatchObject({ endsOn: "2026-05-30", length: 90 });
    later(120);
    expect((await page()).open?.steps).toEqual(["finish", "stop"]);
    expect((await page()).open?.days).toHaveLength(90);
    expect(await press("finish", { words: "It goes by itself" })).toEqual({ ok: true });
    expect(await press("finish", { words: "Again" })).toEqual({ ok: true });
    expect(await page()).toMatchObject({
      open: null,
      past: [{ state: "finished", learned: "It goes by itself", mayResume: true }],
    });
    expect(await home()).toEqual([]);
  });

  test("stopped is taken back on the same day, unless something else was chosen", async () => {
    await begun();
    await answer("done");
    expect(await press("stop")).toEqual({ ok: true });
    expect(await press("resume")).toEqual({ ok: true });
    expect((await page()).open?.tally.done).toBe(1);
    await press("stop");
    await choose({ action: "I wait" });
    expect(await press("resume")).toMatchObject({ problems: [{ code: "another" }] });
    await press("discard");
    // Of two that were stopped on a day the last is offered, which is what the press goes on with.
    await begun();
    await press("stop");
    const [last, first] = (await page()).past;
    expect([last?.mayResume, first?.mayResume]).toEqual([true, false]);
    expect(await press("resume")).toEqual({ ok: true });
    expect((await page()).open?.id).toBe(last?.id);
    await press("stop");
    later(1);
    expect(await press("resume")).toMatchObject({ problems: [{ code: "changed-meanwhile" }] });
  });
});

describe("nobody else", () => {
  test("HR, whoever leads her and whoever reads her plan see nothing of it, and change nothing", async () => {
    await begun();
    await answer("done");
    await crew.area();
    await crew.share("boss", "manager");
    await crew.share("coach", "coach");
    const others = [crew.home.admin, ...(["chief", "boss", "coach", "peer"] as const).map(crew.as)];
    for (const actor of others.filter(({ personId }) => personId !== null)) {
      expect(await page(actor)).toMatchObject({ open: null, past: [] });
      expect(await home(actor)).toEqual([]);
      expect(await answer("not", todayOf(db.platform), actor)).toMatchObject({ reason: "unknown" });
      await press("stop", {}, actor);
    }
    expect(await press("stop", {}, crew.home.admin)).toMatchObject({ reason: "unknown" });
    expect((await page()).open).toMatchObject({ state: "running", tally: { done: 1 } });
  });

  test("what is recorded says that something was done, never its words, and nothing of answers", async () => {
    await begun();
    for (let day = 0; day < 3; day += 1) {
      later(day);
      await answer("done");
    }
    later(14);
    await press("midway", { words: "Nobody listens" });
    const { rows } = await db.owner.query(
      "SELECT action, detail FROM audit_record WHERE organisation_id = $1 AND subject_kind = 'practice' ORDER BY id",
      [crew.home.organisationId],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      ...["practising.chosen", "practising.begun", "practising.reflected"],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/Monday|listens|ask/);
  });

  test("it is exported whole, gone after its years, and erased with its person", async () => {
    await begun();
    await answer("done");
    await press("stop");
    const { home: org, people } = crew;
    const exported = () =>
      inOrganisation(db.platform, org, (tx) => personal.export(tx, org, people.ana));
    expect(await exported()).toMatchObject({
      practised: [{ state: "stopped", days: [{ day: "2026-03-02", answer: "done" }] }],
    });
    const kind = retention.kinds?.find(({ name }) => name === "practised");
    const old = { before: "2026-03-03", spared: { people: [], rounds: [] } };
    const count = (asked: object) =>
      inOrganisation(db.platform, org, async (tx) =>
        kind?.count(tx, org, { ...old, ...asked } as never),
      );
    expect(await count({})).toBe(1);
    expect(await count({ before: "2026-03-02" })).toBe(0);
    expect(await count({ spared: { people: [people.ana], rounds: [] } })).toBe(0);
    await inOrganisation(db.platform, org.admin, (tx) =>
      personal.erase.carryOut(db.platform, tx, org.admin, {
        ...{ personId: people.ana, names: [], addresses: [], handedOn: [], pseudonym: "somebody" },
      }),
    );
    expect(await exported()).toMatchObject({ practised: [] });
  });
});

test("an area that goes leaves what is practised for it, and so does the day before the first", async () => {
  const area = await crew.area();
  expect((await choose({}, { ...NOTHING, area })).ok).toBe(true);
  await press("begin");
  await db.owner.query("DELETE FROM plan_area WHERE id = $1", [area]);
  expect((await page()).open).toMatchObject({ state: "running" });
  expect(await answer("done", daysAfter("2026-03-02", -1))).toMatchObject({ reason: "problems" });
});
