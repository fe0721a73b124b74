import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { addExternalRater } from "../nomination/add-external-rater.server.ts";
import { removeRater, submitNomination } from "../nomination/choose-raters.server.ts";
import { openNominations } from "../nomination/open-nominations.server.ts";
import { assignRaters } from "../setup/assign-raters.server.ts";
import { bystanders } from "../testing/actors.ts";
import {
  accepted,
  answer,
  type CollectingCycle,
  collectingCycle,
  draftCycle,
  required,
  usualAssignments,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { raterChoice } from "./nomination-reads.server.ts";
import { putBackRater } from "./put-back-rater.server.ts";
import { takenOutOf } from "./taken-out-reads.server.ts";
import { withdrawRater } from "./withdraw-rater.server.ts";

let db: TestDatabase;
let house: House;
let participantId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
});
afterAll(() => db.close());

const rows = async (query: string, ...values: unknown[]) =>
  (await db.owner.query(query, values)).rows;
const requestOf = async (personId: string) =>
  (
    await rows(
      "SELECT id, state, relationship, by_subject FROM request WHERE subject_id = $1 AND person_id = $2",
      participantId,
      personId,
    )
  )[0];
const putBack = (actor: Actor, person: string, given: object = {}) =>
  putBackRater(db.platform, actor, participantId, { person, relationship: "peer", ...given });
const listed = (actor: Actor) =>
  inOrganisation(db.platform, actor, async (tx) => {
    const choice = await raterChoice(tx, actor, participantId);
    return choice ? (await takenOutOf(tx, actor, choice)).map(({ name }) => name) : null;
  });

describe("before the launch", () => {
  let lead: Actor;

  beforeEach(async () => {
    const cycleId = await draftCycle(db.platform, house);
    const ids = accepted(
      await assignRaters(db.platform, house.admin, cycleId, usualAssignments(house)),
    );
    participantId = ids.get(house.people.lead) ?? "";
    required(await openNominations(db.platform, house.admin, cycleId));
    lead = house.member(house.people.lead);
  });

  const takeOff = async (personId: string, by = lead) =>
    accepted(await removeRater(db.platform, by, participantId, (await requestOf(personId)).id));

  test("whom a participant took off stands on the list again as they did, given by others", async () => {
    const { peer1, stranger } = house.people;
    const before = await requestOf(stranger);
    expect(await takeOff(stranger)).toEqual({
      personId: stranger,
      relationship: "other",
      bySubject: false,
    });
    await takeOff(peer1);
    expect(await listed(lead)).toEqual(["peer1", "stranger"]);
    // What the form says of them is not believed where more is known.
    required(await putBack(lead, stranger, { relationship: "peer" }));
    expect(await requestOf(stranger)).toEqual({ ...before, id: expect.any(String) });
    expect(await listed(lead)).toEqual(["peer1"]);
    required(await putBack(lead, stranger));
    expect(
      await rows(
        "SELECT 1 FROM audit_record WHERE action = 'rater.put-back' AND subject_id = $1",
        participantId,
      ),
    ).toHaveLength(2);
  });

  test("whom the participant had brought from outside goes on counting as that, whoever puts them back", async () => {
    required(
      await addExternalRater(db.platform, lead, participantId, {
        name: "Kim Outside",
        address: "kim@elsewhere.test",
        language: "",
      } as never),
    );
    const [kim] = await rows(
      "SELECT id FROM person WHERE email = 'kim@elsewhere.test' AND organisation_id = $1",
      house.organisationId,
    );
    const taken = await takeOff(kim.id, house.admin);
    expect(taken).toMatchObject({ relationship: "outside", bySubject: true });
    required(await putBack(house.admin, kim.id, { relationship: "outside", brought: "1" }));
    expect(await requestOf(kim.id)).toMatchObject({ relationship: "outside", by_subject: true });
    // Nor does a participant get rid of it by leaving it out.
    await takeOff(kim.id);
    required(await putBack(lead, kim.id, { relationship: "outside" }));
    expect(await requestOf(kim.id)).toMatchObject({ by_subject: true });
  });

  test("the list stays as strict as it became, and once it is handed in it is too late", async () => {
    const { peer1 } = house.people;
    await takeOff(peer1);
    required(await putBack(lead, peer1));
    expect(await rows("SELECT list FROM subject WHERE id = $1", participantId)).toEqual([
      { list: "shaped" },
    ]);
    await takeOff(peer1);
    required(await submitNomination(db.platform, lead, participantId));
    expect(await putBack(lead, peer1)).toEqual(refuse("not-now"));
    expect(await listed(lead)).toEqual([]);
  });
});

describe("after the launch", () => {
  let cycle: CollectingCycle;

  beforeEach(async () => {
    cycle = await collectingCycle(db.platform, house);
    participantId = cycle.participants.get(house.people.lead) ?? "";
  });

  const takeOut = async (personId: string) =>
    withdrawRater(db.platform, house.admin, participantId, (await requestOf(personId)).id);
  const invitations = async (to: string) =>
    rows("SELECT subject FROM message WHERE kind = 'invitation' AND to_address = $1", to);

  test("HR puts back whom it took out: they are asked anew, and no answer comes back", async () => {
    const { peer1, peer2 } = house.people;
    await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1));
    // One had answered and one had not: what HR is told and shows is the same.
    expect(Object.keys(accepted(await takeOut(peer1)))).toEqual(
      Object.keys(accepted(await takeOut(peer2))),
    );
    expect(await listed(house.admin)).toEqual(["peer1", "peer2"]);
    expect(await putBack(house.admin, peer1)).toEqual(await putBack(house.admin, peer2));
    for (const name of ["peer1", "peer2"] as const) {
      expect(await requestOf(house.people[name])).toMatchObject({
        ...{ state: "invited", relationship: "peer", by_subject: false },
      });
      expect(await invitations(`${name}@house.test`)).toHaveLength(2);
    }
    expect(await rows("SELECT 1 FROM response WHERE round_id = $1", cycle.cycleId)).toEqual([]);
    await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1));
    expect(await listed(house.admin)).toEqual([]);
  });

  test("nobody but HR sees or does it, and nobody while the round is paused", async () => {
    const { peer1 } = house.people;
    accepted(await takeOut(peer1));
    const { members, elsewhere } = await bystanders(db.platform, house);
    for (const [who, actor] of [...members, ["elsewhere", elsewhere] as const]) {
      expect([who, (await listed(actor)) ?? []]).toEqual([who, []]);
      expect([who, (await putBack(actor, peer1)).ok]).toEqual([who, false]);
    }
    await db.owner.query("UPDATE round SET paused = true WHERE id = $1", [cycle.cycleId]);
    expect(await putBack(house.admin, peer1)).toEqual(refuse("not-now"));
    expect(await requestOf(peer1)).toMatchObject({ state: "withdrawn" });
  });

  test("somebody who has left is not put back", async () => {
    const { peer1 } = house.people;
    accepted(await takeOut(peer1));
    await db.owner.query("UPDATE person SET status = 'inactive' WHERE id = $1", [peer1]);
    expect(await listed(house.admin)).toEqual([]);
    expect(await putBack(house.admin, peer1)).toEqual(refuse("no-person"));
  });
});
