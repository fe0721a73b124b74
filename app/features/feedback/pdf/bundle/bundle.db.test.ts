import { unzipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createPeople } from "~/features/people/testing/people.ts";
import { cycleFiles } from "~/features/reports/pdf/bundle/bundle-reads.server.ts";
import { deleteExpiredBundles } from "~/features/reports/pdf/bundle/delete-expired-bundles.server.ts";
import { fetchBundle } from "~/features/reports/pdf/bundle/fetch-bundle.server.ts";
import { makeBundle } from "~/features/reports/pdf/bundle/make-bundle.server.ts";
import { requestBundle } from "~/features/reports/pdf/bundle/request-bundle.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../../../test/database/test-database.ts";
import { bystanders } from "../../testing/actors.ts";
import {
  accepted,
  answer,
  closeAndScore,
  closeScoreAndRelease,
  collectingCycle,
} from "../../testing/cycle.ts";
import { createHouse, type House } from "../../testing/house.ts";
import { expectRefusals } from "../../testing/refusals.ts";

const NOON = new Date("2026-03-02T12:00:00Z");
let db: TestDatabase;
let house: House;
let cycleId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());

/** Three participants, two of them of the same name, each rated by themselves. */
beforeEach(async () => {
  db.platform.clock.set(NOON);
  house = await createHouse(db.platform);
  const name = 'Ann/"Ö" .. Lee';
  const people = await createPeople(db.platform, house, {
    one: { name, email: "one@house.test" },
    two: { name, email: "two@house.test" },
    three: { name: "Third", email: "three@house.test" },
  });
  const cycle = await collectingCycle(
    db.platform,
    house,
    Object.values(people).map((personId) => ({
      personId,
      raters: [
        { personId, relationship: "self" as const },
        { personId: house.people.boss, relationship: "manager" as const },
      ],
    })),
  );
  cycleId = cycle.cycleId;
  for (const personId of Object.values(people))
    await answer(db.platform, cycle.rater(personId), await cycle.requestOf(personId));
});

const rows = async (text: string) => (await db.owner.query(text, [cycleId])).rows;
const keepReports = () => rows("UPDATE round SET hr_keeps_reports = true WHERE id = $1");
const stored = async () => ({
  bundles: await rows("SELECT state, done, total FROM report_bundle WHERE cycle_id = $1"),
  parts: await rows(
    "SELECT part FROM report_bundle_part WHERE bundle_id IN (SELECT id FROM report_bundle WHERE cycle_id = $1) ORDER BY part",
  ),
  audit: await rows(
    "SELECT action FROM audit_record WHERE subject_id = $1 AND action LIKE 'reports.%' ORDER BY at, id",
  ),
});
const ask = async () => accepted(await requestBundle(db.platform, house.admin, cycleId)).id;
const make = (bundleId: string) =>
  makeBundle(db.platform, { organisationId: house.organisationId, bundleId });
const fetched = async (bundleId: string) => {
  const file = await fetchBundle(db.platform, house.admin, cycleId, bundleId);
  if (!file) return null;
  const bytes = new Uint8Array(await new Response(file.content).arrayBuffer());
  expect(bytes.length).toBe(file.bytes);
  return { name: file.name, files: unzipSync(bytes) };
};

test("is refused where participants were not told that HR keeps reports, whatever the state", async () => {
  await closeScoreAndRelease(db.platform, house, cycleId);
  expect(await requestBundle(db.platform, house.admin, cycleId)).toEqual({
    ok: false,
    reason: "not-kept",
  });
  expect(await stored()).toEqual({ bundles: [], parts: [], audit: [] });
});

test("is refused before release, and to everyone but this organisation's administrators", async () => {
  await keepReports();
  await closeAndScore(db.platform, house, cycleId);
  expect(await requestBundle(db.platform, house.admin, cycleId)).toEqual({
    ok: false,
    reason: "none-released",
  });
  await rows("UPDATE report SET released_at = now() WHERE cycle_id = $1");
  await expectRefusals(db.platform, house, cycleId, stored, (actor, id) =>
    requestBundle(db.platform, actor, id),
  );
});

