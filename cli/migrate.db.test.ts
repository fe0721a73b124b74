import { afterAll, beforeAll, expect, test } from "vitest";
import { builtInContent } from "../app/features/questionnaires/index.server.ts";
import { createTestDatabase, type TestDatabase } from "../test/database/test-database.ts";
import { installContent } from "./migrate.ts";

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());

const install = () => installContent({ appUrl: db.appUrl });
const kept = async () =>
  (
    await db.owner.query(
      "SELECT key, version, definition FROM content.instrument ORDER BY key, version",
    )
  ).rows;

test("migrating keeps the built-in instruments of this release, once", async () => {
  const { instruments } = builtInContent();
  expect(await install()).toBe(instruments.length);
  const after = await kept();
  expect(after.map(({ definition }) => definition)).toEqual(
    JSON.parse(JSON.stringify(instruments)),
  );
  expect(await install()).toBe(0);
  expect(await kept()).toEqual(after);
});

test("a version of an earlier release stays beside the new one, unchanged", async () => {
  await install();
  await db.owner.query("UPDATE content.instrument SET version = 1 WHERE key = 'both-hats-360'");
  const [before] = await kept();
  expect(await Promise.all([install(), install()])).toContain(1);
  expect((await kept()).map(({ key, version }) => [key, version])).toEqual([
    ["both-hats-360", 1],
    ["both-hats-360", 2],
    ["both-hats-short", 2],
  ]);
  expect((await kept())[0]).toEqual(before);
});
