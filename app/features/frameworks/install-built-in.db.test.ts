import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import full from "../../../content/instruments/both-hats-360.v1.json";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { builtInContent } from "./built-in.server.ts";
import { installBuiltIn } from "./install-built-in.server.ts";
import { instrumentById, instrumentChoices } from "./reads.server.ts";
import { upgradeBuiltIn } from "./upgrade-built-in.server.ts";

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());

const install = (scope: { organisationId: string }) =>
  inOrganisation(db.platform, scope, (tx) => installBuiltIn(db.platform, tx, scope));

test("a new organisation gets the built-in instruments, the usual one first, as they stand in the files", async () => {
  const scope = await createTestOrganisation(db.platform);
  const ids = await install(scope);
  const { framework, instruments } = builtInContent();
  const stored = await inOrganisation(db.platform, scope, (tx) =>
    Promise.all(ids.map((id) => instrumentById(tx, scope, id))),
  );
  expect(stored).toEqual(instruments.map((instrument) => ({ instrument, framework })));
  const choices = await inOrganisation(db.platform, scope, (tx) => instrumentChoices(tx, scope));
  expect(choices.map(({ id, items }) => [id, items])).toEqual([
    [ids[0], 55],
    [ids[1], 24],
  ]);
});

test("an instrument is known in its own organisation only, even after it was read there", async () => {
  const [own, other] = [
    await createTestOrganisation(db.platform),
    await createTestOrganisation(db.platform),
  ];
  const [id] = await install(own);
  const read = (scope: { organisationId: string }, instrumentId: string) =>
    inOrganisation(db.platform, scope, (tx) => instrumentById(tx, scope, instrumentId));
  expect(await read(own, id!)).not.toBeNull();
  expect(await read(other, id!)).toBeNull();
  expect(await read(own, newId())).toBeNull();
  expect(await inOrganisation(db.platform, other, (tx) => instrumentChoices(tx, other))).toEqual(
    [],
  );
});

const stored = async ({ organisationId }: { organisationId: string }) =>
  (
    await db.owner.query(
      "SELECT id, key, version, definition FROM instrument WHERE organisation_id = $1 ORDER BY key, version",
      [organisationId],
    )
  ).rows;

test("a version stands once and never changes: installing again gives the same ids and changes nothing", async () => {
  const scope = await createTestOrganisation(db.platform);
  const ids = await install(scope);
  const before = await stored(scope);
  expect(await install(scope)).toEqual(ids);
  expect(await Promise.all([install(scope), install(scope)])).toEqual([ids, ids]);
  expect(await stored(scope)).toEqual(before);
});

test("organisations of an earlier release get the new versions at start, and keep the old ones", async () => {
  const scope = await createTestOrganisation(db.platform);
  await install(scope);
  const old = { ...full, version: 1 };
  await db.owner.query(
    `UPDATE instrument SET version = 1, definition = $2 WHERE organisation_id = $1 AND key = 'both-hats-360'`,
    [scope.organisationId, JSON.stringify(old)],
  );
  const [before] = await stored(scope);
  const other = await createTestOrganisation(db.platform);
  expect(await upgradeBuiltIn(db.platform)).toBeGreaterThanOrEqual(2);
  expect(await upgradeBuiltIn(db.platform), "a second time nothing is new").toBe(0);
  const now = await stored(scope);
  expect(now.map(({ key, version }) => [key, version])).toEqual([
    ["both-hats-360", 1],
    ["both-hats-360", 2],
    ["both-hats-short", 2],
  ]);
  expect(now[0]).toEqual(before);
  expect(await stored(other)).toHaveLength(2);
  const choices = (keep?: string) =>
    inOrganisation(db.platform, scope, (tx) => instrumentChoices(tx, scope, keep));
  expect((await choices()).map(({ id }) => id).toSorted()).toEqual(
    [now[1].id, now[2].id].toSorted(),
  );
  expect((await choices(before.id)).map(({ id }) => id)).toContain(before.id);
});
