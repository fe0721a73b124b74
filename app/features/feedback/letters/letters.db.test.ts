import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { launchCycle } from "../launch/launch-cycle.server.ts";
import { assignRaters } from "../setup/assign-raters.server.ts";
import {
  accepted,
  closeAndScore,
  collectingCycle,
  draftCycle,
  required,
  usualAssignments,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { expectRefusals } from "../testing/refusals.ts";
import { editLetter, type LetterChange } from "./edit-letter.server.ts";
import { usualWording } from "./letter-texts.server.ts";
import { lettersPage } from "./letters-page.server.ts";

let db: TestDatabase;
let house: House;
let cycleId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createHouse(db.platform);
  cycleId = await draftCycle(db.platform, house);
});
afterAll(() => db.close());

const change = (over: Partial<LetterChange> = {}): LetterChange => ({
  kind: "reminder",
  language: "en",
  wording: { subject: " Please ", body: "Hello {{name}}" },
  ...over,
});
const edit = (given: LetterChange) => editLetter(db.platform, house.admin, cycleId, given);
const stored = async () =>
  (
    await db.owner.query(
      "SELECT kind, language, subject, body FROM cycle_letter WHERE cycle_id = $1 ORDER BY kind, language",
      [cycleId],
    )
  ).rows;
const page = (kind: string, language: string) =>
  lettersPage(db.platform, house.admin, cycleId, { kind, language });

test("a letter is changed in one language, and put back", async () => {
  required(await edit(change()));
  required(await edit(change({ language: "de", wording: { subject: "Bitte", body: "Hallo" } })));
  expect((await stored()).slice(1)).toEqual([
    { kind: "reminder", language: "de", subject: "Bitte", body: "Hallo" },
    { kind: "reminder", language: "en", subject: "Please", body: "Hello {{name}}" },
  ]);
  expect(await page("reminder", "de")).toMatchObject({
    language: "de",
    languages: ["en", "de"],
    wording: { subject: "Bitte", body: "Hallo" },
    changed: true,
  });
  required(await edit(change({ language: "de", wording: null })));
  expect(await page("reminder", "de")).toMatchObject({
    wording: { subject: usualWording("reminder", "de")?.subject },
    changed: false,
  });
});

test("the usual wording is not stored, with whatever line ends a form sends it back", async () => {
  const usual = usualWording("closing", "en")!;
  const wording = { subject: usual.subject, body: usual.body.replaceAll("\n", "\r\n") };
  required(await edit(change({ kind: "closing", wording })));
  expect((await stored()).map((row) => row.kind)).toEqual(["invitation"]);
});

test("each field that can't be used is named, and nothing changes", async () => {
  const before = await stored();
  const wording = { subject: "", body: "x".repeat(4_001) };
  expect(await edit(change({ wording }))).toEqual({
    ok: false,
    reason: "fields",
    problems: [
      { field: "subject", problem: "missing" },
      { field: "body", problem: "too-long" },
    ],
  });
  expect(await edit(change({ language: "fr" }))).toEqual({ ok: false, reason: "language" });
  expect(await stored()).toEqual(before);
});

test("only this organisation's administrators change letters or see them", async () => {
  await expectRefusals(db.platform, house, cycleId, stored, (actor, id) =>
    editLetter(db.platform, actor, id, change()),
  );
  const none = { kind: null, language: null };
  expect(await lettersPage(db.platform, house.member(house.people.lead), cycleId, none)).toBeNull();
  const elsewhere = (await createHouse(db.platform)).admin;
  expect(await lettersPage(db.platform, elsewhere, cycleId, none)).toBeNull();
});

test("after the launch reminders and thanks can still be changed, the invitation can't", async () => {
  accepted(await assignRaters(db.platform, house.admin, cycleId, usualAssignments(house)));
  accepted(await launchCycle(db.platform, house.admin, cycleId));
  expect(await edit(change({ kind: "invitation" }))).toEqual({ ok: false, reason: "launched" });
  required(await edit(change()));
  await db.owner.query("UPDATE cycle SET state = 'closing' WHERE id = $1", [cycleId]);
  expect(await edit(change())).toEqual({ ok: false, reason: "launched" });
});

test("the preview is the letter the first rater would get, mistakes named and not filled in", async () => {
  accepted(await assignRaters(db.platform, house.admin, cycleId, usualAssignments(house)));
  const wording = {
    subject: "{{count}} for {{boss}}",
    body: "Hello {{ name }},\n\nuntil {{closes}}",
  };
  required(await edit(change({ kind: "invitation", wording })));
  const seen = await page("invitation", "en");
  expect(seen?.mistakes).toEqual(["boss"]);
  expect(seen?.preview).toMatchObject({ to: "boss", subject: "one person for {{boss}}" });
  expect(seen?.preview.html).toContain("Hello boss,");
  expect(seen?.preview.html).toContain("until 20 March 2026");
});

test("invitations leave in each rater's language where the cycle has it, in its own otherwise", async () => {
  accepted(await assignRaters(db.platform, house.admin, cycleId, usualAssignments(house)));
  const speak = (language: string, personId: string) =>
    db.owner.query("UPDATE person SET language = $1 WHERE id = $2", [language, personId]);
  await speak("de-CH", house.people.peer1);
  await speak("nb", house.people.peer2);
  accepted(await launchCycle(db.platform, house.admin, cycleId));
  const { rows } = await db.owner.query<{ to_name: string; subject: string; html: string }>(
    "SELECT to_name, subject, html FROM message WHERE about_id = $1",
    [cycleId],
  );
  const of = (name: string) => rows.find((row) => row.to_name === name);
  expect(rows).toHaveLength(10);
  expect(of("peer1")?.subject).toMatch(/^Ihre Rückmeldung ist gefragt bei /);
  expect(of("peer1")?.html).toContain('lang="de"');
  expect(of("peer1")?.html).toContain("20. März 2026");
  expect(of("peer2")?.subject).toBe("A word about one person");
});

test("everyone asked is thanked when a cycle closes, whether they answered or not, without a link", async () => {
  const cycle = await collectingCycle(db.platform, house);
  await closeAndScore(db.platform, house, cycle.cycleId);
  const { rows } = await db.owner.query<{ plain: string | null; state: string }>(
    "SELECT plain, state FROM message WHERE organisation_id = $1 AND kind = 'closing'",
    [house.organisationId],
  );
  expect(rows).toHaveLength(10);
  for (const { plain, state } of rows) {
    expect(state).toBe("queued");
    expect(plain).toContain("Spring 360 is closed");
    expect(plain).not.toContain("http");
  }
});
