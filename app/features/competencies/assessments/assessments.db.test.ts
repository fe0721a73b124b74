import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { retirePeople } from "~/features/people/index.server.ts";
import { pauseRound } from "~/features/rounds/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { levelsPage } from "../levels/levels-page.server.ts";
import { createRound, launchRound } from "../testing/assessment-round.ts";
import { type Crew, createCrew } from "../testing/crew.ts";
import { calibrate } from "./calibration/calibrate.server.ts";
import { calibrationPage } from "./calibration/calibration-page.server.ts";
import { ownAssessments } from "./own-assessments.server.ts";
import { callOffAssessment } from "./running/call-off-assessment.server.ts";
import { closeAssessment } from "./running/close-assessment.server.ts";
import { nameAssessor } from "./running/name-assessor.server.ts";
import { withdrawAssessed } from "./running/withdraw-assessed.server.ts";
import { launchAssessment } from "./setup/launch-assessment.server.ts";
import { sheetPage } from "./sheets/sheet-page.server.ts";
import { takeBackSheet } from "./sheets/take-back-sheet.server.ts";
import { roundsToRun, roundToRun } from "./store/assessment-reads.server.ts";
import { concludeTalk } from "./talks/conclude-talk.server.ts";
import { type StepInput, stepInput, takeStep } from "./talks/take-step.server.ts";
import { talkPage } from "./talks/talk-page.server.ts";

let db: TestDatabase;
let crew: Crew;
let round: Awaited<ReturnType<typeof launchRound>>;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  crew = await createCrew(db);
});

const begin = async (told?: Parameters<typeof launchRound>[2]) => {
  round = await launchRound(db, crew, told);
};
const talk = (actor: Actor) => talkPage(db.platform, actor, round.subjectOf("ana"));
const step = (actor: Actor, told: Partial<StepInput>) =>
  takeStep(
    db.platform,
    actor,
    round.subjectOf("ana"),
    stepInput.parse({ competency: "pumps", step: "propose", ...told }),
  );
const conclude = (actor: Actor) => concludeTalk(db.platform, actor, round.subjectOf("ana"));
const bothSend = async () => {
  await round.write(crew.as.ana, "ana", "self", [2, 1]);
  await round.write(crew.as.boss, "ana", "manager", [2, 3]);
};
const levels = async (actor: Actor) => {
  const page = await levelsPage(db.platform, actor, crew.people.ana, crew.framework);
  return (page?.levels ?? []).map(({ competency, evidence }) => ({
    competency: competency.id,
    counts: evidence.filter((each) => each.counts).map(({ source, level }) => [source, level]),
    all: evidence.length,
  }));
};

