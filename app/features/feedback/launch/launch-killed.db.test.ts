import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createPeople } from "~/features/people/testing/people.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { type Assignment, assignRaters } from "../setup/assign-raters.server.ts";
import { accepted, draftCycle } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { launchCycle } from "./launch-cycle.server.ts";

const PEOPLE = 600;
const PARTICIPANTS = 20;

let db: TestDatabase;
let house: House;
let cycleId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createHouse(db.platform);
  cycleId = await draftCycle(db.platform, house);
  accepted(await assignRaters(db.platform, house.admin, cycleId, await manyAssignments()));
});
afterAll(() => db.close());

/** So many raters that their letters are queued in several parts. */
async function manyAssignments(): Promise<Assignment[]> {
  const words = Array.from({ length: PEOPLE }, (_, index) => `many${index}`);
  const people = await createPeople(
    db.platform,
    house,
    Object.fromEntries(words.map((word) => [word, { email: `${word}@house.test` }])),
  );
  const ids = Object.values(people);
  const each = PEOPLE / PARTICIPANTS;
  return ids.slice(0, PARTICIPANTS).map((personId, index) => ({
    personId,
    raters: ids
      .slice(index * each, (index + 1) * each)
      .filter((id) => id !== personId)
      .map((id) => ({ personId: id, relationship: "peer" as const })),
  }));
}

const stored = async () => {
  const { rows } = await db.owner.query(
    `SELECT (SELECT state FROM round WHERE id = $1) AS state,
            (SELECT array_agg(DISTINCT state) FROM request WHERE round_id = $1) AS raters,
            (SELECT count(*)::int FROM invitation WHERE round_id = $1) AS links,
            (SELECT count(*)::int FROM round_secret WHERE round_id = $1) AS keys,
            (SELECT count(*)::int FROM message WHERE about_id = $1) AS letters,
            (SELECT count(*)::int FROM pgboss.job j JOIN message m ON m.id::text = j.data ->> 'messageId' WHERE m.about_id = $1) AS jobs,
            (SELECT count(*)::int FROM audit_record WHERE subject_id = $1 AND action = 'cycle.launched') AS audits`,
    [cycleId],
  );
  return rows[0];
};

/** The same platform, whose connection to the database is cut when letters are queued for the second time. */
function cutHalfway(platform: Platform): Platform {
  let parts = 0;
  return {
    ...platform,
    jobs: {
      ...platform.jobs,
      enqueue: async (tx, queue, payloads) => {
        parts += 1;
        if (parts === 2) await sql`SELECT pg_terminate_backend(pg_backend_pid())`.execute(tx);
        await platform.jobs.enqueue(tx, queue, payloads);
      },
    },
  };
}

test("a launch that is cut off halfway has done nothing, and done again does everything once", async () => {
  const before = await stored();
  expect(before).toMatchObject({ state: "draft", links: 0, letters: 0 });
  await expect(launchCycle(cutHalfway(db.platform), house.admin, cycleId)).rejects.toThrow();
  expect(await stored()).toEqual(before);
  const asked = accepted(await launchCycle(db.platform, house.admin, cycleId)).invited;
  expect(asked).toBeGreaterThan(500);
  expect(await stored()).toEqual({
    state: "collecting",
    raters: ["invited"],
    links: asked,
    keys: 1,
    letters: asked,
    jobs: asked,
    audits: 1,
  });
});

test("pressed in five tabs at once, everyone gets one letter", async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, () => launchCycle(db.platform, house.admin, cycleId)),
  );
  const refused = { ok: false, reason: "launched" };
  expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([refused, refused, refused, refused]);
  const { links, letters, audits } = await stored();
  expect([letters, audits]).toEqual([links, 1]);
});
