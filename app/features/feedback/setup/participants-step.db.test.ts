import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { everyone } from "~/features/people/domain/find-people.ts";
import type { AudienceChange } from "~/features/people/domain/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { participantProgress } from "../cycle/progress-reads.server.ts";
import { launchCycle } from "../launch/launch-cycle.server.ts";
import { accepted, draftCycle } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { expectRefusals } from "../testing/refusals.ts";
import { participantsStep, tickParticipants } from "./participants-step.server.ts";

let db: TestDatabase;
let house: House;
let cycleId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createHouse(db.platform);
  cycleId = await draftCycle(db.platform, house);
});
afterAll(() => db.close());

const tick = (ticks: AudienceChange) => tickParticipants(db.platform, house.admin, cycleId, ticks);
const progress = () =>
  inOrganisation(db.platform, house, (tx) => participantProgress(tx, house.admin, cycleId));
const chosen = async () => (await progress()).map((each) => each.name).sort();
const audits = async () =>
  (
    await db.owner.query(
      "SELECT 1 FROM audit_record WHERE subject_id = $1 AND action = 'cycle.participants-chosen'",
      [cycleId],
    )
  ).rowCount;

test("boxes on the screen decide; whoever was not shown stays as they are", async () => {
  const { lead, peer1, peer2 } = house.people;
  await tick({ shown: [lead, peer1], ticked: [lead, peer1] });
  expect(await chosen()).toEqual(["lead", "peer1"]);
  await tick({ shown: [peer1, peer2], ticked: [peer2] });
  expect(await chosen()).toEqual(["lead", "peer2"]);
});

test("pressing a button without a new tick stores and records nothing", async () => {
  const { lead } = house.people;
  await tick({ shown: [lead], ticked: [lead] });
  await tick({ shown: [lead], ticked: [lead] });
  expect(await audits()).toBe(1);
});

test("everyone who matches a filter can be added or left out at once, on the screen or not", async () => {
  const managersOnly = { ...everyone, managersOnly: true };
  await tick({ shown: [], ticked: [], all: { change: "add", filter: managersOnly } });
  expect(await chosen()).toEqual(["boss", "lead"]);
  const board = { ...everyone, department: "Board" };
  await tick({ shown: [], ticked: [], all: { change: "remove", filter: board } });
  expect(await chosen()).toEqual(["lead"]);
});

test("a page shows who matches, who is chosen, and what can be narrowed down to", async () => {
  await tick({ shown: [], ticked: [house.people.lead] });
  const view = { filter: { ...everyone, search: "lead" }, page: 99 };
  const step = await participantsStep(db.platform, house.admin, cycleId, view);
  expect(step).toMatchObject({ matching: 1, all: 11, chosen: 1, page: 1, pages: 1 });
  expect(step.people).toEqual([
    expect.objectContaining({ name: "lead", chosen: true, manages: true }),
  ]);
  expect(step.departments).toEqual(["Board", "Deck", "Elsewhere"]);
});

test("people of another organisation and made-up ids are not chosen", async () => {
  const elsewhere = await createHouse(db.platform);
  await tick({ shown: [], ticked: [elsewhere.people.lead, "not-an-id"] });
  expect(await chosen()).toEqual([]);
});

test("only this organisation's administrators may tick, and only before the launch", async () => {
  const ticks = { shown: [], ticked: [house.people.lead] };
  await expectRefusals(db.platform, house, cycleId, progress, (actor, id) =>
    tickParticipants(db.platform, actor, id, ticks),
  );
  await tick(ticks);
  accepted(await launchCycle(db.platform, house.admin, cycleId));
  expect(await tick({ shown: [house.people.lead], ticked: [] })).toEqual({
    ok: false,
    reason: "launched",
  });
  expect(await chosen()).toEqual(["lead"]);
});
