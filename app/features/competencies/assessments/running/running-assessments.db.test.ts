import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { retirePeople } from "~/features/people/index.server.ts";
import { pauseRound } from "~/features/rounds/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../../../test/database/test-database.ts";
import { anasTalk, createRound, launchRound } from "../../testing/assessment-round.ts";
import { type Crew, createCrew } from "../../testing/crew.ts";
import { calibrate } from "../calibration/calibrate.server.ts";
import { calibrationPage } from "../calibration/calibration-page.server.ts";
import { ownAssessments } from "../own-assessments.server.ts";
import { launchAssessment } from "../setup/launch-assessment.server.ts";
import { sheetPage } from "../sheets/sheet-page.server.ts";
import { roundsToRun, roundToRun } from "../store/assessment-reads.server.ts";
import { callOffAssessment } from "./call-off-assessment.server.ts";
import { closeAssessment } from "./close-assessment.server.ts";
import { withdrawAssessed } from "./withdraw-assessed.server.ts";

let db: TestDatabase;
let crew: Crew;
let round: Awaited<ReturnType<typeof launchRound>>;
let hands: ReturnType<typeof anasTalk>;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  crew = await createCrew(db);
});

const begin = async (told?: Parameters<typeof launchRound>[2]) => {
  round = await launchRound(db, crew, told);
  hands = anasTalk(db, crew, round);
};

describe("calibrating", () => {
  const change = (actor: Actor, told: object = {}) =>
    calibrate(db.platform, actor, round.id, {
      ...{
        subjectId: round.subjectOf("ana"),
        competency: "pumps",
        before: 3,
        after: 2,
        reason: "Others at 3 teach it.",
      },
      ...told,
    });

  test("shows managers' levels alone, once sent, and changes one with its reason, which both read", async () => {
    await begin();
    await round.write(crew.as.ana, "ana", "self", [1, 1]);
    expect((await calibrationPage(db.platform, crew.home.admin, round.id))?.people).toEqual([]);
    expect(await change(crew.home.admin)).toEqual({ ok: false, reason: "gone" });
    await round.write(crew.as.boss, "ana", "manager", [2, 3]);
    const page = await calibrationPage(db.platform, crew.home.admin, round.id);
    expect(page?.people).toMatchObject([
      { name: "ana", manager: "boss", levels: { mooring: 2, pumps: 3 } },
    ]);
    expect(await change(crew.home.admin)).toMatchObject({ ok: true });
    for (const actor of [crew.as.ana, crew.as.boss])
      expect((await hands.talk(actor))?.rows[1]).toMatchObject({
        manager: { level: 2 },
        calibrated: [{ before: 3, after: 2, reason: "Others at 3 teach it." }],
      });
  });

  test("takes nobody's disagreement away", async () => {
    await begin();
    await hands.bothSend();
    await hands.step(crew.as.ana, { step: "disagree", words: "I ran them alone all winter." });
    expect(await change(crew.home.admin)).toMatchObject({ ok: true });
    expect((await hands.talk(crew.as.ana))?.rows[1]).toMatchObject({
      standing: "disagreed",
      outcome: { words: "I ran them alone all winter." },
    });
  });

  test("what was proposed on the level before falls", async () => {
    await begin();
    await hands.bothSend();
    await hands.step(crew.as.boss, { level: 3 });
    await change(crew.home.admin);
    expect((await hands.talk(crew.as.ana))?.rows[1]?.outcome).toBe(null);
  });

  test("two who change the same level do not undo each other", async () => {
    await begin();
    await hands.bothSend();
    expect(await change(crew.home.admin)).toMatchObject({ ok: true });
    expect(await change(crew.home.admin, { after: 1 })).toEqual({ ok: false, reason: "changed" });
    expect(await change(crew.home.admin, { before: 2, after: 9 })).toMatchObject({
      problems: [{ field: "after", code: "too-large" }],
    });
  });

  test("is HR's alone, and of units theirs", async () => {
    await begin();
    await hands.bothSend();
    for (const actor of [crew.as.boss, crew.as.chief, crew.as.ana, crew.as.fleet, crew.as.analyst])
      expect(await change(actor)).toEqual({ ok: false, reason: "not-allowed" });
    // Bo is of another department than the fleet's.
    expect(
      await calibrationPage(db.platform, { ...crew.as.fleet, letInto: round.id }, round.id),
    ).toBe(null);
  });
});

