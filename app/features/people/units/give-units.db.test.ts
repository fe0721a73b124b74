import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  accountFor,
  addMember,
  administratorsOf,
  appointmentsIn,
  changeOffice,
  officialsOf,
} from "~/features/identity/index.server.ts";
import type { AccessLetter, Actor } from "~/features/identity/index.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { openTestAuth } from "../../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { readAccessPage } from "../read-access-page.server.ts";
import { directory } from "../standing-reads.server.ts";
import { createPeople } from "../testing/people.ts";
import { giveUnits } from "./give-units.server.ts";
import { readUnitsPage } from "./units-page.server.ts";

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let house: TestOrganisation;
let owner: Actor;
let people: Record<"ana" | "bo" | "gone", string>;
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
    ana: { email: "ana@house.test", department: "Fleet" },
    bo: { email: "bo@house.test", department: "Port" },
    gone: { email: "gone@house.test", department: "Museum", status: "inactive" },
  });
  owner = {
    ...house.admin,
    accountId: await member("owner", null, { role: "admin", owner: true }),
  };
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const parts = () => ({ ...db.platform, directory });
const letter =
  (word: string): AccessLetter =>
  async () => {
    told.push(word);
  };
const letters = {
  ...{ owner: letter("owner"), admin: letter("admin"), analyst: letter("analyst") },
  ...{ "unit-admin": letter("unit-admin"), "unit-analyst": letter("unit-analyst") },
};
const all = () => inOrganisation(db.platform, house, (tx) => officialsOf(tx, house));
const refused = (reason: string) => ({ ok: false, reason });
const give = async (
  whose: { person: string } | { membership: string },
  ticked: string[],
  { shown = ticked, office = "admin" as "admin" | "analyst", actor = owner, seen = "" } = {},
) => {
  const asked = { ...whose, office, shown, unit: ticked };
  return giveUnits(parts(), actor, { ...asked, seen: seen || (await standingOf(whose)) }, letters);
};
/** As the page has it that is loaded now. */
const standingOf = async (whose: { person: string } | { membership: string }) =>
  (await readUnitsPage(db.platform, owner, { ...whose, search: "", page: 1 }))?.seen ?? "";

type Given = { role: "admin" | "analyst" | "member"; owner?: boolean };

async function member(name: string, personId: string | null, rights: Given): Promise<string> {
  const email = `${name}${round}@house.test`;
  const account = { email, name, password: "correct horse battery" };
  const accountId = (await accountFor(auth.auth, account)) ?? "";
  await addMember(db.platform, house.organisationId, { accountId, personId, ...rights });
  return accountId;
}

const officialCalled = async (name: string) => {
  const found = (await all()).find((each) => each.name === name);
  if (!found) throw new Error(`${name} is not in office`);
  return found;
};

