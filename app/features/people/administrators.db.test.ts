import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  accountFor,
  addMember,
  appointmentsIn,
  changeOffice,
  officialsOf,
  removeOfficial,
  withdrawAppointment,
} from "~/features/identity/index.server.ts";
import { type AccessLetter, type Actor, OFFICES, type Office } from "~/features/identity/index.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { appointFromDirectory } from "./appoint-from-directory.server.ts";
import { readAccessPage } from "./read-access-page.server.ts";
import { directory } from "./standing-reads.server.ts";
import { setInactive } from "./store.server.ts";
import { createPeople } from "./testing/people.ts";

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let house: TestOrganisation;
let people: Record<"ana" | "bo" | "cy" | "guest" | "mute", string>;
let hr: Actor;
let round = 0;
const told: string[] = [];

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  round += 1;
  told.length = 0;
  house = await createTestOrganisation(db.platform);
  people = await createPeople(db.platform, house, {
    ana: { email: "ana@house.test" },
    bo: { email: "bo@house.test" },
    cy: { email: "cy@house.test" },
    guest: { email: "guest@elsewhere.test", external: true },
    mute: {},
  });
  hr = { ...house.admin, accountId: await member("hr", null, "owner") };
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const parts = () => ({ ...db.platform, directory });
const tell: AccessLetter = async (_platform, _tx, _scope, { email }) => {
  told.push(email);
};
const letters = {
  ...{ owner: tell, admin: tell, analyst: tell },
  ...{ "unit-admin": tell, "unit-analyst": tell },
};
const appoint = (person: string, actor = hr, office: Office = "admin") =>
  appointFromDirectory(parts(), actor, { person, office, units: null }, letters);
const remove = (membershipId: string, actor = hr) => removeOfficial(parts(), actor, membershipId);
const change = (membership: string, office: Office, actor = hr) =>
  changeOffice(parts(), actor, { membership, office, units: null });
const all = () => inOrganisation(db.platform, house, (tx) => officialsOf(tx, house));
const waiting = () => inOrganisation(db.platform, house, (tx) => appointmentsIn(tx, house));
const refused = (reason: string) => ({ ok: false, reason });
const membershipOf = async (name: string) =>
  (await all()).find((each) => each.email === `${name}${round}@house.test`)?.membershipId ?? "";

async function member(name: string, personId: string | null, as: Office | "member") {
  const rights = as === "owner" ? ({ role: "admin", owner: true } as const) : { role: as };
  const email = `${name}${round}@house.test`;
  const account = { email, name, password: "correct horse battery" };
  const accountId = (await accountFor(auth.auth, account)) ?? "";
  await addMember(db.platform, house.organisationId, { accountId, personId, ...rights });
  return accountId;
}

