import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { collectingCycle } from "~/features/feedback/testing/cycle.ts";
import { createHouse, type House } from "~/features/feedback/testing/house.ts";
import type { Actor } from "~/features/identity/index.ts";
import { createMember } from "~/features/identity/testing/member.ts";
import { readErasePage } from "~/features/people/erase/erase-page.server.ts";
import { erasePerson } from "~/features/people/erase/erase-person.server.ts";
import { AUDIENCES, type Audience } from "~/features/privacy/domain/information.ts";
import { PLACEHOLDERS } from "~/features/privacy/domain/placeholders.ts";
import {
  answerText,
  withdrawAgreement,
} from "~/features/privacy/information/answer-text.server.ts";
import { readInformationPage } from "~/features/privacy/information/information-page.server.ts";
import { readOwnInformation } from "~/features/privacy/information/own-information.server.ts";
import { informationWaits } from "~/features/privacy/information/own-standing.server.ts";
import { publishText } from "~/features/privacy/information/publish-text.server.ts";
import { saveDraft } from "~/features/privacy/information/save-draft.server.ts";
import { readComparison, readTextPage } from "~/features/privacy/information/text-page.server.ts";
import { setPeriod } from "~/features/privacy/retention/set-period.server.ts";
import { publishInformation, type Words, words } from "~/features/privacy/testing/information.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { languages } from "~/platform/i18n/language.ts";
import { openTestAuth } from "../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../test/database/test-database.ts";
import { keptOfAll } from "./kept.server.ts";
import { ownRecord } from "./own-record.server.ts";
import { personalOfAll } from "./personal.server.ts";
import { readOwnRecord } from "./read-own-record.server.ts";

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let house: House;
let lead: Actor;
let stranger: Actor;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
  lead = await member("lead");
  stranger = await member("stranger");
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const member = (name: "lead" | "stranger") =>
  createMember(db.platform, auth.auth, house.organisationId, {
    ...{ name, role: "member", personId: house.people[name] },
  });
const save = (more: Partial<Words> = {}, audience: Audience = "members", by = house.admin) =>
  saveDraft(db.platform, by, audience, { ...words, ...more });
const publish = async (seen = 1, audience: Audience = "members", by = house.admin) =>
  publishText(db.platform, await keptOfAll(), by, audience, { seen });
const published = async (more: Partial<Words> = {}, audience: Audience = "members") =>
  publishInformation(db.platform, await keptOfAll(), house.admin, audience, more);
const own = async (actor: Actor) => readOwnInformation(db.platform, await keptOfAll(), actor);
const waits = (actor: Actor) => informationWaits(db.platform, actor);
const answer = (
  actor: Actor,
  number: number,
  more: { mode?: "shown" | "agreed"; audience?: Audience } = {},
) => answerText(db.platform, actor, { audience: "members", mode: "shown", number, ...more });
const page = async (audience: Audience = "members", by = house.admin) =>
  readTextPage(db.platform, await keptOfAll(), by, audience);
const nextDay = () => db.platform.clock.set(new Date("2026-03-03T12:00:00Z"));

test("owners write and publish; to administrators, analysts and members there is none of it", async () => {
  const others: Actor[] = [
    { ...house.admin, owner: false },
    { ...house.admin, role: "analyst", owner: false },
    { ...house.admin, role: "member", owner: false },
    lead,
  ];
  expect(await save()).toEqual({ ok: true });
  for (const other of others) {
    expect(await save({ seen: 1, en: "Mine" }, "members", other)).toMatchObject({ ok: false });
    expect(await publish(1, "members", other)).toEqual({ ok: false, reason: "not-allowed" });
    expect(await page("members", other)).toBe(null);
    expect(await readInformationPage(db.platform, other)).toBe(null);
    const wanted = { older: null, newer: null };
    expect(await readComparison(db.platform, other, "members", wanted)).toBe(null);
  }
  expect((await page())?.written.words).toEqual({ en: "Read this." });
  expect(await waits(lead)).toBe(false);
});

