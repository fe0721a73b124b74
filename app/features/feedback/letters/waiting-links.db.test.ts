import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deliverMessage } from "~/features/letters/index.server.ts";
import { type MailServer, startMailServer } from "~/features/letters/testing/mail-server.ts";
import { editPerson } from "~/features/people/by-hand/edit-person.server.ts";
import { personForm } from "~/features/people/testing/person-form.ts";
import { readLinkToken } from "~/features/rounds/answering/personal-link.server.ts";
import { letterWays } from "~/features/rounds/answering/personal-links.server.ts";
import { linksAgain } from "~/features/rounds/letters/links-again.server.ts";
import { sendDueReminders } from "~/features/rounds/reminders/send-due-reminders.server.ts";
import { sendExtension } from "~/features/rounds/running/extension-letters.server.ts";
import { accepted } from "~/features/rounds/testing/answering.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { lockCycle } from "../cycle/cycle-store.server.ts";
import { type CollectingCycle, collectingCycle } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";

// Whoever reads the database, or a copy of it, while letters to raters wait finds no link to anybody's list.

let db: TestDatabase;
let server: MailServer;
let house: House;
let first: CollectingCycle;
let second: CollectingCycle;

beforeAll(async () => {
  db = await createTestDatabase();
  server = await startMailServer();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  await db.owner.query("DELETE FROM message");
  server.received.length = 0;
  house = await createHouse(db.platform);
  const { report1, peer1 } = house.people;
  first = await collectingCycle(db.platform, house);
  second = await collectingCycle(db.platform, house, [
    { personId: report1, raters: [{ personId: peer1, relationship: "peer" }] },
  ]);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

/** Every letter that rounds write to raters with a link, waiting. */
async function queueAll(): Promise<void> {
  const address = "peer2@house.test";
  await inOrganisation(db.platform, house, async (tx) => {
    const sent = { kind: "invitation", aboutId: first.cycleId, toAddress: address };
    expect(await linksAgain.send(db.platform, tx, house.admin, sent)).toEqual({ ok: true });
    const cycle = await lockCycle(tx, house, first.cycleId);
    if (!cycle?.closesOn) throw new Error("no cycle");
    await sendExtension(db.platform, tx, { ...cycle, closesOn: "2026-04-02" });
  });
  db.platform.clock.set(new Date("2026-03-13T12:00:00Z"));
  await sendDueReminders(db.platform, house);
}

/** Everything in every table, as text. */
async function everything(): Promise<string> {
  const { rows: tables } = await db.owner.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'auth', 'pgboss')`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await db.owner.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join("\n");
}

/** Whatever in a text is a link of ours, wherever it stands: the secret tells. */
const opening = (text: string) =>
  [...text.matchAll(/[\w-]{67,70}/g)].filter(
    ([token]) => readLinkToken(db.platform.secret, token) !== null,
  );

type Row = { id: string; kind: string; state: string; last_error: string | null };
const messages = async () =>
  (
    await db.owner.query<Row>(
      "SELECT id, kind, state, last_error FROM message WHERE organisation_id = $1 ORDER BY id",
      [house.organisationId],
    )
  ).rows;
async function deliverAll(): Promise<void> {
  const platform = { ...db.platform, mailer: server.mailer };
  for (const { id: messageId, state } of await messages())
    if (state === "queued")
      await deliverMessage(
        platform,
        { organisationId: house.organisationId, messageId },
        { ways: letterWays },
      );
}

test("no table holds a link to anybody's list while letters wait, and each leaves with its own", async () => {
  await queueAll();
  const kinds = new Set((await messages()).map(({ kind }) => kind));
  expect(kinds).toEqual(new Set(["invitation", "link-again", "extended", "reminder"]));
  expect(opening(await everything())).toEqual([]);
  await deliverAll();
  expect((await messages()).filter(({ state }) => state !== "sent")).toEqual([]);
  const sent = server.received.map(({ text = "", html }) => [opening(text), opening(html || "")]);
  expect(sent.every(([plain, html]) => plain && html && plain.length > 0 && html.length > 0)).toBe(
    true,
  );
  expect(Math.max(...sent.map(([plain]) => plain?.length ?? 0)), "of two rounds").toBe(2);
  expect(server.received.map(({ text }) => text).join("")).not.toContain("way-in");
  expect(opening(await everything())).toEqual([]);
});

test("a letter to an address that was changed while it waited never leaves, nor one whose round is over", async () => {
  const { peer3 } = house.people;
  const typed = personForm({ name: "peer3", email: "thief@house.test" });
  accepted(await editPerson(db.platform, house.admin, peer3, { ...typed, revision: 0 }));
  // Long after: the wait for the new address is over, and the letter is still the old one's.
  db.platform.clock.set(new Date("2026-06-13T12:00:00Z"));
  await db.owner.query("DELETE FROM invitation WHERE round_id = $1", [second.cycleId]);
  await deliverAll();
  const kept = (await messages()).filter(({ state }) => state !== "sent");
  expect(kept.map(({ last_error }) => last_error)).toEqual(["no-link", "no-link"]);
  const to = server.received.flatMap(({ to: each }) =>
    each && !Array.isArray(each) ? each.text : [],
  );
  expect(to.join()).not.toMatch(/peer3|thief/);
});

test("a process that does not know who makes the link leaves the letter as it is", async () => {
  const [{ id: messageId = "" } = {}] = await messages();
  const platform = { ...db.platform, mailer: server.mailer };
  const order = { organisationId: house.organisationId, messageId };
  await expect(deliverMessage(platform, order)).rejects.toThrow("nobody lends");
  expect((await messages())[0]).toMatchObject({ state: "queued", last_error: null });
  expect(server.received).toEqual([]);
});
