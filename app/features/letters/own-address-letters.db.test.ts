import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createMember } from "~/features/identity/testing/member.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { writeAccountLetter } from "./account-letters.server.ts";
import { deliverMessage } from "./deliver-message.server.ts";
import { type MailServer, startMailServer } from "./testing/mail-server.ts";

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let server: MailServer;
let accountId: string;
let organisationId: string;
let old: string;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
  server = await startMailServer();
});
beforeEach(async () => {
  server.received.length = 0;
  ({ organisationId } = await createTestOrganisation(db.platform, "Nord & <Süd>"));
  const member = await createMember(db.platform, auth.auth, organisationId, {
    ...{ name: "ana", role: "member" },
  });
  accountId = member.accountId ?? "";
  const { rows } = await db.owner.query('SELECT "email" FROM auth."user" WHERE "id" = $1', [
    accountId,
  ]);
  old = rows[0].email;
  await db.owner.query("DELETE FROM message");
});
afterAll(async () => {
  await server.close();
  await auth.close();
  await db.close();
});

const wish = (to: string, state = "waiting") =>
  db.owner.query(
    `INSERT INTO auth.address_wish (account_id, id, old_address, new_address, asked_on, wait_days, state)
     VALUES ($1, $2, $3, $4, '2026-03-02', 7, $5)`,
    [accountId, newId(), old, to, state],
  );

/** Writes, sends, and says what arrived. */
async function arrived(about: "address-asked" | "address-confirm" | "address-moved") {
  const platform = { ...db.platform, mailer: server.mailer };
  await writeAccountLetter(platform, { accountId, about });
  const { rows } = await db.owner.query<{ id: string; stored: string }>(
    "SELECT id, m::text AS stored FROM message m ORDER BY id",
  );
  for (const { stored } of rows) expect(stored).not.toContain("/new-address/");
  for (const { id } of rows) await deliverMessage(platform, { organisationId, messageId: id });
  for (const { subject, html, text } of server.received)
    expect(`${subject}${html}${text}`).not.toMatch(/\{\{|\}\}|undefined|letters\.|way-in\.invalid/);
  return server.received.map(({ to, text = "" }) => ({
    to: [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address)),
    text,
  }));
}

test("the old address is told at once, of the new one as much as its owner recognises, with the way to stop it", async () => {
  await wish("nora@new.test");
  const [letter, ...others] = await arrived("address-asked");
  expect(others).toEqual([]);
  expect(letter?.to).toEqual([old]);
  expect(letter?.text).toContain("n…@new.test");
  expect(letter?.text).toContain("10 March 2026");
  expect(letter?.text).toMatch(/http:\/\/twohats\.test\/new-address\/\S+\.\S+/);
});

test("the new address is asked, and a stranger who gets it by mistake learns no name and no other address", async () => {
  await wish("nora@new.test");
  const [letter] = await arrived("address-confirm");
  expect(letter?.to).toEqual(["nora@new.test"]);
  expect(letter?.text).toMatch(/\/new-address\/\S+\.\S+/);
  expect(letter?.text).not.toMatch(/ana/i);
  // Administrators read whom letters went to: this one is in no list of theirs.
  expect((await db.owner.query("SELECT 1 FROM message")).rows).toEqual([]);
});

test("an address that has an account gets no letter, and nobody is told why", async () => {
  const other = await createMember(db.platform, auth.auth, organisationId, {
    ...{ name: "taken", role: "member" },
  });
  const { rows } = await db.owner.query('SELECT "email" FROM auth."user" WHERE "id" = $1', [
    other.accountId,
  ]);
  await wish(rows[0].email);
  expect(await arrived("address-confirm")).toEqual([]);
});

test("done, both are told once, and the wish is forgotten", async () => {
  await wish("nora@new.test", "done");
  expect((await arrived("address-moved")).map(({ to }) => to)).toEqual([["nora@new.test"], [old]]);
  expect(
    (await db.owner.query("SELECT 1 FROM auth.address_wish WHERE account_id = $1", [accountId]))
      .rows,
  ).toEqual([]);
  server.received.length = 0;
  await db.owner.query("DELETE FROM message");
  expect(await arrived("address-moved")).toEqual([]);
});

test("a wish that was stopped, or another one since, leaves a waiting letter without its link: it stays", async () => {
  await wish("nora@new.test");
  await writeAccountLetter(db.platform, { accountId, about: "address-asked" });
  await db.owner.query("DELETE FROM auth.address_wish");
  const platform = { ...db.platform, mailer: server.mailer };
  const { rows } = await db.owner.query<{ id: string }>("SELECT id FROM message");
  for (const { id } of rows) await deliverMessage(platform, { organisationId, messageId: id });
  expect(server.received).toEqual([]);
  const { rows: after } = await db.owner.query("SELECT state, last_error FROM message");
  expect(after).toEqual([{ state: "failed", last_error: "no-link" }]);
});
