import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { saveAnswers } from "~/features/rounds/answering/answer.server.ts";
import { declinedRequests } from "~/features/rounds/answering/decline-reads.server.ts";
import {
  answerAfterAll,
  declineRequest,
  requestToDecline,
} from "~/features/rounds/answering/decline-request.server.ts";
import { declineInput } from "~/features/rounds/domain/decline.ts";
import { openRequests, requestById } from "~/features/rounds/reads/rater-reads.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readInput } from "~/platform/errors/input-problems.ts";
import { refuseInput } from "~/platform/errors/outcome.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { closeCycle } from "../closing/close-cycle.server.ts";
import { addRater } from "../lists/add-rater.server.ts";
import { raterChoice } from "../lists/nomination-reads.server.ts";
import { replaceRater } from "../lists/replace-rater.server.ts";
import { withdrawRater } from "../lists/withdraw-rater.server.ts";
import { bystanders } from "../testing/actors.ts";
import { answer, type CollectingCycle, collectingCycle, required } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;
let participantId: string;
let lead: Actor;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createHouse(db.platform);
  cycle = await collectingCycle(db.platform, house);
  participantId = cycle.participants.get(house.people.lead)!;
  lead = house.member(house.people.lead);
});
afterAll(() => db.close());

const why: Parameters<typeof declineRequest>[3] = {
  reason: "contact",
  text: "We have met twice.",
};
const decline = async (personId: string, typed = why) =>
  declineRequest(db.platform, cycle.rater(personId), await cycle.requestOf(personId), typed);
const raterId = async (personId: string) =>
  (
    await db.owner.query<{ id: string }>(
      "SELECT id FROM request WHERE subject_id = $1 AND person_id = $2",
      [participantId, personId],
    )
  ).rows[0]!.id;
const stateOf = async (personId: string) =>
  (
    await db.owner.query<{ state: string; decline_reason: string | null }>(
      "SELECT state, decline_reason FROM request WHERE subject_id = $1 AND person_id = $2",
      [participantId, personId],
    )
  ).rows[0];
const responses = async () =>
  (
    await db.owner.query<{ n: string }>(
      "SELECT count(*) AS n FROM response WHERE subject_id = $1",
      [participantId],
    )
  ).rows[0]?.n;
const seenBy = async (actor: Actor, personId: string) =>
  (
    await inOrganisation(db.platform, actor, (tx) => raterChoice(tx, actor, participantId))
  )?.raters.find((each) => each.personId === personId);
const invitations = async () =>
  (
    await db.owner.query<{ to_address: string }>(
      "SELECT to_address FROM message WHERE kind = 'invitation' AND organisation_id = $1 ORDER BY id",
      [house.organisationId],
    )
  ).rows.map((row) => row.to_address);
const refused = (reason: string) => ({ ok: false, reason });

