import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { activePeople } from "./colleague-reads.server.ts";
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

test("ten thousand people come in, and change, without the table being read for each of them", async () => {
  const { admin } = await createTestOrganisation(db.platform);
  const scans = async () => {
    await db.owner.query("SELECT pg_stat_force_next_flush()");
    const { rows } = await db.owner.query(
      "SELECT coalesce(sum(seq_tup_read), 0)::float AS read FROM pg_stat_user_tables WHERE relname = 'person'",
    );
    return rows[0].read;
  };
  const before = await scans();
  for (const title of ["Specialist", "Expert"]) {
    const content = peopleFile(10_000, title);
    const t0 = performance.now();
    const outcome = await importPeopleFile(db.platform, admin, { ...OPTIONS, content });
    const { plan } = outcome.ok ? outcome.value : { plan: null };
    expect(plan?.[title === "Expert" ? "changed" : "new"]).toHaveLength(10_000);
    console.log(title, performance.now() - t0, await scans());
  }
  await db.platform.database.destroy();
  await new Promise((r) => setTimeout(r, 1500));
  console.log("after", await scans());
  expect((await scans()) - before).toBeLessThan(1_000_000);
}, 120_000);
