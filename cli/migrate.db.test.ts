import { afterAll, beforeAll, expect, test } from "vitest";
import { installBuiltIn } from "../app/features/frameworks/index.server.ts";
import { createTestOrganisation } from "../app/features/identity/testing/organisation.ts";
import { inOrganisation } from "../app/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../test/database/test-database.ts";
import { installContent } from "./migrate.ts";

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());

const install = () => installContent({ appUrl: db.appUrl });
const instruments = async () =>
  (
    await db.owner.query(
      "SELECT organisation_id, id, key, version, definition FROM instrument ORDER BY organisation_id, key, version",
    )
  ).rows;

test("migrating gives every organisation the built-in instruments of this release, once", async () => {
  expect(await install(), "a server without organisations").toBe(0);
  const [old, fresh] = [
    await createTestOrganisation(db.platform),
    await createTestOrganisation(db.platform),
  ];
  await inOrganisation(db.platform, fresh, (tx) => installBuiltIn(db.platform, tx, fresh));
  expect(await install()).toBe(1);
  const after = await instruments();
  expect(after.filter((each) => each.organisation_id === old.organisationId)).toHaveLength(2);
  expect(await install()).toBe(0);
  expect(await instruments()).toEqual(after);
});

test("a version of an earlier release stays beside the new one, unchanged", async () => {
  const scope = await createTestOrganisation(db.platform);
  await install();
  await db.owner.query(
    "UPDATE instrument SET version = 1 WHERE organisation_id = $1 AND key = 'both-hats-360'",
    [scope.organisationId],
  );
  const own = async () =>
    (await instruments()).filter((each) => each.organisation_id === scope.organisationId);
  const [before] = await own();
  expect(await Promise.all([install(), install()])).toContain(1);
  expect((await own()).map(({ key, version }) => [key, version])).toEqual([
    ["both-hats-360", 1],
    ["both-hats-360", 2],
    ["both-hats-short", 2],
  ]);
  expect((await own())[0]).toEqual(before);
});
