import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { addExternalPerson } from "./add-external-person.server.ts";
import { activePeople, countActivePeople, peopleByIds } from "./colleague-reads.server.ts";
import { readDirectory, readWholeDirectory } from "./directory-reads.server.ts";
import { readDirectoryQuery } from "./domain/directory-query.ts";
import { readOrgTree, readPersonPage } from "./person-reads.server.ts";
import { createPeople } from "./testing/people.ts";

let db: TestDatabase;
let organisation: TestOrganisation;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  organisation = await createTestOrganisation(db.platform);
});
afterAll(() => db.close());

const add = (name: string, address: string, scope: { organisationId: string } = organisation) =>
  inOrganisation(db.platform, scope, (tx) =>
    addExternalPerson(tx, scope, { name, address }, db.platform.clock.now()),
  );
async function added(name: string, address: string): Promise<string> {
  const outcome = await add(name, address);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.personId;
}
const query = (parameters = "") => readDirectoryQuery(new URLSearchParams(parameters));
const people = (id: string) =>
  inOrganisation(db.platform, organisation, (tx) => peopleByIds(tx, organisation, [id]));

test("someone from outside is in no directory, export, count, org tree and list of colleagues", async () => {
  await createPeople(db.platform, organisation, { ana: { name: "Ana Lima" } });
  const id = await added("Kit Ahn", "kit@client.test");
  const { admin } = organisation;
  for (const actor of [admin, organisation.member()] satisfies Actor[]) {
    const directory = await readDirectory(db.platform, actor, query());
    expect([directory.people.map(({ name }) => name), directory.total]).toEqual([["Ana Lima"], 1]);
    expect(await readWholeDirectory(db.platform, actor, query("q=kit"))).toEqual([]);
    expect(await readPersonPage(db.platform, actor, id)).toBeNull();
    expect(JSON.stringify(await readOrgTree(db.platform, actor, null))).not.toContain("Kit");
  }
  await inOrganisation(db.platform, organisation, async (tx) => {
    expect((await activePeople(tx, organisation)).map(({ name }) => name)).toEqual(["Ana Lima"]);
    expect(await countActivePeople(tx, organisation)).toBe(1);
  });
  expect(await people(id)).toMatchObject([{ name: "Kit Ahn", external: true, status: "active" }]);
});

test("an address means one person, in any spelling, and another in another organisation", async () => {
  const id = await added("Kit Ahn", "kit@client.test");
  expect(await add("Someone Else", "KIT@client.test")).toEqual({
    ok: true,
    value: { personId: id, added: false },
  });
  expect(await people(id)).toMatchObject([{ name: "Kit Ahn" }]);
  const other = await createTestOrganisation(db.platform);
  expect(await add("Kit Ahn", "kit@client.test", other)).toMatchObject({ value: { added: true } });
});

test("an address of the directory is that colleague's; one of someone who left is refused", async () => {
  const ids = await createPeople(db.platform, organisation, {
    ana: { name: "Ana Lima", email: "ana@x.test", jobTitle: "Captain" },
    old: { name: "Old Hand", email: "old@x.test", status: "inactive" },
  });
  expect(await add("A. Lima", "Ana@X.test")).toEqual({
    ok: false,
    reason: "in-directory",
    person: { id: ids.ana, name: "Ana Lima", jobTitle: "Captain" },
  });
  expect(await add("Old Hand", "old@x.test")).toEqual({ ok: false, reason: "left" });
});

test("two who add the same address at once add one person", async () => {
  const outcomes = await Promise.all(["Kit", "Kit A.", "K. Ahn"].map((n) => add(n, "kit@c.test")));
  const ids = outcomes.map((outcome) => outcome.ok && outcome.value.personId);
  expect(new Set(ids).size).toBe(1);
});
