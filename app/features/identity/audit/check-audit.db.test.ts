import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { createTestOrganisation, type TestOrganisation } from "../testing/organisation.ts";
import { lastCheck } from "./audit-check-store.server.ts";
import { checkAuditDaily, checkAuditNow, nextAuditCheck } from "./check-audit.server.ts";
import { sealAudit } from "./seal-audit.server.ts";

let db: TestDatabase;
let house: TestOrganisation;
beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createTestOrganisation(db.platform);
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  await sealAudit(db.platform, house);
});
afterAll(() => db.close());

const found = () => inOrganisation(db.platform, house, (tx) => lastCheck(tx, house));
const tamper = () =>
  db.owner.query("UPDATE audit_record SET action = 'other' WHERE organisation_id = $1", [
    house.organisationId,
  ]);

test("the clock checks at most once a day, and a week later where nothing happens", async () => {
  expect(await found()).toBeNull();
  await checkAuditDaily(db.platform, house);
  expect(await found()).toEqual({ checkedOn: "2026-03-02", broken: null });
  await tamper();
  await checkAuditDaily(db.platform, house);
  expect((await found())?.broken).toBeNull();
  const now = db.platform.clock.now();
  const next = await inOrganisation(db.platform, house, (tx) => nextAuditCheck(tx, house, now));
  expect(next).toEqual(new Date("2026-03-09T00:00:00Z"));
  db.platform.clock.set(next);
  await checkAuditDaily(db.platform, house);
  expect(await found()).toEqual({
    checkedOn: "2026-03-09",
    broken: { seal: 1, why: "changed" },
  });
});

test("whoever may read it has it checked at once; nobody else", async () => {
  for (const actor of [house.member(), { ...house.member(), role: "leaver" as const }])
    expect(await checkAuditNow(db.platform, actor)).toEqual({ ok: false, reason: "not-allowed" });
  expect(await found()).toBeNull();
  await tamper();
  expect(await checkAuditNow(db.platform, house.admin)).toEqual({ ok: true });
  expect((await found())?.broken).toEqual({ seal: 1, why: "changed" });
});
