import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../test-database.ts";
import { tablesOfOrganisations, type Watch, watchStatements } from "./watch-statements.ts";

let db: TestDatabase;
let opened: OpenDatabase;
let watch: Watch;

beforeAll(async () => {
  db = await createTestDatabase();
  opened = openDatabase(db.appUrl, 2);
  watch = watchStatements(opened.pool, await tablesOfOrganisations(db.owner));
});
afterAll(async () => {
  await opened.close();
  await db.close();
});

test("a statement that does not say whose rows it means fails where it is made, and is remembered", async () => {
  const scope = { organisationId: newId() };
  const byId = inOrganisation(opened, scope, (tx) =>
    tx.updateTable("message").set({ html: null }).where("id", "=", newId()).execute(),
  );
  await expect(byId).rejects.toThrow("No organisation is named for message in: update");
  const swallowed = inOrganisation(opened, scope, (tx) =>
    tx.selectFrom("person").select("id").execute(),
  ).catch(() => null);
  expect(await swallowed).toBeNull();
  const asked = opened.pool.query("SELECT id FROM round");
  await expect(asked).rejects.toThrow("No organisation is named for round");
  expect(watch.refused).toHaveLength(3);
});

test("one that does is made, and noted where notes are taken", async () => {
  const scope = { organisationId: newId() };
  const notes: string[] = [];
  watch.notes = notes;
  const found = await inOrganisation(opened, scope, (tx) =>
    tx
      .selectFrom("person")
      .where("organisationId", "=", scope.organisationId)
      .select("id")
      .execute(),
  );
  watch.notes = null;
  expect(found).toEqual([]);
  expect(notes).toEqual([
    expect.stringMatching(/^begin$/i),
    `SET LOCAL twohats.organisation_id = '${scope.organisationId}'`,
    `select "id" from "person" where "organisation_id" = $1`,
    expect.stringMatching(/^commit$/i),
  ]);
});