test("what was saved or published meanwhile is not written over, and a second press publishes nothing", async () => {
  expect(await save()).toEqual({ ok: true });
  const changed = { ok: false, reason: "problems", problems: [{ code: "changed" }] };
  expect(await save({ en: "From another tab" })).toEqual(changed);
  expect(await save({ seen: 1, en: "Second" })).toEqual({ ok: true });
  expect(await publish(1), "of what was not looked at").toEqual(changed);
  const both = await Promise.all([publish(2), publish(2)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await save({ seen: 2, en: "Over a draft that is gone" })).toEqual(changed);
  expect((await page())?.versions.map(({ number }) => number)).toEqual([1]);
});

test("what means nothing in a text is refused by its field, and so is publishing without who is responsible", async () => {
  expect(await save({ de: "{{years}}" })).toMatchObject({
    problems: [{ field: "de", code: "placeholder", values: { name: "years" } }],
  });
  expect(await save({ en: "We keep {{retention}}" })).toMatchObject({
    problems: [{ field: "en", code: "alone", values: { name: "retention" } }],
  });
  expect(await save({ responsible: "", contact: "", en: "" })).toEqual({ ok: true });
  expect(await publish()).toMatchObject({
    problems: [{ field: "responsible" }, { field: "contact" }, { field: "en" }],
  });
  expect(await waits(lead)).toBe(false);
});

test("the built-in texts are whole in every language, and say what is set and nothing that was typed twice", async () => {
  for (const audience of AUDIENCES) {
    const begun = await page(audience);
    for (const language of languages) {
      const text = begun?.written.words[language] ?? "";
      expect(text.length).toBeGreaterThan(1_000);
      expect(text, "a figure stands in it").not.toMatch(/\d/);
      const used = PLACEHOLDERS.filter((name) => text.includes(`{{${name}}}`));
      expect(used).toEqual(
        PLACEHOLDERS.filter((name) => name !== "leavers" || audience !== "raters").filter(
          (name) => name !== "organisation" || audience !== "participants",
        ),
      );
      expect(begun?.preview[language]).not.toMatch(/\{\{/);
      const { en, de } = { en: "", de: "", ...begun?.written.words };
      expect(await save({ en, de, seen: language === "en" ? 0 : 1 }, audience)).toEqual({
        ok: true,
      });
    }
    expect(await publish(2, audience)).toEqual({ ok: true });
  }
});

test("a version has the figures of its day for good; what is set since is told beneath it, and to its writers", async () => {
  await published({ en: "For {{organisation}}, at least {{minimum}}.\n\n{{retention}}" });
  const before = await own(lead);
  expect(before.texts[0]?.text).toContain("at least 3.");
  expect(before.texts[0]?.text).toContain("- Reports about people: no end is set");
  expect(before.texts[0]?.today).toEqual([]);
  expect((await page())?.outdated).toBe(false);
  const chosen = { kind: "reports", years: 3 };
  expect(await setPeriod(db.platform, await keptOfAll(), house.admin, chosen)).toEqual({
    ok: true,
  });
  const after = await own(lead);
  expect(after.texts[0]?.text).toBe(before.texts[0]?.text);
  expect(after.texts[0]?.today).toEqual([
    "Reports about people: no end is set, from 9 March 2026 on 3 years",
  ]);
  expect((await page())?.outdated).toBe(true);
  // Not even whoever serves pages can change what was published.
  for (const statement of [
    "UPDATE information_version SET shown = '{}'",
    "DELETE FROM information_version",
  ])
    await expect(
      inOrganisation({ database: db.unwatched }, house, async (tx) => {
        const { sql } = await import("kysely");
        await sql.raw(statement).execute(tx);
      }),
    ).rejects.toThrow(/permission denied/);
});

test("everybody with an account sees it once, and again when it says so; whoever left does not", async () => {
  expect(await waits(lead)).toBe(false);
  await published();
  expect(await waits(lead)).toBe(true);
  expect(await waits(house.admin)).toBe(true);
  expect(await waits({ ...lead, role: "leaver" })).toBe(false);
  expect(await answer(lead, 1)).toEqual({ ok: true });
  expect(await waits(lead)).toBe(false);
  expect(await waits(stranger), "another one's answer").toBe(true);
  await published({ again: undefined, en: "A comma, more" });
  expect(await waits(lead)).toBe(false);
  await published({ en: "Something else" });
  expect(await waits(lead)).toBe(true);
  expect(await answer(lead, 2), "a page that was open").toEqual({ ok: false, reason: "changed" });
  expect(await answer(lead, 3, { mode: "agreed" })).toEqual({ ok: false, reason: "changed" });
  expect(await answer(lead, 3)).toEqual({ ok: true });
  expect(await waits(lead)).toBe(false);
});

test("whoever has only been shown it is asked to agree, may take that back, and agree again", async () => {
  await published();
  await answer(lead, 1);
  await published({ mode: "agreed", again: undefined });
  expect(await waits(lead)).toBe(true);
  expect(await answer(lead, 2), "shown is not agreed").toMatchObject({ ok: false });
  expect(await answer(lead, 2, { mode: "agreed" })).toEqual({ ok: true });
  expect(await waits(lead)).toBe(false);
  const back = () => withdrawAgreement(db.platform, lead, { audience: "members" });
  nextDay();
  expect(await back()).toEqual({ ok: true });
  expect(await back(), "twice").toEqual({ ok: false, reason: "nothing" });
  expect(await waits(lead)).toBe(true);
  expect((await own(lead)).texts[0]).toMatchObject({
    agreedOn: null,
    answer: { number: 2, answeredOn: "2026-03-02", withdrawnOn: "2026-03-03" },
  });
  expect(await answer(lead, 2, { mode: "agreed" })).toEqual({ ok: true });
  expect(await waits(lead)).toBe(false);
});

test("the text for those who are rated waits for them alone, and only once their round has begun", async () => {
  await published({}, "participants");
  for (const actor of [lead, stranger]) expect(await waits(actor)).toBe(false);
  await collectingCycle(db.platform, house);
  expect(await waits(lead)).toBe(true);
  expect(await waits(stranger)).toBe(false);
  const forThem = { audience: "participants" } as const;
  expect(await answer(stranger, 1, forThem), "made up").toEqual({ ok: false, reason: "changed" });
  expect(await answer(lead, 1, forThem)).toEqual({ ok: true });
  expect(await waits(lead)).toBe(false);
});

test("owners read how many agreed by yesterday, and nothing of today", async () => {
  await published({ mode: "agreed" });
  const agreed = async () => (await readInformationPage(db.platform, house.admin))?.[0]?.agreed;
  await answer(lead, 1, { mode: "agreed" });
  expect(await agreed()).toBe(0);
  nextDay();
  expect(await agreed()).toBe(1);
  await withdrawAgreement(db.platform, lead, { audience: "members" });
  expect(await agreed(), "who just took it back is not told by a count").toBe(1);
  db.platform.clock.set(new Date("2026-03-04T12:00:00Z"));
  expect(await agreed()).toBe(0);
});

test("it is in their own record with its day, leaves no time anywhere, and goes with their account", async () => {
  await published({ mode: "agreed" });
  const records = async () => (await db.owner.query("SELECT id FROM audit_record")).rows.length;
  const before = await records();
  await answer(stranger, 1, { mode: "agreed" });
  await withdrawAgreement(db.platform, stranger, { audience: "members" });
  expect(await records(), "a record has a time").toBe(before);
  const kept = { audience: "members", number: 1, agreed: true, answeredOn: "2026-03-02" };
  expect(await ownRecord(db.platform, stranger)).toMatchObject({
    information: [{ ...kept, withdrawnOn: "2026-03-02" }],
  });
  expect(JSON.stringify(await readOwnRecord(db.platform, stranger))).toContain("Taken back on");
  const answers = async () =>
    (
      await db.owner.query("SELECT * FROM information_answer WHERE account_id = $1", [
        stranger.accountId,
      ])
    ).rows;
  const { rows: columns } = await db.owner.query(
    `SELECT data_type FROM information_schema.columns WHERE table_name = 'information_answer'`,
  );
  expect(columns.map(({ data_type }) => data_type)).not.toContain("timestamp with time zone");
  expect(await answers()).toHaveLength(1);
  const erase = await readErasePage(db.platform, personalOfAll, house.admin, house.people.stranger);
  if (!erase || erase.erased) throw new Error("no page");
  const { seen, name } = erase;
  expect(
    await erasePerson(db.platform, personalOfAll, house.admin, house.people.stranger, {
      ...{ seen, name, asked: true },
    }),
  ).toEqual({ ok: true });
  expect(await answers()).toEqual([]);
});

test("two versions stand beside each other with what changed", async () => {
  await published({ en: "One\n\nTwo" });
  await published({ en: "One\n\nThree" });
  const wanted = { older: null, newer: null };
  const { texts, earlier, after } =
    (await readComparison(db.platform, house.admin, "members", wanted)) ?? {};
  expect([earlier?.number, after?.number]).toEqual([1, 2]);
  expect(texts).toEqual({
    before: [
      { text: "One", changed: false },
      { text: "Two", changed: true },
    ],
    after: [
      { text: "One", changed: false },
      { text: "Three", changed: true },
    ],
  });
});

test("another organisation's texts and answers are nobody's here", async () => {
  await published();
  const there = await createHouse(db.platform);
  expect(await waits(there.admin)).toBe(false);
  expect((await readInformationPage(db.platform, there.admin))?.map(({ holds }) => holds)).toEqual([
    ...[null, null, null],
  ]);
  expect(await answer(there.admin, 1)).toEqual({ ok: false, reason: "changed" });
});
