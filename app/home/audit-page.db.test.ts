import { afterAll, beforeAll, expect, test } from "vitest";
import { closeScoreAndRelease, collectingCycle } from "~/features/feedback/testing/cycle.ts";
import { createHouse, type House } from "~/features/feedback/testing/house.ts";
import { tellNow } from "~/features/feedback/testing/tell-progress.ts";
import { auditRow } from "~/features/identity/audit/audit-row.server.ts";
import { checkAuditNow } from "~/features/identity/audit/check-audit.server.ts";
import { exportAudit, readAuditPage } from "~/features/identity/audit/read-audit.server.ts";
import { readErasePage } from "~/features/people/erase/erase-page.server.ts";
import { erasePerson } from "~/features/people/erase/erase-person.server.ts";
import {
  answerAfterAll,
  declineRequest,
} from "~/features/rounds/answering/decline-request.server.ts";
import { answer } from "~/features/rounds/testing/answering.ts";
import { toCsv } from "~/platform/tables/write-csv.server.ts";
import { createTestDatabase, type TestDatabase } from "../../test/database/test-database.ts";
import { auditedOfAll } from "./audited.server.ts";
import { personalOfAll } from "./personal.server.ts";

const ALL = { action: null, who: null, from: null, to: null, after: null };

let db: TestDatabase;
let house: House;
beforeAll(async () => {
  db = await createTestDatabase();
  house = await createHouse(db.platform);
});
afterAll(() => db.close());

const page = () => readAuditPage(db.platform, auditedOfAll, house.admin, ALL);
/** The file, but for the lines that say that it was downloaded. */
async function file(): Promise<string> {
  const found = await exportAudit(db.platform, auditedOfAll, house.admin, ALL);
  const rows = (found?.lines ?? []).filter(({ said }) => !said.includes("downloaded"));
  return toCsv(rows.map((line) => auditRow(line, found?.zone ?? "")));
}
/** All that the page is told, after having the seal checked, and the file. */
async function shown(): Promise<string> {
  expect(await checkAuditNow(db.platform, house.admin)).toEqual({ ok: true });
  const found = await page();
  const lines = found?.lines.filter(({ said }) => !said.includes("downloaded"));
  return JSON.stringify({ ...found, lines, file: await file() });
}

test("whoever reads it, every minute and on the days after, sees nothing of who answers, declines or takes up again", async () => {
  const { peer1, peer2, peer3, lead } = house.people;
  const raters = [peer1, peer2, peer3].map((personId) => ({
    personId,
    relationship: "peer" as const,
  }));
  const round = await collectingCycle(db.platform, house, [{ personId: lead, raters }]);
  const before = await shown();
  expect(before).toContain("A round was launched");
  const same = async () => expect(await shown()).toBe(before);
  await answer(db.platform, round.rater(peer1), await round.requestOf(peer1, lead));
  await same();
  const declined = await round.requestOf(peer2, lead);
  expect(
    await declineRequest(db.platform, round.rater(peer2), declined, {
      reason: "not-enough-contact",
      words: "",
    } as never),
  ).toEqual({ ok: true });
  await same();
  expect(await answerAfterAll(db.platform, round.rater(peer2), declined)).toEqual({ ok: true });
  await answer(db.platform, round.rater(peer2), declined);
  await tellNow(db.platform, house);
  await same();
  const now = db.platform.clock.now();
  db.platform.clock.set(new Date(now.getTime() + 3 * 86_400_000));
  expect(await file()).toBe(JSON.parse(before).file);
  db.platform.clock.set(now);
  await answer(db.platform, round.rater(peer3), await round.requestOf(peer3, lead));
  await closeScoreAndRelease(db.platform, house, round.cycleId);
  const after = await shown();
  expect(after).not.toBe(before);
  for (const name of ["Peer 1", "Peer 2", "Peer 3", peer1, peer2, peer3])
    expect(after.includes(name), name).toBe(before.includes(name));
});

test("of somebody who was erased no name is left in it, and the chain is whole", async () => {
  const { peer4 } = house.people;
  const erased = await readErasePage(db.platform, personalOfAll, house.admin, peer4);
  if (!erased || erased.erased) throw new Error("no page");
  const { seen, name } = erased;
  const given = { seen, name, asked: true };
  expect(await erasePerson(db.platform, personalOfAll, house.admin, peer4, given)).toEqual({
    ok: true,
  });
  const lines = (await page())?.lines ?? [];
  expect(JSON.stringify(lines)).not.toContain(name);
  expect(lines.find(({ said }) => said === "A person was erased")?.about).toEqual({
    name: "Erased person",
  });
});
