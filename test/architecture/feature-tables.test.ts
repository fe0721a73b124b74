import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tablesNamed } from "./tables-named.ts";

// SQL names only the tables of its own feature (the line "Tables:" of its README); others are lent a query.

const camel = (name: string) =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Every table there is, as Kysely has it. */
const known = new Set(
  [
    ...(
      /export interface DB \{([^}]*)\}/.exec(
        readFileSync("app/platform/db/schema.gen.ts", "utf8"),
      )?.[1] ?? ""
    ).matchAll(/^ {2}"?([\w.]+)"?:/gm),
  ].map(([, name = ""]) => name),
);

/** Of no feature, and where they belong. */
const PLATFORM: Readonly<Record<string, string>> = {
  due: "app/platform/due/",
  schemaMigration: "app/platform/migrate/",
};

/** Features that read another's tables still, and which. Only ever fewer. */
const STILL: Readonly<Record<string, readonly string[]>> = {};

const owners = new Map(Object.entries(PLATFORM));
const twice: string[] = [];
for (const readme of globSync("app/features/*/README.md")) {
  const line = /(?:^|\s)\**Tables[.:]\**([\s\S]*?)(?:\n\s*\n|$)/.exec(readFileSync(readme, "utf8"));
  for (const [, name = ""] of (line?.[1] ?? "").matchAll(/`([\w.]+)`/g)) {
    const table = camel(name);
    if (!known.has(table)) continue;
    if (owners.has(table)) twice.push(table);
    owners.set(table, readme.replace("README.md", ""));
  }
}

const sources = globSync("app/**/*.{ts,tsx}").filter(
  (file) => !/\.test\.tsx?$|\/testing\/|schema\.gen\.ts$/.test(file),
);

/** The tables that a file names and that belong elsewhere. */
const foreignIn = (file: string, text: string) =>
  tablesNamed(text, known).filter((table) => !file.startsWith(owners.get(table) ?? "nowhere"));

test("every table belongs to one feature, which says so in its README", () => {
  expect(known.size).toBeGreaterThan(35);
  expect(twice).toEqual([]);
  expect([...known].filter((table) => !owners.has(table))).toEqual([]);
});

test("SQL names only its own feature's tables", () => {
  const foreign = sources.flatMap((file) => {
    const tables = foreignIn(file, readFileSync(file, "utf8"));
    return tables.length > 0 ? [[file, tables]] : [];
  });
  expect(Object.fromEntries(foreign)).toEqual(STILL);
  const naming = sources.filter(
    (file) => tablesNamed(readFileSync(file, "utf8"), known).length > 0,
  );
  expect(naming.length).toBeGreaterThan(60);
});

describe("a planted violation is found", () => {
  const file = "app/features/feedback/cycle/planted-reads.server.ts";
  test.each([
    [`tx.selectFrom("cycle").innerJoin("person", (join) => join)`, ["person"]],
    [`tx.selectFrom("person as coach")`, ["person"]],
    ["tx.selectFrom(lentRounds(scope)).leftJoin('roundSecret', on)", ["roundSecret"]],
    [`query.where("id", "in", (eb) => eb.selectFrom("request").select("id"))`, ["request"]],
    [`tx.selectFrom(["cycle", "message"])`, ["message"]],
    [`tx.insertInto("subject").values(rows)`, ["subject"]],
    [`tx.updateTable("round").set({ name })`, ["round"]],
    [`tx.deleteFrom("response")`, ["response"]],
    [`tx.selectFrom("content.framework")`, ["content.framework"]],
    ["sql`SELECT 1 FROM participant JOIN person pe ON pe.id = $1`", ["person"]],
    [
      "sql<Row>`WITH a AS (SELECT 1 FROM round_secret) UPDATE cycle SET x = 1 FROM report`",
      ["report", "roundSecret"],
    ],
    ["sql`DELETE FROM cycle USING closure`", ["closure"]],
    ["sql`SELECT 1 FROM cycle c, message m`", ["message"]],
    [`sql\`SELECT 1 FROM \${lentSubjects(scope)} JOIN held_letter ON true\``, ["heldLetter"]],
    [`sql\`INSERT INTO "audit_record" (id) VALUES (1)\``, ["auditRecord"]],
  ])("%s", (code, tables) => {
    expect(foreignIn(file, code)).toEqual(tables);
  });
});

test("what only looks like it is none", () => {
  const file = "app/features/feedback/cycle/planted-reads.server.ts";
  for (const code of [
    `tx.selectFrom("cycle").select("person.name")`,
    `Array.from(["person"])`,
    `sql\`SELECT extract(epoch FROM at), person.name FROM cycle JOIN \${lentPeople(scope)} ON true\``,
    '// tx.selectFrom("person")',
    "/** FROM person */",
  ])
    expect([code, foreignIn(file, code)]).toEqual([code, []]);
});
