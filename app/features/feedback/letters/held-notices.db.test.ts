import { afterAll, beforeAll, expect, test } from "vitest";
import { importPeopleFile } from "~/features/people-import/index.server.ts";
import { queueNotices } from "~/features/rounds/letters/notice-letters.server.ts";
import { sendHeldLetters } from "~/features/rounds/letters/send-held-letters.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { lockCycle } from "../cycle/cycle-store.server.ts";
import { type CollectingCycle, collectingCycle, required } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { notices } from "./kinds.ts";

// Every notice that comes due while its reader's address waits says later what it would have said at once.

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;

beforeAll(async () => {
  db = await createTestDatabase();
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
  await db.owner.query("UPDATE person SET employee_id = name WHERE organisation_id = $1", [
    house.organisationId,
  ]);
  cycle = await collectingCycle(db.platform, house);
});
afterAll(() => db.close());

const letters = async (to: string) =>
  (
    await db.owner.query<{ kind: string; plain: string }>(
      "SELECT kind, plain FROM message WHERE to_address = $1 ORDER BY kind, id",
      [to],
    )
  ).rows;
const withoutLinks = (plain: string) => plain.replace(/http:\S+/g, "LINK");

test("a notice that waited says every word of what it was to say", async () => {
  const { peer1, peer2 } = house.people;
  const file = "Name,Employee ID,Email\npeer1,peer1,new@house.test";
  required(
    await importPeopleFile(db.platform, house.admin, {
      content: Buffer.from(file),
      dateOrder: null,
      emptyCells: "keep",
      store: true,
    }),
  );
  await inOrganisation(db.platform, house, async (tx) => {
    const round = await lockCycle(tx, house, cycle.cycleId);
    if (!round) throw new Error("no cycle");
    for (const kind of notices) {
      const given = (personId: string) => ({
        personId,
        path: "/reports",
        ...(kind.facts.includes("participant") && { facts: { participant: ["Ada", "Bo"] } }),
        ...(kind.facts.includes("readers") && { words: { readers: "readers:you.coach" } }),
        count: 2,
      });
      const dated = kind.facts.includes("date") && { dates: { date: "2026-03-20" } };
      const notice = { kind, ...dated, untilClosed: false };
      expect(await queueNotices(db.platform, tx, round, notice, [given(peer1), given(peer2)])).toBe(
        1,
      );
    }
  });
  const atOnce = (await letters("peer2@house.test")).filter(({ kind }) =>
    notices.some((each) => each.name === kind),
  );
  expect(atOnce).toHaveLength(notices.length);
  db.platform.clock.set(new Date("2026-03-11T12:00:00Z"));
  await sendHeldLetters(db.platform, house);
  const later = new Map((await letters("new@house.test")).map((each) => [each.kind, each.plain]));
  for (const { kind, plain } of atOnce) {
    const waited = withoutLinks(later.get(kind) ?? "").replaceAll("peer1", "peer2");
    expect(waited).toBe(withoutLinks(plain));
    expect(waited).not.toMatch(/\{\{|readers:/);
  }
});
