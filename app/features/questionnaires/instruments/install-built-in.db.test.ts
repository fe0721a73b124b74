import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import full from "../../../../content/instruments/both-hats-360.v1.json";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { builtInContent } from "./built-in.server.ts";
import { installBuiltIn } from "./install-built-in.server.ts";
import { instrumentChoices } from "./instrument-choices.server.ts";
import { instrumentById } from "./instrument-reads.server.ts";
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
  const choices = await inOrganisation(db.platform, scope, (tx) =>
    instrumentChoices(db.platform, tx, scope),
  );
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
  const choices = await inOrganisation(db.platform, other, (tx) =>
    instrumentChoices(db.platform, tx, other),
  );
  expect(choices.map((each) => each.id)).not.toContain(id);
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

test("the texts stand once, however many organisations have them, and no organisation can change them", async () => {
  const scopes = await Promise.all(
    Array.from({ length: 5 }, () => createTestOrganisation(db.platform)),
  );
  await Promise.all(scopes.map(install));
  for (const scope of scopes)
    expect((await stored(scope)).map(({ definition }) => definition)).toEqual([null, null]);
  const { rows } = await db.owner.query("SELECT key FROM content.instrument ORDER BY key");
  expect(rows.map(({ key }) => key)).toEqual(["both-hats-360", "both-hats-short"]);
  for (const change of [
    "UPDATE content.instrument SET name = 'x'",
    "DELETE FROM content.framework",
  ])
    await expect(sql.raw(change).execute(db.platform.database)).rejects.toMatchObject({
      code: "42501",
    });
});

test("organisations of an earlier release are offered the new versions, and keep the old ones", async () => {
  const scope = await createTestOrganisation(db.platform);
  await install(scope);
  await db.owner.query(
    `INSERT INTO content.instrument (key, version, name, framework_key, framework_version, definition)
       VALUES ('both-hats-360', 1, 'An old one', 'both-hats', 1, $1) ON CONFLICT DO NOTHING`,
    [JSON.stringify(full)],
  );
  await db.owner.query(
    "UPDATE instrument SET version = 1 WHERE organisation_id = $1 AND key = 'both-hats-360'",
    [scope.organisationId],
  );
  const [before] = await stored(scope);
  const read = () =>
    inOrganisation(db.platform, scope, (tx) => instrumentById(tx, scope, before.id));
  expect((await read())?.instrument.items.length).toBe(
    full.items.length + full.openQuestions.length,
  );
  const choices = (keep?: string) =>
    inOrganisation(db.platform, scope, (tx) => instrumentChoices(db.platform, tx, scope, keep));
  const [first, again] = [await choices(), await choices()];
  expect(again, "a second time nothing is new").toEqual(first);
  const now = await stored(scope);
  expect(now.map(({ key, version }) => [key, version])).toEqual([
    ["both-hats-360", 1],
    ["both-hats-360", 2],
    ["both-hats-short", 2],
  ]);
  expect(now[0]).toEqual(before);
  expect(first.map(({ id }) => id).toSorted()).toEqual([now[1].id, now[2].id].toSorted());
  expect((await choices(before.id)).map(({ id }) => id)).toContain(before.id);
});

test("starting keeps this release's versions once, whatever the number of organisations", async () => {
  await db.owner.query("TRUNCATE content.instrument, content.framework");
  expect(await Promise.all([upgradeBuiltIn(db.platform), upgradeBuiltIn(db.platform)])).toContain(
    2,
  );
  expect(await upgradeBuiltIn(db.platform), "a second time nothing is new").toBe(0);
});

test("a version of the framework that no questionnaire asks about is kept as well; questionnaires keep theirs", async () => {
  const versions = async () =>
    (await db.owner.query("SELECT version FROM content.framework ORDER BY version")).rows;
  const scope = await createTestOrganisation(db.platform);
  const [id] = await install(scope);
  await db.owner.query("DELETE FROM content.framework WHERE version > 1");
  expect(await upgradeBuiltIn(db.platform), "no questionnaire is new").toBe(0);
  expect(await versions()).toEqual([{ version: 1 }, { version: 2 }]);
  const read = await inOrganisation(db.platform, scope, (tx) => instrumentById(tx, scope, id!));
  expect(read?.framework.version).toBe(1);
});
