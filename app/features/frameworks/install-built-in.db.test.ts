import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { builtInContent } from "./built-in.server.ts";
import { installBuiltIn } from "./install-built-in.server.ts";
import { instrumentById, instrumentChoices } from "./reads.server.ts";

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

test("a version stands once and never changes: installing it again is refused and keeps nothing", async () => {
  const scope = await createTestOrganisation(db.platform);
  await install(scope);
  await expect(install(scope)).rejects.toMatchObject({ code: "23505" });
  const { rows } = await db.owner.query(
    `SELECT (SELECT count(*) FROM framework WHERE organisation_id = $1)::int AS frameworks,
            (SELECT count(*) FROM instrument WHERE organisation_id = $1)::int AS instruments`,
    [scope.organisationId],
  );
  expect(rows).toEqual([{ frameworks: 1, instruments: 2 }]);
});
