import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ParsedMail } from "mailparser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deliverMessage, queueMessages } from "~/features/letters/index.server.ts";
import { type MailServer, startMailServer } from "~/features/letters/testing/mail-server.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { letterWays } from "~/features/rounds/answering/personal-links.server.ts";
import { sendClosingLetters } from "~/features/rounds/letters/closing-letters.server.ts";
import { noticeLetters } from "~/features/rounds/letters/notice-letters.server.ts";
import { sendDueReminders } from "~/features/rounds/reminders/send-due-reminders.server.ts";
import { sendExtension } from "~/features/rounds/running/extension-letters.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { lockCycle } from "../cycle/cycle-store.server.ts";
import { accepted, answer, type CollectingCycle, collectingCycle } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { notices } from "./kinds.ts";

// Set to a folder, it keeps every letter there as it arrived, to be looked at.
const folder = process.env.TWOHATS_LETTERS_DIR;

const NAME = "Þórdís O'Brien <Æ> & Wolfeschlegelsteinhausenbergerdorff";
const COMMENT = "a comment that no letter may repeat";

let db: TestDatabase;
let server: MailServer;
let house: House;
let cycle: CollectingCycle;
const readers = { en: "", de: "" };

beforeAll(async () => {
  db = await createTestDatabase();
  server = await startMailServer();
  house = await createHouse(db.platform);
  await db.owner.query("UPDATE organisation SET name = 'Nord & <Süd>' WHERE organisation_id = $1", [
    house.organisationId,
  ]);
  const { ines, jens } = await createPeople(db.platform, house, {
    ines: { name: NAME, email: "ines@house.test", language: "en" },
    jens: { name: NAME, email: "jens@house.test", language: "de" },
  });
  readers.en = ines;
  readers.de = jens;
  const { lead, boss, peer1 } = house.people;
  const asked = (personId: string, ...raters: string[]) => ({
    personId,
    raters: raters.map((rater) => ({ personId: rater, relationship: "peer" as const })),
  });
  const both = [asked(lead, ines, jens, peer1), asked(boss, ines, jens)];
  cycle = await collectingCycle(db.platform, house, both);
  const second = await collectingCycle(db.platform, house, [asked(peer1, ines, jens)]);
  await db.owner.query(
    "UPDATE round SET name = 'Leaders of <tomorrow>', closes_on = '2026-04-12' WHERE id = $1",
    [second.cycleId],
  );
  await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1), {
    comments: { keep: COMMENT },
  });
  db.platform.clock.set(new Date("2026-03-13T12:00:00Z"));
  await sendDueReminders(db.platform, house);
  await inOrganisation(db.platform, house, async (tx) => {
    const found = await lockCycle(tx, house, cycle.cycleId);
    if (!found?.closesOn) throw new Error("no cycle");
    await sendExtension(db.platform, tx, { ...found, closesOn: "2026-04-02" });
    await sendClosingLetters(db.platform, tx, found);
    for (const kind of notices) {
      const recipients = Object.values(readers).map((personId) => ({
        personId,
        path: "/nominations/018f",
        facts: { participant: NAME },
      }));
      const dates = { date: "2026-03-09" };
      const letters = await noticeLetters(db.platform, tx, found, { kind, dates }, recipients);
      await queueMessages(db.platform, tx, house, letters);
    }
  });
  const platform = { ...db.platform, mailer: server.mailer };
  const { rows } = await db.owner.query<{ id: string; kind: string }>(
    "SELECT id, kind FROM message WHERE to_address IN ('ines@house.test', 'jens@house.test') AND organisation_id = $1 ORDER BY id",
    [house.organisationId],
  );
  for (const { id, kind } of rows) {
    const order = { organisationId: house.organisationId, messageId: id };
    await deliverMessage(platform, order, { ways: letterWays });
    const mail = server.received.at(-1);
    if (mail) arrived.push({ kind, language: languageOf(mail), mail });
  }
}, 60_000);
afterAll(async () => {
  await server.close();
  await db.close();
});

const arrived: { kind: string; language: string; mail: ParsedMail }[] = [];

function languageOf(mail: ParsedMail): string {
  return /<html[^>]* lang="(\w+)"/.exec(mail.html || "")?.[1] ?? "";
}

test("a mail server receives every kind of letter, in both languages", () => {
  const kinds = [
    ...notices.map(({ name }) => name),
    "invitation",
    "invitation",
    "reminder",
    "extended",
    "closing",
  ];
  for (const language of ["en", "de"])
    expect(
      arrived
        .filter((each) => each.language === language)
        .map((each) => each.kind)
        .toSorted(),
    ).toEqual(kinds.toSorted());
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  for (const { kind, language, mail } of arrived) {
    writeFileSync(join(folder, `${kind}.${language}.html`), mail.html || "");
    writeFileSync(join(folder, `${kind}.${language}.txt`), `${mail.subject}\n\n${mail.text}`);
  }
});

test("each has its words in HTML and in text, its reader's name as it is, and nothing left to fill in", () => {
  for (const { kind, mail } of arrived) {
    const text = mail.text ?? "";
    const html = mail.html || "";
    expect([kind, text.includes(NAME)]).toEqual([kind, true]);
    expect([kind, html.includes("&lt;Æ&gt; &amp; Wolfe")]).toEqual([kind, true]);
    for (const part of [mail.subject ?? "", text, html]) {
      expect([kind, /\{\{|\}\}|undefined|\[object|Invalid/.test(part)]).toEqual([kind, false]);
      expect([kind, /\bmail\b.*\.(subject|body)/.test(part)]).toEqual([kind, false]);
    }
    expect(mail.subject?.length).toBeGreaterThan(5);
    expect(html).not.toContain("<Æ>");
  }
});

test("each leads to one place at least, but the thanks, which lead nowhere", () => {
  for (const { kind, mail } of arrived) {
    const links = (mail.text ?? "").match(/http:\/\/twohats\.test\/\S+/g) ?? [];
    expect([kind, links.length]).toEqual([
      kind,
      kind === "closing" ? 0 : kind === "reminder" ? 2 : 1,
    ]);
    for (const link of links) expect(mail.html).toContain(`href="${link}"`);
  }
});

test("no letter says anything about answers", () => {
  for (const { mail } of arrived)
    for (const part of [mail.subject, mail.text, mail.html || ""])
      expect(part).not.toContain(COMMENT);
  expect(accepted({ ok: true, value: arrived.length })).toBeGreaterThan(20);
});
