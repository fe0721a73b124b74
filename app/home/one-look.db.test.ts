import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { inOneLook, onceInLook } from "~/platform/db/one-look.server.ts";
import { createTestDatabase, type TestDatabase } from "../../test/database/test-database.ts";

let db: TestDatabase;
let home: OrganisationScope;
beforeAll(async () => {
  db = await createTestDatabase();
  home = await createTestOrganisation(db.platform);
});
afterAll(() => db.close());

test("the same is read once in a look, and each time where something may be written", async () => {
  let reads = 0;
  const read = async () => {
    reads += 1;
    return reads;
  };
  await inOneLook(db.platform, home, async (tx) => {
    expect(await Promise.all([onceInLook(tx, "one", read), onceInLook(tx, "one", read)])).toEqual([
      1, 1,
    ]);
    expect(await onceInLook(tx, "other", read)).toBe(2);
  });
  expect(await inOneLook(db.platform, home, (tx) => onceInLook(tx, "one", read))).toBe(3);
  await inOrganisation(db.platform, home, async (tx) => {
    expect(await onceInLook(tx, "one", read)).toBe(4);
    expect(await onceInLook(tx, "one", read)).toBe(5);
  });
});

test("a look sees its organisation and no other, and writes nothing", async () => {
  const other = await createTestOrganisation(db.platform);
  const seen = (organisationId: string) =>
    inOneLook(db.platform, home, (tx) =>
      tx
        .selectFrom("organisation")
        .where("organisationId", "=", organisationId)
        .select("organisationId")
        .execute(),
    );
  expect(await seen(home.organisationId)).toHaveLength(1);
  expect(await seen(other.organisationId)).toEqual([]);
  await expect(
    inOneLook(db.platform, home, (tx) =>
      tx
        .updateTable("organisation")
        .set({ timeZone: "Asia/Tokyo" })
        .where("organisationId", "=", home.organisationId)
        .execute(),
    ),
  ).rejects.toThrow(/read-only/);
});
