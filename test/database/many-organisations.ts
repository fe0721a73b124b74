import type pg from "pg";

/**
 * Adds so many organisations in which nothing has happened for long, each with what one has: its built-in instruments'
 * ids.
 */
export async function addOrganisations(owner: pg.Pool | pg.Client, count: number): Promise<void> {
  await owner.query(
    `INSERT INTO organisation (organisation_id, name, created_at)
     SELECT gen_random_uuid(), 'Organisation ' || n, now() FROM generate_series(1, $1) AS n`,
    [count],
  );
  await owner.query(
    `INSERT INTO instrument (organisation_id, id, key, version, name, created_at)
     SELECT organisation_id, gen_random_uuid(), built_in.key, built_in.version, built_in.name, now()
       FROM organisation, content.instrument AS built_in WHERE organisation.name LIKE 'Organisation %'`,
  );
}
