import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { chooseLetters } from "~/features/letters/declining/choose-letters.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { nomination, nominationReminder } from "../letters/kinds.ts";
import { submitNomination } from "../nomination/choose-raters.server.ts";
import { openNominations } from "../nomination/open-nominations.server.ts";
import { assignRaters } from "../setup/assign-raters.server.ts";
import { accepted, draftCycle, required, usualAssignments } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { expectRefusals } from "../testing/refusals.ts";
import { remindNominatorsNow } from "./remind-nominators-now.server.ts";

let db: TestDatabase;
let house: House;
let cycleId: string;
let participants: Map<string, string>;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
  cycleId = await draftCycle(db.platform, house);
  const { peer1, peer2, peer3 } = house.people;
  const alone = (personId: string) => ({
    personId,
    raters: [{ personId, relationship: "self" as const }],
  });
  participants = accepted(
    await assignRaters(db.platform, house.admin, cycleId, [
      ...usualAssignments(house),
      ...[peer1, peer2, peer3].map(alone),
    ]),
  );
  accepted(await openNominations(db.platform, house.admin, cycleId));
  db.platform.clock.set(new Date("2026-03-04T12:00:00Z"));
});
afterAll(() => db.close());

const remind = () => remindNominatorsNow(db.platform, house.admin, cycleId);
const letters = async () =>
  (
    await db.owner.query<{ to_address: string }>(
      "SELECT to_address FROM message WHERE organisation_id = $1 AND kind = 'nomination-reminder' ORDER BY 1",
      [house.organisationId],
    )
  ).rows.map((row) => row.to_address);
const none = { already: 0, notNow: 0, held: 0, left: 0, noAddress: 0, declined: 0 };

test("who is not done is reminded once a day; who handed in, left or has no address is not", async () => {
  const { lead, peer1, peer2 } = house.people;
  required(await submitNomination(db.platform, house.member(lead), participants.get(lead) ?? ""));
  await db.owner.query("UPDATE person SET status = 'inactive' WHERE id = $1", [peer1]);
  await db.owner.query("UPDATE person SET email = NULL WHERE id = $1", [peer2]);
  expect(accepted(await remind())).toEqual({ ...none, told: 1, left: 1, noAddress: 1 });
  expect(accepted(await remind())).toEqual({ ...none, told: 0, already: 1, left: 1, noAddress: 1 });
  expect(await letters()).toEqual(["peer3@house.test"]);
  db.platform.clock.set(new Date("2026-03-05T12:00:00Z"));
  expect(accepted(await remind())).toMatchObject({ told: 1, already: 0 });
});

test("pressed by two at once, nobody gets two letters", async () => {
  const told = await Promise.all([remind(), remind()]);
  expect(told.map((each) => accepted(each).told).toSorted()).toEqual([0, 4]);
  expect(await letters()).toHaveLength(4);
});

test("at night and on a day off nobody is written to, and HR is told so", async () => {
  const { lead } = house.people;
  await db.owner.query("UPDATE person SET working_days = '12' WHERE id = $1", [lead]);
  expect(accepted(await remind())).toEqual({ ...none, told: 3, notNow: 1 });
  db.platform.clock.set(new Date("2026-03-05T23:00:00Z"));
  expect(accepted(await remind())).toEqual({ ...none, told: 0, notNow: 4 });
});

test("who does without these reminders is counted and gets none, and the invitation to choose came all the same", async () => {
  const kinds = [nomination, nominationReminder];
  const actor = house.member(house.people.peer1);
  required(await chooseLetters(db.platform, actor, kinds, { wanted: [] }));
  const { rows } = await db.owner.query(
    "SELECT kind FROM declined_letter WHERE organisation_id = $1",
    [house.organisationId],
  );
  expect(rows).toEqual([{ kind: "nomination-reminder" }]);
  expect(accepted(await remind())).toMatchObject({ declined: 1 });
  expect(await letters()).not.toContain("peer1@house.test");
});

test("is refused to everyone else, and once nobody chooses raters any more", async () => {
  await expectRefusals(db.platform, house, cycleId, letters, (actor, id) =>
    remindNominatorsNow(db.platform, actor, id),
  );
  await inOrganisation(db.platform, house, (tx) =>
    tx
      .updateTable("round")
      .set({ state: "draft" })
      .where("organisationId", "=", house.organisationId)
      .execute(),
  );
  expect(await remind()).toEqual({ ok: false, reason: "not-nominating" });
});
