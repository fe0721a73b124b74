import { afterAll, beforeAll, expect, test } from "vitest";
import { bouncedAbout, deliverMessage } from "~/features/letters/index.server.ts";
import { type MailServer, startMailServer } from "~/features/letters/testing/mail-server.ts";
import { letterWays } from "~/features/rounds/answering/personal-links.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { type CollectingCycle, closeAndScore, collectingCycle } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";

const RATERS = 10;

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;
let away: MailServer;
let back: MailServer;

beforeAll(async () => {
  db = await createTestDatabase();
  house = await createHouse(db.platform);
  away = await startMailServer();
  await away.goAway();
  back = await startMailServer();
  back.nobodyAt("peer3@house.test");
  cycle = await collectingCycle(db.platform, house);
});
afterAll(async () => {
  await back.close();
  await away.close();
  await db.close();
});

const messages = async () =>
  (
    await db.owner.query<{ id: string; state: string; to_name: string; last_error: string | null }>(
      "SELECT id, state, to_name, last_error FROM message WHERE about_id = $1 ORDER BY to_name",
      [cycle.cycleId],
    )
  ).rows;

/** Works off every job that waits, as a worker would whose mail server is this one. */
async function deliverAll({ mailer }: MailServer): Promise<void> {
  const platform = { ...db.platform, mailer };
  const { rows } = await db.owner.query<{ data: Parameters<typeof deliverMessage>[1] }>(
    "DELETE FROM pgboss.job WHERE name = 'send-message' RETURNING data",
  );
  await Promise.all(rows.map(({ data }) => deliverMessage(platform, data, { ways: letterWays })));
}

test("with the mail server away at the launch, every invitation waits with a job for its next try", async () => {
  await deliverAll(away);
  const waiting = await messages();
  expect(waiting).toHaveLength(RATERS);
  for (const { state, last_error } of waiting)
    expect({ state, last_error }).toEqual({ state: "queued", last_error: "ESOCKET" });
  const { rows } = await db.owner.query(
    "SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'send-message'",
  );
  expect(rows).toEqual([{ n: RATERS }]);
});

test("once it is back each leaves once, and an address nobody has is named to HR", async () => {
  await deliverAll(back);
  await deliverAll(back);
  expect(back.received).toHaveLength(RATERS - 1);
  const bounced = await inOrganisation(db.platform, house, (tx) =>
    bouncedAbout(tx, house.admin, cycle.cycleId),
  );
  expect(bounced).toEqual([{ name: "peer3", address: "peer3@house.test" }]);
});

test("what still waits when its cycle closes never leaves, and says why", async () => {
  const other = await collectingCycle(db.platform, house);
  cycle = other;
  await closeAndScore(db.platform, house, other.cycleId);
  const before = back.received.length;
  const late = await messages();
  expect(late).toHaveLength(RATERS);
  for (const { state, last_error } of late)
    expect({ state, last_error }).toEqual({ state: "failed", last_error: "too-late" });
  await deliverAll(back);
  const subjects = back.received.slice(before).map((mail) => mail.subject);
  expect(new Set(subjects)).toEqual(new Set(["Thank you: Spring 360 is closed"]));
});
