import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readInput } from "~/platform/errors/input-problems.ts";
import { refuseInput } from "~/platform/errors/outcome.ts";
import { openTestAuth } from "../../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { accessLinks } from "../access-link.server.ts";
import { addMember } from "../add-member.server.ts";
import type { Actor } from "../domain/actor.ts";
import { holdsOn } from "../hold-reads.server.ts";
import { guestOf, openAccount } from "../open-account.server.ts";
import { organisationStanding } from "../reads.server.ts";
import { presentMemberships } from "../resolve-session.server.ts";
import { setAddressWait, setAddressWaitInput } from "../set-address-wait.server.ts";
import { testDirectory } from "../testing/directory.ts";
import { createMember } from "../testing/member.ts";
import { createTestOrganisation, type TestOrganisation } from "../testing/organisation.ts";
import { addressLetterLink } from "./address-letter-link.server.ts";
import { answerAddressLetter, readAddressLetter } from "./answer-address-letter.server.ts";
import { recordAddressChanges } from "./record-address-changes.server.ts";

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let house: TestOrganisation;
let hera: Actor;
let ana: string;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  at("2026-01-05T12:00:00Z");
  house = await createTestOrganisation(db.platform);
  hera = await createMember(db.platform, auth.auth, house.organisationId, {
    name: "hera",
    role: "admin",
    owner: true,
  });
  ana = newId();
  await db.owner.query(
    "INSERT INTO person (organisation_id, id, name, email, created_at, updated_at) VALUES ($1, $2, 'Ana', 'ana@a.test', now(), now())",
    [house.organisationId, ana],
  );
  at("2026-03-02T12:00:00Z");
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const at = (moment: string) => db.platform.clock.set(new Date(moment));
const parts = () => ({ ...db.platform, directory: testDirectory });
const visitor = { client: "192.0.2.1", cookies: null };

/** What the directory does: another address, another version of the links, and a word to identity, at once. */
async function change(to: string | null, by = hera): Promise<void> {
  await inOrganisation(db.platform, house, async (tx) => {
    const before = await tx
      .selectFrom("person")
      .where("organisationId", "=", house.organisationId)
      .where("id", "=", ana)
      .select("email")
      .executeTakeFirstOrThrow();
    await tx
      .updateTable("person")
      .set((eb) => ({ email: to, linkVersion: eb("linkVersion", "+", 1) }))
      .where("organisationId", "=", house.organisationId)
      .where("id", "=", ana)
      .execute();
    const changed = [{ personId: ana, from: before.email, to }];
    await recordAddressChanges(parts(), tx, by, "import", changed);
  });
}

const held = () =>
  inOrganisation(db.platform, house, async (tx) =>
    (await holdsOn(tx, house, [ana], db.platform.clock.now())).get(ana),
  );
const rows = async () =>
  (
    await db.owner.query(
      "SELECT old_address, new_address, state, wait_days, is_latest, makers_count FROM address_change WHERE person_id = $1 ORDER BY is_latest, id",
      [ana],
    )
  ).rows;

/** A link to open Ana's account, as a letter to this address would have it now; null when none may be sent. */
async function link(email: string): Promise<string | null> {
  return inOrganisation(db.platform, house, async (tx) => {
    const { linkVersion } = await tx
      .selectFrom("person")
      .where("organisationId", "=", house.organisationId)
      .where("id", "=", ana)
      .select("linkVersion")
      .executeTakeFirstOrThrow();
    const guest = { personId: ana, name: "Ana", email, linkVersion, path: "/home" };
    const [made] = await accessLinks(db.platform, tx, house, [guest]);
    return made ?? null;
  });
}
const tokenOf = (made: string | null) => made?.split("/join/")[1] ?? "";
/** What Ana's old address is asked by letter. */
async function question(): Promise<string> {
  const { rows: found } = await db.owner.query<{ id: string }>(
    "SELECT id FROM address_change WHERE person_id = $1 AND is_latest",
    [ana],
  );
  const { organisationId } = house;
  const asked = addressLetterLink(db.platform, { organisationId, changeId: found[0]?.id ?? "" });
  return asked.split("/address/")[1] ?? "";
}
const memberships = async ({ accountId }: Actor) =>
  (await presentMemberships(parts(), accountId)).map(({ personId }) => personId);

