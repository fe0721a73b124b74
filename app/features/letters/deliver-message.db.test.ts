import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { bouncedAbout } from "./bounced-reads.server.ts";
import { deliverMessage } from "./deliver-message.server.ts";
import { eraseMessagesAbout } from "./erase-messages-about.server.ts";
import { keptMessage, outbox } from "./reads.server.ts";
import { type MailServer, startMailServer } from "./testing/mail-server.ts";
import { LINK, queueLetter } from "./testing/queued-letter.ts";

const EVERYTHING = { search: "", part: "all", page: 1 } as const;

let db: TestDatabase;
let server: MailServer;
let withMail: Platform;
let admin: Actor;
let member: Actor;

beforeAll(async () => {
  db = await createTestDatabase();
  server = await startMailServer();
  withMail = { ...db.platform, mailer: server.mailer };
});
beforeEach(async () => {
  const organisation = await createTestOrganisation(db.platform);
  admin = organisation.admin;
  member = organisation.member();
  server.received.length = 0;
  server.refuseWith(null);
  await db.owner.query("DELETE FROM pgboss.job");
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const queueOne = (aboutId: string | null = null) => queueLetter(db.platform, admin, aboutId);

const stored = async () =>
  (
    await db.owner.query(
      "SELECT state, attempts, last_error, next_try_at, html IS NOT NULL AS has_html, plain IS NOT NULL AS has_text, sent_at FROM message WHERE organisation_id = $1",
      [admin.organisationId],
    )
  ).rows[0];

test("a letter arrives with its subject on one line, its link in text and HTML, and its words", async () => {
  await deliverMessage(withMail, await queueOne());
  expect(server.received).toHaveLength(1);
  const mail = server.received[0]!;
  expect(mail.subject).toBe("Your feedback is wanted – «Ærlig & klar»");
  expect(mail.from?.text).toContain("twohats@house.test");
  expect([mail.to].flat()[0]?.value).toEqual([
    { name: "Inês Ødegård", address: "ines@house.test" },
  ]);
  for (const body of [mail.text, mail.html || ""]) {
    expect(body).toContain(LINK);
    expect(body).toContain("Hello Inês,");
    expect(body).toContain("Please answer by 20 March.");
    expect(body).toContain("You get this letter because you were asked.");
  }
  expect(mail.html).toContain("Open your list");
});

test("once handed over, a letter's text and link are erased from the database", async () => {
  await deliverMessage(withMail, await queueOne());
  expect(await stored()).toMatchObject({
    state: "sent",
    attempts: 1,
    last_error: null,
    has_html: false,
    has_text: false,
    sent_at: db.platform.clock.now(),
  });
});

test("delivered by two workers at once, and again later, a letter is sent once", async () => {
  const message = await queueOne();
  await Promise.all([deliverMessage(withMail, message), deliverMessage(withMail, message)]);
  await deliverMessage(withMail, message);
  expect(server.received).toHaveLength(1);
});

const jobsWaiting = async () =>
  (
    await db.owner.query<{ start_after: Date; data: unknown }>(
      "SELECT start_after, data FROM pgboss.job WHERE name = 'send-message' AND state = 'created' AND start_after > now() - interval '300 days' ORDER BY start_after DESC",
    )
  ).rows;

test("a letter not taken stays queued with its text, says when it is tried again, and keeps the code but not the address", async () => {
  const message = await queueOne();
  await db.owner.query("DELETE FROM pgboss.job");
  server.refuseWith(451);
  await deliverMessage(withMail, message);
  const inAMinute = new Date(db.platform.clock.now().getTime() + 60_000);
  expect(await stored()).toMatchObject({
    state: "queued",
    attempts: 1,
    last_error: "451",
    next_try_at: inAMinute,
    has_html: true,
    has_text: true,
  });
  expect(await jobsWaiting()).toEqual([{ start_after: inAMinute, data: message }]);
  server.refuseWith(null);
  await deliverMessage(withMail, message);
  expect(server.received).toHaveLength(1);
  expect(await stored()).toMatchObject({ state: "sent", last_error: null, next_try_at: null });
});

test("an address nobody has bounces at once: not tried again, its link erased, and named to administrators", async () => {
  const cycleId = newId();
  const message = await queueOne(cycleId);
  await db.owner.query("DELETE FROM pgboss.job");
  server.nobodyAt("ines@house.test");
  await deliverMessage(withMail, message);
  expect(await stored()).toMatchObject({
    state: "bounced",
    attempts: 1,
    last_error: "550",
    next_try_at: null,
    has_html: false,
    has_text: false,
  });
  expect(await jobsWaiting()).toEqual([]);
  await deliverMessage(withMail, message);
  expect(server.received).toEqual([]);
  server.somebodyAt("ines@house.test");
  const bounced = (actor: Actor, about: string) =>
    inOrganisation(db.platform, actor, (tx) => bouncedAbout(tx, actor, about));
  expect(await bounced(admin, cycleId)).toEqual([
    { name: "Inês Ødegård", address: "ines@house.test" },
  ]);
  expect(await bounced(admin, newId())).toEqual([]);
  expect(await bounced(member, cycleId)).toEqual([]);
  const elsewhere = (await createTestOrganisation(db.platform)).admin;
  expect(await bounced(elsewhere, cycleId)).toEqual([]);
});

test("with the mail server away letters wait, each with its next try, and leave when it is back", async () => {
  const away = await startMailServer();
  await away.goAway();
  const platform = { ...db.platform, mailer: away.mailer };
  const messages = [await queueOne(), await queueOne()];
  for (const message of messages) await deliverMessage(platform, message);
  expect(await stored()).toMatchObject({ state: "queued", attempts: 1, last_error: "ESOCKET" });
  const shown = await inOrganisation(db.platform, admin, (tx) =>
    outbox(withMail, tx, admin, EVERYTHING),
  );
  expect(shown.entries.map(({ state, nextTryAt }) => ({ state, nextTryAt }))).toEqual(
    Array(2).fill({
      state: "queued",
      nextTryAt: new Date(db.platform.clock.now().getTime() + 60_000),
    }),
  );
  for (const message of messages) await deliverMessage(withMail, message);
  expect(server.received).toHaveLength(2);
  await away.close();
});

test("after two days a letter is shown as failed, and is not tried again", async () => {
  const message = await queueOne();
  server.refuseWith(451);
  const launched = db.platform.clock.now();
  await deliverMessage(withMail, message);
  db.platform.clock.set(new Date(launched.getTime() + 48 * 3_600_000));
  await db.owner.query("DELETE FROM pgboss.job");
  await deliverMessage(withMail, message);
  db.platform.clock.set(launched);
  expect(await stored()).toMatchObject({ state: "failed", attempts: 2, last_error: "451" });
  expect(await jobsWaiting()).toEqual([]);
});

test("its Message-ID is the same each time it is sent, and tells nothing of whom it is for or when it was written", async () => {
  const message = await queueOne();
  server.refuseWith(451);
  await deliverMessage(withMail, message);
  server.refuseWith(null);
  await deliverMessage(withMail, message);
  await db.owner.query(
    "UPDATE message SET state = 'queued', html = 'x', plain = 'x' WHERE id = $1",
    [message.messageId],
  );
  await deliverMessage(withMail, message);
  await deliverMessage(withMail, await queueOne());
  const [first, again, other] = server.received.map((mail) => mail.messageId);
  expect(first).toMatch(/^<[\w-]{43}@twohats\.test>$/);
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});

test("in the demonstration a letter is kept, to be read on the outbox page by administrators alone", async () => {
  const message = await queueOne();
  await deliverMessage(db.platform, message);
  expect(await stored()).toMatchObject({ state: "kept", has_html: true });
  const read = (actor: Actor) =>
    inOrganisation(db.platform, actor, async (tx) => ({
      outbox: await outbox(db.platform, tx, actor, EVERYTHING),
      letter: await keptMessage(db.platform, tx, actor, message.messageId),
    }));
  const seen = await read(admin);
  expect(seen.outbox).toMatchObject({
    entries: [{ toAddress: "ines@house.test", state: "kept", readable: true }],
    counts: { all: 1, waiting: 0, undelivered: 0 },
  });
  expect(seen.letter?.html).toContain(LINK);
  const counts = { all: 0, waiting: 0, undelivered: 0 };
  const nothing = { outbox: { entries: [], page: 1, pages: 1, counts }, letter: null };
  expect(await read(member)).toEqual(nothing);
  const elsewhere = (await createTestOrganisation(db.platform)).admin;
  expect(await read(elsewhere)).toEqual(nothing);
});

test("what is being sent in another organisation is not touched", async () => {
  const { messageId } = await queueOne();
  const elsewhere = await createTestOrganisation(db.platform);
  await deliverMessage(withMail, { organisationId: elsewhere.organisationId, messageId });
  expect(server.received).toEqual([]);
  expect(await stored()).toMatchObject({ state: "queued", attempts: 0 });
});

test("a letter whose text was erased before it could leave is never sent empty", async () => {
  const cycleId = newId();
  const message = await queueOne(cycleId);
  await inOrganisation(db.platform, admin, (tx) => eraseMessagesAbout(tx, admin, cycleId));
  await deliverMessage(withMail, message);
  expect(server.received).toEqual([]);
  expect(await stored()).toMatchObject({
    state: "failed",
    last_error: "too-late",
    has_text: false,
  });
});
