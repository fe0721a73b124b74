import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { cycleView } from "../cycle/cycle-reads.server.ts";
import { nominatingCycles } from "../cycle/nominating-reads.server.ts";
import { participantProgress } from "../cycle/progress-reads.server.ts";
import { launchCycle } from "../launch/launch-cycle.server.ts";
import { addRater } from "../lists/add-rater.server.ts";
import { openNominationsOf, raterChoice } from "../lists/nomination-reads.server.ts";
import { assignRaters } from "../setup/assign-raters.server.ts";
import { chooseParticipants } from "../setup/choose-participants.server.ts";
import { bystanders } from "../testing/actors.ts";
import { accepted, draftCycle, editTyped, required, usualAssignments } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { expectRefusals } from "../testing/refusals.ts";
import { removeRater, submitNomination } from "./choose-raters.server.ts";
import { nominationPage } from "./nomination-page.server.ts";
import { openNominations } from "./open-nominations.server.ts";

let db: TestDatabase;
let house: House;
let others: Awaited<ReturnType<typeof bystanders>>;
let cycleId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createHouse(db.platform);
  others = await bystanders(db.platform, house);
  cycleId = await draftCycle(db.platform, house);
});
afterAll(() => db.close());

const view = () => inOrganisation(db.platform, house, (tx) => cycleView(tx, house.admin, cycleId));
const progress = () =>
  inOrganisation(db.platform, house, (tx) => participantProgress(tx, house.admin, cycleId));
const choice = (actor: Actor, participantId: string) =>
  inOrganisation(db.platform, actor, (tx) => raterChoice(tx, actor, participantId));
const stored = async () => [await view(), await progress()];
const audited = async () =>
  (
    await db.owner.query<{ action: string }>(
      "SELECT action FROM audit_record WHERE organisation_id = $1 AND subject_kind IN ('cycle', 'participant') ORDER BY id",
      [house.organisationId],
    )
  ).rows.map((row) => row.action);

const expectRefused = (attempt: (actor: Actor, id: string) => Promise<unknown>) =>
  expectRefusals(db.platform, house, cycleId, stored, attempt);

