import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createPeople } from "~/features/people/testing/people.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { assignRaters } from "../setup/assign-raters.server.ts";
import { bystanders } from "../testing/actors.ts";
import { accepted, draftCycle, editTyped, required, usualAssignments } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { dryRun, wholeDryRun } from "./dry-run.server.ts";
import { launchCycle } from "./launch-cycle.server.ts";

let db: TestDatabase;
let house: House;
let cycleId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createHouse(db.platform);
  cycleId = await draftCycle(db.platform, house);
  const { mute } = await createPeople(db.platform, house, { mute: {} });
  const [first] = usualAssignments(house);
  const raters = [...(first?.raters ?? []), { personId: mute, relationship: "other" as const }];
  accepted(
    await assignRaters(db.platform, house.admin, cycleId, [
      { personId: house.people.lead, raters },
      {
        personId: house.people.boss,
        raters: [{ personId: house.people.peer1, relationship: "peer" }],
      },
    ]),
  );
});
afterAll(() => db.close());

const run = (filter: Partial<Parameters<typeof dryRun>[3]> = {}) =>
  dryRun(db.platform, house.admin, cycleId, { kind: null, search: "", page: 1, ...filter });
const traces = async () =>
  (
    await db.owner.query(
      `SELECT (SELECT count(*) FROM message WHERE organisation_id = $1) AS letters,
              (SELECT count(*) FROM audit_record WHERE organisation_id = $1) AS audits,
              (SELECT max(revision) FROM round WHERE organisation_id = $1) AS revision`,
      [house.organisationId],
    )
  ).rows;

test("it names everyone who would get what, in order, and leaves no trace", async () => {
  const before = await traces();
  const found = await run();
  expect(found).toMatchObject({
    counts: { nomination: 2, invitation: 11, report: 2 },
    unsent: 1,
    opensOn: "2026-03-02",
  });
  expect(found?.letters.slice(0, 4).map(({ kind, name }) => [kind, name])).toEqual([
    ["nomination", "boss"],
    ["nomination", "lead"],
    ["invitation", "boss"],
    ["invitation", "lead"],
  ]);
  expect(
    found?.letters.find(({ kind, name }) => kind === "invitation" && name === "peer1"),
  ).toEqual(
    expect.objectContaining({
      address: "peer1@house.test",
      requests: 2,
      language: "en",
      reminders: ["2026-03-13", "2026-03-17", "2026-03-19"],
    }),
  );
  expect(await traces()).toEqual(before);
});

test("it can be narrowed down and searched", async () => {
  expect((await run({ kind: "report" }))?.letters.map(({ name }) => name)).toEqual([
    "boss",
    "lead",
  ]);
  expect((await run({ search: "peer1@house" }))?.matching).toBe(1);
  expect(await run({ search: "mute" })).toMatchObject({
    letters: [{ name: "mute", address: null, left: false }],
  });
});

test("the launch then sends exactly the invitations it named", async () => {
  const planned = (await run({ kind: "invitation" }))?.letters ?? [];
  accepted(await launchCycle(db.platform, house.admin, cycleId));
  const { rows } = await db.owner.query<{ to_address: string }>(
    "SELECT to_address FROM message WHERE about_id = $1 AND kind = 'invitation'",
    [cycleId],
  );
  expect(rows.map((row) => row.to_address).toSorted()).toEqual(
    planned.flatMap(({ address }) => address ?? []).toSorted(),
  );
  expect(await run()).toBeNull();
});

test("it counts from the day the launch is meant for, and nobody chooses where HR does", async () => {
  const dates = { part: "dates", closesOn: "2026-03-20", opensOn: "2026-03-16" } as const;
  required(await editTyped(db.platform, house.admin, cycleId, dates));
  const found = await run();
  expect(found).toMatchObject({ opensOn: "2026-03-16", counts: { nomination: 0 } });
  expect(found?.letters[0]?.reminders).toEqual(["2026-03-17", "2026-03-19"]);
});

test("it is there for this organisation's administrators alone", async () => {
  const { members, elsewhere } = await bystanders(db.platform, house);
  for (const actor of [...members.map(([, member]) => member), elsewhere]) {
    const filter = { kind: null, search: "", page: 1 };
    expect(await dryRun(db.platform, actor, cycleId, filter)).toBeNull();
    expect(await wholeDryRun(db.platform, actor, cycleId)).toBeNull();
  }
  expect((await wholeDryRun(db.platform, house.admin, cycleId))?.letters).toHaveLength(15);
});