describe("declining", () => {
  test("deletes draft and sent answers at once, and takes the request off the list", async () => {
    const { peer1, peer2 } = house.people;
    await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1));
    const draft = await cycle.requestOf(peer2);
    await saveAnswers(db.platform, cycle.rater(peer2), draft, [["item-0", "1"]]);
    expect(await responses()).toBe("2");
    required(await decline(peer1));
    required(await decline(peer2, { reason: "time", text: "" }));
    expect(await responses()).toBe("0");
    expect(await stateOf(peer1)).toEqual({
      state: "declined",
      decline_reason: "contact\nWe have met twice.",
    });
    const rater = cycle.rater(peer1);
    await inOrganisation(db.platform, rater, async (tx) => {
      expect(await openRequests(tx, rater, db.platform.secret)).toEqual([]);
      expect(await declinedRequests(tx, rater)).toMatchObject([{ subjectName: "lead" }]);
    });
    const id = await raterId(peer1);
    expect(await saveAnswers(db.platform, rater, id, [["item-0", "1"]])).toEqual(
      refused("declined"),
    );
  });

  test("can be taken back until the cycle closes, and then answered", async () => {
    const { peer1 } = house.people;
    const rater = cycle.rater(peer1);
    required(await decline(peer1));
    const id = await raterId(peer1);
    required(await answerAfterAll(db.platform, rater, id));
    expect(await stateOf(peer1)).toEqual({ state: "invited", decline_reason: null });
    await answer(db.platform, rater, await cycle.requestOf(peer1));
    required(await decline(peer1));
    required(await closeCycle(db.platform, house.admin, cycle.cycleId));
    expect(await answerAfterAll(db.platform, rater, id)).toEqual(refused("closed"));
    expect(await declineRequest(db.platform, rater, id, why)).toEqual(refused("closed"));
  });

  test("is the rater's own alone, of requests there are, with a reason there is", async () => {
    const { peer1, peer2, lead: self } = house.people;
    const id = await cycle.requestOf(peer1);
    const { elsewhere } = await bystanders(db.platform, house);
    const strangers = [
      cycle.rater(peer2),
      { ...cycle.rater(peer1), organisationId: elsewhere.organisationId },
      { ...cycle.rater(peer1), roundId: newId() },
    ];
    for (const rater of strangers) {
      expect(await declineRequest(db.platform, rater, id, why)).toEqual(refused("unknown"));
      expect(await answerAfterAll(db.platform, rater, id)).toEqual(refused("unknown"));
      expect(await requestToDecline(db.platform, rater, id)).toBeNull();
    }
    for (const other of [newId(), "not-an-id"])
      expect(await declineRequest(db.platform, cycle.rater(peer1), other, why)).toEqual(
        refused("unknown"),
      );
    expect(await decline(self)).toEqual(refused("unknown"));
    expect(readInput(declineInput, { reason: "" })).toEqual(
      refuseInput({ field: "reason", code: "reason" }),
    );
    expect(readInput(declineInput, { reason: "other", text: "x".repeat(401) })).toMatchObject({
      problems: [{ field: "text", code: "too-long" }],
    });
    expect(await stateOf(peer1)).toMatchObject({ state: "invited" });
  });

  test("an answer saved in the same moment never outlives it", async () => {
    const { peer1 } = house.people;
    const rater = cycle.rater(peer1);
    const id = await cycle.requestOf(peer1);
    for (let round = 0; round < 5; round += 1) {
      await Promise.all([
        saveAnswers(db.platform, rater, id, [["item-0", "1"]]),
        declineRequest(db.platform, rater, id, why),
        saveAnswers(db.platform, rater, id, [["item-1", "1"]]),
      ]);
      expect([await responses(), (await stateOf(peer1))?.state]).toEqual(["0", "declined"]);
      required(await answerAfterAll(db.platform, rater, id));
    }
  });

  test("HR and the approver read why, the participant that it happened, anyone else nothing", async () => {
    const { peer1 } = house.people;
    required(await decline(peer1));
    expect(await seenBy(house.admin, peer1)).toMatchObject({
      declined: true,
      reason: { reason: "contact", text: "We have met twice." },
    });
    expect(await seenBy(lead, peer1)).toMatchObject({ declined: true, reason: null });
    const boss = house.member(house.people.boss);
    expect(await seenBy(boss, peer1)).toBeUndefined();
    await db.owner.query("UPDATE cycle SET approved_by = 'manager' WHERE round_id = $1", [
      cycle.cycleId,
    ]);
    expect(await seenBy(boss, peer1)).toMatchObject({ reason: { reason: "contact" } });
    await db.owner.query("UPDATE cycle SET nominated_by = 'hr' WHERE round_id = $1", [
      cycle.cycleId,
    ]);
    expect(await seenBy(lead, peer1)).toMatchObject({ declined: false, reason: null });
  });
});

