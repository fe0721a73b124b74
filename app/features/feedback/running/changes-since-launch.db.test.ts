import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { addPerson } from "~/features/people/by-hand/add-person.server.ts";
import { deactivatePerson } from "~/features/people/by-hand/deactivate-person.server.ts";
import { editPerson } from "~/features/people/by-hand/edit-person.server.ts";
import { personForm } from "~/features/people/testing/person-form.ts";
import { changesInRound } from "~/features/rounds/index.server.ts";
import { monitoringPage } from "~/features/rounds/monitoring/monitoring-page.server.ts";
import { remindNow } from "~/features/rounds/reminders/remind-now.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { raterChoice } from "../lists/nomination-reads.server.ts";
import { replaceRater } from "../lists/replace-rater.server.ts";
import { bystanders } from "../testing/actors.ts";
import {
  accepted,
  answer,
  type CollectingCycle,
  collectingCycle,
  required,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { tellNow } from "../testing/tell-progress.ts";

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;
let about: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
  cycle = await collectingCycle(db.platform, house);
  about = cycle.participants.get(house.people.lead) ?? "";
  db.platform.clock.set(new Date("2026-03-05T12:00:00Z"));
});
afterAll(() => db.close());

const changes = (actor: Actor = house.admin, cycleId = cycle.cycleId) =>
  inOrganisation(db.platform, actor, (tx) => changesInRound(tx, actor, cycleId));
const revision = async (personId: string) => {
  const { rows } = await db.owner.query<{ revision: number }>(
    "SELECT revision FROM person WHERE id = $1",
    [personId],
  );
  return rows[0]?.revision ?? 0;
};
const leaves = async (personId: string, day = "2026-03-05") =>
  accepted(
    await deactivatePerson(db.platform, house.admin, personId, {
      ...{ day, revision: await revision(personId) },
    }),
  );
const edit = async (personId: string, typed: Parameters<typeof personForm>[0]) =>
  accepted(
    await editPerson(db.platform, house.admin, personId, {
      ...personForm(typed),
      revision: await revision(personId),
    }),
  );
const requestOf = async (personId: string) => {
  const choice = await inOrganisation(db.platform, house, (tx) =>
    raterChoice(tx, house.admin, about),
  );
  return choice?.raters.find((each) => each.personId === personId)?.id ?? "";
};

test("leavers, movers, joiners and new managers stand in one list, for HR alone", async () => {
  const { peer1, report1, report2, lead } = house.people;
  expect(await changes()).toEqual([]);
  await leaves(peer1);
  await leaves(report1, "2026-03-10");
  await edit(report2, { name: "report2", email: "report2@house.test", manager: "boss@house.test" });
  await edit(lead, {
    ...{ name: "lead", email: "lead@house.test", manager: "peer2@house.test" },
    ...{ department: "Shore", jobTitle: "Lead" },
  });
  accepted(
    await addPerson(
      db.platform,
      house.admin,
      personForm({ name: "Nia New", email: "nia@house.test", manager: "lead@house.test" }),
    ),
  );
  expect(await changes()).toMatchObject([
    { kind: "rater-leaves", on: "2026-03-10", person: "report1", places: [{ left: { here: 2 } }] },
    { kind: "joined", on: "2026-03-05", person: "Nia New", subject: "lead" },
    { kind: "rater-left", on: "2026-03-05", person: "peer1", places: [{ left: { here: 3 } }] },
    { kind: "no-report-now", on: "2026-03-05", person: "report2", subject: "lead" },
    { kind: "moved", fields: [{ field: "department", from: "Deck", to: "Shore" }] },
    { kind: "rater-now-manager", person: "peer2", as: "peer" },
  ]);
  const { members, elsewhere } = await bystanders(db.platform, house);
  for (const [, actor] of members) expect(await changes(actor)).toEqual([]);
  expect(await changes(elsewhere)).toEqual([]);
  expect(await changes(house.admin, "no-id")).toEqual([]);
});

test("the list says the same whoever of those who left had answered", async () => {
  const { peer1, peer2 } = house.people;
  await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1));
  await tellNow(db.platform, house);
  await leaves(peer1);
  await leaves(peer2);
  const [one, other] = await changes();
  const without = (change: typeof one) =>
    JSON.stringify(change).replace(/peer\d|"requestId":"[^"]*"/g, "");
  expect(without(one)).toBe(without(other));
});

test("HR asks somebody in a leaver's place, once; nobody else does, and nobody in theirs who is here", async () => {
  const { peer1, peer2, report4, stranger } = house.people;
  const place = await requestOf(peer1);
  const replace = (actor: Actor, instead = place, personId = report4) =>
    replaceRater(db.platform, actor, about, instead, personId);
  const refused = (reason: string) => ({ ok: false, reason });
  expect(await replace(house.admin)).toEqual(refused("still-asked"));
  await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1));
  await leaves(peer1);
  expect(await replace(house.member(house.people.lead))).toEqual(refused("still-asked"));
  expect(await replace(house.member(peer2))).toMatchObject({ ok: false });
  expect(await replace(house.admin, place, stranger)).toEqual(refused("on-list"));
  required(await replace(house.admin));
  expect(await replace(house.admin)).toEqual(refused("replaced"));
  expect(await changes()).toMatchObject([
    { person: "peer1", places: [{ standIn: "report4", free: false, left: { here: 4 } }] },
  ]);
  const { rows } = await db.owner.query("SELECT 1 FROM response WHERE subject_id = $1", [about]);
  expect(rows).toHaveLength(1);
});

test("who left is marked among those with work left, gets no reminder, and is counted", async () => {
  const { peer1, peer2 } = house.people;
  await leaves(peer1);
  await db.owner.query("UPDATE person SET email = NULL WHERE id = $1", [peer2]);
  const { people, counts } = await monitoringPage(db.platform, house.admin, cycle.cycleId, {
    ...{ tab: "people", search: "", page: 1 },
  });
  const row = (personId: string) => people?.rows.find((each) => each.personId === personId);
  expect([row(peer1)?.gone, row(peer2)?.gone, row(peer2)?.hasAddress]).toEqual([
    true,
    false,
    false,
  ]);
  expect(counts.changes).toBe(1);
  const remind = (whom: Parameters<typeof remindNow>[3]) =>
    remindNow(db.platform, house.admin, cycle.cycleId, whom);
  expect(accepted(await remind([peer1]))).toMatchObject({ told: 0, left: 1, noAddress: 0 });
  expect(accepted(await remind("all-with-work-left"))).toMatchObject({
    ...{ told: 8, left: 1, noAddress: 1 },
  });
});

test("a leaver who had answered everything by the last step is no part of what Remind counts", async () => {
  const { peer1 } = house.people;
  await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1));
  await leaves(peer1);
  const remind = () => remindNow(db.platform, house.admin, cycle.cycleId, [peer1]);
  expect(accepted(await remind())).toMatchObject({ told: 0, left: 1 });
  await tellNow(db.platform, house);
  expect(accepted(await remind())).toMatchObject({ told: 0, left: 0 });
});