test("holds every released report once, under a name of its own, and nothing that is not released", async () => {
  await keepReports();
  await closeScoreAndRelease(db.platform, house, cycleId);
  await rows(
    "UPDATE report SET released_at = NULL WHERE cycle_id = $1 AND participant_id IN (SELECT id FROM subject WHERE name = 'Third')",
  );
  const id = await ask();
  expect(await ask(), "one on its way is given again").toBe(id);
  expect(await fetched(id), "not before it is made").toBeNull();
  await make(id);
  const bundle = await fetched(id);
  expect(bundle?.name).toBe("Feedback reports - Spring 360 - 2026-03-02.zip");
  expect(Object.keys(bundle?.files ?? {}).toSorted()).toEqual([
    "Feedback report - Ann Ö .. Lee - Spring 360 - 2026-03-02 (2).pdf",
    "Feedback report - Ann Ö .. Lee - Spring 360 - 2026-03-02.pdf",
  ]);
  for (const file of Object.values(bundle?.files ?? {}))
    expect(Buffer.from(file.subarray(0, 8)).toString("latin1")).toBe("%PDF-1.7");
  expect(await stored()).toEqual({
    bundles: [{ state: "ready", done: 2, total: 2 }],
    parts: [{ part: 0 }],
    audit: [{ action: "reports.bundle-requested" }, { action: "reports.bundle-fetched" }],
  });
});

test("stopped half-way it begins anew; two at it at once make one whole file; once made it stays", async () => {
  await keepReports();
  await closeScoreAndRelease(db.platform, house, cycleId);
  const id = await ask();
  await db.owner.query("UPDATE report_bundle SET state = 'working', done = 2 WHERE id = $1", [id]);
  await db.owner.query(
    "INSERT INTO report_bundle_part (organisation_id, bundle_id, part, content) VALUES ($1, $2, 0, 'left over')",
    [house.organisationId, id],
  );
  await Promise.all([make(id), make(id)]);
  const first = await fetched(id);
  expect(Object.keys(first?.files ?? {})).toHaveLength(3);
  await make(id);
  expect((await fetched(id))?.files).toEqual(first?.files);
});

test("is fetched by nobody else, and not by way of another cycle or organisation", async () => {
  await keepReports();
  await closeScoreAndRelease(db.platform, house, cycleId);
  const id = await ask();
  await make(id);
  const { members, elsewhere } = await bystanders(db.platform, house);
  for (const [who, actor] of [...members, ["HR elsewhere", elsewhere] as const]) {
    expect([who, await fetchBundle(db.platform, actor, cycleId, id)]).toEqual([who, null]);
    const seen = await inOrganisation(db.platform, actor, (tx) =>
      cycleFiles(tx, actor, cycleId, NOON),
    );
    expect([who, seen]).toEqual([who, null]);
  }
  expect(await fetchBundle(db.platform, house.admin, id, id)).toBeNull();
});

test("is gone after seven days, parts and all, and its going is written down", async () => {
  await keepReports();
  await closeScoreAndRelease(db.platform, house, cycleId);
  const id = await ask();
  await make(id);
  db.platform.clock.set(new Date(NOON.getTime() + 7 * 86_400_000 - 1_000));
  expect(await deleteExpiredBundles(db.platform, house)).toBe(0);
  expect(await fetched(id)).not.toBeNull();
  db.platform.clock.set(new Date(NOON.getTime() + 7 * 86_400_000));
  expect(await fetched(id), "even before it is deleted").toBeNull();
  expect(await deleteExpiredBundles(db.platform, house)).toBe(1);
  expect(await stored()).toMatchObject({ bundles: [], parts: [] });
  const { rows: audit } = await db.owner.query(
    "SELECT detail FROM audit_record WHERE organisation_id = $1 AND action = 'reports.bundles-expired'",
    [house.organisationId],
  );
  expect(audit).toEqual([{ detail: { bundles: 1 } }]);
});
