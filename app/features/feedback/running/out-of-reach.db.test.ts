import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { bouncedAbout } from "~/features/letters/bounced-reads.server.ts";
import { letterCounts } from "~/features/letters/counts-reads.server.ts";
import { peopleByIdentifiers } from "~/features/people/audience/identifier-reads.server.ts";
import { readyBundle } from "~/features/reports/pdf/bundle/bundle-reads.server.ts";
import { requestBundle } from "~/features/reports/pdf/bundle/request-bundle.server.ts";
import { usefulnessOf } from "~/features/reports/report/usefulness-reads.server.ts";
import { reopenRound } from "~/features/rounds/closing/reopen-round.server.ts";
import { heldInRound, letInto, sendTestLetter } from "~/features/rounds/index.server.ts";
import { archiveRound } from "~/features/rounds/running/archive-round.server.ts";
import { deleteDraft } from "~/features/rounds/running/delete-draft.server.ts";
import { extendRound } from "~/features/rounds/running/extend-round.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { scoreNow } from "../closing/score-now.server.ts";
import { assignCoach } from "../releasing/assign-coach.server.ts";
import { releaseCycle } from "../releasing/release-cycle.server.ts";
import { remindNominatorsNow } from "../reminders/remind-nominators-now.server.ts";
import { collectingCycle } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { callOffCycle } from "./call-off-cycle.server.ts";

let db: TestDatabase;
let house: House;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
});
afterAll(() => db.close());

const within = <Value>(actor: Actor, read: (tx: Tx) => Promise<Value>) =>
  inOrganisation(db.platform, actor, read);
const hrOfDeck = (): Actor => ({
  ...{ organisationId: house.organisationId, accountId: newId(), personId: null },
  ...{ role: "unit-admin", units: ["Deck"] },
});

/** Everything that is done to a round by its id and that other tests of their reach leave out. */
const changes = (actor: Actor, id: string) => {
  const { platform } = db;
  const revision = 1;
  return {
    releaseCycle: releaseCycle(platform, actor, id),
    callOffCycle: callOffCycle(platform, actor, id, { reason: "", name: "Spring 360", revision }),
    extendRound: extendRound(platform, actor, id, {
      closesOn: "2026-04-01",
      tell: [],
      revision,
    } as never),
    reopenRound: reopenRound(platform, actor, id),
    scoreNow: scoreNow(platform, actor, id),
    archiveRound: archiveRound(platform, actor, id),
    deleteDraft: deleteDraft(platform, actor, id, { revision }),
    remindNominatorsNow: remindNominatorsNow(platform, actor, id),
    assignCoach: assignCoach(platform, actor, id, { whom: "all", coachId: null } as never),
    requestBundle: requestBundle(platform, actor, id),
  };
};

const reads = (actor: Actor, id: string) => ({
  bouncedAbout: within(actor, (tx) => bouncedAbout(tx, actor, id)),
  letterCounts: within(actor, async (tx) => {
    const counts = await letterCounts(tx, actor, id);
    return Object.values(counts).filter((count) => typeof count === "number" && count > 0);
  }),
  heldInRound: heldInRound(db.platform, actor, id),
  readyBundle: within(actor, (tx) => readyBundle(tx, actor, id, newId(), new Date())),
  usefulnessOf: within(actor, (tx) => usefulnessOf(tx, actor, id)),
});

test("nothing is done to a round of others or read of it, by whichever round they were let into", async () => {
  const { lead, stranger } = house.people;
  const own = await collectingCycle(db.platform, house);
  const other = await collectingCycle(db.platform, house, [
    { personId: lead, raters: [{ personId: stranger, relationship: "other" }] },
    { personId: stranger, raters: [{ personId: lead, relationship: "other" }] },
  ]);
  const outside = hrOfDeck();
  const inOwn = await within(outside, (tx) => letInto(tx, outside, own.cycleId));
  expect(inOwn.letInto).toBe(own.cycleId);
  const id = other.cycleId;
  const standing = async () =>
    (
      await db.owner.query(
        `SELECT round.*, (SELECT count(*) FROM message WHERE about_id = round.id) AS letters,
                (SELECT count(*) FROM audit_record WHERE subject_id = round.id) AS recorded FROM round WHERE id = $1`,
        [id],
      )
    ).rows;
  const before = await standing();
  for (const actor of [outside, inOwn]) {
    for (const [name, outcome] of Object.entries(changes(actor, id)))
      expect([name, await outcome]).toEqual([name, { ok: false, reason: "not-allowed" }]);
    const letter = { kind: "invitation", language: "en" } as const;
    expect(await sendTestLetter(db.platform, actor, id, letter)).toMatchObject({ ok: false });
    for (const [name, read] of Object.entries(reads(actor, id)))
      expect([name, (await read) ?? []]).toEqual([name, []]);
  }
  expect(await standing()).toEqual(before);
  // Of their own round they are told, so that what is empty above is not empty for everybody.
  expect(await reads(inOwn, own.cycleId).letterCounts).not.toEqual([]);
  expect(await reads(house.admin, id).letterCounts).not.toEqual([]);
});

test("by address HR of units finds people of these, and nobody else", async () => {
  const { lead, stranger } = house.people;
  const keys = ["lead@house.test", "stranger@house.test", "peer1@house.test"];
  const found = async (actor: Actor) =>
    (await within(actor, (tx) => peopleByIdentifiers(tx, actor, keys))).map(({ id }) => id);
  expect(await found(hrOfDeck())).toEqual([lead]);
  expect(await found({ ...hrOfDeck(), units: ["Elsewhere"] })).toEqual([stranger]);
  expect(await found({ ...hrOfDeck(), units: [] })).toEqual([]);
  expect(await found(house.admin)).toHaveLength(3);
});
