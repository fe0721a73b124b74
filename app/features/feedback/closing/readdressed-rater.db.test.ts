import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answerOwnChange } from "~/features/identity/index.server.ts";
import { importPeopleFile } from "~/features/people-import/index.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { required } from "../testing/cycle.ts";
import type { House } from "../testing/house.ts";
import { ownList } from "../testing/own-list.ts";
import { foundOut } from "../testing/participant-attack.ts";

let db: TestDatabase;
let house: House;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  ({ house } = await begin());
});
afterAll(() => db.close());

const { begin, list, leave, launch, colleaguesAnswer, sent, report, shown, anyFigure } = ownList(
  () => db,
);

describe("an address that HR changes during the round", () => {
  const at = (moment: string) => db.platform.clock.set(new Date(moment));
  afterEach(() => at("2026-03-02T12:00:00Z"));

  /** HR's file gives these people other addresses. */
  async function readdress(...names: string[]): Promise<void> {
    const lines = names.map((name) => `${name},${name},${name}@hr.test`);
    await db.owner.query("UPDATE person SET employee_id = name WHERE organisation_id = $1", [
      house.organisationId,
    ]);
    const imported = await importPeopleFile(db.platform, house.admin, {
      content: Buffer.from(["Name,Employee ID,Email", ...lines].join("\n")),
      dateOrder: null,
      emptyCells: "keep",
      store: true,
    });
    required(imported);
    expect(imported.value.plan.rejected).toEqual([]);
  }
  const counting = async () =>
    (await list())
      .filter(({ relationship, counts }) => relationship === "peer" && counts)
      .map(({ name }) => name);

  test("whose answers then come may be somebody else's: they don't count, and are in the average", async () => {
    const { peer1, peer2, peer3, peer4 } = house.people;
    await leave(house.admin, peer1, peer2, peer3, peer4);
    await launch();
    at("2026-03-04T12:00:00Z");
    await readdress("peer3", "peer4");
    expect(await counting()).toEqual(["peer1", "peer2"]);
    await colleaguesAnswer(peer1, peer2, peer3, peer4);
    const raters = await sent([peer3, peer4]);
    const content = await report();
    expect(anyFigure(content)).toBe(false);
    expect(foundOut(content, raters)).toEqual([]);
  });

  test("one of four leaves a group of three who count; the change of another was over before anyone was asked", async () => {
    const { peer1, peer2, peer3, peer4 } = house.people;
    await leave(house.admin, peer1, peer2, peer3, peer4);
    at("2026-02-10T12:00:00Z");
    await readdress("peer1");
    at("2026-03-02T12:00:00Z");
    await launch();
    at("2026-03-04T12:00:00Z");
    await readdress("peer4");
    await colleaguesAnswer(peer1, peer2, peer3, peer4);
    const raters = await sent([peer4]);
    const content = await report();
    expect(shown(content)).toEqual(["peer 4"]);
    expect(foundOut(content, raters)).toEqual([]);
  });

  test("one that still waits when its owner is asked takes effect in the round, and counts against it", async () => {
    const { peer1, peer2, peer3, peer4 } = house.people;
    await leave(house.admin, peer1, peer2, peer3, peer4);
    at("2026-03-01T12:00:00Z");
    await readdress("peer1");
    at("2026-03-02T12:00:00Z");
    await launch();
    expect(await counting()).toEqual(["peer2", "peer3", "peer4"]);
  });

  test("what its owner confirms, signed in as before, is nobody else's change", async () => {
    const { peer1, peer2, peer3, peer4 } = house.people;
    await leave(house.admin, peer1, peer2, peer3, peer4);
    await launch();
    at("2026-03-04T12:00:00Z");
    await readdress("peer1", "peer2");
    expect(await counting()).toEqual(["peer3", "peer4"]);
    required(await answerOwnChange(db.platform, house.member(peer1), "mine"));
    expect(await counting()).toEqual(["peer1", "peer3", "peer4"]);
  });
});
