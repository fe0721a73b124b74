import { afterAll, beforeAll, expect, test } from "vitest";
import { collectingCycle } from "~/features/feedback/testing/cycle.ts";
import { createHouse, type House } from "~/features/feedback/testing/house.ts";
import { isSetUp, recordAudit } from "~/features/identity/index.server.ts";
import { wakeLetters } from "~/features/letters/index.server.ts";
import { upgradeBuiltIn } from "~/features/questionnaires/index.server.ts";
import { renewPseudonyms } from "~/features/rounds/index.server.ts";
import { keepTime } from "~/keep-time.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { addOrganisations } from "./many-organisations.ts";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";

// What a server does by itself must not grow with how many organisations it has.
const MANY = 10_000;

let db: TestDatabase;
let house: House;

beforeAll(async () => {
  db = await createTestDatabase();
  house = await createHouse(db.platform);
  await collectingCycle(db.platform, house);
  await addOrganisations(db.owner, MANY);
});
afterAll(() => db.close());

/** How many statements a piece of work makes, and which settings of organisations it enters. */
async function statements(work: () => Promise<unknown>) {
  const made = await db.statementsOf(work);
  const entered = made.flatMap((text) => /twohats\.organisation_id = '(.*)'/.exec(text)?.[1] ?? []);
  return { count: made.length, entered: new Set(entered) };
}
const minutes = (count: number) =>
  db.platform.clock.set(new Date(db.platform.clock.now().getTime() + count * 60_000));

test("a start makes a handful of statements, and enters no organisation", async () => {
  await upgradeBuiltIn(db.platform);
  const started = await statements(async () => {
    await upgradeBuiltIn(db.platform);
    await renewPseudonyms(db.platform);
    await isSetUp(db.platform);
  });
  expect([...started.entered]).toEqual([]);
  expect(started.count).toBeLessThan(15);
});

test("the clock enters the organisations that have something to do, and no others", async () => {
  for (let round = 0; round < 2; round += 1) {
    const kept = await statements(() => keepTime(db.platform));
    expect([...kept.entered]).toEqual([house.organisationId]);
    minutes(15);
  }
});

test("letters are looked for where there are letters", async () => {
  minutes(120);
  const woken = await statements(() => wakeLetters(db.platform));
  expect([...woken.entered]).toEqual([house.organisationId]);
});

test("what one of them does is seen to the next time, and then it rests again", async () => {
  const { rows } = await db.owner.query<{ organisation_id: string }>(
    "SELECT organisation_id FROM organisation WHERE name = 'Organisation 7777'",
  );
  const id = rows[0]?.organisation_id ?? "";
  const scope = { organisationId: id };
  await inOrganisation(db.platform, scope, (tx) =>
    recordAudit(db.platform, tx, { ...scope, accountId: null }, { action: "x", subjectKind: "x" }),
  );
  expect((await statements(() => keepTime(db.platform))).entered.has(id)).toBe(true);
  minutes(15);
  expect((await statements(() => keepTime(db.platform))).entered.has(id)).toBe(false);
});
