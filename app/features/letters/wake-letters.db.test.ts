import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { deliverMessage } from "./deliver-message.server.ts";
import { eraseMessagesAbout } from "./erase-messages-about.server.ts";
import { keptMessage, outbox } from "./reads.server.ts";
import { type MailServer, startMailServer } from "./testing/mail-server.ts";
import { LINK, type Order, queueLetter, queueMany } from "./testing/queued-letter.ts";
import { wakeLetters } from "./wake-letters.server.ts";

const HOUR_MS = 3_600_000;

const EVERYTHING = { search: "", part: "all", page: 1 } as const;

let db: TestDatabase;
let server: MailServer;
/** `serve` without SMTP_URL. */
let without: Platform;
/** The same once it is set. */
let withMail: Platform;
let admin: Actor;
let start: Date;

beforeAll(async () => {
  db = await createTestDatabase();
  server = await startMailServer();
  without = { ...db.platform, mailer: { kind: "none" } };
  withMail = { ...db.platform, mailer: server.mailer };
  start = db.platform.clock.now();
});
beforeEach(async () => {
  db.platform.clock.set(start);
  await db.owner.query("TRUNCATE organisation CASCADE");
  await db.owner.query("DELETE FROM pgboss.job");
  admin = (await createTestOrganisation(db.platform)).admin;
  server.received.length = 0;
  server.refuseWith(null);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const later = (hours: number) =>
  db.platform.clock.set(new Date(db.platform.clock.now().getTime() + hours * HOUR_MS));
const orders = async () =>
  (
    await db.owner.query<{ data: Order }>(
      "SELECT data FROM pgboss.job WHERE name = 'send-message' AND state = 'created' ORDER BY data::text",
    )
  ).rows.map(({ data }) => data);
/** Works off every job that waits, as a worker of this platform would. */
async function work(platform: Platform): Promise<void> {
  const waiting = await orders();
  await db.owner.query("DELETE FROM pgboss.job");
  for (const order of waiting) await deliverMessage(platform, order);
}
const seen = (platform: Platform, messageId: string) =>
  inOrganisation(platform, admin, async (tx) => ({
    entry: (await outbox(platform, tx, admin, EVERYTHING)).entries.find(
      ({ id }) => id === messageId,
    ),
    letter: await keptMessage(platform, tx, admin, messageId),
  }));

describe("while no mail server is set", () => {
  test("a letter waits, and nobody reads it: not its text, not its link", async () => {
    const { messageId } = await queueLetter(db.platform, admin);
    await work(without);
    const { entry, letter } = await seen(without, messageId);
    expect(entry).toMatchObject({ state: "queued", lastError: "no-server", readable: false });
    expect(letter).toBeNull();
    expect(await orders()).toEqual([]);
  });

  test("neither is one read that the demonstration kept in the same database", async () => {
    const { messageId } = await queueLetter(db.platform, admin);
    await work(db.platform);
    expect((await seen(db.platform, messageId)).letter?.html).toContain(LINK);
    for (const platform of [without, withMail]) {
      const { entry, letter } = await seen(platform, messageId);
      expect(entry).toMatchObject({ state: "kept", readable: false });
      expect(letter).toBeNull();
      expect(JSON.stringify(entry)).not.toContain(LINK);
    }
  });

  test("time alone brings no job for it", async () => {
    await queueLetter(db.platform, admin);
    await work(without);
    later(24);
    await wakeLetters(without);
    expect(await orders()).toEqual([]);
  });

  test("the demonstration shows what waited", async () => {
    const { messageId } = await queueLetter(db.platform, admin);
    await work(without);
    await wakeLetters(db.platform);
    expect((await seen(db.platform, messageId)).letter?.html).toContain(LINK);
  });
});

describe("once a mail server is set", () => {
  test("what waited leaves, once, however long it waited", async () => {
    await queueLetter(db.platform, admin);
    await work(without);
    later(30 * 24);
    await Promise.all([wakeLetters(withMail), wakeLetters(withMail), wakeLetters(withMail)]);
    expect(await orders()).toHaveLength(1);
    await work(withMail);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.text).toContain(LINK);
    await wakeLetters(withMail);
    expect(await orders()).toEqual([]);
  });

  test("it is tried for two days from then, not from when it was written", async () => {
    const { messageId } = await queueLetter(db.platform, admin);
    await work(without);
    later(30 * 24);
    await wakeLetters(withMail);
    server.refuseWith(451);
    await work(withMail);
    later(47);
    await work(withMail);
    expect((await seen(withMail, messageId)).entry).toMatchObject({ state: "queued" });
    later(1);
    await work(withMail);
    expect((await seen(withMail, messageId)).entry).toMatchObject({ state: "failed" });
  });

  test("what speaks of something that closed meanwhile never leaves", async () => {
    const cycleId = newId();
    const { messageId } = await queueLetter(db.platform, admin, cycleId);
    await work(without);
    await inOrganisation(db.platform, admin, (tx) => eraseMessagesAbout(tx, admin, cycleId));
    await wakeLetters(withMail);
    expect(await orders()).toEqual([]);
    expect((await seen(withMail, messageId)).entry).toMatchObject({
      state: "failed",
      lastError: "too-late",
    });
  });

  test("thousands leave in parts, of every organisation", async () => {
    const elsewhere = (await createTestOrganisation(db.platform)).admin;
    await queueMany(db.platform, admin, 1_100);
    await queueMany(db.platform, elsewhere, 3);
    await db.owner.query("UPDATE message SET last_error = 'no-server'");
    await db.owner.query(
      `INSERT INTO due (organisation_id, id, work, due_at)
       SELECT organisation_id, gen_random_uuid(), 'letters-without-server', $1 FROM organisation`,
      [db.platform.clock.now()],
    );
    await db.owner.query("DELETE FROM pgboss.job");
    await wakeLetters(withMail);
    expect(new Set((await orders()).map(({ messageId }) => messageId)).size).toBe(1_103);
  });
});

describe("a letter whose job was lost", () => {
  test("gets another after hours, one at a time", async () => {
    const order = await queueLetter(db.platform, admin);
    await db.owner.query("DELETE FROM pgboss.job");
    later(5);
    await wakeLetters(withMail);
    expect(await orders()).toEqual([]);
    later(2);
    await wakeLetters(withMail);
    await wakeLetters(withMail);
    expect(await orders()).toEqual([order]);
  });

  test("though a process was killed while sending it", async () => {
    const order = await queueLetter(db.platform, admin);
    await db.owner.query("DELETE FROM pgboss.job");
    const claimed = (ago: string) =>
      db.owner.query(
        "UPDATE message SET state = 'sending', claim_id = id, claimed_until = now() - $1::interval",
        [ago],
      );
    await claimed("-1 minute");
    await wakeLetters(withMail);
    expect(await orders()).toEqual([]);
    await claimed("2 hours");
    later(1);
    await wakeLetters(withMail);
    expect(await orders()).toEqual([order]);
    await work(withMail);
    expect(server.received).toHaveLength(1);
  });
});