describe("nominations", () => {
  let participantId: string;
  let lead: Actor;

  beforeEach(async () => {
    const ids = accepted(
      await assignRaters(db.platform, house.admin, cycleId, usualAssignments(house)),
    );
    participantId = ids.get(house.people.lead)!;
    lead = house.member(house.people.lead);
  });

  const open = (actor: Actor = house.admin) => openNominations(db.platform, actor, cycleId);
  const add = (actor: Actor, personId: string, relationship = "peer", to = participantId) =>
    addRater(db.platform, actor, to, { personId, relationship });
  const raters = async () => (await choice(house.admin, participantId))!.raters;
  const refused = (reason: string) => ({ ok: false, reason });

  test("open with a letter to each participant, once, and are written down", async () => {
    expect(accepted(await open())).toEqual({ told: 1 });
    const { rows } = await db.owner.query(
      "SELECT kind, to_address, about_id, state FROM message WHERE organisation_id = $1",
      [house.organisationId],
    );
    expect(rows).toEqual([
      { kind: "nomination", to_address: "lead@house.test", about_id: cycleId, state: "queued" },
    ]);
    expect(await open()).toEqual(refused("not-draft"));
    expect((await audited()).filter((each) => each === "cycle.nominations-opened")).toHaveLength(1);
    expect((await view())?.state).toBe("nominating");
  });

  test("tell participants who are added later, and nobody twice", async () => {
    required(await open());
    const { lead: first, report1 } = house.people;
    accepted(await chooseParticipants(db.platform, house.admin, cycleId, [first, report1]));
    const { rows } = await db.owner.query<{ to_address: string }>(
      "SELECT to_address FROM message WHERE about_id = $1 ORDER BY id",
      [cycleId],
    );
    expect(rows.map((row) => row.to_address)).toEqual(["lead@house.test", "report1@house.test"]);
  });

  test("do not open for anyone but administrators, without participants, or without a date", async () => {
    await expectRefused((actor, id) => openNominations(db.platform, actor, id));
    cycleId = await draftCycle(db.platform, house);
    expect(await open()).toEqual(refused("no-participants"));
    required(
      await editTyped(db.platform, house.admin, cycleId, {
        part: "dates",
        nominateBy: "",
        closesOn: "2026-03-20",
      }),
    );
    accepted(await assignRaters(db.platform, house.admin, cycleId, usualAssignments(house)));
    expect(await open()).toEqual(refused("no-date"));
    expect((await view())?.state).toBe("draft");
  });

  test("home counts whose raters are chosen, of all cycles at once, for HR alone", async () => {
    const counts = (actor: Actor) =>
      inOrganisation(db.platform, actor, (tx) => nominatingCycles(tx, actor));
    required(await openNominations(db.platform, house.admin, cycleId));
    expect((await counts(house.admin)).get(cycleId)).toMatchObject({ chosen: 0 });
    required(await submitNomination(db.platform, lead, participantId));
    const after = await counts(house.admin);
    expect(after.get(cycleId)).toMatchObject({ chosen: 1, nominateBy: (await view())?.nominateBy });
    await draftCycle(db.platform, house);
    expect(await counts(house.admin), "a draft asks nobody to choose").toEqual(after);
    expect(await counts(lead)).toEqual(new Map());
  });

  test("let participants change their own list until they say that they are done", async () => {
    accepted(await open());
    required(await add(lead, house.people.report4, "direct_report"));
    expect(await raters()).toHaveLength(11);
    const peer = (await raters()).find((each) => each.personId === house.people.peer1)!;
    required(await removeRater(db.platform, lead, participantId, peer.id));
    expect((await raters()).map((each) => each.personId)).not.toContain(house.people.peer1);
    const mine = () => inOrganisation(db.platform, lead, (tx) => openNominationsOf(tx, lead));
    expect(await mine()).toMatchObject([{ participantId, submitted: false }]);
    required(await submitNomination(db.platform, lead, participantId));
    expect(await mine()).toMatchObject([{ participantId, submitted: true }]);
    for (const attempt of [
      await add(lead, house.people.peer1),
      await removeRater(db.platform, lead, participantId, peer.id),
      await submitNomination(db.platform, lead, participantId),
    ])
      expect(attempt).toEqual(refused("not-now"));
    required(await add(house.admin, house.people.peer1));
  });

  test("are the participant's and HR's: to everyone else the participant does not exist", async () => {
    accepted(await open());
    const before = await raters();
    const strangers: [string, Actor][] = [
      ...others.members.filter(([who]) => who !== "the participant"),
      ["an administrator elsewhere", others.elsewhere],
      [
        "the same person id in another organisation",
        { ...lead, organisationId: others.elsewhere.organisationId },
      ],
    ];
    for (const [who, actor] of strangers) {
      expect([who, await choice(actor, participantId)]).toEqual([who, null]);
      for (const attempt of [
        await add(actor, house.people.report4),
        await removeRater(db.platform, actor, participantId, before[0]!.id),
        await submitNomination(db.platform, actor, participantId),
      ])
        expect([who, attempt]).toEqual([who, refused("unknown")]);
    }
    expect(await raters()).toEqual(before);
  });

  test("refuse what makes no sense, and change nothing", async () => {
    accepted(await open());
    await db.owner.query("UPDATE person SET email = NULL WHERE id = $1", [house.people.report4]);
    await db.owner.query("UPDATE person SET status = 'inactive' WHERE id = $1", [
      house.people.stranger,
    ]);
    const foreign = await createHouse(db.platform);
    const before = await raters();
    expect(await add(lead, house.people.lead)).toEqual(refused("own-self"));
    expect(await add(lead, house.people.peer1, "self")).toEqual(refused("relationship"));
    expect(await add(lead, house.people.peer1, "merged")).toEqual(refused("relationship"));
    expect(await add(lead, house.people.report4)).toEqual(refused("no-address"));
    for (const nobody of [newId(), "not-an-id", foreign.people.peer1, house.people.stranger])
      expect(await add(lead, nobody)).toEqual(refused("no-person"));
    for (const to of [newId(), "not-an-id"])
      expect(await add(lead, house.people.report4, "peer", to)).toEqual(refused("unknown"));
    const self = before.find((each) => each.relationship === "self")!;
    for (const id of [self.id, newId(), "not-an-id"])
      expect(await removeRater(db.platform, lead, participantId, id)).toEqual(refused("unknown"));
    required(await add(lead, house.people.peer1, "other"));
    expect(await raters()).toEqual(before);
  });

  test("a rater of another participant cannot be removed by way of one's own list", async () => {
    const { boss, peer2 } = house.people;
    const ids = accepted(
      await assignRaters(db.platform, house.admin, cycleId, [
        { personId: boss, raters: [{ personId: peer2, relationship: "direct_report" }] },
      ]),
    );
    accepted(await open());
    const foreign = (await choice(house.admin, ids.get(boss)!))!.raters[0]!;
    expect(await removeRater(db.platform, lead, participantId, foreign.id)).toEqual(
      refused("unknown"),
    );
    expect((await choice(house.admin, ids.get(boss)!))!.raters).toEqual([foreign]);
  });

  test("are not the participant's before they open, nor after launch", async () => {
    expect(await choice(lead, participantId)).toBeNull();
    expect(await add(lead, house.people.report4)).toEqual(refused("not-now"));
    required(await add(house.admin, house.people.report4));
    accepted(await launchCycle(db.platform, house.admin, cycleId));
    for (const actor of [lead, house.admin])
      expect((await choice(actor, participantId))?.mayChange).toBe(false);
    expect(await add(lead, house.people.stranger)).toEqual(refused("not-now"));
  });

  test("two changes and a launch at once neither block each other nor fail", async () => {
    accepted(await open());
    const { peer1, report4 } = house.people;
    const first = (await raters()).find((each) => each.personId === peer1)!;
    const outcomes = await Promise.all([
      add(lead, report4),
      removeRater(db.platform, lead, participantId, first.id),
      chooseParticipants(db.platform, house.admin, cycleId, [house.people.lead, peer1]),
      launchCycle(db.platform, house.admin, cycleId),
      submitNomination(db.platform, lead, participantId),
    ]);
    for (const outcome of outcomes)
      expect(outcome.ok || ["not-now", "launched"].includes(outcome.reason)).toBe(true);
    expect((await view())?.state).toBe("collecting");
  });

  test("take no more than a relationship's maximum, and none that the cycle's kind does not ask for", async () => {
    await db.owner.query(
      `UPDATE cycle SET rater_limits = '{"direct_report": {"max": 3}}' WHERE round_id = $1`,
      [cycleId],
    );
    accepted(await open());
    expect(await add(lead, house.people.report4, "direct_report")).toEqual(refused("full"));
    expect(await add(house.admin, house.people.report4, "direct_report")).toEqual(refused("full"));
    required(await add(lead, house.people.report4, "other"));
    await db.owner.query("UPDATE cycle SET kind = 'upward' WHERE round_id = $1", [cycleId]);
    const report = (await raters()).find((each) => each.personId === house.people.report4)!;
    required(await removeRater(db.platform, lead, participantId, report.id));
    expect(await add(lead, house.people.report4, "peer")).toEqual(refused("relationship"));
  });

  test("ask nobody more often than the cap, own views aside, and tell nobody about whom", async () => {
    const { boss, peer1, report4 } = house.people;
    await db.owner.query("UPDATE cycle SET request_cap = 2 WHERE round_id = $1", [cycleId]);
    const asked = [{ personId: report4, relationship: "other" as const }];
    accepted(
      await assignRaters(db.platform, house.admin, cycleId, [
        { personId: boss, raters: asked },
        { personId: peer1, raters: asked },
        { personId: report4, raters: [{ personId: report4, relationship: "self" }] },
      ]),
    );
    accepted(await open());
    const outcome = await add(lead, report4, "direct_report");
    expect(outcome).toEqual(refused("asked-enough"));
    const found = await nominationPage(db.platform, lead, participantId, {
      search: "report4",
      instead: "",
    });
    expect(found?.found).toMatchObject([{ hasRoom: false, load: { here: 2, atOnce: 2 } }]);
    expect(JSON.stringify(found?.found)).not.toMatch(/boss|peer1/);
  });

  test("show how often someone is asked in all cycles open at once", async () => {
    const other = await draftCycle(db.platform, house);
    accepted(
      await assignRaters(db.platform, house.admin, other, [
        {
          personId: house.people.boss,
          raters: [{ personId: house.people.peer1, relationship: "peer" }],
        },
      ]),
    );
    const load = async () =>
      (await raters()).find((each) => each.personId === house.people.peer1)?.load;
    expect(await load()).toEqual({ here: 1, atOnce: 1 });
    accepted(await openNominations(db.platform, house.admin, other));
    expect(await load()).toEqual({ here: 1, atOnce: 2 });
  });
});