describe("running it", () => {
  test("begins once, with what the page said", async () => {
    const id = await createRound(db, crew);
    const again = await launchAssessment(db.platform, crew.home.admin, id, { revision: 99 });
    expect(again).toEqual({ ok: false, reason: "changed" });
    for (const actor of [crew.as.boss, crew.as.analyst, crew.as.ana])
      expect(await launchAssessment(db.platform, actor, id, { revision: 1 })).toEqual({
        ok: false,
        reason: "not-allowed",
      });
  });

  test("a leaver between choosing and beginning is asked nothing", async () => {
    const id = await createRound(db, crew);
    await inOrganisation(db.platform, crew.home.admin, (tx) =>
      retirePeople(
        tx,
        { ...crew.home.admin, way: "hand", at: db.platform.clock.now() },
        [crew.people.bo],
        "2026-03-02",
      ),
    );
    const found = await inOrganisation(db.platform, crew.home.admin, (tx) =>
      roundToRun(tx, crew.home.admin, id),
    );
    const launched = await launchAssessment(db.platform, crew.home.admin, id, {
      revision: found?.revision ?? 0,
    });
    expect(launched).toMatchObject({ ok: true, value: { people: 1, assessors: 2 } });
  });

  test("closing leaves both words where nobody talked, and nothing of drafts", async () => {
    await begin();
    await round.write(crew.as.ana, "ana", "self", [2, 1]);
    await round.write(crew.as.boss, "ana", "manager", [3, 3], "save");
    expect(await closeAssessment(db.platform, crew.home.admin, round.id)).toMatchObject({
      ok: true,
      value: { open: 2 },
    });
    expect(await hands.levels(crew.as.ana)).toMatchObject([
      { counts: [["self", 2]] },
      { counts: [["self", 1]] },
    ]);
    expect(await round.write(crew.as.boss, "ana", "manager", [3, 3])).toEqual({
      ok: false,
      reason: "over",
    });
  });

  test("paused, called off and taken out, nothing is written", async () => {
    await begin();
    await pauseRound(db.platform, crew.home.admin, round.id);
    expect(await round.write(crew.as.ana, "ana", "self", [2, 1])).toEqual({
      ok: false,
      reason: "over",
    });
    const subject = round.subjectOf("ana");
    const { id } = await round.sheetOf("ana", "self");
    expect(await withdrawAssessed(db.platform, crew.home.admin, round.id, subject)).toMatchObject({
      ok: true,
    });
    expect(await sheetPage(db.platform, crew.as.ana, id)).toBe(null);
    const off = await callOffAssessment(db.platform, crew.home.admin, round.id, {
      reason: "The yard closes.",
    });
    expect(off).toMatchObject({ ok: true });
    expect(await round.inside((tx) => ownAssessments(db.platform, tx, crew.as.bo))).toEqual([]);
  });

  test("HR of units runs rounds about their own people alone", async () => {
    const id = await createRound(db, crew, { of: ["ana", "cy"] });
    const both = await createRound(db, crew);
    const listed = await inOrganisation(db.platform, crew.as.fleet, (tx) =>
      roundsToRun(tx, crew.as.fleet, { archived: false }),
    );
    expect(listed.map((each) => each.id)).toEqual([id]);
    const launched = await launchAssessment(
      db.platform,
      { ...crew.as.fleet, letInto: both },
      both,
      { revision: 1 },
    );
    expect(launched.ok).toBe(false);
  });

  test("another organisation's round is nobody's", async () => {
    await begin();
    const other = await createTestOrganisation(db.platform);
    const { id } = await round.sheetOf("ana", "self");
    expect(await sheetPage(db.platform, other.admin, id)).toBe(null);
    expect(await closeAssessment(db.platform, other.admin, round.id)).toEqual({
      ok: false,
      reason: "unknown",
    });
    expect(
      await inOrganisation(db.platform, other.admin, (tx) => roundToRun(tx, other.admin, round.id)),
    ).toBe(null);
  });
});
