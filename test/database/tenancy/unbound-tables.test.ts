import { describe, expect, test } from "vitest";
import { unboundTables } from "./unbound-tables.ts";

const TABLES = new Set(["message", "person", "cycle", "rater"]);
const unbound = (statement: string) => unboundTables(statement, TABLES);

describe("a statement is complained about", () => {
  test.each([
    ["a read without a condition", "SELECT id FROM message", ["message"]],
    ["a read by id alone", `select "id" from "message" where "id" = $1`, ["message"]],
    ["a change by id alone", `update "message" set "state" = $1 where "id" = $2`, ["message"]],
    ["a deletion by id alone", "DELETE FROM message WHERE id = $1", ["message"]],
    ["an organisation that is only read", "SELECT organisation_id FROM message", ["message"]],
    [
      "a join by id alone",
      "SELECT 1 FROM rater JOIN person ON person.id = rater.person_id WHERE rater.organisation_id = $1",
      ["person"],
    ],
    [
      "tables that are of one organisation, of whichever",
      "SELECT 1 FROM rater r JOIN person p ON p.organisation_id = r.organisation_id AND p.id = r.person_id",
      ["rater r", "person p"],
    ],
    [
      "a table after a comma",
      "SELECT 1 FROM rater r, person WHERE r.organisation_id = $1",
      ["person"],
    ],
    [
      "a query within a change that names one",
      "UPDATE message SET state = $1 WHERE organisation_id = $2 AND id IN (SELECT id FROM message WHERE state = $3)",
      ["message"],
    ],
    [
      "a query that is named first",
      "WITH found AS (SELECT id FROM person WHERE name = $1) SELECT 1 FROM found",
      ["person"],
    ],
    [
      "one half of a union",
      "SELECT id FROM person WHERE organisation_id = $1 UNION SELECT id FROM rater",
      ["rater"],
    ],
    [
      "existence of anyone's",
      "SELECT 1 FROM cycle c WHERE c.organisation_id = $1 AND EXISTS (SELECT FROM rater r WHERE r.cycle_id = c.id)",
      ["rater r"],
    ],
    [
      "rows that are nobody's",
      "INSERT INTO message (id, state) VALUES ($1, 'organisation_id')",
      ["message"],
    ],
    [
      "rows used for a change",
      "UPDATE rater SET state = $1 FROM cycle WHERE rater.organisation_id = $2 AND cycle.id = rater.cycle_id",
      ["cycle"],
    ],
    [
      "rows used for a deletion",
      "DELETE FROM rater USING cycle WHERE rater.organisation_id = $1",
      ["cycle"],
    ],
    [
      "a word that only looks like it",
      "SELECT 1 FROM message WHERE 'organisation_id' = $1",
      ["message"],
    ],
    ["what a comment says", "SELECT 1 FROM message -- organisation_id = $1", ["message"]],
  ])("%s", (_, statement, tables) => {
    expect(unbound(statement)).toEqual(tables);
  });
});

describe("a statement is fine with", () => {
  test.each([
    ["its own condition", `select "id" from "message" where "organisation_id" = $1 and "id" = $2`],
    ["a value before the column", "SELECT 1 FROM message WHERE $1 = organisation_id"],
    [
      "a chain of joins from one that is named",
      "SELECT 1 FROM rater r JOIN cycle c ON c.organisation_id = r.organisation_id AND c.id = r.cycle_id JOIN person p ON (p.organisation_id = c.organisation_id AND p.id = r.person_id) WHERE r.organisation_id = $1::uuid",
    ],
    [
      "a chain by equal names",
      "SELECT 1 FROM rater JOIN cycle USING (organisation_id, cycle_id) WHERE rater.organisation_id = $1",
    ],
    [
      "existence within what encloses it",
      "SELECT 1 FROM cycle c WHERE c.organisation_id = $1 AND NOT EXISTS (SELECT FROM rater r WHERE r.organisation_id = c.organisation_id)",
    ],
    [
      "rows that say whose they are",
      "INSERT INTO message (id, organisation_id) SELECT id, $1 FROM person WHERE person.organisation_id = $1 ON CONFLICT DO NOTHING",
    ],
    ["a lock", "SELECT id FROM message WHERE organisation_id = $1 FOR UPDATE SKIP LOCKED"],
    [
      "tables of no organisation",
      `SELECT 1 FROM auth."user" u, pgboss.job, auth.person WHERE u.id = $1`,
    ],
    ["a query that has a table's name", "WITH person AS (SELECT 1 AS id) SELECT id FROM person"],
    [
      "rows from outside",
      "UPDATE rater SET state = g.state FROM jsonb_to_recordset($1) AS g (id uuid, state text) WHERE organisation_id = $2 AND rater.id = g.id",
    ],
    [
      "words between dates",
      "SELECT extract(epoch FROM at) FROM cycle WHERE organisation_id = $1 AND a IS DISTINCT FROM person",
    ],
  ])("%s", (_, statement) => {
    expect(unbound(statement)).toEqual([]);
  });
});