describe("before everybody sent theirs", () => {
  test("nobody reads another's view, and whether it is there is told to nobody", async () => {
    await begin();
    await round.write(crew.as.boss, "ana", "manager", [3, 3]);
    const { id } = await round.sheetOf("ana", "manager");
    for (const actor of [crew.as.ana, crew.home.admin, crew.as.chief, crew.as.analyst]) {
      expect(await sheetPage(db.platform, actor, id)).toBe(null);
      expect(await talk(actor)).toBe(null);
    }
    expect(await talk(crew.as.boss)).toBe(null);
    const own = await round.inside((tx) => ownAssessments(db.platform, tx, crew.as.ana));
    expect(own.map(({ part, next }) => [part, next])).toEqual([["self", "write"]]);
  });

  test("a draft is nobody's word, and a sheet is sent whole", async () => {
    await begin();
    expect(await round.write(crew.as.ana, "ana", "self", [2], "save")).toMatchObject({ ok: true });
    expect(await round.write(crew.as.ana, "ana", "self", [2])).toEqual({
      ...{ ok: false, reason: "problems" },
      problems: [{ field: "placements[1].level", code: "missing" }],
    });
    expect((await round.sheetOf("ana", "self")).levels).toEqual({
      mooring: { level: 2, words: "" },
    });
    await round.write(crew.as.boss, "ana", "manager", [3, 3]);
    expect(await talk(crew.as.boss)).toBe(null);
  });

  test("only whoever writes a sheet writes it, and nobody writes on levels there are not", async () => {
    await begin();
    for (const actor of [crew.as.bo, crew.as.boss, crew.home.admin, crew.as.chief])
      expect(await round.write(actor, "ana", "self", [3, 3])).toEqual({
        ok: false,
        reason: "unknown",
      });
    await round.write(crew.as.ana, "ana", "self", [9, 2], "save");
    expect((await round.sheetOf("ana", "self")).levels).toEqual({ pumps: { level: 2, words: "" } });
  });

  test("a sheet that was changed in another tab is not written over", async () => {
    await begin();
    const { id } = await round.sheetOf("ana", "self");
    await round.write(crew.as.ana, "ana", "self", [2, 2], "save");
    const { writeSheet } = await import("./sheets/write-sheet.server.ts");
    const stale = { placements: [], revision: 1, intent: "save" as const };
    expect(await writeSheet(db.platform, crew.as.ana, id, stale)).toEqual({
      ok: false,
      reason: "changed",
    });
  });

  test("it may be taken back until it lies beside another", async () => {
    await begin();
    await round.write(crew.as.ana, "ana", "self", [2, 1]);
    const { id } = await round.sheetOf("ana", "self");
    expect(await takeBackSheet(db.platform, crew.as.boss, id)).toEqual({
      ok: false,
      reason: "unknown",
    });
    expect(await takeBackSheet(db.platform, crew.as.ana, id)).toMatchObject({ ok: true });
    await bothSend();
    expect(await takeBackSheet(db.platform, crew.as.ana, id)).toEqual({
      ok: false,
      reason: "laid-open",
    });
  });

  test("a second assessor keeps the talk closed until they sent theirs, and never reads it", async () => {
    await begin();
    const subject = round.subjectOf("ana");
    const name = (identifier: string, part: "second" | "manager" = "second") =>
      nameAssessor(db.platform, crew.home.admin, round.id, subject, { part, identifier });
    const refused = (code: string) => ({ problems: [{ field: "identifier", code }] });
    expect(await name("nobody@example.org")).toMatchObject(refused("nobody"));
    expect(await name("", "manager")).toMatchObject(refused("missing"));
    expect(await name("E-CY")).toMatchObject({ ok: true });
    await bothSend();
    expect(await talk(crew.as.ana)).toBe(null);
    expect(await round.write(crew.as.cy, "ana", "second", [1, 3])).toMatchObject({ ok: true });
    expect((await talk(crew.as.ana))?.rows[0]?.second).toEqual({ level: 1, words: "" });
    expect(await talk(crew.as.cy)).toBe(null);
    expect(await name("")).toMatchObject(refused("sent-already"));
  });

  test("whoever leads them now takes over what the one before had not sent, and not what they had written", async () => {
    await begin();
    await round.write(crew.as.boss, "ana", "manager", [3, 3], "save");
    const subject = round.subjectOf("ana");
    const told = { part: "manager", identifier: "e-cy" } as const;
    expect(await nameAssessor(db.platform, crew.home.admin, round.id, subject, told)).toMatchObject(
      { ok: true },
    );
    expect(await round.sheetOf("ana", "manager")).toMatchObject({
      authorId: crew.people.cy,
      levels: {},
    });
    expect(await round.write(crew.as.boss, "ana", "manager", [3, 3])).toEqual({
      ok: false,
      reason: "unknown",
    });
  });
});