describe("while a changed address waits", () => {
  test("no link to an account is made, none opens, and no account is let in as that person", async () => {
    const before = tokenOf(await link("ana@a.test"));
    expect(await guestOf(parts(), before)).not.toBeNull();
    await change("ana@hr.test");
    expect(await link("ana@hr.test")).toBeNull();
    expect(await guestOf(parts(), before)).toBeNull();
    const other = await createMember(
      db.platform,
      auth.auth,
      (await createTestOrganisation(db.platform)).organisationId,
      { name: "other", role: "member" },
    );
    const asAna = { accountId: other.accountId, personId: ana, role: "member" } as const;
    expect(await addMember(db.platform, house.organisationId, asAna)).toBe(false);
    at("2026-03-09T12:00:00Z");
    expect(await guestOf(parts(), tokenOf(await link("ana@hr.test")))).not.toBeNull();
  });

  test("an account from before goes on; one opened since is out with the first word of the owner", async () => {
    const before = await createMember(db.platform, auth.auth, house.organisationId, {
      name: "ana",
      role: "member",
      personId: ana,
    });
    at("2026-03-03T12:00:00Z");
    await change("ana@hr.test");
    expect(await memberships(before)).toEqual([ana]);
    await db.owner.query("DELETE FROM membership WHERE person_id = $1", [ana]);

    at("2026-03-10T12:00:00Z");
    const made = tokenOf(await link("ana@hr.test"));
    const opened = await openAccount(parts(), auth.auth, visitor, made, {
      password: "a long enough password",
    });
    expect(opened.ok).toBe(true);
    const { rows: found } = await db.owner.query<{ account_id: string }>(
      "SELECT account_id FROM membership WHERE person_id = $1",
      [ana],
    );
    const since = { ...before, accountId: found[0]?.account_id ?? "" };
    expect(await memberships(since)).toEqual([ana]);
    expect(await answerAddressLetter(db.platform, await question(), "not-mine")).toMatchObject({
      ok: true,
    });
    expect(await memberships(since)).toEqual([]);
  });
});

describe("what counts as a change", () => {
  test("another spelling does not, and the address it was ends the wait", async () => {
    await change("ANA@a.test");
    expect(await rows()).toEqual([]);
    await change("ana@hr.test");
    expect(await held()).toBeDefined();
    await change("Ana@A.test");
    expect(await held()).toBeUndefined();
    expect(await rows()).toMatchObject([{ state: "returned" }]);
  });

  test("taken out and given anew later, the last one is the one that was theirs", async () => {
    await change(null);
    at("2026-05-01T12:00:00Z");
    await change("ana@hr.test");
    expect(await held()).toMatchObject({ until: new Date("2026-05-08T12:00:00Z") });
    expect(await rows()).toMatchObject([
      { old_address: "ana@a.test", new_address: null, state: "passed", is_latest: false },
      { old_address: "ana@a.test", new_address: "ana@hr.test", state: "waiting" },
    ]);
  });

  test("the first address of somebody with an account does: the account's is the one that is theirs", async () => {
    await db.owner.query("UPDATE person SET email = NULL WHERE id = $1", [ana]);
    await createMember(db.platform, auth.auth, house.organisationId, {
      name: "ana",
      role: "member",
      personId: ana,
    });
    await change("ana@hr.test");
    const [row] = await rows();
    expect(row?.old_address).toMatch(/^ana\..*@accounts\.test$/);
    expect(await held()).toBeDefined();
  });

  test("the first address of somebody without one does not", async () => {
    await db.owner.query("UPDATE person SET email = NULL WHERE id = $1", [ana]);
    await change("ana@a.test");
    expect(await rows()).toEqual([]);
  });
});

describe("how long it waits", () => {
  const wait = async (days: unknown, actor = hera) => {
    const read = readInput(setAddressWaitInput, { days });
    return read.ok ? setAddressWait(db.platform, actor, read.value) : read;
  };

  test("as the organisation chose: longer at once, shorter once the wait before has passed", async () => {
    expect(await wait(14)).toEqual({ ok: true });
    await change("ana@b.test");
    expect(await wait(3)).toEqual({ ok: true });
    await change("ana@c.test");
    at("2026-03-16T12:00:00Z");
    await change("ana@d.test");
    expect((await rows()).map((row) => row.wait_days)).toEqual([14, 14, 3]);
  });

  test("chosen again and again, a shorter one comes no sooner", async () => {
    await wait(30);
    for (const days of [3, 7, 3]) await wait(days);
    await change("ana@b.test");
    expect(await rows()).toMatchObject([{ wait_days: 30 }]);
  });

  test("by administrators alone, and never less than three days", async () => {
    for (const days of [2, 0, -3, 7.5, "7", "", null, 60])
      expect(await wait(days)).toEqual(refuseInput({ field: "days", code: "unknown" }));
    expect(await wait(3, house.member())).toEqual({ ok: false, reason: "not-allowed" });
    const standing = await inOrganisation(db.platform, house, (tx) =>
      organisationStanding(tx, house),
    );
    expect(standing.addressWait).toEqual({ days: 7, before: null, since: null });
  });
});

test("looking at the letter's page changes nothing, and shows what its owner recognises", async () => {
  await change("ana.new@hr.test");
  const token = await question();
  const view = await readAddressLetter(db.platform, token);
  expect(view).toMatchObject({ to: "a…@hr.test", changedOn: "2026-03-02", state: "waiting" });
  expect(await readAddressLetter(db.platform, token)).toEqual(view);
  expect(await rows()).toMatchObject([{ state: "waiting" }]);
  at("2026-05-02T12:00:00Z");
  expect(await readAddressLetter(db.platform, token), "after sixty days").toBeNull();
});

test("whoever changes addresses makes one of two only when long in office", async () => {
  await change("ana@b.test");
  const operator = { ...hera, accountId: "operator" };
  await change("ana@c.test", operator);
  expect((await rows()).map((row) => row.makers_count)).toEqual([true, false]);
});
