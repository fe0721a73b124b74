import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { newId } from "../db/ids.ts";
import { inOrganisation, type OrganisationScope } from "../db/in-organisation.server.ts";
import { noteDue } from "./due-store.server.ts";
import { type Visit, visitDue } from "./visit-due.server.ts";

const NOON = new Date("2026-03-02T12:00:00Z");
const MINUTE_MS = 60_000;

let db: TestDatabase;
let one: OrganisationScope;
let other: OrganisationScope;
let visited: string[];

beforeAll(async () => {
  db = await createTestDatabase();
  [one, other] = [{ organisationId: newId() }, { organisationId: newId() }];
  for (const { organisationId } of [one, other])
    await db.owner.query(
      "INSERT INTO organisation (organisation_id, name, created_at) VALUES ($1, 'House', now())",
      [organisationId],
    );
});
beforeEach(async () => {
  await db.owner.query("DELETE FROM due");
  db.platform.clock.set(NOON);
  visited = [];
});
afterAll(() => db.close());

const at = (minutes: number) => new Date(NOON.getTime() + minutes * MINUTE_MS);
const note = (scope: OrganisationScope, minutes: number) =>
  inOrganisation(db.platform, scope, (tx) => noteDue(tx, scope, "letters", at(minutes)));
const visit = (parts: Partial<Visit> = {}) =>
  visitDue(db.platform, "letters", {
    work: async ({ organisationId }) => visited.push(organisationId),
    next: async () => null,
    ...parts,
  });

test("an organisation is visited when its moment has come, once, however often that was noted", async () => {
  await note(one, 5);
  await note(one, 6);
  await note(other, 60);
  expect(await visit()).toBe(0);
  db.platform.clock.set(at(6));
  expect(await visit()).toBe(1);
  expect(visited).toEqual([one.organisationId]);
  expect(await visit()).toBe(0);
});

test("work of another kind is none of its business", async () => {
  await inOrganisation(db.platform, one, (tx) => noteDue(tx, one, "time", NOON));
  expect(await visit()).toBe(0);
});

test("it is visited next when it says", async () => {
  await note(one, 0);
  await visit({ next: async () => at(30) });
  db.platform.clock.set(at(29));
  expect(await visit()).toBe(0);
  db.platform.clock.set(at(30));
  expect(await visit()).toBe(1);
});

test("what changes while it is being visited is not missed", async () => {
  await note(one, 0);
  await visit({ work: () => note(one, 0) });
  expect(await visit()).toBe(1);
});

test("a change that is not committed while it is visited is not missed either", async () => {
  await note(one, 0);
  await inOrganisation(db.platform, one, async (tx) => {
    await noteDue(tx, one, "letters", NOON);
    expect(await visit(), "the visit waits for nobody").toBe(1);
  });
  expect(await visit()).toBe(1);
});

test("a visit that fails is made again before the next quarter of an hour, and keeps no other from being made", async () => {
  await note(one, 0);
  await note(other, 0);
  const failing = visit({
    work: async ({ organisationId }) => {
      visited.push(organisationId);
      if (organisationId === one.organisationId) throw new Error("no luck");
    },
  });
  await expect(failing).rejects.toThrow("some of what was due failed: letters");
  expect(visited.toSorted()).toEqual([one.organisationId, other.organisationId].toSorted());
  expect(await visit()).toBe(0);
  db.platform.clock.set(at(15));
  visited = [];
  expect(await visit()).toBe(1);
  expect(visited).toEqual([one.organisationId]);
});

test("one transaction notes the same once, and an earlier moment beside it", async () => {
  await inOrganisation(db.platform, one, async (tx) => {
    for (const minutes of [5, 5, 9, 2, 3]) await noteDue(tx, one, "letters", at(minutes));
  });
  const { rows } = await db.owner.query("SELECT due_at FROM due ORDER BY due_at");
  expect(rows.map((row) => row.due_at)).toEqual([at(2), at(5)]);
});
