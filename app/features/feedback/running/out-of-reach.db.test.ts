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
import { editLetter } from "~/features/rounds/letters/edit-letter.server.ts";
import { progressSheet, progressTabs } from "~/features/rounds/monitoring/progress-sheet.server.ts";
import { archiveRound } from "~/features/rounds/running/archive-round.server.ts";
import { deleteDraft } from "~/features/rounds/running/delete-draft.server.ts";
import { extendRound } from "~/features/rounds/running/extend-round.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { scoreNow } from "../closing/score-now.server.ts";
import { addRater } from "../lists/add-rater.server.ts";
import { withdrawRater } from "../lists/withdraw-rater.server.ts";
import { returnNomination } from "../nomination/return-nomination.server.ts";
import { assignCoach } from "../releasing/assign-coach.server.ts";
import { chooseCoached } from "../releasing/coached-people.server.ts";
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
const t = readerTexts().getFixedT(null, ["monitoring", "relationships"]);
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
    chooseCoached: chooseCoached(platform, actor, { cycleId: id, coachId: house.people.boss }, {
      shown: [house.people.lead],
      ticked: [house.people.lead],
    } as never),
    editLetter: editLetter(platform, actor, id, {
      ...{ kind: "reminder", language: "en", seen: undefined },
      wording: { subject: "Please", body: "Hello {{name}}" },
    }),
  };
};

/** What is done to the list of one who takes part: to whom the list is not shown, there is none. */
async function listChanges(actor: Actor, id: string) {
  const { platform } = db;
  const { lead, peer1, stranger } = house.people;
  const { rows } = await db.owner.query(
    `SELECT subject.id, request.id AS request FROM subject JOIN request ON request.subject_id = subject.id
      WHERE subject.round_id = $1 AND subject.person_id = $2 AND request.person_id = $3`,
    [id, lead, stranger],
  );
  const [{ id: participant, request }] = rows;
  return {
    addRater: addRater(platform, actor, participant, { personId: peer1, relationship: "peer" }),
    withdrawRater: withdrawRater(platform, actor, participant, request),
    returnNomination: returnNomination(platform, actor, participant, { note: "Once more" }),
  };
}

const reads = (actor: Actor, id: string) => ({
  bouncedAbout: within(actor, (tx) => bouncedAbout(tx, actor, id)),
  letterCounts: within(actor, async (tx) => {
    const counts = await letterCounts(tx, actor, id);
    return Object.values(counts).filter((count) => typeof count === "number" && count > 0);
  }),
  heldInRound: heldInRound(db.platform, actor, id),
  readyBundle: within(actor, (tx) => readyBundle(tx, actor, id, newId(), new Date())),
  usefulnessOf: within(actor, (tx) => usefulnessOf(tx, actor, id)),
  ...Object.fromEntries(
    progressTabs.map((tab) => [
      `progressSheet, ${tab}`,
      progressSheet(db.platform, actor, id, { tab, search: "", order: null }, t),
    ]),
  ),
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
                (SELECT count(*) FROM audit_record WHERE subject_id = round.id) AS recorded,
                (SELECT count(*) FROM round_letter WHERE round_id = round.id) AS worded,
                (SELECT string_agg(r.state || s.list || coalesce(s.coach_id::text, ''), ' ' ORDER BY r.id)
                   FROM request r JOIN subject s ON s.id = r.subject_id WHERE s.round_id = round.id) AS lists
           FROM round WHERE id = $1`,
        [id],
      )
    ).rows;
  const before = await standing();
  for (const actor of [outside, inOwn]) {
    for (const [name, outcome] of Object.entries(changes(actor, id)))
      expect([name, await outcome]).toEqual([name, { ok: false, reason: "not-allowed" }]);
    for (const [name, outcome] of Object.entries(await listChanges(actor, id)))
      expect([name, await outcome]).toEqual([name, { ok: false, reason: "unknown" }]);
    const letter = { kind: "invitation", language: "en" } as const;
    expect(await sendTestLetter(db.platform, actor, id, letter)).toMatchObject({ ok: false });
    for (const [name, read] of Object.entries(reads(actor, id)))
      expect([name, (await read) ?? []]).toEqual([name, []]);
  }
  expect(await standing()).toEqual(before);
  // Of their own round they are told, so that what is empty above is not empty for everybody.
  expect(await reads(inOwn, own.cycleId).letterCounts).not.toEqual([]);
  expect(await reads(house.admin, id).letterCounts).not.toEqual([]);
  const tab = { tab: "participants", search: "", order: null } as const;
  expect(await progressSheet(db.platform, inOwn, own.cycleId, tab, t)).not.toBeNull();
  expect(await progressSheet(db.platform, house.admin, id, tab, t)).not.toBeNull();
  const { addRater: added } = await listChanges(house.admin, id);
  expect(await added).toEqual({ ok: true });
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
