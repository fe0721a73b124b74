import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";
import { readIn } from "~/platform/i18n/reader-language.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { accountLetters } from "../kinds.ts";
import { queueMessages } from "../queue-messages.server.ts";
import { tellOfChoices } from "../tell-of-choices.server.ts";
import { chooseLetters } from "./choose-letters.server.ts";
import { readOwnLetters } from "./own-letters.server.ts";
import { whoDeclined } from "./who-declined.server.ts";

const optional: KindOfLetter = { name: "reminder", facts: [], mayBeDeclined: true };
const security: KindOfLetter = accountLetters.changed;
const kinds = [optional, security];

let db: TestDatabase;
let house: TestOrganisation;
let people: Record<"ana" | "bo" | "left", string>;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createTestOrganisation(db.platform);
  people = await createPeople(db.platform, house, {
    ana: { name: "Ana Lima", email: "ana@x.org", language: "de" },
    bo: { name: "Bo Chen", email: "bo@x.org" },
    left: { name: "Left Long", email: "left@x.org", status: "inactive" },
  });
});
afterAll(() => db.close());

const member = (personId: string | null, role: Actor["role"] = "member"): Actor => ({
  ...{ organisationId: house.organisationId, accountId: "account", role, personId },
});
const choose = (wanted: string[], actor = member(people.ana)) =>
  chooseLetters(db.platform, actor, kinds, { wanted });
const queue = (...words: string[]) =>
  inOrganisation(db.platform, house, (tx) =>
    queueMessages(
      db.platform,
      tx,
      house,
      words.flatMap((address) =>
        kinds.map(({ name: kind, mayBeDeclined = false }) => ({
          ...{ kind, mayBeDeclined, aboutId: null, to: { name: "x", address } },
          ...{ subject: "s", html: "h", plain: "p" },
        })),
      ),
    ),
  );
const queued = async () =>
  (
    await db.owner.query<{ line: string }>(
      "SELECT to_address || ' ' || kind AS line FROM message WHERE organisation_id = $1 ORDER BY 1",
      [house.organisationId],
    )
  ).rows.map(({ line }) => line);

test("what somebody does without is not queued for them, by whoever it is sent; all else is", async () => {
  expect(await choose([])).toEqual({ ok: true });
  expect(await queue("ana@x.org", "bo@x.org", "nobody@x.org")).toBe(5);
  expect(await queued()).toEqual([
    ...["ana@x.org password-changed", "bo@x.org password-changed", "bo@x.org reminder"],
    ...["nobody@x.org password-changed", "nobody@x.org reminder"],
  ]);
  expect(await choose(["reminder"])).toEqual({ ok: true });
  expect(await queue("ana@x.org")).toBe(2);
});

test("a letter that can't be done without comes, whatever a form leaves out or a row in the database says", async () => {
  await choose([]);
  await db.owner.query(
    "INSERT INTO declined_letter (organisation_id, person_id, kind) VALUES ($1, $2, 'password-changed')",
    [house.organisationId, people.ana],
  );
  await queue("ana@x.org");
  expect(await queued()).toEqual(["ana@x.org password-changed"]);
  const declined = (kind: KindOfLetter) =>
    inOrganisation(db.platform, house, (tx) =>
      whoDeclined(tx, house, kind, [people.ana, people.bo]),
    );
  expect(await declined(optional)).toEqual(new Set([people.ana]));
  expect(await declined(security)).toEqual(new Set());
});

test("the page offers what may be done without, in words, and a name that is no letter's changes nothing", async () => {
  const read = () => readIn("de", () => readOwnLetters(db.platform, member(people.ana), kinds));
  expect(await read()).toMatchObject({
    choices: [{ name: "reminder", about: "Erinnerungen an offenes Feedback" }],
    wanted: ["reminder"],
  });
  await choose(["password-changed", "no-such-letter"]);
  expect(await read()).toMatchObject({ wanted: [] });
});

test("nobody chooses for anybody else, nor who is nobody here or left", async () => {
  const elsewhere = await createTestOrganisation(db.platform);
  for (const actor of [member(null), member(people.left, "leaver")])
    expect(await choose([], actor)).toEqual({ ok: false, reason: "not-allowed" });
  // The database itself knows nobody by that id there.
  const other = { ...member(people.ana), organisationId: elsewhere.organisationId };
  await expect(choose([], other)).rejects.toThrow();
  await expect(choose([], member(newId()))).rejects.toThrow();
  expect(
    (
      await db.owner.query("SELECT 1 FROM declined_letter WHERE person_id = ANY($1)", [
        Object.values(people),
      ])
    ).rows,
  ).toEqual([]);
});

test("whose own choice was replaced reads which in their language, and neither of the two words", async () => {
  const { organisationId } = house;
  const told = { organisationId, fields: ["pronouns", "language", "made-up"] };
  await tellOfChoices(db.platform, { ...told, personId: people.ana });
  await tellOfChoices(db.platform, { ...told, personId: people.left });
  await tellOfChoices(db.platform, { ...told, personId: newId() });
  const { rows } = await db.owner.query(
    "SELECT to_address, kind, plain FROM message WHERE organisation_id = $1",
    [organisationId],
  );
  expect(rows).toMatchObject([{ to_address: "ana@x.org", kind: "choice-replaced" }]);
  expect(rows[0].plain).toContain("Pronomen und Sprache");
  expect(rows[0].plain).not.toContain("made-up");
});
