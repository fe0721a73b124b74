import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { plainWords, wordsFound } from "~/platform/search/words-found.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { activePeople } from "../colleague-reads.server.ts";
import { createPeople } from "../testing/people.ts";
import { findColleagues } from "./colleagues.server.ts";

let db: TestDatabase;
let house: TestOrganisation;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createTestOrganisation(db.platform);
});
afterAll(() => db.close());

type Options = Parameters<typeof findColleagues>[3];

const search = (words: string, options?: Options, actor = house.admin) =>
  inOrganisation(db.platform, actor, (tx) => findColleagues(tx, actor, words, options));
const named = async (words: string, options?: Options, actor = house.admin) =>
  (await search(words, options, actor)).found.map(({ name }) => name);

/** Many people in one statement, and as many again in another organisation. */
async function crowd(size: number) {
  const other = await createTestOrganisation(db.platform, "Other");
  for (const { organisationId } of [house, other])
    await db.owner.query(
      `INSERT INTO person (organisation_id, id, name, email, job_title, created_at, updated_at)
       SELECT $1, gen_random_uuid(), 'Person ' || n, 'person.' || n || '@crowd.test',
              (ARRAY['Mate','Cook','Purser'])[1 + n % 3], now(), now() FROM generate_series(1, $2::int) AS n`,
      [organisationId, size],
    );
}

test("of many people the first few are read, those by name before the others, and all are counted", async () => {
  await crowd(12_000);
  await createPeople(db.platform, house, {
    a: { name: "Ágnes Mate" },
    b: { name: "Zoë Mater" },
    c: { name: "Nobody", department: "Mates" },
  });
  const { found, matching } = await search("mate");
  expect(matching).toBe(4_003);
  expect(found.map(({ name }) => name).slice(0, 3)).toEqual(["Ágnes Mate", "Zoë Mater", "Nobody"]);
  expect(found).toHaveLength(8);
  expect(await search("person 4711 purs")).toMatchObject({ matching: 0 });
  expect(await named("CROWD 4711 mat")).toEqual([]);
  expect(await named("purs 4712 test")).toEqual(["Person 4712"]);
  expect(await named("4711 person")).toEqual(["Person 4711"]);
});

test("nobody is read but whom it shows", async () => {
  await crowd(500);
  const statements = await db.statementsOf(() => search("person"));
  const ofPeople = statements.filter((statement) => statement.includes('from "person"'));
  expect(ofPeople).toHaveLength(1);
  expect(ofPeople[0]).toMatch(/limit \$\d+$/);
});

test("the database takes words from a text as everything else here does, letter by letter", async () => {
  const differ: string[] = [];
  for (let first = 1; first < 0x30000; first += 0x4000) {
    const letters = Array.from({ length: 0x4000 }, (_, at) => first + at)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code))
      .filter((letter) => !/\p{Cn}|\p{Co}/u.test(letter));
    const texts = letters.map((letter) => `Ab${letter}C`);
    const { rows } = await db.owner.query(
      "SELECT plain_words(given) AS words FROM unnest($1::text[]) WITH ORDINALITY AS all_of (given, at) ORDER BY at",
      [texts],
    );
    for (const [at, text] of texts.entries())
      if (rows[at].words !== kept(text)) differ.push(letters[at] ?? "");
  }
  // The PostgreSQL that comes along knows no capitals that Unicode got after its version 10, and keeps them.
  expect(differ.filter((letter) => !AFTER_UNICODE_10.test(letter))).toEqual([]);
});

const AFTER_UNICODE_10 =
  /[\u1c89-\u1cbf\u2c2f\ua7b8-\ua7dc\ua7f5\u{10570}-\u{10595}\u{10d50}-\u{10d65}\u{16e40}-\u{16e5f}\u{16ea0}-\u{16eb8}]/u;
const kept = (text: string) =>
  plainWords(text)
    .map((word) => ` ${word}`)
    .join("");

const word = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }),
  fc.constantFrom(
    "Ødegård",
    "straße",
    "ŁÓDŹ",
    "İpek",
    "ΣΊΣΥΦΟΣ",
    "O'Brien",
    "al-Amin",
    "पूजा",
    "x.y@z",
  ),
);
// What a text of PostgreSQL can't hold is in no name.
const text = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((words) => words.join(" ").replaceAll("\0", ""))
  .filter((line) => line !== "" && !AFTER_UNICODE_10.test(line));

