import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { deliverMessage } from "./deliver-message.server.ts";
import { eraseMessagesAbout } from "./erase-messages-about.server.ts";
import { type MailServer, startMailServer } from "./testing/mail-server.ts";
import { type Order, queueLetter } from "./testing/queued-letter.ts";
import { withdrawMessages } from "./withdrawn-store.server.ts";

/** So short that a test can wait for it to run out, in seconds. */
const BRIEF = 0.4;

let db: TestDatabase;
let server: MailServer;
let other: Platform;
let admin: Actor;
let message: Order;
let cycleId: string;

beforeAll(async () => {
  db = await createTestDatabase();
  server = await startMailServer();
  other = { ...db.platform, mailer: server.mailer };
});
beforeEach(async () => {
  admin = (await createTestOrganisation(db.platform)).admin;
  cycleId = newId();
  message = await queueLetter(db.platform, admin, cycleId);
  server.received.length = 0;
  server.refuseWith(null);
  await db.owner.query("DELETE FROM pgboss.job");
});
afterAll(async () => {
  await server.close();
  await db.close();
});

/** A process whose mail server answers when the test says so. One that is never told is as good as killed. */
async function sending(delivery?: { claimSeconds: number }) {
  const { promise: answer, resolve: yes, reject: no } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const mailer = {
    ...server.mailer,
    send: () => {
      begin();
      return answer;
    },
  };
  const done = deliverMessage({ ...db.platform, mailer }, message, delivery);
  await begun;
  return {
    says: async (code: "yes" | number) => {
      if (code === "yes") yes();
      else no(Object.assign(new Error("not now"), { command: "DATA", responseCode: code }));
      await done;
    },
  };
}

const stored = async () => {
  const { rows } = await db.owner.query(
    "SELECT state, attempts, last_error, html IS NOT NULL OR plain IS NOT NULL AS has_text, claim_id IS NOT NULL AS claimed FROM message WHERE id = $1",
    [message.messageId],
  );
  return rows[0];
};
const jobs = async () =>
  (
    await db.owner.query<{ start_after: Date }>(
      "SELECT start_after FROM pgboss.job WHERE name = 'send-message' ORDER BY start_after",
    )
  ).rows;
const claimEnds = async () =>
  (
    await db.owner.query<{ at: Date }>("SELECT claimed_until AS at FROM message WHERE id = $1", [
      message.messageId,
    ])
  ).rows[0]!.at;
const runOut = () => new Promise((resolve) => setTimeout(resolve, BRIEF * 1_000 + 50));
const erase = () =>
  inOrganisation(db.platform, admin, (tx) => eraseMessagesAbout(tx, admin, cycleId));
const withdraw = async () => {
  await db.owner.query("UPDATE message SET kind = 'reminder' WHERE id = $1", [message.messageId]);
  await inOrganisation(db.platform, admin, (tx) =>
    withdrawMessages(tx, admin, "reminder", { about: cycleId }),
  );
};

describe("while a letter is being sent", () => {
  test("it is its sender's: another worker sends nothing, and comes again when the claim has run out", async () => {
    const sender = await sending();
    await deliverMessage(other, message);
    expect(server.received).toEqual([]);
    expect(await jobs()).toEqual([{ start_after: await claimEnds() }]);
    expect((await claimEnds()).getTime()).toBeGreaterThan(Date.now() + 4 * 60_000);
    await sender.says("yes");
    await deliverMessage(other, message);
    expect(server.received).toEqual([]);
    expect(await stored()).toMatchObject({ state: "sent", has_text: false, claimed: false });
  });

  test("no transaction and no row is held open", async () => {
    const sender = await sending();
    const { rows } = await db.owner.query(
      "SELECT state FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'",
    );
    expect(rows).toEqual([]);
    await db.owner.query("SELECT FROM message WHERE id = $1 FOR UPDATE NOWAIT", [
      message.messageId,
    ]);
    await sender.says("yes");
  });

  test("whoever changes its row this moment keeps no worker waiting, and the letter is not forgotten", async () => {
    const holder = await db.owner.connect();
    await holder.query("BEGIN");
    await holder.query("SELECT FROM message WHERE id = $1 FOR UPDATE", [message.messageId]);
    await deliverMessage(other, message);
    await holder.query("ROLLBACK");
    holder.release();
    expect(server.received).toEqual([]);
    expect(await jobs()).toHaveLength(1);
    await deliverMessage(other, message);
    expect(server.received).toHaveLength(1);
  });
});