describe("replacing", () => {
  const replace = async (actor: Actor, personId: string, gone = house.people.peer1) =>
    replaceRater(db.platform, actor, participantId, await raterId(gone), personId);

  test("asks someone else under the same relationship, with a letter, once", async () => {
    const { peer1, report4, boss } = house.people;
    const before = (await invitations()).length;
    expect(await replace(lead, report4)).toEqual(refused("still-asked"));
    required(await decline(peer1));
    expect(await replace(lead, boss)).toEqual(refused("on-list"));
    required(await replace(lead, report4));
    expect((await invitations()).slice(before)).toEqual(["report4@house.test"]);
    const request = await cycle.requestOf(report4);
    const rater = cycle.rater(report4);
    const found = await inOrganisation(db.platform, rater, (tx) => requestById(tx, rater, request));
    expect(found?.relationship).toBe("peer");
    expect(await seenBy(lead, peer1)).toMatchObject({ declined: true, replaced: true });
    expect(await replace(lead, report4)).toEqual(refused("replaced"));
    expect(await replace(house.admin, report4)).toEqual(refused("replaced"));
  });

  test("is for whoever made the list and for HR, while answers are taken", async () => {
    const { peer1, report4 } = house.people;
    required(await decline(peer1));
    const { members, elsewhere } = await bystanders(db.platform, house);
    for (const [who, actor] of [...members, ["elsewhere", elsewhere] as const])
      if (who !== "the participant")
        expect([who, await replace(actor, report4)]).toEqual([who, refused("unknown")]);
    expect(await replaceRater(db.platform, lead, participantId, newId(), report4)).toEqual(
      refused("unknown"),
    );
    await db.owner.query("UPDATE round SET paused = true WHERE id = $1", [cycle.cycleId]);
    expect(await replace(lead, report4)).toEqual(refused("not-now"));
    expect(await stateOf(report4)).toBeUndefined();
  });

  test("nobody who has left can be asked", async () => {
    const { peer1, report4 } = house.people;
    required(await decline(peer1));
    await db.owner.query("UPDATE person SET status = 'inactive' WHERE id = $1", [report4]);
    expect(await replace(lead, report4)).toEqual(refused("no-person"));
  });
});

describe("taking someone off a launched list", () => {
  const withdraw = async (actor: Actor, personId: string) =>
    withdrawRater(db.platform, actor, participantId, await raterId(personId));

  test("deletes what they answered and says the same whether they had", async () => {
    const { peer1, peer2 } = house.people;
    await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1));
    for (const personId of [peer1, peer2])
      expect(await withdraw(house.admin, personId)).toEqual({
        ok: true,
        value: { personId, relationship: "peer", bySubject: false },
      });
    expect(await responses()).toBe("0");
    expect(await stateOf(peer1)).toMatchObject({ state: "withdrawn" });
    expect(await seenBy(house.admin, peer1)).toBeUndefined();
    expect(await withdraw(house.admin, peer1)).toEqual(refused("unknown"));
    required(
      await addRater(db.platform, house.admin, participantId, {
        personId: peer1,
        relationship: "other",
      }),
    );
    expect(await stateOf(peer1)).toMatchObject({ state: "invited" });
  });

  test("is HR's alone: a participant could rid themselves of answers, and learn who gave them", async () => {
    const { peer1, lead: self } = house.people;
    expect(await withdraw(lead, peer1)).toEqual(refused("not-now"));
    const { members, elsewhere } = await bystanders(db.platform, house);
    for (const [who, actor] of [...members, ["elsewhere", elsewhere] as const])
      if (who !== "the participant")
        expect([who, await withdraw(actor, peer1)]).toEqual([who, refused("unknown")]);
    expect(await withdraw(house.admin, self)).toEqual(refused("unknown"));
    required(await closeCycle(db.platform, house.admin, cycle.cycleId));
    expect(await withdraw(house.admin, peer1)).toEqual(refused("not-now"));
  });
});

describe("what happens to people midway", () => {
  test("a rater who becomes the participant's manager keeps the relationship they were asked under", async () => {
    const { peer1, lead: self } = house.people;
    await db.owner.query("UPDATE person SET manager_id = $1 WHERE id = $2", [peer1, self]);
    const rater = cycle.rater(peer1);
    const id = await cycle.requestOf(peer1);
    const request = await inOrganisation(db.platform, rater, (tx) => requestById(tx, rater, id));
    expect(request?.relationship).toBe("peer");
    await answer(db.platform, rater, id);
    const { rows } = await db.owner.query(
      "SELECT relationship FROM response WHERE subject_id = $1",
      [participantId],
    );
    expect(rows).toEqual([{ relationship: "peer" }]);
    expect(await seenBy(house.member(peer1), peer1)).toBeUndefined();
  });

  test("answers of someone who leaves stay", async () => {
    const { peer1 } = house.people;
    await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1));
    await db.owner.query("UPDATE person SET status = 'inactive' WHERE id = $1", [peer1]);
    expect(await responses()).toBe("1");
    expect(await stateOf(peer1)).toMatchObject({ state: "invited" });
  });
});
