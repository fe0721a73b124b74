import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { personal } from "./personal.server.ts";
import { okta } from "./testing/conversations.ts";
import { type ScimClient, scimClient } from "./testing/scim-client.ts";

// What is kept of people for a provider, when somebody takes it along, is merged or erased.

let db: TestDatabase;
let house: TestOrganisation;
let ask: ScimClient["ask"];
let ana: string;
let crew: string;
let other: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createTestOrganisation(db.platform);
  ({ ask } = await scimClient(db.platform, house));
  ana = (await ask("POST", "/Users", okta.user("ana"))).body.id;
  crew = (await ask("POST", "/Groups", okta.group("Crew", [ana]))).body.id;
  ({ other } = await createPeople(db.platform, house, { other: { name: "Ana L" } }));
});
afterAll(() => db.close());

const whom = (personId: string) => ({
  ...{ personId, names: [], addresses: [], handedOn: [], pseudonym: "Somebody" },
});
const within = <Result>(work: Parameters<typeof inOrganisation<Result>>[2]) =>
  inOrganisation(db.platform, house, work);
const merge = (goes: string, stays: string) =>
  within(async (tx) => {
    const records = { goes, stays, address: null };
    const look = await personal.merge.look(db.platform, tx, house.admin, records);
    if (look.hindrances.length === 0)
      await personal.merge.carryOut(db.platform, tx, house.admin, records);
    return look;
  });

test("what the provider says of somebody goes along with what is theirs, and nothing of those it does not keep", async () => {
  const taken = await within((tx) => personal.export(tx, house, ana));
  expect(taken).toMatchObject({
    identityProvider: { userName: "ana@okta.example", externalId: "00u-ana", groups: ["Crew"] },
  });
  expect(await within((tx) => personal.export(tx, house, other))).toEqual({});
});

test("whom the provider keeps is not merged away, as it would look for them in vain; another is merged into them", async () => {
  expect((await merge(ana, other)).hindrances).toEqual([{ word: "provisioning:personal.kept" }]);
  expect((await ask("GET", `/Users/${ana}`)).status).toBe(200);
  expect(await merge(other, ana)).toEqual({ hindrances: [], counts: [] });
  expect((await ask("GET", `/Groups/${crew}`)).body.members).toMatchObject([{ value: ana }]);
});

test("erased, nothing is kept of somebody for the provider, nor that they would have left", async () => {
  for (let index = 0; index < 6; index += 1) {
    const { body } = await ask("POST", "/Users", okta.user(`p${index}`));
    await ask("PATCH", `/Users/${body.id}`, okta.deactivate);
  }
  expect((await ask("PATCH", `/Users/${ana}`, okta.deactivate)).status).toBe(409);
  const look = await within((tx) => personal.erase.look(db.platform, tx, house.admin, whom(ana)));
  expect(look.counts).toEqual([{ word: "provisioning:personal.erased", count: 1 }]);
  await within((tx) => personal.erase.carryOut(db.platform, tx, house.admin, whom(ana)));
  for (const table of ["provisioned_person", "provisioned_member", "provisioned_departure"]) {
    const { rows } = await db.owner.query(`SELECT 1 FROM ${table} WHERE person_id = $1`, [ana]);
    expect(rows, table).toEqual([]);
  }
  const rest = await within((tx) => personal.erase.look(db.platform, tx, house.admin, whom(other)));
  expect(rest.counts).toEqual([]);
});
