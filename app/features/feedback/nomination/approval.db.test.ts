import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readInput } from "~/platform/errors/input-problems.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { addRater } from "../lists/add-rater.server.ts";
import { raterChoice } from "../lists/nomination-reads.server.ts";
import { assignRaters } from "../setup/assign-raters.server.ts";
import { bystanders } from "../testing/actors.ts";
import { accepted, draftCycle, required, usualAssignments } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { nominationTasksOf } from "./approval-reads.server.ts";
import { approveNomination } from "./approve-nomination.server.ts";
import { approveOverdueNominations } from "./approve-overdue-nominations.server.ts";
import { removeRater, submitNomination } from "./choose-raters.server.ts";
import { openNominations } from "./open-nominations.server.ts";
import { returnNomination, returnNominationInput } from "./return-nomination.server.ts";

let db: TestDatabase;
let house: House;
let cycleId: string;
let participantId: string;
let lead: Actor;
let boss: Actor;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
  cycleId = await draftCycle(db.platform, house);
  const ids = accepted(
    await assignRaters(db.platform, house.admin, cycleId, usualAssignments(house)),
  );
  participantId = ids.get(house.people.lead)!;
  lead = house.member(house.people.lead);
  boss = house.member(house.people.boss);
});
afterAll(() => db.close());

type Rules = {
  nominatedBy?: string;
  approvedBy?: string;
  days?: number | null;
  limits?: object;
};
async function opened({ nominatedBy, approvedBy, days, limits }: Rules = {}) {
  await db.owner.query(
    "UPDATE cycle SET nominated_by = $2, approved_by = $3, approve_after_days = $4, rater_limits = $5 WHERE round_id = $1",
    [cycleId, nominatedBy ?? "participant", approvedBy ?? "manager", days ?? null, limits ?? {}],
  );
  return accepted(await openNominations(db.platform, house.admin, cycleId));
}
const choice = (actor: Actor) =>
  inOrganisation(db.platform, actor, (tx) => raterChoice(tx, actor, participantId));
const tasks = (actor: Actor) =>
  inOrganisation(db.platform, actor, (tx) => nominationTasksOf(tx, actor));
const state = async () => (await choice(house.admin))?.nomination;
const submit = (actor: Actor) => submitNomination(db.platform, actor, participantId);
const approve = (actor: Actor, id = participantId) => approveNomination(db.platform, actor, id);
const giveBack = (actor: Actor, note = "Ask the finance team, too.", id = participantId) =>
  returnNomination(db.platform, actor, id, { note });
const letters = async () =>
  (
    await db.owner.query<{ kind: string; to_address: string; plain: string; way: unknown }>(
      "SELECT kind, to_address, plain, way FROM message WHERE organisation_id = $1 ORDER BY id",
      [house.organisationId],
    )
  ).rows;
const audited = async () =>
  (
    await db.owner.query<{ action: string; account_id: string | null }>(
      "SELECT action, account_id FROM audit_record WHERE organisation_id = $1 AND action LIKE 'nomination.%' ORDER BY id",
      [house.organisationId],
    )
  ).rows;
const refused = (reason: string) => ({ ok: false, reason });