describe("giving an office for units", () => {
  test("to somebody with an account at once, and to others with their account; each is told of their kind of office", async () => {
    await member("ana", people.ana, { role: "member" });
    expect(await give({ person: people.ana }, ["Port", "Fleet", "Port"])).toMatchObject({
      value: { said: "appointed" },
    });
    expect(await give({ person: people.bo }, ["Fleet"], { office: "analyst" })).toMatchObject({
      value: { said: "invited" },
    });
    expect(told).toEqual(["unit-admin", "unit-analyst"]);
    const waiting = await inOrganisation(db.platform, house, (tx) => appointmentsIn(tx, house));
    expect(waiting.map(({ office, units }) => [office, units])).toEqual([["analyst", ["Fleet"]]]);
    await member("bo", people.bo, { role: "member" });
    expect((await all()).map(({ name, office, units }) => [name, office, units])).toEqual([
      ["owner", "owner", null],
      ["ana", "admin", ["Fleet", "Port"]],
      ["bo", "analyst", ["Fleet"]],
    ]);
  });

  test("ticks of one page keep what stands on others; a unit that emptied stays until it is taken off", async () => {
    await member("ana", people.ana, { role: "member" });
    await give({ person: people.ana }, ["Fleet"]);
    const { membershipId: membership } = await officialCalled("ana");
    expect(await give({ membership }, ["Port"])).toMatchObject({ ok: true });
    expect((await officialCalled("ana")).units).toEqual(["Fleet", "Port"]);
    await db.owner.query("UPDATE person SET department = 'Harbour' WHERE id = $1", [people.bo]);
    const page = await readUnitsPage(db.platform, owner, { membership, search: "", page: 1 });
    expect(page?.chosen).toEqual([
      { name: "Fleet", people: 1 },
      { name: "Port", people: 0 },
    ]);
    expect(page?.others).toEqual([{ name: "Harbour", people: 1 }]);
    const access = await readAccessPage(parts(), owner, "");
    expect(access?.officials.find(({ name }) => name === "ana")?.units).toEqual(page?.chosen);
    expect(await give({ membership }, ["Port"], { shown: ["Fleet", "Port"] })).toMatchObject({
      ok: true,
    });
    expect((await officialCalled("ana")).units).toEqual(["Port"]);
  });

  test("a page that was open meanwhile gives nothing back: neither a unit, nor an office, nor the whole", async () => {
    await member("ana", people.ana, { role: "member" });
    await give({ person: people.ana }, ["Fleet", "Port"]);
    const { membershipId: membership } = await officialCalled("ana");
    const seen = await standingOf({ membership });
    await give({ membership }, ["Fleet"], { shown: ["Fleet", "Port"] });
    // Port was taken off in another tab, and this one would keep what it does not show.
    expect(await give({ membership }, ["Fleet"], { office: "analyst", seen })).toEqual(
      refused("changed"),
    );
    const analyst = await standingOf({ membership });
    await give({ membership }, ["Fleet"], { office: "analyst" });
    expect(await give({ membership }, ["Port"], { seen: analyst })).toEqual(refused("changed"));
    await changeOffice(parts(), owner, { membership, office: "admin", units: null });
    for (const stale of [seen, analyst, "none"])
      expect(await give({ membership }, ["Port"], { seen: stale })).toEqual(refused("changed"));
    expect(await officialCalled("ana")).toMatchObject({ office: "admin", units: null });
    // Under the lock, too, where it changed after the page was compared.
    const asked = { membership, office: "analyst", units: ["Port"], seen } as const;
    expect(await changeOffice(parts(), owner, asked)).toEqual(refused("changed"));
    const now = await standingOf({ membership });
    const two = ["Fleet", "Port"].map((unit) => give({ membership }, [unit], { seen: now }));
    expect((await Promise.all(two)).map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  test("what is recorded tells a limit that was set, changed or lifted, by counts", async () => {
    await member("ana", people.ana, { role: "member" });
    await give({ person: people.ana }, ["Fleet"]);
    const { membershipId: membership } = await officialCalled("ana");
    await give({ membership }, ["Fleet", "Port"]);
    await changeOffice(parts(), owner, { membership, office: "admin", units: null });
    await give({ membership }, ["Port"], { office: "analyst" });
    const { rows } = await db.owner.query(
      `SELECT detail FROM audit_record WHERE organisation_id = $1 AND action = 'administrator.office-changed'`,
      [house.organisationId],
    );
    const details = rows.map(({ detail }) => JSON.stringify(detail, Object.keys(detail).sort()));
    expect(details.toSorted()).toEqual(
      [
        { from: "unit-admin", to: "unit-admin", units: 2, unitsBefore: 1 },
        { from: "unit-admin", to: "admin", unitsBefore: 2 },
        { from: "admin", to: "unit-analyst", units: 1 },
      ]
        .map((detail) => JSON.stringify(detail))
        .toSorted(),
    );
  });

  test("never without a unit, never for one that is not there, and twice is once", async () => {
    await member("ana", people.ana, { role: "member" });
    for (const [ticked, reason] of [
      [[], "no-unit"],
      [["Museum"], "no-such-unit"],
      [["fleet"], "no-such-unit"],
    ] as const)
      expect(await give({ person: people.ana }, [...ticked])).toEqual(refused(reason));
    await give({ person: people.ana }, ["Fleet"]);
    const { membershipId: membership } = await officialCalled("ana");
    expect(await give({ membership }, [], { shown: ["Fleet"] })).toEqual(refused("no-unit"));
    expect(await give({ membership }, ["Fleet"])).toEqual(refused("has-it"));
    expect((await officialCalled("ana")).units).toEqual(["Fleet"]);
  });

  test("by owners alone: not by HR, not by whoever is limited, and not for themselves", async () => {
    await member("ana", people.ana, { role: "member" });
    await give({ person: people.ana }, ["Fleet"]);
    const ana = await officialCalled("ana");
    const limited: Actor = {
      ...{ organisationId: house.organisationId, accountId: ana.accountId, personId: people.ana },
      ...{ role: "unit-admin", units: ["Fleet"] },
    };
    const hr: Actor = { ...house.admin, owner: false };
    for (const actor of [limited, hr, house.member(people.bo)]) {
      const whose = { membership: ana.membershipId };
      expect(await give(whose, ["Port"], { actor })).toEqual(refused("not-allowed"));
      expect(await give({ person: people.bo }, ["Port"], { actor })).toEqual(
        refused("not-allowed"),
      );
      const wanted = { ...whose, search: "", page: 1 };
      expect(await readUnitsPage(db.platform, actor, wanted)).toBeNull();
    }
    expect(await readAccessPage(parts(), limited, "")).toBeNull();
    expect((await officialCalled("ana")).units).toEqual(["Fleet"]);
  });

  test("the last owner is not limited, and whoever is limited is no second administrator, nor one at once when no longer", async () => {
    const own = await officialCalled("owner");
    expect(await give({ membership: own.membershipId }, ["Fleet"])).toEqual(refused("last"));
    await member("ana", people.ana, { role: "member" });
    await give({ person: people.ana }, ["Fleet"]);
    const since = (await officialCalled("ana")).since;
    const administrators = () =>
      inOrganisation(db.platform, house, async (tx) =>
        (await administratorsOf(tx, house)).map(({ name }) => name),
      );
    expect(await administrators()).toEqual(["owner"]);
    db.platform.clock.set(new Date(since.getTime() + 90 * 86_400_000));
    const { membershipId: membership } = await officialCalled("ana");
    await give({ membership }, ["Port"]);
    expect((await officialCalled("ana")).since).toEqual(since);
    await changeOffice(parts(), owner, { membership, office: "admin", units: null });
    expect(await administrators()).toEqual(["owner", "ana"]);
    expect((await officialCalled("ana")).since).toEqual(db.platform.clock.now());
    db.platform.clock.set(since);
  });

  test("thousands of units are searched and looked through page by page", async () => {
    await db.owner.query(
      `INSERT INTO person (organisation_id, id, name, department, status, created_at, updated_at)
       SELECT $1, gen_random_uuid(), 'P' || n, 'Unit ' || n, 'active', now(), now() FROM generate_series(1, 2000) n`,
      [house.organisationId],
    );
    const at = (search: string, page: number) =>
      readUnitsPage(db.platform, owner, { person: people.ana, search, page });
    expect(await at("", 41)).toMatchObject({ page: 41, pages: 41 });
    expect((await at("", 99))?.page).toBe(41);
    expect((await at("unit 1999", 1))?.others).toEqual([{ name: "Unit 1999", people: 1 }]);
  });
});

test("the database itself takes no limited owner, no limit without a unit and none for a member", async () => {
  await member("ana", people.ana, { role: "member" });
  for (const set of [
    "role = 'admin', owner = true, units = ARRAY['Fleet']",
    "role = 'admin', units = '{}'",
    "role = 'admin', units = ARRAY[NULL::text]",
    "role = 'member', units = ARRAY['Fleet']",
  ])
    await expect(
      db.owner.query(`UPDATE membership SET ${set} WHERE person_id = $1`, [people.ana]),
      set,
    ).rejects.toThrow("membership_units_limit");
});