describe("appointing", () => {
  test("someone with an account administers from that moment, is told, and it is known who did it", async () => {
    await member("ana", people.ana, "member");
    expect(await appoint(people.ana)).toEqual({ ok: true, value: "now" });
    expect((await all()).map(({ personId }) => personId)).toEqual([null, people.ana]);
    expect(told).toEqual(["ana@house.test"]);
    const { rows } = await db.owner.query(
      "SELECT role_given_by, role_since FROM membership WHERE person_id = $1",
      [people.ana],
    );
    expect(rows).toEqual([{ role_given_by: hr.accountId, role_since: db.platform.clock.now() }]);
    expect(await appoint(people.ana)).toEqual(refused("already"));
  });

  test("someone without an account does once they open one, unless it was taken back", async () => {
    expect(await appoint(people.bo)).toEqual({ ok: true, value: "with-account" });
    expect(await appoint(people.cy)).toEqual({ ok: true, value: "with-account" });
    expect(await appoint(people.bo)).toEqual(refused("already"));
    expect(await withdrawAppointment(db.platform, hr, people.cy)).toEqual({ ok: true });
    expect(await withdrawAppointment(db.platform, hr, people.cy)).toEqual(refused("unknown"));
    await member("bo", people.bo, "member");
    await member("cy", people.cy, "member");
    expect((await all()).map(({ name }) => name)).toEqual(["hr", "bo"]);
    expect(await waiting()).toEqual([]);
  });

  test("nobody from outside, without an address, inactive, or unknown; and by administrators alone", async () => {
    await inOrganisation(db.platform, house, (tx) =>
      setInactive(tx, house, [people.cy], { since: "2026-03-02", at: db.platform.clock.now() }),
    );
    expect(await appoint(people.guest)).toEqual(refused("unknown"));
    expect(await appoint(people.mute)).toEqual(refused("no-address"));
    expect(await appoint(people.cy)).toEqual(refused("unknown"));
    for (const id of [newId(), "nonsense", ""])
      expect(await appoint(id)).toEqual(refused("unknown"));
    expect(await appoint(people.bo, house.member(people.ana))).toEqual(refused("not-allowed"));
    const elsewhere = await createTestOrganisation(db.platform);
    expect(await appoint(people.bo, elsewhere.admin)).toEqual(refused("unknown"));
    expect(told).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  test("nobody is appointed when the letter can't be queued", async () => {
    const failing = appointFromDirectory(
      parts(),
      hr,
      { person: people.bo, office: "admin", units: null },
      {
        ...letters,
        admin: async () => {
          throw new Error("no letter");
        },
      },
    );
    await expect(failing).rejects.toThrow("no letter");
    expect(await waiting()).toEqual([]);
  });
});

describe("removing", () => {
  test("leaves a person their account, and ends one that is nobody's in the directory", async () => {
    await member("ana", people.ana, "owner");
    expect(await remove(await membershipOf("hr"))).toEqual({ ok: true, value: { self: true } });
    const ana = { ...house.admin, personId: people.ana };
    await member("bo", people.bo, "admin");
    expect(await remove(await membershipOf("bo"), ana)).toEqual({
      ok: true,
      value: { self: false },
    });
    const { rows } = await db.owner.query(
      "SELECT person_id, role, state FROM membership WHERE organisation_id = $1 ORDER BY created_at, id",
      [house.organisationId],
    );
    expect(rows).toEqual([
      { person_id: null, role: "member", state: "ended" },
      { person_id: people.ana, role: "admin", state: "active" },
      { person_id: people.bo, role: "member", state: "active" },
    ]);
  });

  test("never the last one who is in: those who left do not count", async () => {
    expect(await remove(await membershipOf("hr"))).toEqual(refused("last"));
    await member("ana", people.ana, "owner");
    await inOrganisation(db.platform, house, (tx) =>
      setInactive(tx, house, [people.ana], { since: "2026-03-02", at: db.platform.clock.now() }),
    );
    expect(await remove(await membershipOf("hr"))).toEqual(refused("last"));
    expect(await all()).toHaveLength(2);
  });

  test("two who remove each other at once: one of them stays", async () => {
    const anaAccount = await member("ana", people.ana, "owner");
    const ana = { ...house.admin, accountId: anaAccount, personId: people.ana };
    const outcomes = await Promise.all([
      remove(await membershipOf("ana"), hr),
      remove(await membershipOf("hr"), ana),
    ]);
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await all()).toHaveLength(1);
  });

  test("by owners of that organisation alone", async () => {
    await member("ana", people.ana, "admin");
    const membership = await membershipOf("ana");
    const bo: Actor = { ...house.admin, owner: false, personId: people.bo };
    expect(await remove(membership, bo)).toEqual(refused("not-allowed"));
    expect(await remove(membership, house.member(people.bo))).toEqual(refused("not-allowed"));
    const elsewhere = await createTestOrganisation(db.platform);
    expect(await remove(membership, elsewhere.admin)).toEqual(refused("unknown"));
    expect(await remove(newId())).toEqual(refused("unknown"));
  });
});

describe("another office", () => {
  test("ownership is handed over: the other becomes an owner first, then the one steps back", async () => {
    await member("ana", people.ana, "admin");
    const since = (await all()).find(({ personId }) => personId === people.ana)?.since;
    expect(await change(await membershipOf("hr"), "admin")).toEqual(refused("last"));
    expect(await change(await membershipOf("ana"), "owner")).toEqual({
      ok: true,
      value: { self: false },
    });
    expect(await change(await membershipOf("hr"), "admin")).toEqual({
      ok: true,
      value: { self: true },
    });
    expect((await all()).map(({ name, office }) => [name, office])).toEqual([
      ["hr", "admin"],
      ["ana", "owner"],
    ]);
    // Since when somebody administers is what a second person is judged by: a new title does not begin it anew.
    expect((await all()).find(({ personId }) => personId === people.ana)?.since).toEqual(since);
  });

  test("an analyst who is made an administrator has been one from that day alone", async () => {
    await member("ana", people.ana, "analyst");
    db.platform.clock.set(new Date(db.platform.clock.now().getTime() + 86_400_000));
    expect(await change(await membershipOf("ana"), "admin")).toMatchObject({ ok: true });
    const [ana] = (await all()).filter(({ personId }) => personId === people.ana);
    expect(ana).toMatchObject({ since: db.platform.clock.now(), givenBy: hr.accountId });
  });

  test("nobody gives themselves, or others, what is an owner's to give", async () => {
    const accountId = await member("ana", people.ana, "admin");
    await member("bo", people.bo, "analyst");
    const ana: Actor = { ...house.admin, owner: false, accountId, personId: people.ana };
    for (const actor of [ana, { ...ana, role: "analyst" } as const, house.member(people.ana)])
      for (const name of ["ana", "bo", "hr"])
        for (const office of OFFICES)
          expect(await change(await membershipOf(name), office, actor)).toEqual(
            refused("not-allowed"),
          );
    for (const office of OFFICES)
      expect(await appoint(people.cy, ana, office)).toEqual(refused("not-allowed"));
    expect(await withdrawAppointment(db.platform, ana, people.cy)).toEqual(refused("not-allowed"));
    expect(await remove(await membershipOf("bo"), ana)).toEqual(refused("not-allowed"));
    // But what is their own they may lay down.
    expect(await remove(await membershipOf("ana"), ana)).toEqual({
      ok: true,
      value: { self: true },
    });
  });

  test("the same again, an unknown one, and one of another organisation change nothing", async () => {
    await member("ana", people.ana, "admin");
    const elsewhere = await createTestOrganisation(db.platform);
    expect(await change(await membershipOf("ana"), "admin")).toEqual(refused("has-it"));
    expect(await change(newId(), "admin")).toEqual(refused("unknown"));
    expect(await change(await membershipOf("ana"), "analyst", elsewhere.admin)).toEqual(
      refused("unknown"),
    );
    expect((await all()).map(({ office }) => office)).toEqual(["owner", "admin"]);
  });

  test("an appointment waits with its office", async () => {
    expect(await appoint(people.bo, hr, "analyst")).toEqual({ ok: true, value: "with-account" });
    expect(await waiting()).toMatchObject([{ personId: people.bo, office: "analyst" }]);
    await member("bo", people.bo, "member");
    expect((await all()).map(({ office }) => office)).toEqual(["owner", "analyst"]);
  });
});

test("the page shows who is in office and who could be, to administrators alone", async () => {
  await member("ana", people.ana, "admin");
  await appoint(people.bo);
  const page = await readAccessPage(db.platform, hr, "house.test");
  expect(page?.officials.map(({ name, office, self }) => [name, office, self])).toEqual([
    ["hr", "owner", true],
    ["ana", "admin", false],
  ]);
  expect(page?.decides).toBe(true);
  const ana = { ...hr, owner: false };
  expect((await readAccessPage(db.platform, ana, ""))?.decides).toBe(false);
  expect(page?.appointed.map(({ name }) => name)).toEqual(["bo"]);
  expect(page?.candidates?.map(({ name }) => name)).toEqual(["cy"]);
  expect((await readAccessPage(db.platform, hr, ""))?.candidates).toBeNull();
  expect(await readAccessPage(db.platform, house.member(), "")).toBeNull();
});