describe("a list that its manager approves", () => {
  test("waits once it is handed in, is given back with a note, and approved the second time", async () => {
    await opened();
    required(await submit(lead));
    expect(await tasks(boss)).toMatchObject({
      toApprove: [{ participantId, raters: 9, cycleName: "Spring 360" }],
      toNominate: [],
    });
    expect(await tasks(house.admin)).toEqual({ toApprove: [], toNominate: [] });
    required(await giveBack(boss));
    expect(await choice(lead)).toMatchObject({
      nomination: "returned",
      note: "Ask the finance team, too.",
      mayChange: true,
    });
    expect(await tasks(boss)).toMatchObject({ toApprove: [] });
    required(
      await addRater(db.platform, lead, participantId, {
        personId: house.people.report4,
        relationship: "direct_report",
      }),
    );
    required(await submit(lead));
    expect((await choice(boss))?.note).toBeNull();
    required(await approve(boss));
    expect(await state()).toBe("approved");
    expect((await letters()).map(({ kind, to_address }) => [kind, to_address])).toEqual([
      ["nomination", "lead@house.test"],
      ["approval-request", "boss@house.test"],
      ["nomination-returned", "lead@house.test"],
      ["approval-request", "boss@house.test"],
    ]);
    expect((await audited()).map(({ action }) => action)).toEqual([
      "nomination.submitted",
      "nomination.returned",
      "nomination.submitted",
      "nomination.approved",
    ]);
  });

  test("asks nobody where the kind of its cycle is not known", async () => {
    await opened();
    await db.owner.query("ALTER TABLE cycle DROP CONSTRAINT cycle_kind_check");
    await db.owner.query("UPDATE cycle SET kind = '180' WHERE organisation_id = $1", [
      house.organisationId,
    ]);
    try {
      const rater = { personId: house.people.report4, relationship: "direct_report" };
      const asked = await addRater(db.platform, lead, participantId, rater);
      expect(asked).toEqual(refused("relationship"));
    } finally {
      await db.owner.query("UPDATE cycle SET kind = '360' WHERE kind = '180'");
      await db.owner.query(
        "ALTER TABLE cycle ADD CONSTRAINT cycle_kind_check CHECK (kind IN ('360', 'upward', 'self'))",
      );
    }
  });

  test("can be changed by the manager while it waits, and by the participant no more", async () => {
    await opened();
    required(await submit(lead));
    const rater = { personId: house.people.report4, relationship: "direct_report" };
    expect(await addRater(db.platform, lead, participantId, rater)).toEqual(refused("not-now"));
    required(await addRater(db.platform, boss, participantId, rater));
    const added = (await choice(boss))!.raters.find((each) => each.personId === rater.personId)!;
    required(await removeRater(db.platform, boss, participantId, added.id));
    required(await approve(boss));
    expect(await addRater(db.platform, boss, participantId, rater)).toEqual(refused("not-now"));
    required(await addRater(db.platform, house.admin, participantId, rater));
  });

  test("is decided by nobody else, nor in another state", async () => {
    await opened();
    for (const attempt of [await approve(boss), await giveBack(boss)])
      expect(attempt).toEqual(refused("not-now"));
    required(await submit(lead));
    const { members, elsewhere } = await bystanders(db.platform, house);
    const outsiders = members.filter(
      ([who]) => !["the participant", "the participant's manager, a rater"].includes(who),
    );
    for (const [who, actor] of [...outsiders, ["elsewhere", elsewhere] as const])
      for (const attempt of [await approve(actor), await giveBack(actor)])
        expect([who, attempt]).toEqual([who, refused("unknown")]);
    for (const attempt of [await approve(lead), await giveBack(lead)])
      expect(attempt).toEqual(refused("not-now"));
    for (const id of [newId(), "not-an-id"]) {
      expect(await approve(boss, id)).toEqual(refused("unknown"));
      expect(await giveBack(boss, "No.", id)).toEqual(refused("unknown"));
    }
    const read = (note: unknown) => readInput(returnNominationInput, { note });
    for (const none of ["  ", "", undefined])
      expect(read(none)).toMatchObject({ problems: [{ field: "note", code: "note-missing" }] });
    expect(read("x".repeat(501))).toMatchObject({
      problems: [{ field: "note", code: "note-too-long" }],
    });
    expect(await state()).toBe("submitted");
  });

  test("falls to HR when there is no manager", async () => {
    await opened();
    await db.owner.query("UPDATE subject SET manager_id = NULL WHERE id = $1", [participantId]);
    required(await submit(lead));
    expect(await approve(boss)).toEqual(refused("unknown"));
    expect(await tasks(house.admin)).toMatchObject({ toApprove: [{ participantId }] });
    required(await approve(house.admin));
  });

  test("HR may decide in the manager's place, and reopen what was settled", async () => {
    await opened();
    required(await submit(lead));
    required(await approve(house.admin));
    required(await giveBack(house.admin, "One peer left."));
    expect(await state()).toBe("returned");
  });
});

