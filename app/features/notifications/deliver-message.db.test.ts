import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Jobs, startJobs } from "~/platform/jobs/jobs.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { deliverMessage } from "./deliver-message.server.ts";
import { eraseMessagesAbout } from "./erase-messages-about.server.ts";
import { queueMessages } from "./queue-messages.server.ts";
import { keptMessage, outbox } from "./reads.server.ts";
import { type MailServer, startMailServer } from "./testing/mail-server.ts";
import { writeLetter } from "./write-letter.server.tsx";

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
  const letter = await writeLetter({
    subject: "Your feedback\nis wanted – «Ærlig & klar»",
    paragraphs: ["Hello Inês,", "Please answer by 20 March."],
    action: { label: "Open your list", href: LINK },
    footer: "You get this letter because you were asked.",
  });
  const to = { name: "Inês Ødegård", address: "ines@house.test" };
  await inOrganisation(db.platform, admin, (tx) =>
    queueMessages(db.platform, tx, admin, [{ kind: "invitation", aboutId, to, ...letter }]),
  );
  const { rows } = await db.owner.query<{ id: string }>(
    "SELECT id FROM message WHERE organisation_id = $1",
    [admin.organisationId],
  );
  return { organisationId: admin.organisationId, messageId: rows[0]!.id };
}

const stored = async () =>
  (
    await db.owner.query(
      "SELECT state, attempts, last_error, html IS NOT NULL AS has_html, plain IS NOT NULL AS has_text, sent_at FROM message WHERE organisation_id = $1",
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

test("a refused letter stays queued with its text, and keeps the code but not the address in it", async () => {
  const message = await queueOne();
  server.refuseWith(451);
  await expect(deliverMessage(withMail, message)).rejects.toThrow();
  expect(await stored()).toMatchObject({
    state: "queued",
    attempts: 1,
    last_error: "451",
    has_html: true,
    has_text: true,
  });
  server.refuseWith(null);
  await deliverMessage(withMail, message);
  expect(server.received).toHaveLength(1);
  expect(await stored()).toMatchObject({ state: "sent", last_error: null });
});

test("with the mail server away, the job is kept to be tried again and nothing is lost", async () => {
  const away = await startMailServer();
  await away.close();
  const platform = { ...db.platform, mailer: away.mailer };
  const jobs: Jobs = await startJobs(db.appUrl, db.platform.log, false);
  await queueOne();
  await jobs.work("send-message", (payload) => deliverMessage(platform, payload));
  const job = async () =>
    (await db.owner.query("SELECT state, output FROM pgboss.job WHERE name = 'send-message'"))
      .rows[0];
  await expect.poll(async () => (await job())?.state, { timeout: 10_000 }).toBe("retry");
  await jobs.stop();
  expect(JSON.stringify((await job()).output)).not.toContain("ines");
  expect(await stored()).toMatchObject({ state: "queued", attempts: 1, last_error: "ESOCKET" });
});

test("after the last try a letter is shown as failed, and its job ends", async () => {
  const message = await queueOne();
  server.refuseWith(550);
  for (let tried = 1; tried < 9; tried += 1)
    await expect(deliverMessage(withMail, message)).rejects.toThrow();
  await expect(deliverMessage(withMail, message)).resolves.toBeUndefined();
  expect(await stored()).toMatchObject({ state: "failed", attempts: 9, last_error: "550" });
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
