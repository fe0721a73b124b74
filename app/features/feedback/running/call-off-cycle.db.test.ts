import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { saveAnswers } from "~/features/rounds/answering/answer.server.ts";
import { raterOfLink } from "~/features/rounds/answering/link-reads.server.ts";
import { archiveRound, unarchiveRound } from "~/features/rounds/running/archive-round.server.ts";
import { pauseRound } from "~/features/rounds/running/pause-round.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { refuse, refuseInput } from "~/platform/errors/outcome.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { closeCycle } from "../closing/close-cycle.server.ts";
import { cycleList } from "../cycle/cycle-reads.server.ts";
import { cyclesTended } from "../home/tended-cycles.server.ts";
import { launchCycle } from "../launch/launch-cycle.server.ts";
import { openNominations } from "../nomination/open-nominations.server.ts";
import { assignRaters } from "../setup/assign-raters.server.ts";
import {
  accepted,
  answer,
  type CollectingCycle,
  closeAndScore,
  collectingCycle,
  draftCycle,
  required,
  usualAssignments,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { expectRefusals } from "../testing/refusals.ts";
import { storedAnswers } from "../testing/snapshot.ts";
import { callOffCycle } from "./call-off-cycle.server.ts";

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
  cycle = await collectingCycle(db.platform, house);
});
afterAll(() => db.close());

const REASON = "The offices move in March.";
const rows = async (query: string, ...values: unknown[]) =>
  (await db.owner.query(query, values)).rows;
const revisionOf = async (id = cycle.cycleId): Promise<number> =>
  (await rows("SELECT revision FROM round WHERE id = $1", id))[0].revision;
const callOff = async (id = cycle.cycleId, given: object = {}, by = house.admin) =>
  callOffCycle(db.platform, by, id, {
    ...{ reason: REASON, name: "spring  360", revision: await revisionOf(id) },
    ...given,
  });
const everybodyHasTheirLetter = (but = "") =>
  db.owner.query(
    "UPDATE message SET state = 'sent' WHERE organisation_id = $1 AND to_address <> $2",
    [house.organisationId, but],
  );
const toldOff = () =>
  rows(
    `SELECT to_address, plain, html IS NOT NULL AS html FROM message
      WHERE organisation_id = $1 AND kind = 'called-off' ORDER BY to_address`,
    house.organisationId,
  );
const stored = () => storedAnswers(db.owner, cycle.cycleId);

