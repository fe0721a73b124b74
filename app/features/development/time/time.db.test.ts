import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { daysAfter, monthsAfter } from "~/platform/calendar/days.ts";
import { todayOf } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { beginClearOut } from "../clear-out/begin-clear-out.server.ts";
import { clearOutPage, clearOutsPage } from "../clear-out/clear-out-pages.server.ts";
import { mondayOf } from "../domain/time/time.ts";
import { weekInput } from "../domain/time/week-form.ts";
import { personal } from "../personal.server.ts";
import { retention } from "../retention.server.ts";
import { createPlanCrew, type PlanCrew } from "../testing/crew.ts";
import { pressOnTime } from "./press-on-time.server.ts";
import { readOwnCalendar } from "./read-own-calendar.server.ts";
import { saveWeek } from "./save-week.server.ts";
import { timePage, weekFormPage } from "./time-page.server.ts";

let db: TestDatabase;
let crew: PlanCrew;
let ana: Actor;
let monday: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  crew = await createPlanCrew(db);
  ana = crew.as("ana");
  monday = mondayOf(daysAfter(todayOf(db.platform), -14));
});

const stamp = (day: string, hour: number) =>
  `${day.replaceAll("-", "")}T${String(hour).padStart(2, "0")}0000Z`;
const calendar = (...entries: [title: string, day: number, hours: number, more?: string][]) =>
  Buffer.from(
    [
      "BEGIN:VCALENDAR",
      ...entries.flatMap(([title, day, hours, more = "CLASS:PUBLIC"]) => [
        ...["BEGIN:VEVENT", `SUMMARY:${title}`, `DTSTART:${stamp(daysAfter(monday, day), 9)}`],
        ...[`DURATION:PT${hours}H`, "DESCRIPTION:Lotte is let go", more, "END:VEVENT"],
      ]),
      "END:VCALENDAR",
    ].join("\r\n"),
  );

const read = (content: Buffer, actor = ana, weeks = 1) =>
  readOwnCalendar(db.platform, actor, { from: monday, weeks }, content);
const page = (actor = ana) => timePage(db.platform, actor);
const write = (hours: Record<string, string>, seen?: { weekOn: string; revision: number }) =>
  saveWeek(
    db.platform,
    ana,
    weekInput.parse({ weekOn: monday, ...hours }),
    seen ?? { weekOn: null, revision: 0 },
  );
const put = (kind: string | undefined, hat: "managing" | "leading" | "neither", actor = ana) =>
  pressOnTime(db.platform, actor, { step: "put", of: [{ kind: kind ?? "", hat }] });
const kindCalled = async (title: string) => {
  const { open, put: done } = await page();
  return [...open, ...done].find((each) => each.title === title);
};

test("attack: nobody else reads, puts or removes any of it, by its ids or otherwise", async () => {
  expect(await read(calendar(["Talk with Lotte", 0, 2]))).toMatchObject({ ok: true });
  await write({ managing: "5" }, { weekOn: monday, revision: 1 });
  await read(calendar(["Talk with Lotte", -7, 2]), ana, 1);
  const before = await page();
  const elsewhere = await createTestOrganisation(db.platform, "Elsewhere");
  const people = await createPeople(db.platform, elsewhere, { eve: {} });
  const kind = (await page()).open[0]?.id;
  const week = (await page()).balance.weeks[0]?.id ?? "";
  await crew.area();
  await crew.share("coach", "coach");
  for (const actor of [
    ...(["boss", "chief", "coach", "peer"] as const).map((who) => crew.as(who)),
    { ...crew.home.admin, personId: crew.people.chief },
    crew.home.admin,
    elsewhere.member(people.eve),
    { ...elsewhere.member(people.eve), personId: crew.people.ana },
  ]) {
    expect(await page(actor)).toMatchObject({
      balance: { weeks: [] },
      open: [],
      put: [],
      reading: null,
    });
    expect((await weekFormPage(db.platform, actor, monday)).seen.revision).toBe(0);
    await put(kind, "leading", actor);
    await pressOnTime(db.platform, actor, { step: "remove", intent: week });
    await pressOnTime(db.platform, actor, { step: "forget" });
    // What somebody called a meeting is not told by naming its id where it could be stopped.
    if (actor.personId === null || actor.organisationId !== crew.home.organisationId) continue;
    const begun = await beginClearOut(db.platform, actor, { with: "alone" });
    const shown = begun.ok && (await clearOutPage(db.platform, actor, begun.value.id, kind ?? ""));
    expect(shown).toMatchObject({ suggested: null });
  }
  expect(await page()).toEqual(before);
  expect((await clearOutsPage(db.platform, ana)).clearOuts).toEqual([]);
});

