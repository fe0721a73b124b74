import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { addOrganisations } from "./many-organisations.ts";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";

// Policies ask the setting for each row that is looked at, so they are quick as long as an index finds the
// organisation's rows.
let db: TestDatabase;
let here: { organisationId: string };
let personId: string;

beforeAll(async () => {
  db = await createTestDatabase();
  await addOrganisations(db.owner, 200);
  await db.owner.query(
    `INSERT INTO person (organisation_id, id, name, created_at, updated_at)
     SELECT organisation_id, gen_random_uuid(), 'Person ' || n, now(), now()
       FROM organisation, generate_series(1, 200) AS n`,
  );
  await db.owner.query("ANALYZE");
  const { rows } = await db.owner.query("SELECT organisation_id, id FROM person LIMIT 1");
  here = { organisationId: rows[0].organisation_id };
  personId = rows[0].id;
});
afterAll(() => db.close());

type Plan = { "Node Type": string; "Index Cond"?: string; Filter?: string; Plans?: Plan[] };

/** The parts of the plan that the application role gets, without the walls being switched off for anyone. */
async function planOf(statement: ReturnType<typeof sql>): Promise<Plan[]> {
  const flat = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flat)];
  return inOrganisation({ database: db.unwatched }, here, async (tx) => {
    const { rows } = await sql<{
      "QUERY PLAN": [{ Plan: Plan }];
    }>`EXPLAIN (FORMAT JSON) ${statement}`.execute(tx.withoutPlugins());
    return flat(rows[0]?.["QUERY PLAN"][0].Plan as Plan);
  });
}

describe("with many organisations in a table", () => {
  test("the policy alone finds an organisation's rows by an index, asking the setting itself", async () => {
    const plan = await planOf(sql`SELECT name FROM person`);
    const conditions = plan.map((each) => each["Index Cond"] ?? "").join();
    expect(conditions).toMatch(/organisation_id = .*current_setting\('twohats.organisation_id'/);
    expect(plan.map((each) => each["Node Type"]).join()).not.toContain("Seq Scan");
  });

  test("one row is found by its whole key", async () => {
    const { organisationId } = here;
    for (const statement of [
      sql`SELECT name FROM person WHERE id = ${personId}::uuid`,
      sql`SELECT name FROM person WHERE organisation_id = ${organisationId}::uuid AND id = ${personId}::uuid`,
    ]) {
      const plan = await planOf(statement);
      const conditions = plan.map((each) => each["Index Cond"] ?? "").join();
      expect(conditions).toMatch(/organisation_id = .* AND \(id = /);
      expect(plan.map((each) => each["Node Type"])).not.toContain("Seq Scan");
    }
  });

  test("joins go from index to index", async () => {
    const plan = await planOf(
      sql`SELECT boss.name FROM person JOIN person AS boss
            ON boss.organisation_id = person.organisation_id AND boss.id = person.manager_id
           WHERE person.organisation_id = ${here.organisationId}::uuid AND person.id = ${personId}::uuid`,
    );
    expect(plan.map((each) => each["Node Type"])).not.toContain("Seq Scan");
  });
});
