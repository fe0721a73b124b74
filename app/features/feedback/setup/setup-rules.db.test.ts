import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readInput } from "~/platform/errors/input-problems.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { cycleView } from "../cycle/cycle-reads.server.ts";
import { participantProgress } from "../cycle/progress-reads.server.ts";
import type { CycleKind } from "../domain/cycle-kind.ts";
import { launchCycle } from "../launch/launch-cycle.server.ts";
import { openNominations } from "../nomination/open-nominations.server.ts";
import {
  accepted,
  draftCycle,
  editTyped,
  required,
  type TypedChanges,
  usualAssignments,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { expectRefusals } from "../testing/refusals.ts";
import { assignRaters } from "./assign-raters.server.ts";
import { chooseParticipants } from "./choose-participants.server.ts";
import { createCycle, createCycleInput } from "./create-cycle.server.ts";
import { setupPage } from "./setup-page.server.ts";

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

const edit = (changes: TypedChanges) => editTyped(db.platform, house.admin, cycleId, changes);
const view = () => inOrganisation(db.platform, house, (tx) => cycleView(tx, house.admin, cycleId));
const kindIs = (kind: string) =>
  edit({ part: "details", name: "Spring 360", kind, instrumentId: house.instrumentId });
const rulesAre = (fields: Record<string, string>) => edit({ part: "raters", ...fields });
const choose = (...personIds: string[]) =>
  chooseParticipants(db.platform, house.admin, cycleId, personIds);
const groups = async () => {
  const [first] = await inOrganisation(db.platform, house, (tx) =>
    participantProgress(tx, house.admin, cycleId),
  );
  return Object.fromEntries((first?.groups ?? []).map((each) => [each.relationship, each.asked]));
};
const obstacles = async () => (await setupPage(db.platform, house.admin, cycleId))?.obstacles;

describe("the kind of a cycle", () => {
  test("decides whom suggestions ask, and raters follow when it changes", async () => {
    accepted(await choose(house.people.lead));
    expect(await groups()).toEqual({ self: 1, manager: 1, peer: 4, direct_report: 4 });
    required(await kindIs("upward"));
    expect(await groups()).toEqual({ self: 1, direct_report: 4 });
    required(await kindIs("self"));
    expect(await groups()).toEqual({ self: 1 });
    required(await kindIs("360"));
    expect(await groups()).toEqual({ self: 1, manager: 1, peer: 4, direct_report: 4 });
  });

  test("only a self-assessment can be launched with participants alone", async () => {
    const { lead } = house.people;
    const raters = [{ personId: lead, relationship: "self" as const }];
    accepted(await assignRaters(db.platform, house.admin, cycleId, [{ personId: lead, raters }]));
    expect(await obstacles()).toEqual(["only-self"]);
    required(await kindIs("self"));
    expect(await obstacles()).toEqual([]);
    expect(accepted(await launchCycle(db.platform, house.admin, cycleId))).toEqual({
      invited: 1,
      held: 0,
    });
  });

  test("is set when a cycle is started, and one that is none is refused", async () => {
    const start = (kind: CycleKind) =>
      createCycle(db.platform, house.admin, {
        name: "Upward",
        kind,
        instrumentId: house.instrumentId,
      });
    const { id } = accepted(await start("upward"));
    const { rows } = await db.owner.query("SELECT kind FROM cycle WHERE round_id = $1", [id]);
    expect(rows).toEqual([{ kind: "upward" }]);
    const kind = createCycleInput.pick({ kind: true });
    expect(accepted(readInput(kind, {}))).toEqual({ kind: "360" });
    expect(readInput(kind, { kind: "180" })).toMatchObject({
      problems: [{ field: "kind", code: "unknown" }],
    });
    expect(await kindIs("180")).toMatchObject({ problems: [{ field: "kind" }] });
  });
});

describe("the rules for raters", () => {
  test("are stored, and suggestions keep to them", async () => {
    required(
      await rulesAre({
        "max-peer": "2",
        "min-direct_report": "3",
        nominatedBy: "manager",
        approvedBy: "hr",
        approveAfterDays: "5",
        requestCap: "1",
      }),
    );
    expect((await view())?.rules).toEqual({
      raterLimits: { peer: { max: 2 }, direct_report: { min: 3 } },
      nominatedBy: "manager",
      approvedBy: "hr",
      approveAfterDays: 5,
      requestCap: 1,
    });
    const { lead, peer1, boss } = house.people;
    accepted(await choose(lead, peer1, boss));
    const { rows } = await db.owner.query<{ asked: number }>(
      `SELECT max(asked)::int AS asked FROM (SELECT count(*) AS asked FROM request
        WHERE round_id = $1 AND relationship <> 'self' GROUP BY person_id) counted`,
      [cycleId],
    );
    expect(rows).toEqual([{ asked: 1 }]);
    expect(await obstacles()).toEqual([]);
  });

  test("suggestions begin with those asked least in all cycles that run, drafts aside", async () => {
    const { lead, boss, peer1, peer2, peer3, peer4, stranger } = house.people;
    const others = async (...raters: string[]) => {
      const id = await draftCycle(db.platform, house);
      accepted(
        await assignRaters(db.platform, house.admin, id, [
          {
            personId: stranger,
            raters: raters.map((personId) => ({ personId, relationship: "other" as const })),
          },
        ]),
      );
      return id;
    };
    const running = await others(peer1, peer2);
    accepted(await launchCycle(db.platform, house.admin, running));
    const nominating = await others(peer3, boss);
    accepted(await openNominations(db.platform, house.admin, nominating));
    await others(peer4);
    required(await rulesAre({ "max-peer": "2", requestCap: "1" }));
    accepted(await choose(lead));
    const { rows } = await db.owner.query<{ person_id: string; relationship: string }>(
      "SELECT person_id, relationship FROM request WHERE round_id = $1",
      [cycleId],
    );
    const peers = rows.filter((row) => row.relationship === "peer").map((row) => row.person_id);
    expect(peers).toHaveLength(2);
    expect(peers, "asked nowhere that runs").toContain(peer4);
    expect(
      rows.map((row) => row.person_id),
      "the cap counts the requests of this cycle alone",
    ).toContain(boss);
  });

  test("are counted where lists don't keep to them, and a cap stands in the way of launching", async () => {
    accepted(
      await assignRaters(db.platform, house.admin, cycleId, [
        ...usualAssignments(house),
        {
          personId: house.people.boss,
          raters: [{ personId: house.people.peer1, relationship: "direct_report" }],
        },
      ]),
    );
    required(await rulesAre({ "max-peer": "3", "min-direct_report": "3", requestCap: "1" }));
    const page = await setupPage(db.platform, house.admin, cycleId);
    expect(page?.counts).toMatchObject({ participants: 2, belowMinimum: 1, aboveMaximum: 1 });
    expect(page?.asked).toMatchObject({ overCap: 1 });
    expect(await launchCycle(db.platform, house.admin, cycleId)).toEqual({
      ok: false,
      reason: "not-ready",
      obstacles: ["over-cap"],
    });
    required(await rulesAre({ requestCap: "2" }));
    accepted(await launchCycle(db.platform, house.admin, cycleId));
  });

  test("that contradict themselves are named by field, and nothing is stored", async () => {
    const before = (await view())?.rules;
    const limits = { "min-peer": "4", "max-peer": "3", nominatedBy: "hr", approvedBy: "hr" };
    expect(await rulesAre(limits)).toMatchObject({
      problems: [
        { field: "min-peer", code: "min-over-max" },
        { field: "approvedBy", code: "approves-own" },
      ],
    });
    expect(await rulesAre({ ...limits, requestCap: "none" })).toMatchObject({
      problems: [{ field: "requestCap", code: "not-a-number" }],
    });
    expect((await view())?.rules).toEqual(before);
  });
});

describe("the timeline", () => {
  const dates = {
    part: "dates",
    nominateBy: "2026-03-09",
    opensOn: "2026-03-10",
    closesOn: "2026-03-27",
    closesItself: true,
    reminderDays: "5, 2",
    releaseMode: "date",
    releaseOn: "2026-04-07",
    hrKeepsReports: "yes",
  } as const;

  test("is stored whole", async () => {
    required(await edit(dates));
    expect(await view()).toMatchObject({
      ...{ nominateBy: "2026-03-09", opensOn: "2026-03-10", closesOn: "2026-03-27" },
      ...{ closesItself: true, reminderDays: [5, 2], hrKeepsReports: true },
      ...{ releaseMode: "date", releaseOn: "2026-04-07" },
    });
  });

  test("is judged by the day where the organisation is", async () => {
    await db.owner.query(
      "UPDATE organisation SET time_zone = 'Pacific/Kiritimati' WHERE organisation_id = $1",
      [house.organisationId],
    );
    db.platform.clock.set(new Date("2026-03-26T12:00:00Z"));
    const late = { part: "dates", closesOn: "2026-03-27" } as const;
    expect(await edit(late)).toMatchObject({
      problems: [{ field: "closesOn", code: "in-the-past" }],
    });
    db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
    required(await edit(late));
  });

  test("a release by date needs its date even when the choice came with a copy", async () => {
    accepted(await choose(house.people.lead));
    await db.owner.query("UPDATE round SET release_mode = 'date' WHERE id = $1", [cycleId]);
    expect(await obstacles()).toEqual(["no-release-date"]);
  });
});

test("every part is refused to everyone but this organisation's administrators, and after the launch", async () => {
  const parts: TypedChanges[] = [
    { part: "details", name: "n", kind: "self", instrumentId: house.instrumentId },
    { part: "raters", requestCap: "3" },
    { part: "dates", closesOn: "2026-03-25" },
  ];
  for (const part of parts)
    await expectRefusals(db.platform, house, cycleId, view, (actor, id) =>
      editTyped(db.platform, actor, id, part),
    );
  accepted(await choose(house.people.lead));
  accepted(await launchCycle(db.platform, house.admin, cycleId));
  const launched = await view();
  for (const part of parts) expect(await edit(part)).toEqual({ ok: false, reason: "launched" });
  expect(await view()).toEqual(launched);
});

test("a questionnaire can't be changed after a launch: not in the cycle, and not itself", async () => {
  accepted(await choose(house.people.lead));
  accepted(await launchCycle(db.platform, house.admin, cycleId));
  const { rows } = await db.owner.query<{ id: string }>(
    "SELECT id FROM instrument WHERE organisation_id = $1 AND id <> $2",
    [house.organisationId, house.instrumentId],
  );
  const another = {
    part: "details",
    name: "Spring 360",
    kind: "360",
    instrumentId: rows[0]?.id,
  } as const;
  expect(await edit(another)).toEqual({ ok: false, reason: "launched" });
  const change = inOrganisation(db.platform, house, (tx) =>
    tx
      .updateTable("instrument")
      .set({ name: "Changed" })
      .where("organisationId", "=", house.organisationId)
      .where("id", "=", house.instrumentId)
      .execute(),
  );
  await expect(change).rejects.toThrow("permission denied");
});
