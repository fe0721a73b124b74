import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  editLetter,
  editLetterInput,
  type LetterChange,
} from "~/features/rounds/letters/edit-letter.server.ts";
import { usualWording } from "~/features/rounds/letters/letter-texts.server.ts";
import { lettersPage } from "~/features/rounds/letters/letters-page.server.ts";
import { readInput } from "~/platform/errors/input-problems.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { launchCycle } from "../launch/launch-cycle.server.ts";
import { addRater } from "../lists/add-rater.server.ts";
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
const edit = async (given: LetterChange) => {
  const read = readInput(editLetterInput, given);
  return read.ok ? editLetter(db.platform, house.admin, cycleId, read.value) : read;
};
const stored = async () =>
  (
    await db.owner.query(
      "SELECT kind, language, subject, body FROM round_letter WHERE round_id = $1 ORDER BY kind, language",
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
  expect(await edit(change({ wording }))).toMatchObject({
    problems: [
      { field: "wording.subject", code: "missing" },
      { field: "wording.body", code: "too-long" },
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

const launched = async () => {
  accepted(await assignRaters(db.platform, house.admin, cycleId, usualAssignments(house)));
  accepted(await launchCycle(db.platform, house.admin, cycleId));
};

test("while answers are taken every letter can still be changed; once the cycle closes none can", async () => {
  await launched();
  for (const kind of ["invitation", "reminder", "closing"] as const) {
    required(await edit(change({ kind })));
    expect(await page(kind, "en")).toMatchObject({
      phase: "running",
      preview: { to: null },
      wording: { subject: "Please", body: "Hello {{name}}" },
    });
  }
  const before = await stored();
  for (const state of ["closing", "closed", "released"]) {
    await db.owner.query("UPDATE round SET state = $2 WHERE id = $1", [cycleId, state]);
    expect(await edit(change({ wording: null }))).toEqual({ ok: false, reason: "closed" });
    expect(await page("reminder", "en")).toMatchObject({ phase: "over" });
  }
  expect(await stored()).toEqual(before);
});

test("an invitation changed after the launch goes to whoever is asked later, and to nobody again", async () => {
  await launched();
  const wording = { subject: "Late, {{name}}", body: "Still until {{closes}}." };
  required(await edit(change({ kind: "invitation", wording })));
  const invitations = async () =>
    (
      await db.owner.query<{ to_name: string; subject: string }>(
        "SELECT to_name, subject FROM message WHERE about_id = $1 AND kind = 'invitation' ORDER BY id",
        [cycleId],
      )
    ).rows;
  expect(await invitations()).toHaveLength(10);
  const { rows } = await db.owner.query<{ id: string }>(
    "SELECT id FROM subject WHERE round_id = $1",
    [cycleId],
  );
  const rater = { personId: house.people.report4, relationship: "direct_report" };
  required(await addRater(db.platform, house.admin, rows[0]!.id, rater));
  expect((await invitations()).slice(10)).toEqual([
    { to_name: "report4", subject: "Late, report4" },
  ]);
});

test("nothing is written over that was not seen: another tab, a colleague, a launch", async () => {
  const seen = (await page("reminder", "en"))!.seen;
  const mine = change({ wording: { subject: "Mine", body: "Mine" }, seen });
  required(await edit(change({ seen })));
  expect(await edit(mine)).toEqual({ ok: false, reason: "changed" });
  expect(await edit(change({ wording: null, seen }))).toEqual({ ok: false, reason: "changed" });
  expect(await edit(change({ seen })), "sent twice it is saved once").toEqual({ ok: true });
  expect(await page("reminder", "en")).toMatchObject({ wording: { subject: "Please" } });
  const again = (await page("reminder", "en"))!.seen;
  await launched();
  expect(await edit({ ...mine, seen: again })).toEqual({ ok: false, reason: "changed" });
  required(await edit({ ...mine, seen: (await page("reminder", "en"))!.seen }));
  expect(await page("reminder", "en")).toMatchObject({ wording: { subject: "Mine" } });
  expect((await page("reminder", "de"))?.wording, "the other language stays").toMatchObject({
    subject: usualWording("reminder", "de")?.subject,
  });
});

test("two who save at once do not undo each other unseen", async () => {
  const seen = (await page("reminder", "en"))!.seen;
  const outcomes = await Promise.all(
    ["One", "Two"].map((subject) => edit(change({ wording: { subject, body: "Hello" }, seen }))),
  );
  expect(outcomes.map((each) => each.ok).toSorted()).toEqual([false, true]);
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
