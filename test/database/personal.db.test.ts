import { afterAll, beforeAll, expect, test } from "vitest";
import { features } from "~/features.ts";
import { manifestsOf } from "~/platform/feature/feature.server.ts";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";

// Whoever keeps something of people says so, and what becomes of it when two records are merged and somebody is erased.

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());

/** Every column with a foreign key to a person, and the person's own name for those without one. */
async function columnsOfPeople(): Promise<string[]> {
  const { rows } = await db.owner.query<{ column: string }>(`
    SELECT c.conrelid::regclass::text || '.' || a.attname AS column
      FROM pg_constraint c
      CROSS JOIN LATERAL unnest(c.conkey) k
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k
     WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass AND a.attname <> 'organisation_id'
    UNION
    SELECT a.attrelid::regclass::text || '.' || a.attname
      FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid AND t.relkind IN ('r', 'p')
     WHERE t.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
       AND a.atttypid IN ('uuid'::regtype, 'uuid[]'::regtype)
       AND a.attname ~ '(^|_)(person|manager|coach|owner|reader|rater)_ids?$'
     ORDER BY 1
  `);
  return rows.map(({ column }) => column);
}

async function claims(): Promise<[string, string][]> {
  const manifests = await manifestsOf(features);
  return manifests.flatMap(({ name, personal }) =>
    Object.keys(personal?.columns ?? {}).map((column): [string, string] => [column, name]),
  );
}

test("every column that names a person is claimed by one feature's personal, and nothing else is", async () => {
  const claimed = (await claims()).map(([column]) => column).toSorted();
  expect(claimed).toEqual(await columnsOfPeople());
});

test("a table that nobody claims is found, with a foreign key and by the name of its column alone", async () => {
  await db.owner.query(`CREATE TABLE planted (organisation_id uuid, whose uuid, coach_id uuid,
    FOREIGN KEY (organisation_id, whose) REFERENCES person (organisation_id, id))`);
  const claimed = new Set((await claims()).map(([column]) => column));
  const missing = (await columnsOfPeople()).filter((column) => !claimed.has(column));
  expect(missing).toEqual(["planted.coach_id", "planted.whose"]);
});
