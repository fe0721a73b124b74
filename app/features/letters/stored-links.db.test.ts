import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { recordAddressChanges } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { createMember } from "~/features/identity/testing/member.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { directory, peopleByIds } from "~/features/people/index.server.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { accessLetters } from "./access-letters.server.ts";
import { writeAccountLetter } from "./account-letters.server.ts";
import { queueSettledLetters, tellOfAddresses } from "./address-letters.server.ts";
import { deliverMessage } from "./deliver-message.server.ts";
import { keptMessage } from "./reads.server.ts";
import { type MailServer, startMailServer } from "./testing/mail-server.ts";
import { wakeLetters } from "./wake-letters.server.ts";

// Whoever reads the database, or a copy of it, and has not the server's secret, finds no link that opens an account.

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let server: MailServer;
let house: TestOrganisation;
let people: Record<"ines" | "jens", string>;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
  server = await startMailServer();
});
beforeEach(async () => {
  await db.owner.query("DELETE FROM message");
  server.received.length = 0;
  house = await createTestOrganisation(db.platform, "Nord");
  people = await createPeople(db.platform, house, {
    ines: { name: "Inês <Æ>", email: "ines@old.test", language: "en" },
    jens: { name: "Jens", email: "jens@old.test", language: "de" },
  });
});
afterAll(async () => {
  await server.close();
  await auth.close();
  await db.close();
});

const person = async (id: string) => {
  const [found] = await inOrganisation(db.platform, house, (tx) => peopleByIds(tx, house, [id]));
  if (!found?.email) throw new Error("nobody");
  return { ...found, email: found.email };
};

/** Every letter with a way in, waiting. */
async function queueAll(): Promise<void> {
  const ines = await person(people.ines);
  const jens = await person(people.jens);
  await inOrganisation(db.platform, house, async (tx) => {
    const { appointment, ...others } = accessLetters;
    for (const letter of [...Object.values(appointment), ...Object.values(others)])
      await letter(db.platform, tx, house, { ...ines, personId: ines.id });
    await queueSettledLetters(db.platform, tx, house, [ines]);
    const parts = { ...db.platform, directory };
    await recordAddressChanges(parts, tx, house.admin, "import", [
      { personId: jens.id, from: jens.email, to: "jens@new.test" },
    ]);
  });
  await tellOfAddresses(db.platform, house);
  const { accountId } = await createMember(db.platform, auth.auth, house.organisationId, {
    ...{ name: "ana", role: "member" },
  });
  const demonstration = { ...db.platform, mailer: { kind: "outbox" } as const };
  await writeAccountLetter(demonstration, { accountId: accountId ?? "", about: "forgotten" });
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
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["message", "pgboss.job", 'auth."user"']),
  );
  return texts.join("\n");
}

/** What every signed link of ours has: claims, and 32 bytes of signature. */
const SIGNED = /eyJ[\w-]+\.[\w-]{43}/;
const OPENING = /\/(join|address|new-password)\//;

const messages = async () =>
  (
    await db.owner.query<{ id: string; kind: string; state: string; last_error: string | null }>(
      "SELECT id, kind, state, last_error FROM message ORDER BY id",
    )
  ).rows;

async function deliverAll(): Promise<void> {
  const platform = { ...db.platform, mailer: server.mailer };
  for (const { id } of await messages())
    await deliverMessage(platform, { organisationId: house.organisationId, messageId: id });
}

test("no table holds a link that opens an account while letters wait, are kept, come back or are given up", async () => {
  await queueAll();
  const kinds = (await messages()).map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual(
    [
      ...["address-changed", "address-settled", "joining", "new-password"],
      ...["appointment", "appointment-analyst", "appointment-owner"],
      ...["appointment-units", "appointment-analyst-units"],
    ].toSorted(),
  );
  const looked = async (when: string) => {
    const all = await everything();
    expect(all, when).toContain("ines@old.test");
    expect(SIGNED.exec(all)?.[0], when).toBeUndefined();
    expect(OPENING.exec(all)?.[0], when).toBeUndefined();
  };
  await looked("queued");
  const { organisationId } = house;
  for (const { id } of await messages())
    await deliverMessage(
      { ...db.platform, mailer: { kind: "none" } },
      { organisationId, messageId: id },
    );
  await looked("without a mail server");
  server.refuseWith(451);
  await deliverAll();
  await looked("refused for now");
  await db.owner.query("UPDATE message SET state = 'failed', last_error = '451'");
  await looked("given up");
  server.refuseWith(null);
  await db.owner.query("UPDATE message SET state = 'queued', last_error = NULL");
  await deliverAll();
  await looked("sent");
  expect((await messages()).map(({ state }) => state)).toEqual(kinds.map(() => "sent"));
});