describe("a list that the manager makes", () => {
  test("one letter tells the manager of all their people, who then choose nobody themselves", async () => {
    const { people } = house;
    accepted(
      await assignRaters(db.platform, house.admin, cycleId, [
        { personId: people.peer1, raters: [] },
      ]),
    );
    expect(await opened({ nominatedBy: "manager", approvedBy: "hr" })).toEqual({ told: 1 });
    expect((await letters()).map(({ kind, to_address }) => [kind, to_address])).toEqual([
      ["team-nomination", "boss@house.test"],
    ]);
    expect((await letters())[0]?.way).toMatchObject({ to: "account", personId: people.boss });
    const waiting = await tasks(boss);
    expect(waiting.toNominate.map(({ name }) => name)).toEqual(["lead", "peer1"]);
    const rater = { personId: people.report4, relationship: "direct_report" };
    expect(await addRater(db.platform, lead, participantId, rater)).toEqual(refused("not-now"));
    required(await addRater(db.platform, boss, participantId, rater));
    required(await submit(boss));
    expect(await tasks(house.admin)).toMatchObject({ toApprove: [{ participantId }] });
    required(await giveBack(house.admin));
    expect((await letters()).at(-1)).toMatchObject({
      kind: "team-returned",
      to_address: "boss@house.test",
    });
    expect((await tasks(boss)).toNominate).toMatchObject([{ name: "lead", returned: true }, {}]);
  });

  test("nobody who has left is written to", async () => {
    await db.owner.query("UPDATE person SET status = 'inactive' WHERE id = $1", [
      house.people.boss,
    ]);
    await db.owner.query("UPDATE cycle SET nominated_by = 'manager' WHERE round_id = $1", [
      cycleId,
    ]);
    expect(await openNominations(db.platform, house.admin, cycleId)).toEqual(
      refused("no-participants"),
    );
    expect(await letters()).toEqual([]);
  });
});

describe("minimums", () => {
  const limits = { peer: { min: 5 }, direct_report: { min: 5 } };

  test("are named when a list is handed in or approved, and HR may go below them", async () => {
    await opened({ limits });
    expect(await submit(lead)).toEqual({
      ...refused("too-few"),
      short: [
        { relationship: "peer", chosen: 4, minimum: 5, nobodyLeft: false },
        { relationship: "direct_report", chosen: 3, minimum: 5, nobodyLeft: false },
      ],
    });
    expect(await state()).toBe("open");
    required(await submit(house.admin));
    expect(await approve(boss)).toMatchObject(refused("too-few"));
    required(await approve(house.admin));
  });

  test("do not stand in the way when there are no more people", async () => {
    await opened({ limits: { direct_report: { min: 5 } } });
    expect(await submit(lead)).toMatchObject(refused("too-few"));
    const rater = { personId: house.people.report4, relationship: "direct_report" };
    required(await addRater(db.platform, lead, participantId, rater));
    required(await submit(lead));
  });
});

describe("approval by itself", () => {
  const run = () => approveOverdueNominations(db.platform, house);

  test("comes after the days set, once, and is nobody's doing", async () => {
    await opened({ days: 3 });
    required(await submit(lead));
    db.platform.clock.set(new Date("2026-03-05T11:59:59Z"));
    expect(await run()).toBe(0);
    db.platform.clock.set(new Date("2026-03-05T12:00:00Z"));
    expect(await run()).toBe(1);
    expect(await run()).toBe(0);
    expect(await state()).toBe("approved");
    expect((await audited()).at(-1)).toEqual({ action: "nomination.approved", account_id: null });
  });

  test("leaves alone what is open or returned, other rules and other organisations", async () => {
    await opened({ days: 3 });
    required(await submit(lead));
    required(await giveBack(boss));
    db.platform.clock.set(new Date("2026-03-20T12:00:00Z"));
    expect(await run()).toBe(0);
    required(await submit(lead));
    db.platform.clock.set(new Date("2026-03-24T12:00:00Z"));
    const other = await createHouse(db.platform);
    expect(await approveOverdueNominations(db.platform, other)).toBe(0);
    await db.owner.query("UPDATE cycle SET approve_after_days = NULL WHERE round_id = $1", [
      cycleId,
    ]);
    expect(await run()).toBe(0);
    await db.owner.query(
      "UPDATE cycle SET approve_after_days = 3, approved_by = 'nobody' WHERE round_id = $1",
      [cycleId],
    );
    expect(await run()).toBe(0);
    expect(await state()).toBe("submitted");
  });
});