describe("when its sender was killed", () => {
  test("another sends it once the claim has run out, and only then", async () => {
    await sending({ claimSeconds: BRIEF });
    await deliverMessage(other, message);
    expect(server.received).toEqual([]);
    await runOut();
    await Promise.all([deliverMessage(other, message), deliverMessage(other, message)]);
    expect(server.received).toHaveLength(1);
    expect(await stored()).toMatchObject({ state: "sent", attempts: 2 });
  });

  test("and its text was erased meanwhile, it is too late", async () => {
    await sending({ claimSeconds: BRIEF });
    await erase();
    expect(await stored()).toMatchObject({ state: "sending", has_text: false });
    await runOut();
    await deliverMessage(other, message);
    expect(server.received).toEqual([]);
    expect(await stored()).toMatchObject({ state: "failed", last_error: "too-late" });
  });

  test.each([["erased", erase] as const, ["taken back", withdraw] as const])(
    "and the claim has run out, it is %s like one that waits; a late yes brings nothing back",
    async (_, end) => {
      const sender = await sending({ claimSeconds: BRIEF });
      await runOut();
      await end();
      const over = { state: "failed", last_error: "too-late", has_text: false, claimed: false };
      expect(await stored()).toMatchObject(over);
      await sender.says("yes");
      expect(await stored()).toMatchObject(over);
    },
  );
});

describe("a yes that comes after the claim has run out", () => {
  test("counts while nobody else took the letter", async () => {
    const sender = await sending({ claimSeconds: BRIEF });
    await runOut();
    await sender.says("yes");
    await deliverMessage(other, message);
    expect(server.received).toEqual([]);
    expect(await stored()).toMatchObject({ state: "sent", has_text: false });
  });

  test("ends the tries of whoever took it over: it waits for no other", async () => {
    const sender = await sending({ claimSeconds: BRIEF });
    await runOut();
    server.refuseWith(451);
    await deliverMessage(other, message);
    expect(await stored()).toMatchObject({ state: "queued", last_error: "451" });
    await sender.says("yes");
    expect(await stored()).toMatchObject({ state: "sent", last_error: null, has_text: false });
    server.refuseWith(null);
    await deliverMessage(other, message);
    expect(server.received).toEqual([]);
  });

  test("stands against the no of whoever took it over", async () => {
    const first = await sending({ claimSeconds: BRIEF });
    await runOut();
    const second = await sending();
    await first.says("yes");
    await second.says(451);
    expect(await stored()).toMatchObject({ state: "sent", last_error: null });
    expect(await jobs()).toEqual([]);
  });
});

test("a no that comes after another took the letter over changes nothing", async () => {
  const first = await sending({ claimSeconds: BRIEF });
  await runOut();
  const second = await sending();
  await first.says(451);
  expect(await stored()).toMatchObject({ state: "sending", claimed: true });
  expect(await jobs()).toEqual([]);
  await second.says("yes");
  expect(await stored()).toMatchObject({ state: "sent" });
});

describe.each([
  ["erased", erase],
  ["taken back", withdraw],
] as const)("%s while it is being sent", (_, end) => {
  test("its text is gone at once, and it counts as sent when it was taken", async () => {
    const sender = await sending();
    await end();
    expect(await stored()).toMatchObject({ state: "sending", has_text: false });
    await sender.says("yes");
    expect(await stored()).toMatchObject({ state: "sent", last_error: null, has_text: false });
  });

  test("it is not tried again when it was not taken", async () => {
    const sender = await sending();
    await end();
    await sender.says(451);
    expect(await stored()).toMatchObject({ state: "failed", last_error: "too-late" });
    expect(await jobs()).toEqual([]);
    await deliverMessage(other, message);
    expect(server.received).toEqual([]);
  });
});

test("that it was sent is noted although the database was away for a moment", async () => {
  const sender = await sending();
  await db.owner.query("ALTER TABLE message RENAME TO message_away");
  const said = sender.says("yes");
  await new Promise((resolve) => setTimeout(resolve, 200));
  await db.owner.query("ALTER TABLE message_away RENAME TO message");
  await said;
  expect(await stored()).toMatchObject({ state: "sent", attempts: 1, has_text: false });
});