test("a letter leaves with its link, made then: it is good for sixty days from that day", async () => {
  await queueAll();
  db.platform.clock.set(new Date("2026-04-20T12:00:00Z"));
  await deliverAll();
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  const joining = server.received.find(({ text }) => text?.includes("/join/"));
  const [, body = ""] = /\/join\/([\w-]+)\./.exec(joining?.text ?? "") ?? [];
  expect(JSON.parse(Buffer.from(body, "base64url").toString())).toMatchObject({
    ...{ personId: people.ines, email: "ines@old.test", name: "Inês <Æ>", next: "/home" },
    until: "2026-06-19T12:00:00.000Z",
  });
  // One for each office, and each of the others.
  expect(server.received).toHaveLength(9);
  for (const mail of server.received) {
    expect(mail.text).toMatch(/http:\/\/twohats\.test\/(join|address|new-password)\/\S{40}/);
    expect(mail.html).toMatch(/href="http:\/\/twohats\.test\/(join|address|new-password)\//);
    expect(`${mail.text}${mail.html}`).not.toContain("way-in.invalid");
  }
});

test("whose address was changed while a letter waited gets no link to the old one, and the outbox says why", async () => {
  const ines = await person(people.ines);
  await inOrganisation(db.platform, house, async (tx) => {
    await accessLetters.joining(db.platform, tx, house, { ...ines, personId: ines.id });
    await recordAddressChanges({ ...db.platform, directory }, tx, house.admin, "import", [
      { personId: ines.id, from: ines.email, to: "ines@new.test" },
    ]);
  });
  await deliverAll();
  expect(server.received).toEqual([]);
  expect(await messages()).toMatchObject([
    { kind: "joining", state: "failed", last_error: "no-link" },
  ]);
  const { rows } = await db.owner.query("SELECT html, plain, way FROM message");
  expect(rows).toEqual([{ html: null, plain: null, way: null }]);
});

test("whoever has an account by the time their letter leaves is led to the page itself", async () => {
  const ines = await person(people.ines);
  await inOrganisation(db.platform, house, (tx) =>
    accessLetters.joining(db.platform, tx, house, { ...ines, personId: ines.id }),
  );
  await createMember(db.platform, auth.auth, house.organisationId, {
    ...{ name: "ines", role: "member", personId: ines.id },
  });
  await deliverAll();
  expect(server.received[0]?.text).toContain("http://twohats.test/home");
  expect(server.received[0]?.text).not.toContain("/join/");
});

test("what somebody writes in the place of a link is their own link at most, and none in a letter without one", async () => {
  await inOrganisation(db.platform, house, (tx) =>
    accessLetters.joining(db.platform, tx, house, {
      ...{ personId: people.ines, name: "https://way-in.invalid/", email: "ines@old.test" },
      ...{ linkVersion: 0, language: null },
    }),
  );
  await deliverAll();
  const links = [...(server.received[0]?.text ?? "").matchAll(/\/join\/([\w-]+)\./g)];
  const opened = links.map(([, body = ""]) =>
    JSON.parse(Buffer.from(body, "base64url").toString()),
  );
  expect(new Set(opened.map(({ personId }) => personId))).toEqual(new Set([people.ines]));
});

test("the demonstration's administrators see a letter with its link, and nobody else does", async () => {
  await queueAll();
  await wakeLetters(db.platform);
  const { organisationId, admin } = house;
  for (const { id } of await messages())
    await deliverMessage(db.platform, { organisationId, messageId: id });
  const see = (id: string, actor: Actor, mailer = db.platform.mailer) =>
    inOrganisation(db.platform, actor, (tx) =>
      keptMessage({ ...db.platform, mailer }, tx, actor, id),
    );
  for (const { id, kind, state } of await messages()) {
    expect([kind, state]).toEqual([kind, "kept"]);
    expect((await see(id, admin))?.html, kind).toMatch(
      /href="http:\/\/twohats\.test\/(join|address|new-password)\/eyJ/,
    );
    expect(await see(id, house.member()), kind).toBeNull();
    expect(await see(id, admin, { kind: "none" }), kind).toBeNull();
  }
});
