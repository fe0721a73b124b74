import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { editPerson } from "~/features/people/by-hand/edit-person.server.ts";
import { personForm } from "~/features/people/testing/person-form.ts";
import { requestBundle } from "~/features/reports/pdf/bundle/request-bundle.server.ts";
import { groupReportPage } from "~/features/reports/report/group-report-page.server.ts";
import { roundReports } from "~/features/reports/report/group-report-reads.server.ts";
import {
  heldInRound,
  letInto,
  monitoringPage,
  pauseRound,
  remindNow,
  sendTestLetter,
} from "~/features/rounds/index.server.ts";
import { forgetSubjects } from "~/features/rounds/personal/personal-store.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { closeCycle } from "../closing/close-cycle.server.ts";
import { cycleList, cycleView } from "../cycle/cycle-reads.server.ts";
import { cyclesTended } from "../home/tended-cycles.server.ts";
import { launchCycle } from "../launch/launch-cycle.server.ts";
import { nominationTasksOf } from "../nomination/approval-reads.server.ts";
import { nominationPage } from "../nomination/nomination-page.server.ts";
import { remindNominatorsNow } from "../reminders/remind-nominators-now.server.ts";
import { chooseParticipants } from "../setup/choose-participants.server.ts";
import { copyCycle } from "../setup/copy-cycle.server.ts";
import { createCycle } from "../setup/create-cycle.server.ts";
import { participantsStep } from "../setup/participants-step.server.ts";
import { setupPage } from "../setup/setup-page.server.ts";
import { uploadAssignments } from "../setup/upload-assignments.server.ts";
import {
  accepted,
  answer,
  closeScoreAndRelease,
  collectingCycle,
  draftCycle,
  required,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { participantPage } from "./participant-page.server.ts";
import { withdrawParticipant } from "./withdraw-participant.server.ts";

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

/** HR of departments of the house: the lead is on Deck, the stranger Elsewhere, peers are nowhere. */
const hrOf = (units: string[], role: "unit-admin" | "unit-analyst" = "unit-admin"): Actor => ({
  ...{ organisationId: house.organisationId, accountId: newId(), personId: null },
  ...{ role, units },
});
const within = (actor: Actor, cycleId: string) =>
  inOrganisation(db.platform, actor, (tx) => letInto(tx, actor, cycleId));
const sees = async (actor: Actor) =>
  (await inOrganisation(db.platform, actor, (tx) => cycleList(tx, actor))).map(({ id }) => id);
const refused = (reason: string) => ({ ok: false, reason });
const moveTo = (personId: string, department: string) =>
  db.owner.query("UPDATE person SET department = $2 WHERE id = $1", [personId, department]);
const draftOf = async (...people: string[]) => {
  const id = await draftCycle(db.platform, house);
  accepted(await chooseParticipants(db.platform, house.admin, id, people));
  return id;
};
const stored = async (cycleId: string) =>
  (
    await db.owner.query(
      `SELECT round.state, round.revision, (SELECT count(*) FROM subject WHERE round_id = round.id) AS subjects,
              (SELECT count(*) FROM message WHERE about_id = round.id) AS letters
         FROM round WHERE id = $1`,
      [cycleId],
    )
  ).rows[0];

describe("which rounds HR of units sees", () => {
  test("those in which nobody takes part but people of all their units; and drafts they began", async () => {
    const { lead, stranger, peer1 } = house.people;
    const deck = await draftOf(lead);
    const both = await draftOf(lead, stranger);
    await draftOf(peer1);
    await draftCycle(db.platform, house);
    expect(await sees(hrOf(["Deck"]))).toEqual([deck]);
    expect((await sees(hrOf(["Deck", "Elsewhere"]))).toSorted()).toEqual([deck, both].toSorted());
    expect(await sees(hrOf(["Bridge"]))).toEqual([]);
    expect(await sees(hrOf([""]))).toEqual([]);
    const own = hrOf(["Deck"]);
    const details = { name: "Own", kind: "360", instrumentId: house.instrumentId } as const;
    const { id } = accepted(await createCycle(db.platform, own, details));
    expect((await sees(own)).toSorted()).toEqual([deck, id].toSorted());
    expect(await sees(hrOf(["Deck"]))).toEqual([deck]);
    const { units: _, ...lost } = own;
    for (const empty of [{ ...own, units: [] }, lost]) {
      expect(await sees(empty)).toEqual([id]);
      expect((await within(empty, deck)).letInto).toBeUndefined();
    }
  });

  test("by what was written down when it began: who moves away or in later changes nothing", async () => {
    const { lead } = house.people;
    const { cycleId } = await collectingCycle(db.platform, house);
    await moveTo(lead, "Elsewhere");
    expect(await sees(hrOf(["Deck"]))).toEqual([cycleId]);
    expect(await sees(hrOf(["Elsewhere"]))).toEqual([]);
    expect((await within(hrOf(["Elsewhere"]), cycleId)).letInto).toBeUndefined();
  });

  test("a unit that was renamed opens nothing under its old name, and a new one under it opens no old rounds", async () => {
    const { lead, stranger } = house.people;
    const { cycleId } = await collectingCycle(db.platform, house);
    await moveTo(lead, "Upper deck");
    expect(await sees(hrOf(["Upper deck"]))).toEqual([]);
    await moveTo(stranger, "Upper deck");
    const later = await draftOf(stranger);
    expect(await sees(hrOf(["Upper deck"]))).toEqual([later]);
    expect(await sees(hrOf(["Deck"]))).toEqual([cycleId]);
  });

  test("a round another puts somebody from outside into is theirs no longer, running or not", async () => {
    const { lead, stranger } = house.people;
    const deck = await draftOf(lead);
    const hr = hrOf(["Deck"]);
    const let1 = await within(hr, deck);
    expect(let1.letInto).toBe(deck);
    accepted(await chooseParticipants(db.platform, house.admin, deck, [lead, stranger]));
    expect(await sees(hr)).toEqual([]);
    // Whoever was let in a moment before is out with the change itself.
    expect(await chooseParticipants(db.platform, let1, deck, [lead])).toEqual(refused("unknown"));
    expect(await stored(deck)).toMatchObject({ subjects: "2" });
  });
});

describe("what moves while a round is theirs", () => {
  test("erasing one of theirs leaves it theirs, and erasing one from outside makes it no more so", async () => {
    const { lead, stranger } = house.people;
    const deck = await collectingCycle(db.platform, house);
    const both = await collectingCycle(db.platform, house, [
      { personId: lead, raters: [{ personId: stranger, relationship: "other" }] },
      { personId: stranger, raters: [{ personId: lead, relationship: "other" }] },
    ]);
    for (const personId of [lead, stranger])
      await inOrganisation(db.platform, house, (tx) =>
        forgetSubjects(tx, { organisationId: house.organisationId, personId }, "Erased"),
      );
    const { rows } = await db.owner.query(
      "SELECT DISTINCT department FROM subject WHERE organisation_id = $1",
      [house.organisationId],
    );
    expect(rows).toEqual([{ department: null }]);
    expect(await sees(hrOf(["Deck"]))).toEqual([deck.cycleId]);
    expect((await sees(hrOf(["Deck", "Elsewhere"]))).toSorted()).toEqual(
      [deck.cycleId, both.cycleId].toSorted(),
    );
    expect((await within(hrOf(["Deck"]), deck.cycleId)).letInto).toBe(deck.cycleId);
  });

  test("who was let in a moment before is out under the lock, whatever they go on to do", async () => {
    const { cycleId, participants } = await collectingCycle(db.platform, house);
    const hr = await within(hrOf(["Deck"]), cycleId);
    expect(hr.letInto).toBe(cycleId);
    const [participantId = ""] = participants.values();
    const copy = { name: "Copy", raters: "suggested" } as const;
    const letter = { kind: "invitation", language: "en" } as const;
    const all = {
      copyCycle: () => copyCycle(db.platform, hr, cycleId, copy),
      remindNow: () => remindNow(db.platform, hr, cycleId, "all-with-work-left"),
      remindNominatorsNow: () => remindNominatorsNow(db.platform, hr, cycleId),
      sendTestLetter: () => sendTestLetter(db.platform, hr, cycleId, letter),
      requestBundle: () => requestBundle(db.platform, hr, cycleId),
      closeCycle: () => closeCycle(db.platform, hr, cycleId),
      pauseRound: () => pauseRound(db.platform, hr, cycleId),
      withdrawParticipant: () => withdrawParticipant(db.platform, hr, participantId),
    };
    // While it is theirs each is let to where it looks at the round itself.
    expect(await all.copyCycle()).toMatchObject({ ok: true });
    expect(await all.remindNominatorsNow()).toEqual(refused("not-nominating"));
    expect(await all.sendTestLetter()).toEqual(refused("no-address"));
    expect(await all.requestBundle()).toEqual(refused("not-kept"));
    await db.owner.query("UPDATE subject SET unit = 'Elsewhere' WHERE round_id = $1", [cycleId]);
    const before = await stored(cycleId);
    for (const [name, act] of Object.entries(all))
      expect([name, await act()]).toEqual([name, refused("unknown")]);
    expect(await stored(cycleId)).toEqual(before);
  });

  test("whose address waits is told of their own rounds alone, whichever participant is asked about", async () => {
    const { lead, stranger, peer1 } = house.people;
    const deck = await collectingCycle(db.platform, house, [
      { personId: lead, raters: [{ personId: peer1, relationship: "peer" }] },
    ]);
    const other = await collectingCycle(db.platform, house, [
      { personId: stranger, raters: [{ personId: peer1, relationship: "other" }] },
    ]);
    const { rows } = await db.owner.query("SELECT name, revision FROM person WHERE id = $1", [
      peer1,
    ]);
    required(
      await editPerson(db.platform, house.admin, peer1, {
        ...personForm({ name: rows[0].name }),
        ...{ email: "moved@house.test", revision: rows[0].revision },
      }),
    );
    const hr = await within(hrOf(["Deck"]), deck.cycleId);
    const own = deck.participants.get(lead) ?? "";
    const foreign = other.participants.get(stranger) ?? "";
    const held = async (actor: Actor, roundId: string, subjectId: string) =>
      (await heldInRound(db.platform, actor, roundId, subjectId)).map(({ personId }) => personId);
    expect(await held(hr, deck.cycleId, own)).toEqual([peer1]);
    expect(await held(house.admin, other.cycleId, foreign)).toEqual([peer1]);
    for (const [roundId, subjectId] of [
      [deck.cycleId, foreign],
      [other.cycleId, foreign],
      [other.cycleId, own],
      [deck.cycleId, "nobody"],
      [deck.cycleId, ""],
    ] as const)
      expect([roundId, subjectId, await held(hr, roundId, subjectId)]).toEqual([
        ...[roundId, subjectId],
        [],
      ]);
  });
});

describe("attacks by HR of units", () => {
  test("no page, list, count or change of another round, whatever it is asked by", async () => {
    const { lead, stranger } = house.people;
    const { cycleId, participants } = await collectingCycle(db.platform, house, [
      { personId: lead, raters: [{ personId: stranger, relationship: "other" }] },
      { personId: stranger, raters: [{ personId: lead, relationship: "other" }] },
    ]);
    const other = await draftOf(lead);
    const hr = hrOf(["Deck"]);
    const participantId = participants.get(stranger) ?? "";
    const before = await stored(cycleId);
    // By their own right, let into nothing, and let into another round that is theirs.
    for (const actor of [hr, await within(hr, cycleId), await within(hr, other)]) {
      await inOrganisation(db.platform, actor, async (tx) => {
        expect(await cycleView(tx, actor, cycleId)).toBeNull();
        const tended = await cyclesTended(db.platform, tx, actor);
        expect(tended?.cycles.map(({ cycle }) => cycle.id)).toEqual([other]);
        expect(tended?.people).toBe(1);
        expect((await nominationTasksOf(tx, actor)).toApprove).toEqual([]);
      });
      const query = { tab: "participants", search: "", page: 1 } as const;
      const seen = await monitoringPage(db.platform, actor, cycleId, query);
      expect(seen.total).toMatchObject({ asked: 0 });
      expect(seen.participants?.rows).toEqual([]);
      const page = { cycleId, participantId, search: "" };
      expect(await participantPage(db.platform, actor, page)).toBeNull();
      const wanted = { search: "", instead: "" };
      expect(await nominationPage(db.platform, actor, participantId, wanted)).toBeNull();
      expect(await closeCycle(db.platform, actor, cycleId)).toEqual(refused("not-allowed"));
      expect(await pauseRound(db.platform, actor, cycleId)).toEqual(refused("not-allowed"));
      expect(await remindNow(db.platform, actor, cycleId, "all-with-work-left")).toEqual(
        refused("not-allowed"),
      );
      expect(await withdrawParticipant(db.platform, actor, participantId)).toEqual(
        refused("unknown"),
      );
      const copy = { name: "Copy", raters: "suggested" } as const;
      expect(await copyCycle(db.platform, actor, cycleId, copy)).toEqual(refused("not-allowed"));
    }
    expect(await stored(cycleId)).toEqual(before);
  });

  test("nobody from outside is made to take part, by whatever way, and nothing of the try is left", async () => {
    const { lead, stranger, peer1 } = house.people;
    const deck = await draftOf(lead);
    const hr = await within(hrOf(["Deck"]), deck);
    const before = await stored(deck);
    for (const people of [[lead, stranger], [lead, peer1], [stranger], []])
      expect(await chooseParticipants(db.platform, hr, deck, people)).toEqual(
        refused("outside-units"),
      );
    const file = {
      name: "360.csv",
      content: Buffer.from("Evaluator Email,Subject Email,Relationship\n"),
    };
    expect(await uploadAssignments(db.platform, hr, deck, file)).toEqual(refused("not-allowed"));
    expect(await stored(deck)).toEqual(before);
    const view = { filter: { search: "", department: "", level: "", below: "" }, page: 1 };
    const shown = await participantsStep(db.platform, hr, deck, view as never);
    expect(shown.people.map(({ id }) => id)).toEqual([lead]);
  });

  test("who moved out before the launch takes the launch out of their hands; taken off, it goes on", async () => {
    const { lead, peer1 } = house.people;
    await moveTo(peer1, "Deck");
    const deck = await draftOf(lead, peer1);
    const hr = await within(hrOf(["Deck"]), deck);
    await moveTo(peer1, "Elsewhere");
    const before = await stored(deck);
    expect(await launchCycle(db.platform, hr, deck)).toEqual({
      ...refused("not-ready"),
      obstacles: expect.arrayContaining(["moved-out"]),
    });
    const page = await setupPage(db.platform, hr, deck);
    expect(page?.counts.movedOut).toEqual(["peer1"]);
    expect(page?.obstacles).toContain("moved-out");
    // Whoever is not limited may launch it as it is.
    expect((await setupPage(db.platform, house.admin, deck))?.counts.movedOut).toEqual([]);
    expect(await stored(deck)).toEqual(before);
    accepted(await chooseParticipants(db.platform, hr, deck, [lead]));
    accepted(await launchCycle(db.platform, hr, deck));
    expect(await stored(deck)).toMatchObject({ state: "collecting", subjects: "1" });
  });

  test("their own rounds run as anybody's: asked from anywhere, watched, paused, closed", async () => {
    const { cycleId } = await collectingCycle(db.platform, house);
    const hr = await within(hrOf(["Deck"]), cycleId);
    const query = { tab: "participants", search: "", page: 1 } as const;
    const seen = await monitoringPage(db.platform, hr, cycleId, query);
    const all = await monitoringPage(db.platform, house.admin, cycleId, query);
    expect(seen).toEqual(all);
    required(await pauseRound(db.platform, hr, cycleId));
    required(await closeCycle(db.platform, hr, cycleId));
  });

  test("analysts of units are let into no round that runs, and change nothing", async () => {
    const { cycleId } = await collectingCycle(db.platform, house);
    const analyst = await within(hrOf(["Deck"], "unit-analyst"), cycleId);
    expect(await sees(analyst)).toEqual([]);
    expect(await pauseRound(db.platform, analyst, cycleId)).toEqual(refused("not-allowed"));
    expect(
      await inOrganisation(db.platform, analyst, (tx) => cycleView(tx, analyst, cycleId)),
    ).toBeNull();
  });
});

describe("figures", () => {
  test("of rounds of their units alone, and the same that everybody in HR reads: nothing to subtract", async () => {
    const { lead, stranger, peer1 } = house.people;
    const deck = await collectingCycle(db.platform, house);
    for (const rater of [lead, peer1, house.people.peer2, house.people.peer3, house.people.peer4])
      await answer(db.platform, deck.rater(rater), await deck.requestOf(rater));
    await closeScoreAndRelease(db.platform, house, deck.cycleId);
    const both = await collectingCycle(db.platform, house, [
      { personId: lead, raters: [{ personId: stranger, relationship: "other" }] },
      { personId: stranger, raters: [{ personId: lead, relationship: "other" }] },
    ]);
    await closeScoreAndRelease(db.platform, house, both.cycleId);
    const whole = await groupReportPage(db.platform, house.admin, deck.cycleId);
    for (const role of ["unit-analyst", "unit-admin"] as const) {
      const reader = hrOf(["Deck"], role);
      const list = await inOrganisation(db.platform, reader, (tx) => roundReports(tx, reader));
      expect(list.map(({ cycleId }) => cycleId)).toEqual([deck.cycleId]);
      expect(await groupReportPage(db.platform, reader, deck.cycleId)).toBeNull();
      const admitted = await within(reader, deck.cycleId);
      const { runsRounds, ...page } =
        (await groupReportPage(db.platform, admitted, deck.cycleId)) ?? {};
      expect(runsRounds).toBe(role === "unit-admin");
      expect(page).toEqual({ ...whole, runsRounds: undefined });
      for (const actor of [reader, admitted, await within(reader, both.cycleId)])
        expect(await groupReportPage(db.platform, actor, both.cycleId)).toBeNull();
    }
  });
});
