import { standardPolicy } from "@twohats/disclosure";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readInput } from "~/platform/errors/input-problems.ts";
import { refuseInput } from "~/platform/errors/outcome.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { cycleView } from "../cycle/cycle-reads.server.ts";
import { participantProgress } from "../cycle/progress-reads.server.ts";
import { launchCycle } from "../launch/launch-cycle.server.ts";
import { bystanders } from "../testing/actors.ts";
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

async function launched(): Promise<void> {
  accepted(await assignRaters(db.platform, house.admin, cycleId, usualAssignments(house)));
  accepted(await launchCycle(db.platform, house.admin, cycleId));
}

describe("creating a cycle", () => {
  const input = (changes: object = {}) => ({
    name: "Autumn 360",
    kind: "360" as const,
    instrumentId: house.instrumentId,
    invitation: { subject: "s", body: "b" },
    ...changes,
  });

  test("makes a draft with the disclosure policy frozen into it, and writes that down", async () => {
    const { id } = accepted(await createCycle(db.platform, house.admin, input()));
    const { rows } = await db.owner.query(
      "SELECT state, name, disclosure_policy, created_by FROM round WHERE id = $1",
      [id],
    );
    expect(rows).toEqual([
      {
        state: "draft",
        name: "Autumn 360",
        disclosure_policy: standardPolicy,
        created_by: house.admin.accountId,
      },
    ]);
    expect(await audited()).toContain("cycle.created");
  });

  test("is refused to members, and with a name or instrument that cannot be used", async () => {
    const own = await createHouse(db.platform);
    const count = async () => (await db.owner.query("SELECT count(*) FROM round")).rows[0].count;
    const before = await count();
    for (const [who, actor] of others.members)
      expect([who, await createCycle(db.platform, actor, input())]).toEqual([
        who,
        { ok: false, reason: "not-allowed" },
      ]);
    for (const name of ["", "   ", "x".repeat(121)])
      expect(readInput(createCycleInput, input({ name }))).toMatchObject({
        problems: [{ field: "name" }],
      });
    for (const instrumentId of ["", "x"])
      expect(readInput(createCycleInput, input({ instrumentId }))).toMatchObject({
        problems: [{ field: "instrumentId" }],
      });
    for (const instrumentId of [newId(), own.instrumentId])
      expect(await createCycle(db.platform, house.admin, input({ instrumentId }))).toEqual(
        refuseInput({ field: "instrumentId", code: "unknown" }),
      );
    expect(await count()).toBe(before);
  });
});

describe("editing a cycle", () => {
  const edit = (changes: TypedChanges) => editTyped(db.platform, house.admin, cycleId, changes);
  const details = (name: string, instrumentId = house.instrumentId) =>
    edit({ part: "details", kind: "360", name, instrumentId });
  const dates = { part: "dates", nominateBy: "2026-03-10", closesOn: "2026-03-25" } as const;

  test("changes one part and leaves the others", async () => {
    required(await details(" New name "));
    required(await edit(dates));
    expect(await view()).toMatchObject({
      name: "New name",
      nominateBy: "2026-03-10",
      closesOn: "2026-03-25",
      state: "draft",
    });
  });

  test("names each field that cannot be used, and then changes nothing", async () => {
    const before = await stored();
    const named = { part: "details", kind: "360", instrumentId: house.instrumentId } as const;
    const cases: [TypedChanges, string[]][] = [
      [{ ...named, name: "", instrumentId: "x" }, ["name", "instrumentId"]],
      [{ ...named, name: "x".repeat(121) }, ["name"]],
      [{ ...named, name: "n", kind: "none" }, ["kind"]],
      [{ ...dates, closesOn: "2026-03-02" }, ["closesOn", "nominateBy"]],
      [{ ...dates, closesOn: "2027-04-01" }, ["closesOn"]],
      [{ ...dates, nominateBy: "2026-03-25" }, ["nominateBy"]],
      [{ ...dates, nominateBy: "2026-03-01" }, ["nominateBy"]],
      [{ ...dates, closesOn: "2026-02-31" }, ["closesOn"]],
    ];
    for (const [changes, fields] of cases) {
      const outcome = await edit(changes);
      expect(!outcome.ok && "problems" in outcome && outcome.problems.map((p) => p.field)).toEqual(
        fields,
      );
    }
    const foreign = (await createHouse(db.platform)).instrumentId;
    expect(await details("n", foreign)).toEqual({
      ok: false,
      reason: "unknown",
    });
    expect(await stored()).toEqual(before);
  });

  test("is refused to everyone but this organisation's administrators, and after launch", async () => {
    await expectRefused((actor, id) => editTyped(db.platform, actor, id, dates));
    await launched();
    expect(await edit(dates)).toEqual({ ok: false, reason: "launched" });
  });
});

