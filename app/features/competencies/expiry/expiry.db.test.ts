import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { insertEvidence, insertWithdrawal } from "../ledger/evidence-store.server.ts";
import { nextNotice, tellOfExpiries } from "./tell-of-expiries.server.ts";

let db: TestDatabase;
let home: TestOrganisation;
let people: Record<"ana" | "bo" | "gone" | "silent", string>;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  home = await createTestOrganisation(db.platform);
  people = await createPeople(db.platform, home, {
    ana: { email: "ana@example.org", timezone: "Europe/Berlin" },
    bo: { email: "bo@example.org", timezone: "Asia/Tokyo", language: "de" },
    gone: { email: "gone@example.org", status: "inactive" },
    silent: {},
  });
});

/** A certificate that runs out on a day. */
async function certificate(
  of: keyof typeof people,
  expiresOn: string,
  told: { title?: string; replaces?: string[] } = {},
): Promise<string> {
  const id = newId();
  await inOrganisation(db.platform, home, (tx) =>
    insertEvidence(tx, home, [
      {
        ...{ id, personId: people[of], framework: "none", version: 1, competency: "mooring" },
        ...{ source: "certificate", level: 2, saidOn: "2025-01-01", expiresOn },
        ...{ purposes: ["certification"], title: "Deck rating", ...told },
      },
    ]),
  );
  return id;
}

async function lettersAt(moment: string) {
  db.platform.clock.set(new Date(moment));
  const before = await letters();
  await tellOfExpiries(db.platform, home);
  return (await letters()).slice(before.length);
}

async function letters(): Promise<{ to: string; text: string }[]> {
  const { rows } = await db.owner.query<{ to: string; text: string }>(
    `SELECT to_address AS "to", subject || E'\\n' || plain AS text FROM message
      WHERE organisation_id = $1 ORDER BY id`,
    [home.organisationId],
  );
  return rows;
}

test("a holder is told three times, each once, in one letter for all that is due", async () => {
  await certificate("ana", "2026-06-01");
  await certificate("ana", "2026-06-02", { title: "Pilot" });
  await certificate("ana", "2026-10-01", { title: "Later" });
  expect(await lettersAt("2026-03-02T12:00:00Z")).toHaveLength(0);
  const [both, ...more] = await lettersAt("2026-03-04T12:00:00Z");
  expect(more).toEqual([]);
  expect(both).toMatchObject({ to: "ana@example.org" });
  expect(both?.text).toContain("Deck rating (mooring): 1 June 2026");
  expect(both?.text).toContain("Pilot (mooring): 2 June 2026");
  expect(both?.text).not.toContain("Later");
  expect(await lettersAt("2026-03-05T12:00:00Z")).toEqual([]);
  expect(await lettersAt("2026-05-03T12:00:00Z")).toHaveLength(1);
  expect(await lettersAt("2026-05-26T12:00:00Z")).toHaveLength(1);
  expect(await lettersAt("2026-06-03T12:00:00Z")).toEqual([]);
});

test("after a time without a clock the newest notice leaves, and none of those before", async () => {
  await certificate("ana", "2026-06-01");
  expect(await lettersAt("2026-05-28T12:00:00Z")).toHaveLength(1);
  expect(await lettersAt("2026-05-29T12:00:00Z")).toEqual([]);
});

test("by day where its reader is, in their language", async () => {
  await certificate("bo", "2026-03-09");
  // Eleven in the evening in Tokyo.
  expect(await lettersAt("2026-03-02T14:00:00Z")).toEqual([]);
  const [letter] = await lettersAt("2026-03-03T00:30:00Z");
  expect(letter?.text).toContain("läuft bald ab");
});

test("nobody who left or has no address; nothing that was taken back or renewed", async () => {
  await certificate("gone", "2026-03-09");
  await certificate("silent", "2026-03-09");
  const wrong = await certificate("ana", "2026-03-09");
  const old = await certificate("ana", "2026-03-09");
  await certificate("ana", "2028-03-09", { replaces: [old] });
  await inOrganisation(db.platform, home, (tx) =>
    insertWithdrawal(tx, home, {
      ...{ evidenceId: wrong, withdrawnOn: "2026-03-01", withdrawnBy: null, reason: "x" },
    }),
  );
  expect(await lettersAt("2026-03-04T12:00:00Z")).toEqual([]);
});

test("two processes at once send one letter", async () => {
  await certificate("ana", "2026-03-09");
  db.platform.clock.set(new Date("2026-03-04T12:00:00Z"));
  await Promise.all([tellOfExpiries(db.platform, home), tellOfExpiries(db.platform, home)]);
  expect(await letters()).toHaveLength(1);
});

test("the clock looks when a notice may be due, and not for ever", async () => {
  const next = (moment: string) =>
    inOrganisation(db.platform, home, (tx) => nextNotice(tx, home, new Date(moment)));
  expect(await next("2026-03-02T12:00:00Z")).toBeNull();
  await certificate("ana", "2026-09-01");
  // 90 days before is 3 June, which begins somewhere on the day before.
  expect(await next("2026-03-02T12:00:00Z")).toEqual(new Date("2026-06-02T00:00:00Z"));
  const due = "2026-06-03T12:00:00Z";
  expect(await next(due)).toEqual(new Date(due));
  await lettersAt(due);
  expect(await next(due)).toEqual(new Date("2026-08-01T00:00:00Z"));
  await certificate("gone", "2026-06-20");
  expect(await next(due)).toEqual(new Date("2026-08-01T00:00:00Z"));
});
