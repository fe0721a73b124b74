import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { anasTalk, launchRound } from "../testing/assessment-round.ts";
import { type Crew, createCrew } from "../testing/crew.ts";
import { calibrationPage } from "./calibration/calibration-page.server.ts";
import { ownAssessments } from "./own-assessments.server.ts";
import { closeAssessment } from "./running/close-assessment.server.ts";
import { nameAssessor } from "./running/name-assessor.server.ts";
import { sheetPage } from "./sheets/sheet-page.server.ts";
import { takeBackSheet } from "./sheets/take-back-sheet.server.ts";
import { sheetInput, writeSheet } from "./sheets/write-sheet.server.ts";
import { concludeTalk } from "./talks/conclude-talk.server.ts";
import { stepInput, takeStep } from "./talks/take-step.server.ts";
import { talkPage } from "./talks/talk-page.server.ts";

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

describe("before everybody sent theirs", () => {
  test("nobody reads another's view, and whether it is there is told to nobody", async () => {
    await begin();
    await round.write(crew.as.boss, "ana", "manager", [3, 3]);
    const { id } = await round.sheetOf("ana", "manager");
    for (const actor of [crew.as.ana, crew.home.admin, crew.as.chief, crew.as.analyst]) {
      expect(await sheetPage(db.platform, actor, id)).toBe(null);
      expect(await hands.talk(actor)).toBe(null);
    }
    expect(await hands.talk(crew.as.boss)).toBe(null);
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
    expect(await hands.talk(crew.as.boss)).toBe(null);
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

  test("words are kept before it is said on which level", async () => {
    await begin();
    const { id, revision } = await round.sheetOf("ana", "self");
    const words = "Moored by night.";
    const written = {
      placements: [{ competency: "mooring", words }],
      revision,
      intent: "save",
    } as const;
    expect(await writeSheet(db.platform, crew.as.ana, id, sheetInput.parse(written))).toMatchObject(
      { ok: true },
    );
    expect((await round.sheetOf("ana", "self")).levels).toEqual({ mooring: { words } });
    expect((await sheetPage(db.platform, crew.as.ana, id))?.competencies[0]?.said).toEqual({
      words,
    });
    expect(await round.write(crew.as.ana, "ana", "self", [undefined, 2])).toMatchObject({
      problems: [{ field: "placements[0].level", code: "missing" }],
    });
  });

  test("a button pressed twice sends once; anything else after sending is told", async () => {
    await begin();
    await round.write(crew.as.ana, "ana", "self", [2, 1]);
    expect(await round.write(crew.as.ana, "ana", "self", [2, 1])).toEqual({
      ok: true,
      value: { sent: true },
    });
    expect(await round.write(crew.as.ana, "ana", "self", [3, 1])).toEqual({
      ok: false,
      reason: "sent",
    });
  });

  test("a sheet that was changed in another tab is not written over", async () => {
    await begin();
    const { id } = await round.sheetOf("ana", "self");
    await round.write(crew.as.ana, "ana", "self", [2, 2], "save");
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
    await hands.bothSend();
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
    await hands.bothSend();
    expect(await hands.talk(crew.as.ana)).toBe(null);
    expect(await round.write(crew.as.cy, "ana", "second", [1, 3])).toMatchObject({ ok: true });
    expect((await hands.talk(crew.as.ana))?.rows[0]?.second).toEqual({ level: 1, words: "" });
    expect(await hands.talk(crew.as.cy)).toBe(null);
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
    await hands.bothSend();
    for (const actor of [crew.as.ana, crew.as.boss]) expect(await hands.talk(actor)).not.toBe(null);
    for (const actor of [
      crew.home.admin,
      crew.as.chief,
      crew.as.bo,
      crew.as.cy ?? crew.as.bo,
      crew.as.fleet,
    ])
      expect(await hands.talk(actor)).toBe(null);
    for (const actor of [crew.home.admin, crew.as.chief, crew.as.bo])
      expect(await hands.step(actor, { level: 2 })).toEqual({ ok: false, reason: "unknown" });
  });

  test("what both said is agreed; what differs is agreed by two, or not at all", async () => {
    await begin();
    await hands.bothSend();
    expect((await hands.talk(crew.as.ana))?.rows.map(({ id, standing }) => [id, standing])).toEqual(
      [
        ["mooring", "same"],
        ["pumps", "open"],
      ],
    );
    expect(await hands.conclude(crew.as.boss)).toEqual({ ok: false, reason: "still-open" });
    expect(await hands.step(crew.as.boss, { level: 2, words: "With the new pump." })).toMatchObject(
      {
        ok: true,
      },
    );
    expect(await hands.step(crew.as.boss, { step: "confirm", level: 2 })).toEqual({
      ok: false,
      reason: "own-proposal",
    });
    expect(await hands.step(crew.as.ana, { step: "confirm", level: 2 })).toMatchObject({
      ok: true,
    });
    expect(await hands.conclude(crew.as.ana)).toMatchObject({ ok: true });
    expect(await hands.levels(crew.as.ana)).toEqual([
      { competency: "mooring", counts: [["agreed", 2]], all: 3 },
      { competency: "pumps", counts: [["agreed", 2]], all: 3 },
    ]);
    expect(await hands.levels(crew.as.boss)).toEqual(await hands.levels(crew.as.ana));
  });

  test("whoever is placed by a second assessor alone reads both views and agrees with nobody", async () => {
    await begin({ of: ["far"] });
    const subjectId = round.subjectOf("far");
    const second = { part: "second", identifier: "e-cy" } as const;
    await nameAssessor(db.platform, crew.home.admin, round.id, subjectId, second);
    const far = crew.home.member(crew.people.far);
    await round.write(far, "far", "self", [1, 1]);
    await round.write(crew.as.cy, "far", "second", [2, 2]);
    expect(await talkPage(db.platform, far, subjectId)).toMatchObject({ hasOther: false, left: 0 });
    const step = stepInput.parse({ competency: "pumps", step: "propose", level: 2 });
    expect(await takeStep(db.platform, far, subjectId, step)).toEqual({
      ok: false,
      reason: "unknown",
    });
    expect(await concludeTalk(db.platform, far, subjectId)).toMatchObject({ ok: true });
  });

  test("concluded twice, or closed after, is evidence once", async () => {
    await begin();
    await hands.bothSend();
    await hands.step(crew.as.ana, { step: "disagree", words: "I ran them alone all winter." });
    const [one, other] = await Promise.all([
      hands.conclude(crew.as.ana),
      hands.conclude(crew.as.boss),
    ]);
    expect([one, other]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await closeAssessment(db.platform, crew.home.admin, round.id)).toMatchObject({
      ok: true,
    });
    expect(await hands.levels(crew.as.ana)).toMatchObject([
      { competency: "mooring", all: 3 },
      { competency: "pumps", all: 2 },
    ]);
  });

  test("a disagreement stands, whatever the other one does, and both words with it", async () => {
    await begin();
    await hands.bothSend();
    await hands.step(crew.as.ana, { step: "disagree", words: "I ran them alone all winter." });
    for (const told of [
      { level: 2 },
      { step: "disagree", words: "No." },
      { step: "take-back" },
    ] as const)
      expect(await hands.step(crew.as.boss, told)).toEqual({
        ok: false,
        reason: "theirs-to-take-back",
      });
    await hands.conclude(crew.as.boss);
    expect(
      (await hands.levels(crew.as.ana))
        .find(({ competency }) => competency === "pumps")
        ?.counts.toSorted(),
    ).toEqual([
      ["manager", 3],
      ["self", 1],
    ]);
  });

  test("what is said wrongly is named, and nothing is said to what is not asked", async () => {
    await begin();
    await hands.bothSend();
    expect(await hands.step(crew.as.ana, {})).toMatchObject({
      problems: [{ field: "level", code: "missing" }],
    });
    expect(await hands.step(crew.as.ana, { level: 9 })).toMatchObject({
      problems: [{ field: "level", code: "too-large" }],
    });
    expect(await hands.step(crew.as.ana, { step: "disagree" })).toMatchObject({
      problems: [{ field: "words", code: "missing" }],
    });
    expect(await hands.step(crew.as.ana, { competency: "watch", level: 2 })).toEqual({
      ok: false,
      reason: "unknown",
    });
  });
});

describe("purposes", () => {
  test("what was given for development is no manager's and no HR's to read, from the ledger or in calibrating", async () => {
    await begin({ purposes: ["development"] });
    await hands.bothSend();
    await hands.step(crew.as.ana, { level: 2 });
    await hands.step(crew.as.boss, { step: "confirm", level: 2 });
    expect(await calibrationPage(db.platform, crew.home.admin, round.id)).toBe(null);
    await hands.conclude(crew.as.ana);
    expect(await hands.levels(crew.as.ana)).toHaveLength(2);
    for (const actor of [crew.as.boss, crew.as.chief, crew.home.admin])
      expect(await hands.levels(actor)).toEqual([]);
  });
});
