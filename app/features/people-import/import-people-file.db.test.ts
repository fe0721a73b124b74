import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { activePeople } from "~/features/people/colleague-reads.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { importPeopleFile } from "./import-people-file.server.ts";
import { peopleFile } from "./testing/people-file.ts";

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());

const OPTIONS = { dateOrder: null, emptyCells: "clear", store: true } as const;

test("says what would happen and stores it only when told to", async () => {
  const { admin } = await createTestOrganisation(db.platform);
  const people = () => inOrganisation(db.platform, admin, (tx) => activePeople(tx, admin));
  const content = peopleFile(20);
  const looked = await importPeopleFile(db.platform, admin, { ...OPTIONS, content, store: false });
  expect(looked.ok && [looked.value.plan.new.length, looked.value.stored]).toEqual([20, false]);
  expect(await people()).toEqual([]);
  const stored = await importPeopleFile(db.platform, admin, { ...OPTIONS, content });
  expect(stored.ok && stored.value.stored).toBe(true);
  expect(await people()).toHaveLength(20);
});

test("names what a file leaves open instead of guessing", async () => {
  const { admin, member } = await createTestOrganisation(db.platform);
  const content = Buffer.from("Name,Email,Start date\nAna,a@x.org,03/04/2024\n");
  expect(await importPeopleFile(db.platform, admin, { ...OPTIONS, content })).toEqual({
    ok: false,
    reason: "incomplete",
    faults: [{ code: "date-order-unknown" }],
  });
  expect(await importPeopleFile(db.platform, member(), { ...OPTIONS, content })).toEqual({
    ok: false,
    reason: "not-allowed",
  });
});

test("ten thousand people come in about as quickly as they change, after a small import too", async () => {
  const { admin } = await createTestOrganisation(db.platform);
  const times: number[] = [];
  for (const title of ["Specialist", "Expert"]) {
    const content = peopleFile(10_000, title);
    const start = performance.now();
    const outcome = await importPeopleFile(db.platform, admin, { ...OPTIONS, content });
    times.push(performance.now() - start);
    const { plan } = outcome.ok ? outcome.value : { plan: null };
    expect(plan?.[title === "Expert" ? "changed" : "new"]).toHaveLength(10_000);
  }
  // A check of managers planned while the table was small would take ten times as long (see the store); how long either
  // may take is measured by bench/people-import.ts.
  const [adding = 0, changing = 0] = times;
  expect(adding / changing).toBeLessThan(5);
}, 120_000);
