import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { callOffCycle } from "~/features/feedback/running/call-off-cycle.server.ts";
import { accepted, collectingCycle } from "~/features/feedback/testing/cycle.ts";
import { createHouse, type House } from "~/features/feedback/testing/house.ts";
import { readErasePage } from "~/features/people/erase/erase-page.server.ts";
import { erasePerson } from "~/features/people/erase/erase-person.server.ts";
import { readMergePage } from "~/features/people/merge/merge-page.server.ts";
import { mergePeople } from "~/features/people/merge/merge-people.server.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { createTestDatabase, type TestDatabase } from "../../test/database/test-database.ts";
import { wordsLeft } from "../../test/database/words-left.ts";
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

async function erase(personId: string) {
  const page = await readErasePage(db.platform, personalOfAll, house.admin, personId);
  if (!page || page.erased) throw new Error("no page");
  expect(page.hindrances).toEqual([]);
  const given = { seen: page.seen, name: page.name, asked: true };
  return erasePerson(db.platform, personalOfAll, house.admin, personId, given);
}

type Letter = { to: [name: string, address: string]; subject: string; text: string };

const write = ({ to: [name, address], subject, text }: Letter) =>
  db.owner.query(
    `INSERT INTO message (organisation_id, id, kind, to_address, to_name, subject, html, plain, state, created_at)
     VALUES ($1, gen_random_uuid(), 'notice', $2, $3, $4, $5, $5, 'queued', now())`,
    [house.organisationId, address, name, subject, text],
  );
const letters = async () =>
  (
    await db.owner.query<{ subject: string; state: string; plain: string | null }>(
      "SELECT subject, state, plain FROM message WHERE organisation_id = $1 AND kind = 'notice' ORDER BY subject",
      [house.organisationId],
    )
  ).rows;

test("a short name takes nothing from others' letters but where it stands by itself", async () => {
  const { li } = await createPeople(db.platform, house, { li: { name: "Li", email: "li@x.org" } });
  const to: Letter["to"] = ["Ada", "ada.li@x.org"];
  await write({
    to,
    subject: "1 Links for Lisa",
    text: "<li>Open the Link, Lisa</li> ada.li@x.org",
  });
  await write({ to, subject: "2 Your view of Li", text: "About Li." });
  await write({ to: ["Li", "LI@x.org"], subject: "3 For you", text: "Hello Li" });
  expect(await erase(li ?? "")).toEqual({ ok: true });
  expect(await letters()).toEqual([
    {
      subject: "1 Links for Lisa",
      state: "queued",
      plain: expect.stringContaining("Open the Link"),
    },
    { subject: "2 Your view of Erased person", state: "failed", plain: null },
    { subject: "Erased person", state: "failed", plain: null },
  ]);
});

test("an address that is somebody else's now keeps its letters to them", async () => {
  const { ann, bo } = await createPeople(db.platform, house, {
    ann: { name: "Ann Former", email: "ann@x.org" },
    bo: { name: "Bo Present", email: "desk@x.org" },
  });
  await db.owner.query(
    `INSERT INTO person_change (organisation_id, id, person_id, at, way, revision, changes)
     VALUES ($1, gen_random_uuid(), $2, now(), 'hand', 1, '[{"field": "email", "from": "desk@x.org", "to": "ann@x.org"}]')`,
    [house.organisationId, ann],
  );
  await write({
    to: ["Bo Present", "desk@x.org"],
    subject: "1 To Bo",
    text: "Hello Bo Present, desk@x.org",
  });
  await write({ to: ["Ann Former", "desk@x.org"], subject: "2 To Ann", text: "Hello" });
  expect(bo).toBeDefined();
  expect(await erase(ann ?? "")).toEqual({ ok: true });
  expect(await letters()).toEqual([
    { subject: "1 To Bo", state: "queued", plain: "Hello Bo Present, desk@x.org" },
    { subject: "Erased person", state: "failed", plain: null },
  ]);
});

test("whoever took part in a round that was called off can be erased: nothing of it goes on", async () => {
  const cycle = await collectingCycle(db.platform, house);
  const { rows } = await db.owner.query<{ name: string; revision: number }>(
    "SELECT name, revision FROM round WHERE id = $1",
    [cycle.cycleId],
  );
  const { name = "", revision = 0 } = rows[0] ?? {};
  accepted(
    await callOffCycle(db.platform, house.admin, cycle.cycleId, {
      ...{ reason: "Another time", name, revision },
    }),
  );
  expect(await erase(house.people.lead)).toEqual({ ok: true });
  expect(await erase(house.people.peer1)).toEqual({ ok: true });
});

test("the address of a record that was merged into theirs goes with them", async () => {
  const { ann, twin } = await createPeople(db.platform, house, {
    ann: { name: "Ann Twice", email: "ann@twice.test" },
    twin: { name: "Ann Double", email: "ann.old@twice.test" },
  });
  const page = await readMergePage(db.platform, personalOfAll, house.admin, ann ?? "", {
    ...{ search: "", other: twin ?? "" },
  });
  const given = { other: twin ?? "", seen: page?.preview?.seen ?? "" };
  const merged = await mergePeople(db.platform, personalOfAll, house.admin, ann ?? "", given);
  expect(merged).toMatchObject({ ok: true });
  expect(await wordsLeft(db.owner, ["ann.old@twice.test", "Ann Double"])).not.toEqual([]);
  expect(await erase(ann ?? "")).toEqual({ ok: true });
  expect(await wordsLeft(db.owner, ["ann.old@twice.test", "Ann Double"])).toEqual([]);
});