describe("choosing participants", () => {
  const choose = (personIds: string[]) =>
    chooseParticipants(db.platform, house.admin, cycleId, personIds);

  test("suggests raters from the org tree, keeps those who stay and drops those left out", async () => {
    const { lead, boss, peer1 } = house.people;
    expect(accepted(await choose([lead, boss, newId()]))).toEqual({ added: 2, removed: 0 });
    const first = await progress();
    const groups = first.find((each) => each.personId === lead)!.groups;
    expect(groups.toSorted((a, b) => a.relationship.localeCompare(b.relationship))).toEqual([
      { relationship: "direct_report", asked: 4, counting: 4, answered: 0 },
      { relationship: "manager", asked: 1, counting: 1, answered: 0 },
      { relationship: "peer", asked: 4, counting: 4, answered: 0 },
      { relationship: "self", asked: 1, counting: 1, answered: 0 },
    ]);
    expect(accepted(await choose([lead, peer1]))).toEqual({ added: 1, removed: 1 });
    const second = await progress();
    expect(second.map((each) => each.personId).toSorted()).toEqual([lead, peer1].toSorted());
    expect(second.find((each) => each.personId === lead)).toEqual(
      first.find((each) => each.personId === lead),
    );
  });

  test("is refused to everyone but this organisation's administrators, and after launch", async () => {
    await expectRefused((actor, id) =>
      chooseParticipants(db.platform, actor, id, [house.people.lead]),
    );
    await launched();
    expect(await choose([])).toEqual({ ok: false, reason: "launched" });
    expect(await progress()).toHaveLength(1);
  });
});

describe("assigning raters", () => {
  test("adds exactly these, and may be done again with more", async () => {
    const assign = () => assignRaters(db.platform, house.admin, cycleId, usualAssignments(house));
    const first = accepted(await assign());
    const { lead, report4 } = house.people;
    const more = [
      { personId: lead, raters: [{ personId: report4, relationship: "peer" as const }] },
    ];
    const second = accepted(await assignRaters(db.platform, house.admin, cycleId, more));
    expect(second).toEqual(first);
    expect(accepted(await assign())).toEqual(first);
    const asked = (await progress()).flatMap(({ groups }) => groups).map(({ asked }) => asked);
    expect(asked.reduce((sum, count) => sum + count, 0)).toBe(11);
  });

  test("is refused for people of another organisation, to everyone but its own administrators, and after launch", async () => {
    await expectRefused((actor, id) =>
      assignRaters(db.platform, actor, id, usualAssignments(house)),
    );
    const foreign = await createHouse(db.platform);
    expect(
      await assignRaters(db.platform, house.admin, cycleId, usualAssignments(foreign)),
    ).toEqual({ ok: false, reason: "no-person" });
    expect(await progress()).toEqual([]);
    await launched();
    expect(await assignRaters(db.platform, house.admin, cycleId, [])).toEqual({
      ok: false,
      reason: "launched",
    });
  });
});
