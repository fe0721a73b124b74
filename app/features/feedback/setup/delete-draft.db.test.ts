import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { editLetter } from "~/features/rounds/letters/edit-letter.server.ts";
import { deleteDraft } from "~/features/rounds/running/delete-draft.server.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { openNominations } from "../nomination/open-nominations.server.ts";
import { draftCycle, required, usualAssignments } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { expectRefusals } from "../testing/refusals.ts";
import { assignRaters } from "./assign-raters.server.ts";
import { draftFound } from "./draft-found.server.ts";
import { uploadAssignments } from "./upload-assignments.server.ts";

let db: TestDatabase;
let house: House;
let cycleId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
  cycleId = await draftCycle(db.platform, house);
  required(await assignRaters(db.platform, house.admin, cycleId, usualAssignments(house)));
  required(
    await editLetter(db.platform, house.admin, cycleId, {
      kind: "reminder",
      language: "en",
      wording: { subject: "Soon", body: "Soon over." },
    }),
  );
  required(
    await uploadAssignments(db.platform, house.admin, cycleId, {
      name: "raters.csv",
      content: Buffer.from(
        "participant,rater,relationship\nlead@house.test,peer1@house.test,peer\n",
      ),
    }),
  );
});
afterAll(() => db.close());

/** How many rows of every table speak of the draft. */
async function traces(): Promise<Record<string, number>> {
  const { rows } = await db.owner.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname = 'public' AND c.relname <> 'audit_record'`,
  );
  const found = await Promise.all(
    rows.map(async ({ name }) => {
      const counted = await db.owner.query(
        `SELECT count(*)::int AS n FROM ${name} t WHERE t::text LIKE '%' || $1 || '%'`,
        [cycleId],
      );
      return [name, counted.rows[0].n] as const;
    }),
  );
  return Object.fromEntries(found.filter(([, count]) => count > 0));
}
const revision = async () => (await found())?.revision ?? -1;
const found = () => draftFound(db.platform, house.admin, cycleId);
const remove = async (by = house.admin) =>
  deleteDraft(db.platform, by, cycleId, { revision: await revision() });

test("the page names what goes, and all of it goes", async () => {
  expect(await found()).toMatchObject({
    ...{ name: "Spring 360", state: "draft", participants: 1, requests: 10, file: true },
    letters: 2,
  });
  expect(Object.keys(await traces())).toEqual(
    expect.arrayContaining([
      "round",
      "cycle",
      "subject",
      "request",
      "round_letter",
      "assignment_file",
    ]),
  );
  required(await remove());
  expect(await traces()).toEqual({});
  const { rows } = await db.owner.query(
    "SELECT action, detail FROM audit_record WHERE subject_id = $1 AND action = 'cycle.deleted'",
    [cycleId],
  );
  expect(rows).toEqual([{ action: "cycle.deleted", detail: { name: "Spring 360" } }]);
  const people = await db.owner.query("SELECT 1 FROM person WHERE organisation_id = $1", [
    house.organisationId,
  ]);
  expect(people.rowCount).toBe(Object.keys(house.people).length);
});

test("what others were told of is no draft, and what changed meanwhile is looked at again", async () => {
  const before = await revision();
  required(await openNominations(db.platform, house.admin, cycleId));
  expect(await remove()).toEqual(refuse("not-a-draft"));
  expect(await deleteDraft(db.platform, house.admin, cycleId, { revision: before })).toEqual(
    refuse("not-a-draft"),
  );
  const other = await draftCycle(db.platform, house);
  expect(await deleteDraft(db.platform, house.admin, other, { revision: 0 })).toEqual(
    refuse("changed"),
  );
});

test("nobody else may", async () => {
  const seen = await revision();
  await expectRefusals(db.platform, house, cycleId, traces, (actor, id) =>
    deleteDraft(db.platform, actor, id, { revision: seen }),
  );
});