describe("the talk", () => {
  test("is between the two of them: HR, whoever is above and colleagues read none of it", async () => {
    await begin();
    await bothSend();
    for (const actor of [crew.as.ana, crew.as.boss]) expect(await talk(actor)).not.toBe(null);
    for (const actor of [
      crew.home.admin,
      crew.as.chief,
      crew.as.bo,
      crew.as.cy ?? crew.as.bo,
      crew.as.fleet,
    ])
      expect(await talk(actor)).toBe(null);
    for (const actor of [crew.home.admin, crew.as.chief, crew.as.bo])
      expect(await step(actor, { level: 2 })).toEqual({ ok: false, reason: "unknown" });
  });

  test("what both said is agreed; what differs is agreed by two, or not at all", async () => {
    await begin();
    await bothSend();
    expect((await talk(crew.as.ana))?.rows.map(({ id, standing }) => [id, standing])).toEqual([
      ["mooring", "same"],
      ["pumps", "open"],
    ]);
    expect(await conclude(crew.as.boss)).toEqual({ ok: false, reason: "still-open" });
    expect(await step(crew.as.boss, { level: 2, words: "With the new pump." })).toMatchObject({
      ok: true,
    });
    expect(await step(crew.as.boss, { step: "confirm", level: 2 })).toEqual({
      ok: false,
      reason: "own-proposal",
    });
    expect(await step(crew.as.ana, { step: "confirm", level: 2 })).toMatchObject({ ok: true });
    expect(await conclude(crew.as.ana)).toMatchObject({ ok: true });
    expect(await levels(crew.as.ana)).toEqual([
      { competency: "mooring", counts: [["agreed", 2]], all: 3 },
      { competency: "pumps", counts: [["agreed", 2]], all: 3 },
    ]);
    expect(await levels(crew.as.boss)).toEqual(await levels(crew.as.ana));
  });

  test("concluded twice, or closed after, is evidence once", async () => {
    await begin();
    await bothSend();
    await step(crew.as.ana, { step: "disagree", words: "I ran them alone all winter." });
    const [one, other] = await Promise.all([conclude(crew.as.ana), conclude(crew.as.boss)]);
    expect([one, other]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await closeAssessment(db.platform, crew.home.admin, round.id)).toMatchObject({
      ok: true,
    });
    expect(await levels(crew.as.ana)).toMatchObject([
      { competency: "mooring", all: 3 },
      { competency: "pumps", all: 2 },
    ]);
  });

  test("a disagreement stands, whatever the other one does, and both words with it", async () => {
    await begin();
    await bothSend();
    await step(crew.as.ana, { step: "disagree", words: "I ran them alone all winter." });
    for (const told of [
      { level: 2 },
      { step: "disagree", words: "No." },
      { step: "take-back" },
    ] as const)
      expect(await step(crew.as.boss, told)).toEqual({ ok: false, reason: "theirs-to-take-back" });
    await conclude(crew.as.boss);
    expect(
      (await levels(crew.as.ana))
        .find(({ competency }) => competency === "pumps")
        ?.counts.toSorted(),
    ).toEqual([
      ["manager", 3],
      ["self", 1],
    ]);
  });

  test("what is said wrongly is named, and nothing is said to what is not asked", async () => {
    await begin();
    await bothSend();
    expect(await step(crew.as.ana, {})).toMatchObject({
      problems: [{ field: "level", code: "missing" }],
    });
    expect(await step(crew.as.ana, { level: 9 })).toMatchObject({
      problems: [{ field: "level", code: "too-large" }],
    });
    expect(await step(crew.as.ana, { step: "disagree" })).toMatchObject({
      problems: [{ field: "words", code: "missing" }],
    });
    expect(await step(crew.as.ana, { competency: "watch", level: 2 })).toEqual({
      ok: false,
      reason: "unknown",
    });
  });
});

describe("purposes", () => {
  test("what was given for development is no manager's and no HR's to read, from the ledger or in calibrating", async () => {
    await begin({ purposes: ["development"] });
    await bothSend();
    await step(crew.as.ana, { level: 2 });
    await step(crew.as.boss, { step: "confirm", level: 2 });
    expect(await calibrationPage(db.platform, crew.home.admin, round.id)).toBe(null);
    await conclude(crew.as.ana);
    expect(await levels(crew.as.ana)).toHaveLength(2);
    for (const actor of [crew.as.boss, crew.as.chief, crew.home.admin])
      expect(await levels(actor)).toEqual([]);
  });
});

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
      expect((await talk(actor))?.rows[1]).toMatchObject({
        manager: { level: 2 },
        calibrated: [{ before: 3, after: 2, reason: "Others at 3 teach it." }],
      });
  });

  test("two who change the same level do not undo each other", async () => {
    await begin();
    await bothSend();
    expect(await change(crew.home.admin)).toMatchObject({ ok: true });
    expect(await change(crew.home.admin, { after: 1 })).toEqual({ ok: false, reason: "changed" });
    expect(await change(crew.home.admin, { before: 2, after: 9 })).toMatchObject({
      problems: [{ field: "after", code: "too-large" }],
    });
  });

  test("is HR's alone, and of units theirs", async () => {
    await begin();
    await bothSend();
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
    expect(await levels(crew.as.ana)).toMatchObject([
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
