import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { builtInFramework } from "../built-in.server.ts";
import { keepFrameworks } from "../store.server.ts";
import { personal } from "./personal.server.ts";
import { allRoles } from "./role-reads.server.ts";
import { saveRole, saveRoleInput } from "./save-role.server.ts";

let db: TestDatabase;
let home: TestOrganisation;
beforeAll(async () => {
  db = await createTestDatabase();
  home = await createTestOrganisation(db.platform);
  await inOrganisation(db.platform, home, (tx) => keepFrameworks(tx, [builtInFramework()]));
});
afterAll(() => db.close());

test("whoever is named in roles takes that along; merged they are named once, and erased nowhere", async () => {
  const { ana, double } = await createPeople(db.platform, home, { ana: {}, double: {} });
  const save = (name: string, people: string) =>
    saveRole(
      db.platform,
      home.admin,
      { framework: "both-hats" },
      saveRoleInput.parse({ name, people, validFrom: "2026-03-02", frameworkVersion: 1 }),
    );
  await save("Both", "ana\ndouble");
  await save("One", "double");
  const named = async () =>
    inOrganisation(db.platform, home, async (tx) =>
      [...(await allRoles(tx, home)).values()].map(({ versions }) => versions[0]?.people),
    );
  await inOrganisation(db.platform, home.admin, async (tx) => {
    expect(await personal.export(tx, home, double)).toEqual({
      roles: [
        { role: "Both", from: "2026-03-02" },
        { role: "One", from: "2026-03-02" },
      ],
    });
    const records = { goes: double, stays: ana, address: null };
    expect(await personal.merge.look(db.platform, tx, home.admin, records)).toEqual({
      ...{ hindrances: [], counts: [{ word: "roles:personal.merged", count: 2 }] },
    });
    await personal.merge.carryOut(db.platform, tx, home.admin, records);
  });
  expect(await named()).toEqual([[ana], [ana]]);
  await inOrganisation(db.platform, home.admin, async (tx) => {
    const known = { personId: ana, names: [], addresses: [], handedOn: [], pseudonym: "–" };
    const look = await personal.erase.look(db.platform, tx, home.admin, known);
    expect(look.counts).toEqual([{ word: "roles:personal.erased", count: 2 }]);
    await personal.erase.carryOut(db.platform, tx, home.admin, known);
  });
  expect(await named()).toEqual([[], []]);
});
