import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { openDatabase } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { bouncedAbout } from "./bounced-reads.server.ts";
import { deliverMessage } from "./deliver-message.server.ts";
import { eraseMessagesAbout } from "./erase-messages-about.server.ts";
import { prepareLetter } from "./prepare-letter.server.tsx";
import { queueMessages } from "./queue-messages.server.ts";
import { keptMessage, outbox } from "./reads.server.ts";
import { type MailServer, startMailServer } from "./testing/mail-server.ts";

const LINK = "http://twohats.test/r/a-personal-link";

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

async function queueOne(aboutId: string | null = null) {
  const fill = await prepareLetter(
    {
      subject: "Your feedback\nis wanted – «Ærlig & klar»",
      paragraphs: ["Hello Inês,", "Please answer by 20 March."],
      action: { label: "Open your list", href: LINK },
      footer: "You get this letter because you were asked.",
    },
    [],
  );
  const letter = fill({});
  const to = { name: "Inês Ødegård", address: "ines@house.test" };
  await inOrganisation(db.platform, admin, (tx) =>
    queueMessages(db.platform, tx, admin, [{ kind: "invitation", aboutId, to, ...letter }]),
  );
  const { rows } = await db.owner.query<{ id: string }>(
    "SELECT id FROM message WHERE organisation_id = $1 ORDER BY id DESC",
    [admin.organisationId],
  );
  return { organisationId: admin.organisationId, messageId: rows[0]!.id };
}

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
  const shown = await inOrganisation(db.platform, admin, (tx) => outbox(tx, admin, ""));
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

test("a worker killed halfway leaves no letter out and sends none twice: what it had sent stays sent", async () => {
  const messages = [];
  for (let count = 0; count < 6; count += 1) messages.push(await queueOne());
  let handed = 0;
  const dying = {
    ...withMail.mailer,
    send: async (letter: Parameters<typeof server.mailer.send>[0]) => {
      handed += 1;
      if (handed > 3) return new Promise<never>(() => {});
      return server.mailer.send(letter);
    },
  };
  // A connection of its own, which is cut as a killed process would cut it.
  const { database, pool, close } = openDatabase(db.appUrl, 2);
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const cut = { ...withMail, database, mailer: dying };
  for (const message of messages.slice(0, 3)) await deliverMessage(cut, message);
  const lost = deliverMessage(cut, messages[3]!).catch((error: unknown) => error);
  await expect.poll(() => handed).toBe(4);
  await db.owner.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle in transaction' AND pid <> pg_backend_pid() AND datname = current_database()",
  );
  for (const message of messages) await deliverMessage(withMail, message);
  expect(server.received).toHaveLength(6);
  const states = await db.owner.query(
    "SELECT DISTINCT state FROM message WHERE organisation_id = $1",
    [admin.organisationId],
  );
  expect(states.rows).toEqual([{ state: "sent" }]);
  void lost;
  await Promise.race([close(), new Promise((resolve) => setTimeout(resolve, 500))]);
});

test("without a mail server a letter is kept, to be read on the outbox page by administrators alone", async () => {
  const message = await queueOne();
  await deliverMessage(db.platform, message);
  expect(await stored()).toMatchObject({ state: "kept", has_html: true });
  const read = (actor: Actor) =>
    inOrganisation(db.platform, actor, async (tx) => ({
      outbox: await outbox(tx, actor, ""),
      letter: await keptMessage(tx, actor, message.messageId),
    }));
  const seen = await read(admin);
  expect(seen.outbox).toMatchObject({
    entries: [{ toAddress: "ines@house.test", state: "kept", hasText: true }],
    total: 1,
  });
  expect(seen.letter?.html).toContain(LINK);
  const nothing = { outbox: { entries: [], total: 0 }, letter: null };
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
  await inOrganisation(db.platform, admin, (tx) => eraseMessagesAbout(tx, cycleId));
  await deliverMessage(withMail, message);
  expect(server.received).toEqual([]);
  expect(await stored()).toMatchObject({
    state: "failed",
    last_error: "too-late",
    has_text: false,
  });
});
