import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { RoundState } from "~/features/rounds/domain/index.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { bystanders } from "../testing/actors.ts";
import { draftCycle } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { changeCycle } from "./change-cycle.server.ts";

let db: TestDatabase;
let house: House;
let cycleId: string;

beforeAll(async () => {
  db = await createTestDatabase();
  house = await createHouse(db.platform);
});
beforeEach(async () => {
  cycleId = await draftCycle(db.platform, house);
});
afterAll(() => db.close());

const isDraft = (state: RoundState) => state === "draft";
const rename = { may: mayRunRounds, from: isDraft, late: "over", did: "renamed" } as const;
const to = (name: string) => async () =>
  ({ ok: true, value: name.length, set: { name }, detail: { long: name.length } }) as const;
const never = async () => {
  throw new Error("nothing may be done");
};
const cycle = async () =>
  (await db.owner.query("SELECT name, state, revision FROM round WHERE id = $1", [cycleId]))
    .rows[0];
const audited = async () =>
  (
    await db.owner.query(
      "SELECT action, detail FROM audit_record WHERE subject_id = $1 AND action = 'cycle.renamed'",
      [cycleId],
    )
  ).rows;

test("what is done is set, counted and written down at once", async () => {
  const { revision } = await cycle();
  const outcome = await changeCycle(db.platform, house.admin, cycleId, rename, to("Autumn"));
  expect(outcome).toEqual({ ok: true, value: 6 });
  expect(await cycle()).toEqual({ name: "Autumn", state: "draft", revision: revision + 1 });
  expect(await audited()).toEqual([{ action: "cycle.renamed", detail: { long: 6 } }]);
});

test("a step is taken by the way, and from nowhere else", async () => {
  const step = { ...rename, from: "open-nominations" } as const;
  await changeCycle(db.platform, house.admin, cycleId, step, to("Open"));
  expect(await cycle()).toMatchObject({ name: "Open", state: "nominating" });
  expect(await changeCycle(db.platform, house.admin, cycleId, step, never)).toEqual(refuse("over"));
  expect(await changeCycle(db.platform, house.admin, cycleId, rename, never)).toEqual(
    refuse("over"),
  );
});

test("of two who saw the same, the second one is told that it has changed", async () => {
  const { revision } = await cycle();
  const seen = { ...rename, revision };
  const both = await Promise.all(
    ["One", "Other"].map((name) => changeCycle(db.platform, house.admin, cycleId, seen, to(name))),
  );
  expect(both.filter((each) => each.ok)).toHaveLength(1);
  expect(both).toContainEqual(refuse("changed"));
  expect(await audited()).toHaveLength(1);
});

test("what the work refuses, or finds as it is, leaves no trace", async () => {
  const before = await cycle();
  const change = (work: Parameters<typeof changeCycle>[4]) =>
    changeCycle(db.platform, house.admin, cycleId, rename, work);
  expect(await change(async () => refuse("no"))).toEqual(refuse("no"));
  const same = { ok: true, value: null, set: { name: "Same" }, unchanged: true } as const;
  expect(await change(async () => same)).toEqual({ ok: true, value: null });
  await expect(change(never)).rejects.toThrow("nothing may be done");
  expect(await cycle()).toEqual(before);
  expect(await audited()).toEqual([]);
});

test("it is for whom the policy names; to others, and of what is not there, nothing is told", async () => {
  const { members, elsewhere } = await bystanders(db.platform, house);
  for (const [who, member] of members)
    expect([who, await changeCycle(db.platform, member, cycleId, rename, never)]).toEqual([
      who,
      refuse("not-allowed"),
    ]);
  const unknown = refuse("unknown");
  expect(await changeCycle(db.platform, elsewhere, cycleId, rename, never)).toEqual(unknown);
  for (const id of [newId(), "not-an-id"])
    expect(await changeCycle(db.platform, house.admin, id, rename, never)).toEqual(unknown);
});
