import ICAL from "ical.js";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { CalendarEntries } from "~/platform/feature/calendar-entry.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { changeFeed, feedPress } from "./change-feed.server.ts";
import { feedPage } from "./feed-page.server.ts";
import { personal } from "./personal.server.ts";
import { readFeed } from "./read-feed.server.ts";

let db: TestDatabase;
let house: TestOrganisation;
let people: Record<"ana" | "bo", string>;
let ana: Actor;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  house = await createTestOrganisation(db.platform);
  people = await createPeople(db.platform, house, { ana: { language: "de" }, bo: {} });
  ana = house.member(people.ana);
});

/** One entry that says for whom it was made. */
const entries: CalendarEntries = async (_platform, _tx, { personId, today }) => [
  { id: `due ${personId}`, title: "Due", at: { day: today }, path: "/plan" },
];
const press = (form: object, actor = ana) =>
  changeFeed(db.platform, actor, feedPress.parse({ replaces: "", ...form }));
const shown = async (actor = ana) => (await feedPage(db.platform, actor))?.feed ?? null;
const fileOf = (link = "") => link.slice(link.lastIndexOf("/") + 1);
const read = (link: string | undefined) => readFeed(db.platform, fileOf(link), entries);

test("a link is made when it is asked for, once for two presses, and says what is due for its owner", async () => {
  expect(await shown()).toBeNull();
  expect(await Promise.all([press({ step: "make" }), press({ step: "make" })])).toEqual([
    { ok: true },
    { ok: true },
  ]);
  const feed = await shown();
  expect(feed?.link).toMatch(/\/calendar\/[\w.-]+\.ics$/);
  const calendar = new ICAL.Component(ICAL.parse((await read(feed?.link)) ?? ""));
  expect(calendar.getFirstSubcomponent("vevent")?.getFirstPropertyValue("uid")).toBe(
    `due-${people.ana}@twohats`,
  );
  const { rows } = await db.owner.query(
    "SELECT count(*)::int AS n FROM audit_record WHERE organisation_id = $1 AND action = 'calendar.made'",
    [house.organisationId],
  );
  expect(rows).toEqual([{ n: 1 }]);
});

test("replaced or stopped, the one before has ended at once", async () => {
  await press({ step: "make" });
  const first = await shown();
  await press({ step: "make", replaces: first?.id });
  // A stale page makes no further one.
  await press({ step: "make", replaces: first?.id });
  const second = await shown();
  expect(await read(first?.link)).toBeNull();
  expect(await read(second?.link)).not.toBeNull();
  await press({ step: "stop" });
  await press({ step: "stop" });
  expect(await read(second?.link)).toBeNull();
  await press({ step: "make" });
  expect(await read(second?.link)).toBeNull();
});

test("no link opens for whoever left, in a suspended organisation, or by another secret or another's id", async () => {
  await press({ step: "make" });
  const { link = "" } = (await shown()) ?? {};
  const file = fileOf(link);
  const elsewhere = { ...db.platform, secret: "another secret of some length" };
  expect(await readFeed(elsewhere, file, entries)).toBeNull();
  const [body = "", signature = ""] = file.split(".");
  const claims = Buffer.from(body, "base64url").toString().replace(people.ana, people.bo);
  const forged = `${Buffer.from(claims).toString("base64url")}.${signature}`;
  for (const wrong of [forged, `${forged}.ics`, "", ".ics", "x.ics", body, file.slice(0, -4)])
    expect(await readFeed(db.platform, wrong, entries)).toBeNull();
  const set = (state: string) =>
    db.owner.query("UPDATE organisation SET state = $2 WHERE organisation_id = $1", [
      house.organisationId,
      state,
    ]);
  await set("suspended");
  expect(await read(link)).toBeNull();
  await set("active");
  expect(await read(link)).not.toBeNull();
  await db.owner.query("UPDATE person SET status = 'inactive' WHERE id = $1", [people.ana]);
  expect(await read(link)).toBeNull();
  expect(await shown({ ...ana, role: "leaver" })).toBeNull();
  expect(await press({ step: "make" }, { ...ana, role: "leaver" })).toMatchObject({ ok: false });
  expect(await press({ step: "make" }, { ...ana, personId: null })).toMatchObject({ ok: false });
});

test("no table holds the link, and it goes with its owner's record", async () => {
  await press({ step: "make" });
  const { link = "" } = (await shown()) ?? {};
  const { rows } = await db.owner.query("SELECT * FROM calendar_feed");
  const signature = fileOf(link).split(".")[1] ?? "";
  expect(JSON.stringify(rows)).not.toContain(signature);
  await inOrganisation(db.platform, house, async (tx) => {
    expect(await personal.export(tx, house, people.ana)).toEqual({
      calendarSince: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    const pair = { goes: people.ana, stays: people.bo, address: null };
    await personal.merge.carryOut(db.platform, tx, house.admin, pair);
  });
  expect(await read(link)).toBeNull();
});
