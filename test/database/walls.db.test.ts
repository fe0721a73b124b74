import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { collectingCycle } from "~/features/feedback/testing/cycle.ts";
import { createHouse, type House } from "~/features/feedback/testing/house.ts";
import { addMember, membershipsOf } from "~/features/identity/index.server.ts";
import { openDatabase, requireBoundRole } from "~/platform/db/database.server.ts";
import { asAccount, inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";

let db: TestDatabase;
let here: House;
let there: House;

beforeAll(async () => {
  db = await createTestDatabase();
  here = await createHouse(db.platform);
  there = await createHouse(db.platform);
  await collectingCycle(db.platform, here);
  await collectingCycle(db.platform, there);
});
afterAll(() => db.close());

/** Where nothing but the walls keeps organisations apart. */
const unwatched = () => ({ database: db.unwatched });
const names = async (query: string) =>
  (await db.owner.query<{ name: string }>(query)).rows.map((row) => row.name);

const ORDINARY = `c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  AND c.relname <> 'schema_migration'`;
/** What a policy compares with: the setting itself, as PostgreSQL writes it. */
const ORGANISATION = "NULLIF(current_setting('twohats.organisation_id'::text, true), ''::text)";
const tables = () => names(`SELECT relname AS name FROM pg_class c WHERE ${ORDINARY} ORDER BY 1`);

describe("every table of an organisation", () => {
  test("is listed, so that the checks below look at something", async () => {
    expect(await tables()).toEqual(expect.arrayContaining(["person", "response", "audit_record"]));
  });

  test("has the organisation in its primary key, and first", async () => {
    const without = await names(
      `SELECT c.relname AS name FROM pg_class c WHERE ${ORDINARY} AND NOT EXISTS (
         SELECT 1 FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
          WHERE i.indrelid = c.oid AND i.indisprimary AND a.attname = 'organisation_id')`,
    );
    expect(without).toEqual([]);
  });

  test("has row-level security switched on and forced, even for its owner", async () => {
    const open = await names(
      `SELECT relname AS name FROM pg_class c
        WHERE ${ORDINARY} AND NOT (relrowsecurity AND relforcerowsecurity)`,
    );
    expect(open).toEqual([]);
  });

  test("has the policy that binds reading and writing to the current organisation", async () => {
    const unbound = await names(
      `SELECT c.relname AS name FROM pg_class c WHERE ${ORDINARY} AND NOT EXISTS (
         SELECT 1 FROM pg_policies p
          WHERE p.schemaname = 'public' AND p.tablename = c.relname AND p.policyname = 'own_organisation'
            AND p.cmd = 'ALL' AND p.qual = $$(organisation_id = (${ORGANISATION})::uuid)$$
            AND p.with_check = p.qual)`,
    );
    expect(unbound).toEqual([]);
  });

  test("has no other policies than for signing in, for setting up, for the operator, and for the clock to find what is due", async () => {
    const others = await names(
      `SELECT tablename || ' ' || policyname || ' ' || cmd AS name FROM pg_policies
        WHERE schemaname = 'public' AND policyname <> 'own_organisation' ORDER BY 1`,
    );
    expect(others).toEqual([
      "due due_anywhere SELECT",
      "membership members_while_setting_up SELECT",
      "membership own_memberships SELECT",
      "organisation organisations_for_operator SELECT",
      "owner_invitation invitations_for_operator SELECT",
      "sign_on_domain verified_domain SELECT",
      "suspension suspensions_for_operator SELECT",
    ]);
  });

  test("has no policy with a query in it: where rows lie on several servers, none is asked of another", async () => {
    const asking = await names(
      `SELECT tablename || ' ' || policyname AS name FROM pg_policies
        WHERE qual ~* '\\mselect\\M' OR with_check ~* '\\mselect\\M'`,
    );
    expect(asking).toEqual([]);
  });

  test("has the organisation in every key, so that each holds where the organisation's rows are", async () => {
    const without = await names(
      `SELECT c.relname || ': ' || i.indexrelid::regclass AS name
         FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        WHERE ${ORDINARY} AND i.indisunique AND NOT EXISTS (
          SELECT 1 FROM pg_attribute a
           WHERE a.attrelid = c.oid AND a.attnum = ANY (i.indkey) AND a.attname = 'organisation_id')`,
    );
    expect(without).toEqual([]);
  });

  test("refers to other tables of the same organisation only, or to an account, which has none", async () => {
    const loose = await names(
      `SELECT k.conname AS name FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
        WHERE ${ORDINARY} AND k.contype = 'f'
          AND k.confrelid <> 'auth."user"'::regclass
          AND NOT EXISTS (
            SELECT 1 FROM unnest(k.conkey, k.confkey) AS pair (here, there)
              JOIN pg_attribute own ON own.attrelid = k.conrelid AND own.attnum = pair.here
              JOIN pg_attribute other ON other.attrelid = k.confrelid AND other.attnum = pair.there
             WHERE own.attname = 'organisation_id' AND other.attname = 'organisation_id')`,
    );
    expect(loose).toEqual([]);
  });

  test("is not reached around the walls: no views, and no functions with their owner's rights", async () => {
    expect(
      await names(
        `SELECT relname AS name FROM pg_class
          WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')`,
      ),
    ).toEqual([]);
    expect(
      await names(
        `SELECT proname AS name FROM pg_proc
          WHERE pronamespace = 'public'::regnamespace AND prosecdef`,
      ),
    ).toEqual([]);
  });
});

describe("the application role", () => {
  const readable = () =>
    names(
      `SELECT relname AS name FROM pg_class c
        WHERE ${ORDINARY} AND has_table_privilege('twohats_app', c.oid, 'SELECT') ORDER BY 1`,
    );
  const organisationsSeen = async (organisationId: string | null) => {
    const seen = new Map<string, Set<string>>();
    await db.unwatched.transaction().execute(async (tx) => {
      if (organisationId !== null)
        await sql`SELECT set_config('twohats.organisation_id', ${organisationId}, true)`.execute(
          tx,
        );
      for (const table of await readable()) {
        const { rows } = await sql<{ organisationId: string }>`
          SELECT organisation_id FROM ${sql.table(table)}`.execute(tx);
        seen.set(table, new Set(rows.map((row) => row.organisationId)));
      }
    });
    return seen;
  };

  test("sees only the current organisation in queries without a WHERE, in every table", async () => {
    for (const [table, seen] of await organisationsSeen(here.organisationId))
      expect([table, [...seen].filter((id) => id !== here.organisationId)]).toEqual([table, []]);
    const filled = [...(await organisationsSeen(here.organisationId))].filter(
      ([, s]) => s.size > 0,
    );
    expect(filled.map(([table]) => table)).toEqual(
      expect.arrayContaining([
        "person",
        "round",
        "request",
        "invitation",
        "message",
        "audit_record",
      ]),
    );
    const owners = await db.owner.query("SELECT DISTINCT organisation_id FROM person");
    expect(owners.rows).toHaveLength(2);
  });

  test("sees nothing while no organisation is set, nor after a transaction that had one", async () => {
    await inOrganisation(unwatched(), here, async () => {});
    const seen = await organisationsSeen(null);
    expect([...seen].filter(([, organisations]) => organisations.size > 0)).toEqual([]);
  });

  test("can neither write into another organisation, move rows there, nor change its rows", async () => {
    const insert = inOrganisation(unwatched(), here, (tx) =>
      tx
        .insertInto("auditRecord")
        .values({
          organisationId: there.organisationId,
          id: here.organisationId,
          at: new Date(),
          action: "x",
          subjectKind: "x",
        })
        .execute(),
    );
    await expect(insert).rejects.toMatchObject({ code: "42501" });
    const move = inOrganisation(unwatched(), here, (tx) =>
      tx.updateTable("message").set({ organisationId: there.organisationId }).execute(),
    );
    await expect(move).rejects.toMatchObject({ code: "42501" });
    const changed = await inOrganisation(unwatched(), here, (tx) =>
      tx
        .updateTable("person")
        .set({ name: "taken over" })
        .where("organisationId", "=", there.organisationId)
        .executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
    const removed = await inOrganisation(unwatched(), here, (tx) =>
      tx
        .deleteFrom("response")
        .where("organisationId", "=", there.organisationId)
        .executeTakeFirst(),
    );
    expect(removed.numDeletedRows).toBe(0n);
  });

  test("can neither change nor delete what is written once and for all", async () => {
    for (const table of ["audit_record", "framework", "instrument"]) {
      for (const statement of [
        sql`UPDATE ${sql.table(table)} SET organisation_id = organisation_id`,
        sql`DELETE FROM ${sql.table(table)}`,
        sql`TRUNCATE ${sql.table(table)}`,
      ]) {
        const tried = inOrganisation(unwatched(), here, (tx) => statement.execute(tx));
        await expect(tried).rejects.toMatchObject({ code: "42501" });
      }
    }
  });

  test("can neither empty a table, lift its walls, nor read which migrations ran", async () => {
    for (const statement of [
      "TRUNCATE response",
      "ALTER TABLE person DISABLE ROW LEVEL SECURITY",
      "DROP POLICY own_organisation ON person",
      "SELECT * FROM schema_migration",
      "CREATE TABLE public.beside (id int)",
      "SET ROLE postgres",
    ])
      await expect(sql.raw(statement).execute(db.unwatched)).rejects.toMatchObject({
        code: "42501",
      });
  });

  test("is bound: neither superuser, nor exempt from row security, nor an owner", async () => {
    const app = openDatabase(db.appUrl, 1);
    await expect(requireBoundRole(app.pool)).resolves.toBeUndefined();
    await app.close();
    const { rows } = await db.owner.query(
      `SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication AS strong,
              EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = r.oid) AS owns,
              EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.member = r.oid) AS belongs
         FROM pg_roles r WHERE rolname = 'twohats_app'`,
    );
    expect(rows).toEqual([{ strong: false, owns: false, belongs: false }]);
  });

  test("is refused, in words, when it could see past the walls", async () => {
    await expect(requireBoundRole(db.owner)).rejects.toThrow(/could see past the walls/);
    await db.owner.query("CREATE ROLE bypasser LOGIN BYPASSRLS PASSWORD 'p'");
    const url = new URL(db.ownerUrl);
    url.username = "bypasser";
    url.password = "p";
    const pool = new pg.Pool({ connectionString: url.href, max: 1 });
    await expect(requireBoundRole(pool)).rejects.toThrow(/bypasser/);
    await pool.end();
    await db.owner.query("DROP ROLE bypasser");
  });
});

test("someone signing in sees their own memberships, and nothing else, not even the names of those organisations", async () => {
  for (const id of ["ana", "bo"])
    await db.owner.query(
      `INSERT INTO auth."user" (id, name, email, "emailVerified", "updatedAt") VALUES ($1, $1, $1, true, now())`,
      [id],
    );
  const member = (accountId: string) => ({ accountId, personId: null, role: "member" as const });
  await addMember(db.platform, here.organisationId, member("ana"));
  await addMember(db.platform, there.organisationId, member("bo"));
  const seen = await asAccount(unwatched(), "ana", async (tx) => ({
    own: await membershipsOf(tx, "ana"),
    others: await membershipsOf(tx, "bo"),
    memberships: await tx.selectFrom("membership").select("accountId").execute(),
    organisations: await tx.selectFrom("organisation").select("organisationId").execute(),
    people: await tx.selectFrom("person").select("id").execute(),
    messages: await tx.selectFrom("message").select("id").execute(),
  }));
  expect(seen.own.map((each) => each.organisationId)).toEqual([here.organisationId]);
  expect(seen.memberships).toEqual([{ accountId: "ana" }]);
  expect([seen.organisations, seen.others, seen.people, seen.messages]).toEqual([[], [], [], []]);
  const changed = await asAccount(unwatched(), "ana", (tx) =>
    tx.updateTable("membership").set({ role: "admin" }).executeTakeFirst(),
  );
  expect(changed.numUpdatedRows).toBe(0n);
});