test("attack: of a calendar nothing stays but titles and hours, in no table and in no record", async () => {
  await read(
    calendar(
      ["Board", 0, 1, "LOCATION:Pier 4"],
      ["Round", 1, 1, "ATTENDEE;CN=Lotte:mailto:lotte@harbour.example"],
      ["Doctor", 2, 1, "CLASS:PRIVATE"],
    ),
  );
  const { rows: tables } = await db.owner.query(
    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  let found = "";
  for (const { table_name } of tables) {
    const { rows } = await db.owner.query(`SELECT t::text AS words FROM "${table_name}" t`);
    found += rows.map(({ words }) => words).join("\n");
  }
  expect(found).toContain("Board");
  for (const never of ["let go", "Pier 4", "lotte@harbour", "Doctor", "VEVENT"])
    expect(found).not.toContain(never);
  const { rows } = await db.owner.query(
    "SELECT action, detail::text AS detail FROM audit_record WHERE organisation_id = $1 AND action LIKE 'time.%'",
    [crew.home.organisationId],
  );
  expect(rows.map(({ action }) => action)).toEqual(["time.read"]);
  expect(JSON.stringify(rows)).not.toMatch(/Board|Round/);
});

test("a kind is put to a hat once, and the next calendar knows it, whatever number the meeting has", async () => {
  await read(calendar(["Sprint 1 review", 0, 1], ["Coffee", 1, 2]));
  const { open } = await page();
  expect(open.map(({ title, minutes }) => [title, minutes])).toEqual([
    ["Coffee", 120],
    ["Sprint 1 review", 60],
  ]);
  await put((await kindCalled("Sprint 1 review"))?.id, "managing");
  await read(calendar(["Sprint 2 review", 0, 3]));
  expect(await page()).toMatchObject({
    open: [],
    put: [{ title: "Sprint 2 review", hat: "managing", minutes: 180 }],
    balance: { total: { managing: 180, leading: 0, neither: 0, open: 0 } },
  });
  // Coffee was put to nothing, and no week of it is left.
  const { rows } = await db.owner.query("SELECT title FROM time_kind WHERE person_id = $1", [
    crew.people.ana,
  ]);
  expect(rows).toEqual([{ title: "Sprint 2 review" }]);
});

test("a week by hand stays when a calendar is read, and takes the place of one that was read when it is saved", async () => {
  await write({ managing: "10", leading: "5" });
  await read(calendar(["Board", 0, 1], ["Board", 7, 1]), ana, 2);
  expect((await page()).balance.weeks.map(({ source }) => source)).toEqual(["calendar", "hand"]);
  expect((await page()).reading).toMatchObject({ byHand: 1, meetings: 2, weeks: 2 });
  const later = daysAfter(monday, 7);
  const over = weekInput.parse({ weekOn: daysAfter(later, 3), neither: "2" });
  expect(await saveWeek(db.platform, ana, over, { weekOn: null, revision: 0 })).toMatchObject({
    problems: [{ code: "is-there" }],
  });
  const { seen, isFromCalendar } = await weekFormPage(db.platform, ana, later);
  expect(isFromCalendar).toBe(true);
  expect(await saveWeek(db.platform, ana, over, seen)).toEqual({ ok: true });
  expect((await page()).balance.total).toEqual({
    managing: 600,
    leading: 300,
    neither: 120,
    open: 0,
  });
});

test("saved twice at once it is saved once, and from an old form it is told", async () => {
  const both = await Promise.all([write({ managing: "4" }), write({ managing: "4" })]);
  expect(both).toEqual([{ ok: true }, { ok: true }]);
  const seen = { weekOn: monday, revision: 1 };
  expect(await write({ managing: "6" }, seen)).toEqual({ ok: true });
  expect(await write({ managing: "8" }, seen)).toMatchObject({
    problems: [{ code: "changed-meanwhile" }],
  });
  expect((await weekFormPage(db.platform, ana, monday)).start.managing).toBe("6");
});

test("what can't be read is refused, and what stood there stays", async () => {
  await read(calendar(["Board", 0, 1]));
  const before = await page();
  expect(await read(Buffer.from("name,email"))).toEqual({ ok: false, reason: "file-no-calendar" });
  expect(await read(calendar())).toEqual({ ok: false, reason: "no-meetings" });
  expect(await read(calendar(["Later", 70, 1]))).toEqual({ ok: false, reason: "no-meetings" });
  const ahead = { from: daysAfter(monday, 7), weeks: 8 };
  expect(await readOwnCalendar(db.platform, ana, ahead, calendar(["Board", 0, 1]))).toEqual({
    ...{ ok: false, reason: "to-come" },
  });
  const past = { from: daysAfter(monday, -1_000), weeks: 1 };
  expect(await readOwnCalendar(db.platform, ana, past, calendar(["Board", 0, 1]))).toEqual({
    ...{ ok: false, reason: "too-old" },
  });
  expect(await page()).toEqual(before);
});

test("declined by the address in the directory is no time spent", async () => {
  await db.owner.query("UPDATE person SET email = 'ana@harbour.example' WHERE id = $1", [
    crew.people.ana,
  ]);
  const declined = "ATTENDEE;PARTSTAT=DECLINED:mailto:Ana@harbour.example";
  await read(calendar(["Board", 0, 1], ["Party", 1, 4, declined]));
  expect(await page()).toMatchObject({ open: [{ title: "Board" }], reading: { declined: 1 } });
});

test("a week is removed, and all of it is forgotten", async () => {
  await read(calendar(["Board", 0, 1], ["Board", 7, 1]), ana, 2);
  await put((await kindCalled("Board"))?.id, "leading");
  const [week] = (await page()).balance.weeks;
  await pressOnTime(db.platform, ana, { step: "remove", intent: week?.id ?? "" });
  await pressOnTime(db.platform, ana, { step: "remove", intent: week?.id ?? "" });
  expect((await page()).balance.weeks).toHaveLength(1);
  await pressOnTime(db.platform, ana, { step: "forget" });
  expect(await page()).toMatchObject({ balance: { weeks: [] }, put: [], reading: null });
});

test("it is exported whole, erased with its person, and forgotten by age without a name", async () => {
  await read(calendar(["Board", 0, 1]));
  await put((await kindCalled("Board"))?.id, "leading");
  const admin = crew.home.admin;
  const exported = () =>
    inOrganisation(db.platform, admin, (tx) => personal.export(tx, admin, crew.people.ana));
  expect(await exported()).toMatchObject({
    time: {
      weeks: [
        { weekOn: monday, source: "calendar", meetings: [{ title: "Board", minutes: "60" }] },
      ],
      kinds: [{ title: "Board", hat: "leading" }],
      readings: [{ meetings: "1" }],
    },
  });
  const weeks = retention.kinds?.find(({ name }) => name === "time");
  const old = { before: monthsAfter(todayOf(db.platform), 12), spared: { people: [], rounds: [] } };
  await inOrganisation(db.platform, admin, async (tx) => {
    expect(await weeks?.count(tx, admin, old)).toBe(1);
    const picked = await weeks?.pick(tx, admin, { ...old, after: null, most: 10 });
    expect(picked).toEqual([{ id: expect.any(String), name: monday }]);
    const spared = { ...old, spared: { people: [crew.people.ana], rounds: [] } };
    expect(await weeks?.count(tx, admin, spared)).toBe(0);
    expect(await weeks?.count(tx, admin, { ...old, before: monday })).toBe(0);
  });
  await inOrganisation(db.platform, admin, (tx) =>
    personal.erase.carryOut(db.platform, tx, admin, {
      ...{
        personId: crew.people.ana,
        names: [],
        addresses: [],
        handedOn: [],
        pseudonym: "somebody",
      },
    }),
  );
  expect(await exported()).toMatchObject({ time: { weeks: [], kinds: [], readings: [] } });
});
