import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createMember } from "~/features/identity/testing/member.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Mailer } from "~/platform/mail/mailer.server.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { writeAccountLetter } from "./account-letters.server.ts";
import { deliverMessage } from "./deliver-message.server.ts";
import { keptMessage } from "./reads.server.ts";

type Sent = Parameters<Extract<Mailer, { kind: "smtp" }>["send"]>[0];

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let accountId: string;
let sent: Sent[];

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  sent = [];
  const { organisationId } = await createTestOrganisation(db.platform);
  const member = await createMember(db.platform, auth.auth, organisationId, {
    ...{ name: "ana", role: "member" },
  });
  accountId = member.accountId;
  await db.owner.query("DELETE FROM message");
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const smtp = (send: (letter: Sent) => Promise<void>): Mailer => ({
  ...{ kind: "smtp", send, close: () => undefined },
});
const taking = smtp(async (letter) => {
  sent.push(letter);
});
const write = (mailer: Mailer, about: "forgotten" | "changed" = "forgotten", whose = accountId) =>
  writeAccountLetter({ ...db.platform, mailer }, { accountId: whose, about });
/** Everything the database holds of letters and jobs, as text. */
const stored = async () =>
  JSON.stringify([
    (await db.owner.query("SELECT * FROM message")).rows,
    (await db.owner.query("SELECT data, output FROM pgboss.job")).rows,
  ]);
const refused = (responseCode: number, response: string) =>
  smtp(async () => {
    throw Object.assign(new Error(response), { command: "RCPT TO", responseCode, response });
  });

test("whoever reads the database finds no link to a new password: it goes to the mail server at once", async () => {
  await write(taking);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.text).toMatch(/\/new-password\/\S+\.\S+/);
  expect(sent[0]?.to.address).toMatch(/^ana\./);
  expect(await stored()).not.toContain("/new-password/");
  expect((await db.owner.query("SELECT 1 FROM message")).rows).toEqual([]);
});

test("what the mail server does not take is tried again with another link, and no error repeats the address", async () => {
  const busy = refused(451, `4.3.0 <ana@accounts.test> try later`);
  await expect(write(busy)).rejects.toThrow(/^a letter about an account was not taken: 451$/);
  expect(await stored()).not.toContain("/new-password/");
});

test("an address that is none is not tried again, and a server without mail stores nothing", async () => {
  await write(refused(550, "550 5.1.1 no such user"));
  await write({ kind: "none" });
  expect((await db.owner.query("SELECT 1 FROM message")).rows).toEqual([]);
});

test("the demonstration shows it, as it shows all of its letters", async () => {
  await write({ kind: "outbox" });
  const { rows } = await db.owner.query("SELECT id, organisation_id FROM message");
  const [{ id, organisation_id: organisationId }] = rows;
  await deliverMessage(db.platform, { organisationId, messageId: id });
  expect(await stored()).not.toContain("/new-password/");
  const admin: Actor = { organisationId, accountId, personId: null, role: "admin" };
  const shown = await inOrganisation(db.platform, admin, (tx) =>
    keptMessage(db.platform, tx, admin, id),
  );
  expect(shown?.html).toContain("http://twohats.test/new-password/");
});

test("that a password was changed is a letter as any other, and opens nothing", async () => {
  await write(taking, "changed");
  expect(sent).toEqual([]);
  const { rows } = await db.owner.query("SELECT kind, plain FROM message");
  expect(rows).toMatchObject([{ kind: "password-changed" }]);
  expect(rows[0].plain).not.toContain("/new-password/");
});

test("about no account nothing is written", async () => {
  for (const about of ["forgotten", "changed"] as const)
    await write(taking, about, "0198aaaa-0000-7000-8000-000000000000");
  expect(sent).toEqual([]);
  expect((await db.owner.query("SELECT 1 FROM message")).rows).toEqual([]);
});
