import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { addExternalPerson } from "~/features/people/add-external-person.server.ts";
import { activePeople, peopleByIds } from "~/features/people/colleague-reads.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { importPeopleFile } from "./import-people-file.server.ts";

let db: TestDatabase;
let organisation: TestOrganisation;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  organisation = await createTestOrganisation(db.platform);
});
afterAll(() => db.close());

async function added(name: string, address: string): Promise<string> {
  const outcome = await inOrganisation(db.platform, organisation, (tx) =>
    addExternalPerson(tx, organisation, { name, address }, db.platform.clock.now()),
  );
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.personId;
}
const people = (id: string) =>
  inOrganisation(db.platform, organisation, (tx) => peopleByIds(tx, organisation, [id]));

test("an import never calls them absent nor takes them for a manager, and makes them ordinary by address", async () => {
  const id = await added("Kit Ahn", "kit@client.test");
  const load = (...lines: string[]) =>
    importPeopleFile(db.platform, organisation.admin, {
      content: Buffer.from(lines.join("\n")),
      dateOrder: null,
      emptyCells: "keep",
      store: true,
    });
  expect(await load("Employee Id,Name,Manager", "1,Ana Lima,Kit Ahn")).toMatchObject({
    value: { plan: { new: [], rejected: [{ name: "Ana Lima" }], absent: [] } },
  });
  expect(await load("Employee Id,Name", "1,Ana Lima")).toMatchObject({
    value: { plan: { new: [{ row: 2 }], absent: [] } },
  });
  expect(await people(id)).toMatchObject([{ external: true, status: "active" }]);
  expect(await load("Name,Email", "Kit Ahn,KIT@client.test")).toMatchObject({
    value: {
      plan: {
        new: [],
        changed: [{ key: id, changes: [{ field: "email" }, { field: "external" }] }],
      },
    },
  });
  expect(await people(id)).toMatchObject([{ external: false, status: "active" }]);
  const active = await inOrganisation(db.platform, organisation, (tx) =>
    activePeople(tx, organisation),
  );
  expect(active.map(({ name }) => name).toSorted()).toEqual(["Ana Lima", "Kit Ahn"]);
});
