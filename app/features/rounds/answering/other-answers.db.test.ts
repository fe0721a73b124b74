import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { fieldsOf } from "~/features/questionnaires/domain/index.ts";
import { everyKind } from "~/features/questionnaires/gallery/every-kind.ts";
import { builtInContent } from "~/features/questionnaires/index.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { severRound } from "../closing/sever-round.server.ts";
import { accepted, required } from "../testing/answering.ts";
import { type CollectingRound, collectingRound } from "../testing/round.ts";
import { questionnaireFor, saveAnswers, submitAnswers } from "./answer.server.ts";
import { renewPseudonyms } from "./renew-pseudonyms.server.ts";
import { shuffleAnswers } from "./shuffle-answers.server.ts";

// Dates, several choices, places and long numbers go where comments go, and end with them.

let db: TestDatabase;
let organisation: TestOrganisation;
let people: Record<"subject" | "first" | "second", string>;
let round: CollectingRound;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  organisation = await createTestOrganisation(db.platform);
  const at = (word: string) => ({ email: `${word}@round.test` });
  people = await createPeople(db.platform, organisation, {
    ...{ subject: at("subject"), first: at("first"), second: at("second") },
  });
  const raters = [people.first, people.second].map((personId) => ({
    ...{ personId, relationship: "peer" as const },
  }));
  round = await collectingRound(db.platform, organisation, {
    instrumentId: await ownInstrument(),
    lists: [{ personId: people.subject, raters }],
  });
});
afterAll(() => db.close());

/** A questionnaire of the organisation's own with an item of every kind. */
async function ownInstrument(): Promise<string> {
  const [frameworkId, id] = [newId(), newId()];
  const { organisationId } = organisation;
  const { framework } = builtInContent();
  await db.owner.query(
    `INSERT INTO framework (organisation_id, id, key, version, name, definition, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, now())`,
    [
      organisationId,
      frameworkId,
      framework.key,
      framework.version,
      "Own",
      JSON.stringify(framework),
    ],
  );
  await db.owner.query(
    `INSERT INTO instrument (organisation_id, id, key, version, name, framework_id, definition, created_at)
     VALUES ($1, $2, 'every-kind', 1, 'Every kind', $3, $4, now())`,
    [organisationId, id, frameworkId, JSON.stringify(everyKind())],
  );
  return id;
}

const FIELDS: [string, string][] = [
  ["item-0", "1"],
  ["item-1", "6"],
  ["item-2", "3"],
  ["item-3", "2"],
  ["item-4", "9"],
  ["answer-help:1", "yes"],
  ["answer-help:2", "yes"],
  ["answer-minutes", "45"],
  ["answer-since", "2019-05-06"],
  ["answer-first:1", "2"],
  ["answer-first:2", "1"],
  ["answer-first:3", "3"],
  ["comment-word", "Calm"],
  ["comment-else", "The lift in hall 4"],
];
const OTHERS = {
  ...{ "help:1": "yes", "help:2": "yes", minutes: "45", since: "2019-05-06" },
  ...{ "first:1": "2", "first:2": "1", "first:3": "3" },
};

const by = async (personId: string) =>
  [round.rater(personId), await round.requestOf(personId, people.subject)] as const;
const save = async (personId: string, fields: [string, string][]) =>
  accepted(await saveAnswers(db.platform, ...(await by(personId)), fields));
const read = async (personId: string) =>
  accepted(await questionnaireFor(db.platform, ...(await by(personId))));
const stored = async () =>
  (
    await db.owner.query<{ others: object; comments: object }>(
      "SELECT others, comments FROM response WHERE round_id = $1 ORDER BY others <> '{}' DESC",
      [round.roundId],
    )
  ).rows;

test("an answer of every kind is kept as it was given, and each part changes by itself", async () => {
  expect((await save(people.first, FIELDS)).problems).toEqual([]);
  expect([...fieldsOf((await read(people.first)).answers)].toSorted()).toEqual(FIELDS.toSorted());
  expect(await stored()).toEqual([
    { others: OTHERS, comments: { word: "Calm", else: "The lift in hall 4" } },
  ]);
  await save(people.first, [["answer-help:1", ""]]);
  const { "help:1": _, ...rest } = OTHERS;
  expect((await stored())[0]?.others).toEqual(rest);
  required(await submitAnswers(db.platform, ...(await by(people.first)), false));
  expect((await stored())[0]?.others).toEqual(rest);
});

test("impossible ones are named and kept nowhere", async () => {
  const { problems } = await save(people.first, [
    ["answer-since", "yesterday"],
    ["answer-minutes", "a while"],
  ]);
  expect(problems.map(({ field }) => field).toSorted()).toEqual(["answer-minutes", "answer-since"]);
  expect(await stored()).toEqual([{ others: {}, comments: {} }]);
});

test("they are shuffled and renewed with the rest of their response, and stay the same", async () => {
  await save(people.first, FIELDS);
  await save(people.second, [["item-0", "0"]]);
  const before = await stored();
  expect(await shuffleAnswers(db.platform, organisation)).toBe(1);
  expect(await stored()).toEqual(before);
  await db.owner.query("UPDATE round_secret SET by_pair = false WHERE round_id = $1", [
    round.roundId,
  ]);
  await db.owner.query(
    `INSERT INTO due (organisation_id, id, work, due_at) VALUES ($1, $2, 'pseudonyms', '2026-01-01')`,
    [organisation.organisationId, newId()],
  );
  await renewPseudonyms(db.platform);
  expect(await stored()).toEqual(before);
  const { rows } = await db.owner.query("SELECT by_pair FROM round_secret WHERE round_id = $1", [
    round.roundId,
  ]);
  expect(rows).toEqual([{ by_pair: true }]);
});

test("severing erases them: no count holds one, nor do the planner's samples", async () => {
  await save(people.first, FIELDS);
  required(await submitAnswers(db.platform, ...(await by(people.first)), false));
  await db.owner.query("ANALYZE response");
  const subjectId = round.subjects.get(people.subject) ?? "";
  const closing = { organisationId: organisation.organisationId, id: round.roundId };
  await inOrganisation(db.platform, closing, (tx) =>
    severRound(db.platform, tx, closing, [{ subjectId, relationship: "peer", keptAs: "peer" }]),
  );
  expect(await stored()).toEqual([]);
  const { rows } = await db.owner.query<{ counts: object[] }>(
    "SELECT counts FROM answer_count WHERE round_id = $1",
    [round.roundId],
  );
  expect(rows).toEqual([{ counts: [{ 1: 1 }, { 6: 1 }, { 3: 1 }, { 2: 1 }, { 9: 1 }] }]);
  const samples = await db.owner.query(
    "SELECT attname FROM pg_stats WHERE tablename = 'response' AND attname IN ('others', 'comments', 'ratings')",
  );
  expect(samples.rows).toEqual([]);
});