test("whoever is found is whom the words begin, whatever people are called and whatever is typed", async () => {
  const facts = fc.record(
    { name: text, preferredName: text, familyName: text, jobTitle: text, department: text },
    { requiredKeys: ["name"] },
  );
  const crew = fc.sample(fc.tuple(facts, fc.nat(5)), { numRuns: 60, seed: 7 });
  await createPeople(
    db.platform,
    house,
    Object.fromEntries(
      crew.map(([person], at) => [`p${at}`, { ...person, email: `${at}@x.test` }]),
    ),
  );
  const all = await inOrganisation(db.platform, house, (tx) => activePeople(tx, house));
  const typed = fc.oneof(
    text,
    fc
      .tuple(fc.constantFrom(...all), fc.nat(6), fc.nat(3))
      .map(([{ name, jobTitle, department, email }, end, from]) =>
        [name, jobTitle ?? "", department ?? "", email ?? ""]
          .slice(from)
          .flatMap((part) => part.split(" "))
          .map((part) => [...part].slice(0, 1 + end).join(""))
          .slice(0, 2)
          .join(" "),
      ),
  );
  await fc.assert(
    fc.asyncProperty(typed, async (words) => {
      const meant = all.filter(({ name, jobTitle, department, email }) =>
        wordsFound(words, name, jobTitle, department, email),
      );
      const { found, matching } = await search(words);
      if (words === "") return expect(matching).toBe(0);
      expect(matching).toBe(meant.length);
      const ids = new Set(meant.map(({ id }) => id));
      expect(found.filter(({ id }) => !ids.has(id))).toEqual([]);
      expect(found).toHaveLength(Math.min(8, meant.length));
      const byName = meant.filter(({ name }) => wordsFound(words, name)).length;
      const shownByName = found.filter(({ name }) => wordsFound(words, name));
      expect(found.slice(0, shownByName.length)).toEqual(shownByName);
      expect(shownByName).toHaveLength(Math.min(8, byName));
    }),
    { numRuns: 300 },
  );
});

test("words follow whatever is changed of somebody", async () => {
  const { ana } = await createPeople(db.platform, house, {
    ana: { name: "Ana", familyName: "Lima", email: "ana@x.test" },
  });
  expect(await named("lima")).toEqual([]);
  await db.owner.query("UPDATE person SET preferred_name = 'Annie', email = NULL WHERE id = $1", [
    ana,
  ]);
  expect(await named("lima annie")).toEqual(["Annie Lima"]);
  expect(await named("x.test")).toEqual([]);
});

test("former colleagues are found where they are asked for, by whoever may see them, after the others", async () => {
  const { now, gone, guest } = await createPeople(db.platform, house, {
    now: { name: "Zed Quay" },
    gone: { name: "Ada Quay", status: "inactive" },
    guest: { name: "Guest Quay", external: true },
  });
  expect(await named("quay")).toEqual(["Zed Quay"]);
  const { found, matching } = await search("quay", { withInactive: true });
  expect(found.map(({ id, status }) => [id, status])).toEqual([
    [now, "active"],
    [gone, "inactive"],
  ]);
  expect(matching).toBe(2);
  expect(await named("quay", { withInactive: true }, house.member(now))).toEqual(["Zed Quay"]);
  expect(await named("quay", { withInactive: true, except: [now, null, undefined] })).toEqual([
    "Ada Quay",
  ]);
  expect(await named("guest")).toEqual([]);
  expect(guest).toBeDefined();
});

test("what is typed is never more than words: signs, blanks and the character of number 0", async () => {
  await createPeople(db.platform, house, {
    ana: { name: "Ana 100% _Lima_" },
    bo: { name: "Bo \\ Chen" },
  });
  expect(await named("")).toEqual([]);
  expect(await named("%")).toEqual([]);
  expect(await named("100%")).toEqual(["Ana 100% _Lima_"]);
  expect(await named("\\")).toEqual(["Bo \\ Chen"]);
  expect(await named("ana\0")).toEqual([]);
  expect(await named("\ud800")).toEqual([]);
  // Blanks and dots alone leave nothing to look for, so nobody is left out; as before.
  expect(await named("_ .")).toHaveLength(2);
  expect(await named(`ana ${"x".repeat(100_000)}`)).toEqual([]);
});