describe("calling off", () => {
  test("keeps no answer, no key and no letter, and ends every request", async () => {
    const { peer1, peer2 } = house.people;
    await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1), {
      comments: { keep: "a word nobody may keep" },
    });
    required(
      await saveAnswers(
        db.platform,
        cycle.rater(peer2),
        await cycle.requestOf(peer2),
        [["item-1", "3"]],
        null,
      ),
    );
    await everybodyHasTheirLetter();
    expect(accepted(await callOff())).toEqual({ told: 10 });
    for (const table of ["response", "answer_count", "round_secret", "reminder", "held_letter"])
      expect([
        table,
        await rows(`SELECT 1 FROM ${table} WHERE round_id = $1`, cycle.cycleId),
      ]).toEqual([table, []]);
    expect(
      await rows("SELECT DISTINCT state FROM request WHERE round_id = $1", cycle.cycleId),
    ).toEqual([{ state: "ended" }]);
    expect(
      await rows("SELECT 1 FROM message WHERE about_id = $1 AND plain IS NOT NULL", cycle.cycleId),
    ).toEqual([]);
    const [round] = await rows("SELECT * FROM round WHERE id = $1", cycle.cycleId);
    expect(round).toMatchObject({ state: "called-off", called_off_reason: REASON });
    expect(await rows("SELECT 1 FROM report WHERE cycle_id = $1", cycle.cycleId)).toEqual([]);
    expect(
      await rows(
        "SELECT detail FROM audit_record WHERE action = 'cycle.called-off' AND subject_id = $1",
        cycle.cycleId,
      ),
    ).toEqual([{ detail: { told: 10 } }]);
  });

  test("what is left tells nobody who had answered", async () => {
    // The same house twice, in which one answered or another, and one had begun or another.
    const left = async (writer: "peer1" | "peer2") => {
      house = await createHouse(db.platform);
      cycle = await collectingCycle(db.platform, house);
      const rater = house.people[writer];
      await answer(db.platform, cycle.rater(rater), await cycle.requestOf(rater));
      await everybodyHasTheirLetter();
      accepted(await callOff());
      const names = new Map(Object.entries(house.people).map(([name, id]) => [id, name]));
      const named = (found: { person_id: string }[]) =>
        found.map(({ person_id, ...each }) => ({ ...each, who: names.get(person_id) }));
      return {
        requests: named(
          await rows(
            "SELECT person_id, state, relationship FROM request WHERE round_id = $1",
            cycle.cycleId,
          ),
        ).sort((a, b) => String(a.who).localeCompare(String(b.who))),
        links: named(
          await rows(
            "SELECT person_id, asked_at FROM invitation WHERE round_id = $1",
            cycle.cycleId,
          ),
        ).sort((a, b) => String(a.who).localeCompare(String(b.who))),
        letters: await rows(
          "SELECT kind, to_address, plain, state, attempts FROM message WHERE organisation_id = $1 ORDER BY kind, to_address",
          house.organisationId,
        ),
        audit: await rows(
          "SELECT action, detail - 'participants' AS detail FROM audit_record WHERE subject_id = $1 ORDER BY at",
          cycle.cycleId,
        ),
      };
    };
    expect(await left("peer1")).toEqual(await left("peer2"));
  });

  test("one letter goes to each who was told of it, in their language, with the reason and no link", async () => {
    const { peer1 } = house.people;
    await db.owner.query("UPDATE person SET language = 'de' WHERE id = $1", [peer1]);
    // The letter to one still waits: it never leaves, and they know of nothing.
    await everybodyHasTheirLetter("peer2@house.test");
    expect(accepted(await callOff())).toEqual({ told: 9 });
    const letters = await toldOff();
    expect(letters.map(({ to_address }) => to_address)).not.toContain("peer2@house.test");
    for (const { plain } of letters) {
      expect(plain).toContain(REASON);
      expect(plain).not.toMatch(/http|\{\{/);
    }
    expect(letters.find(({ to_address }) => to_address === "peer1@house.test")?.plain).toContain(
      "abgesagt",
    );
    expect(
      await rows(
        "SELECT state FROM message WHERE to_address = 'peer2@house.test' AND about_id = $1",
        cycle.cycleId,
      ),
    ).toEqual([{ state: "failed" }]);
  });

  test("while raters are chosen, whoever was asked to choose is told", async () => {
    const id = await draftCycle(db.platform, house);
    required(await assignRaters(db.platform, house.admin, id, usualAssignments(house)));
    required(await openNominations(db.platform, house.admin, id));
    await everybodyHasTheirLetter();
    expect(accepted(await callOff(id))).toEqual({ told: 1 });
    expect((await toldOff()).map(({ to_address }) => to_address)).toEqual(["lead@house.test"]);
    expect(await launchCycle(db.platform, house.admin, id)).toEqual(refuse("launched"));
  });

  test("a link says that the round was called off, and why; an answer on its way is refused", async () => {
    const { peer1 } = house.people;
    const requestId = await cycle.requestOf(peer1);
    const [link] = await rows(
      "SELECT id FROM invitation WHERE round_id = $1 AND person_id = $2",
      cycle.cycleId,
      peer1,
    );
    accepted(await callOff());
    const { organisationId } = house;
    const found = await inOrganisation(db.platform, house, (tx) =>
      raterOfLink(tx, { organisationId, invitationId: link.id }),
    );
    expect(found?.calledOff).toEqual({ round: "Spring 360", reason: REASON });
    expect(await saveAnswers(db.platform, cycle.rater(peer1), requestId, [], null)).toEqual(
      refuse("called-off"),
    );
  });

  test("it is possible from a pause, not once closing began, and not twice", async () => {
    const other = await collectingCycle(db.platform, house);
    required(await pauseRound(db.platform, house.admin, other.cycleId));
    accepted(await callOff(other.cycleId));
    expect(await callOff(other.cycleId)).toEqual(refuse("not-running"));
    required(
      await closeCycle(db.platform, house.admin, cycle.cycleId, { minutesToReconsider: 10 }),
    );
    expect(await callOff()).toEqual(refuse("not-running"));
    const draft = await draftCycle(db.platform, house);
    expect(await callOff(draft)).toEqual(refuse("not-running"));
  });

  test("another name, another tab and anybody else change nothing", async () => {
    const { peer1 } = house.people;
    await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1));
    const before = await stored();
    expect(await callOff(cycle.cycleId, { name: "Autumn 360" })).toEqual(
      refuseInput({ field: "name", code: "another-name" }),
    );
    expect(await callOff(cycle.cycleId, { revision: 0 })).toEqual(refuse("changed"));
    expect(await stored()).toEqual(before);
    const revision = await revisionOf();
    await expectRefusals(db.platform, house, cycle.cycleId, stored, (actor, id) =>
      callOffCycle(db.platform, actor, id, { reason: REASON, name: "Spring 360", revision }),
    );
    expect(await toldOff()).toEqual([]);
  });
});

describe("archiving", () => {
  const list = () => inOrganisation(db.platform, house, (tx) => cycleList(tx, house.admin));
  const archive = (id = cycle.cycleId) => archiveRound(db.platform, house.admin, id);

  test("what is over leaves the list and what waits for HR, and comes back unchanged", async () => {
    await closeAndScore(db.platform, house, cycle.cycleId);
    const tended = async () =>
      (await inOrganisation(db.platform, house, (tx) => cyclesTended(db.platform, tx, house.admin)))
        ?.cycles.length;
    expect(await tended()).toBe(1);
    required(await archive());
    required(await archive());
    expect(await list()).toMatchObject([{ id: cycle.cycleId, archived: true }]);
    expect(await tended()).toBe(0);
    required(await unarchiveRound(db.platform, house.admin, cycle.cycleId));
    expect(await list()).toMatchObject([{ archived: false, state: "closed" }]);
    expect(
      await rows(
        "SELECT action FROM audit_record WHERE action LIKE 'cycle.%archived' AND subject_id = $1 ORDER BY at",
        cycle.cycleId,
      ),
    ).toEqual([{ action: "cycle.archived" }, { action: "cycle.unarchived" }]);
  });

  test("what runs stays, a round that was called off may go, and it is HR's alone", async () => {
    expect(await archive()).toEqual(refuse("not-over"));
    accepted(await callOff());
    await expectRefusals(db.platform, house, cycle.cycleId, stored, (actor, id) =>
      archiveRound(db.platform, actor, id),
    );
    required(await archive());
  });
});
