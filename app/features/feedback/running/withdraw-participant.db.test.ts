import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { closeCycle } from "../closing/close-cycle.server.ts";
import { scoreCycle } from "../closing/score-cycle.server.ts";
import { withdrawRater } from "../lists/withdraw-rater.server.ts";
import {
  accepted,
  answer,
  type CollectingCycle,
  collectingCycle,
  required,
  usualAssignments,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { expectRefusals } from "../testing/refusals.ts";
import { storedAnswers } from "../testing/snapshot.ts";
import { readmitParticipant } from "./readmit-participant.server.ts";
import { withdrawParticipant } from "./withdraw-participant.server.ts";

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;
let leadId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
  const { lead, boss, peer1 } = house.people;
  const aboutBoss = {
    personId: boss,
    raters: [
      { personId: boss, relationship: "self" as const },
      { personId: lead, relationship: "direct_report" as const },
    ],
  };
  cycle = await collectingCycle(db.platform, house, [...usualAssignments(house), aboutBoss]);
  leadId = cycle.participants.get(lead) ?? "";
  for (const rater of [lead, boss, peer1])
    await answer(db.platform, cycle.rater(rater), await cycle.requestOf(rater, lead));
  await answer(db.platform, cycle.rater(lead), await cycle.requestOf(lead, boss));
});
afterAll(() => db.close());

const everything = () => storedAnswers(db.owner, cycle.cycleId);
const withdraw = () => withdrawParticipant(db.platform, house.admin, leadId);
const readmit = () => readmitParticipant(db.platform, house.admin, leadId);
const answersAbout = async () =>
  (
    await db.owner.query(
      `SELECT count(*) FILTER (WHERE subject_id = $1)::int AS lead,
              count(*) FILTER (WHERE subject_id <> $1)::int AS others
         FROM response WHERE round_id = $2`,
      [leadId, cycle.cycleId],
    )
  ).rows[0];
const states = async () =>
  Object.fromEntries(
    (
      await db.owner.query(
        "SELECT state, count(*)::int FROM request WHERE subject_id = $1 GROUP BY state",
        [leadId],
      )
    ).rows.map(({ state, count }) => [state, count]),
  );

test("who leaves midway takes every answer about them along; what they said about others stays", async () => {
  required(await withdraw());
  expect(await answersAbout()).toEqual({ lead: 0, others: 1 });
  expect(await states()).toEqual({ withdrawn: 10 });
  await expect(cycle.requestOf(house.people.peer2, house.people.lead)).rejects.toThrow();
  required(await closeCycle(db.platform, house.admin, cycle.cycleId));
  await scoreCycle(db.platform, { organisationId: house.organisationId, cycleId: cycle.cycleId });
  const { rows } = await db.owner.query("SELECT participant_id FROM report WHERE cycle_id = $1", [
    cycle.cycleId,
  ]);
  expect(rows).toEqual([{ participant_id: cycle.participants.get(house.people.boss) }]);
});

test("brought back, those who were asked then are asked again and told; whoever was off the list stays off", async () => {
  const { stranger, peer4 } = house.people;
  const { rows } = await db.owner.query("SELECT id, person_id FROM request WHERE subject_id = $1", [
    leadId,
  ]);
  const raterOf = (personId: string) => rows.find((row) => row.person_id === personId).id;
  required(await withdrawRater(db.platform, house.admin, leadId, raterOf(stranger)));
  await db.owner.query(
    "UPDATE request SET state = 'declined', decline_reason = 'too far away' WHERE id = $1",
    [raterOf(peer4)],
  );
  required(await withdraw());
  const letters = async () =>
    (
      await db.owner.query(
        "SELECT count(*)::int FROM message WHERE kind = 'invitation' AND about_id = $1",
        [cycle.cycleId],
      )
    ).rows[0].count;
  const before = await letters();
  expect(accepted(await readmit())).toEqual({ asked: 8 });
  expect(await states()).toEqual({ invited: 8, withdrawn: 1, declined: 1 });
  expect(await letters()).toBe(before + 8);
  expect(await answersAbout()).toEqual({ lead: 0, others: 1 });
  const { peer1, lead } = house.people;
  await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1, lead));
});

test("done twice it is refused the second time, and after closing both are", async () => {
  expect(await readmit()).toEqual({ ok: false, reason: "not-withdrawn" });
  const outcomes = await Promise.all([withdraw(), withdraw()]);
  expect(outcomes.map((outcome) => outcome.ok).toSorted()).toEqual([false, true]);
  expect(await withdraw()).toEqual({ ok: false, reason: "withdrawn-already" });
  required(await closeCycle(db.platform, house.admin, cycle.cycleId));
  const refused = { ok: false, reason: "not-collecting" };
  expect(await withdraw()).toEqual(refused);
  expect(await readmit()).toEqual(refused);
});

test("is for this organisation's administrators alone", async () => {
  const refusals = (attempt: (actor: Actor, id: string) => Promise<unknown>) =>
    expectRefusals(db.platform, house, leadId, everything, attempt);
  await refusals((actor, id) => withdrawParticipant(db.platform, actor, id));
  await refusals((actor, id) => readmitParticipant(db.platform, actor, id));
});
