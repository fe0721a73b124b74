import { afterAll, beforeAll, expect, test } from "vitest";
import { createMember } from "~/features/identity/testing/member.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { activePeople } from "~/features/people/colleague-reads.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
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

test("no file sets the last owner who is in inactive: nothing of it is stored", async () => {
  const { admin, organisationId } = await createTestOrganisation(db.platform);
  const auth = openTestAuth(db);
  const rows = (status: string) =>
    Buffer.from(`Name,Email,Status\nHera,hera@x.org,${status}\nBo,bo@x.org,active\n`);
  await importPeopleFile(db.platform, admin, { ...OPTIONS, content: rows("active") });
  const people = () => inOrganisation(db.platform, admin, (tx) => activePeople(tx, admin));
  const hera = (await people()).find(({ name }) => name === "Hera");
  const owner = { name: "hera", role: "admin", owner: true, personId: hera?.id ?? "" } as const;
  await createMember(db.platform, auth.auth, organisationId, owner);
  const content = rows("inactive");
  expect(await importPeopleFile(db.platform, admin, { ...OPTIONS, content })).toEqual({
    ok: false,
    reason: "last-owner",
  });
  expect((await people()).map(({ name }) => name).toSorted()).toEqual(["Bo", "Hera"]);
  await createMember(db.platform, auth.auth, organisationId, {
    name: "cy",
    role: "admin",
    owner: true,
  });
  expect(await importPeopleFile(db.platform, admin, { ...OPTIONS, content })).toMatchObject({
    ok: true,
  });
  expect((await people()).map(({ name }) => name)).toEqual(["Bo"]);
  await auth.close();
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
