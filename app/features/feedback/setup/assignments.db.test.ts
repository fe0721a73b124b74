import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { launchCycle } from "../launch/launch-cycle.server.ts";
import { bystanders } from "../testing/actors.ts";
import { accepted, draftCycle, required } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { expectRefusals } from "../testing/refusals.ts";
import { addListedPeople } from "./add-listed-people.server.ts";
import { chooseParticipants } from "./choose-participants.server.ts";
import { confirmAssignments, discardAssignments } from "./confirm-assignments.server.ts";
import { reviewAssignments } from "./review-assignments.server.ts";
import { uploadAssignments } from "./upload-assignments.server.ts";

let db: TestDatabase;
let house: House;
let cycleId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createHouse(db.platform);
  cycleId = await draftCycle(db.platform, house);
});
afterAll(() => db.close());

const rows = async (query: string) => (await db.owner.query(query, [cycleId])).rows;
const lists = () =>
  rows(
    `SELECT about.name AS participant, p.name AS rater, r.relationship FROM request r
       JOIN subject about ON about.id = r.subject_id JOIN person p ON p.id = r.person_id
      WHERE r.round_id = $1 ORDER BY about.name, p.name COLLATE "C"`,
  );
const stored = async () => [
  await lists(),
  await rows("SELECT state, content IS NULL AS erased FROM assignment_file WHERE cycle_id = $1"),
];
const at = (word: string) => `${word}@house.test`;

const HEADER = "FirstName,LastName,Evaluator Email,Subject Email,Relationship";
const file = (...lines: string[]) => ({
  name: "360.csv",
  content: Buffer.from([HEADER, ...lines].join("\r\n")),
});
const upload = async (...lines: string[]) =>
  accepted(await uploadAssignments(db.platform, house.admin, cycleId, file(...lines))).fileId;
const review = async (fileId: string, addOutsiders = false) => {
  return accepted(await reviewAssignments(db.platform, house.admin, cycleId, fileId, addOutsiders));
};
const GONE = { ok: false, reason: "gone" };
const confirm = (fileId: string, expected: number, addOutsiders = false) =>
  confirmAssignments(db.platform, house.admin, cycleId, fileId, { addOutsiders, expected });

const GOOD = [
  `,,${at("peer1")},${at("lead")},Colleague`,
  `,,${at("boss")},${at("lead")},Boss`,
  `,,${at("report1")},${at("lead")},Subordinate`,
];

describe("a file of assignments", () => {
  test("changes nothing until it is confirmed, and then decides for its participants alone", async () => {
    const { lead, stranger } = house.people;
    accepted(await chooseParticipants(db.platform, house.admin, cycleId, [lead, stranger]));
    const before = await lists();
    const fileId = await upload(...GOOD);
    const seen = await review(fileId);
    expect(seen).toMatchObject({ rows: 3, participants: 1, newcomers: 0, outsiders: 0, bad: [] });
    expect(await lists()).toEqual(before);
    expect(accepted(await confirm(fileId, 1))).toEqual({ participants: 1, raters: 4 });
    expect(await lists()).toEqual([
      { participant: "lead", rater: "boss", relationship: "manager" },
      { participant: "lead", rater: "lead", relationship: "self" },
      { participant: "lead", rater: "peer1", relationship: "peer" },
      { participant: "lead", rater: "report1", relationship: "direct_report" },
      ...before.filter((each) => each.participant === "stranger"),
    ]);
    expect(await rows("SELECT state, content FROM assignment_file WHERE cycle_id = $1")).toEqual([
      { state: "confirmed", content: null },
    ]);
    expect(
      await rows(
        "SELECT detail FROM audit_record WHERE subject_id = $1 AND action = 'cycle.assignments-confirmed'",
      ),
    ).toEqual([{ detail: { participants: 1, raters: 4, outsiders: 0, leftOut: 0 } }]);
  });

  test("rows that can't be used are named and left out", async () => {
    const fileId = await upload(
      ...GOOD,
      `,,${at("peer1")},${at("nobody")},Peer`,
      `,,${at("lead")},${at("lead")},Peer`,
    );
    const { bad } = await review(fileId);
    expect(bad.map(({ row, problem }) => [row, problem])).toEqual([
      [5, "unknown-participant"],
      [6, "not-self"],
    ]);
    accepted(await confirm(fileId, 1));
    expect(await lists()).toHaveLength(4);
  });

  test("raters from outside are added only when that is ticked, and join no directory", async () => {
    const outsider = `Kim,Client,kim@client.test,${at("lead")},Customer`;
    const fileId = await upload(...GOOD, outsider);
    expect(await review(fileId)).toMatchObject({ outsiders: 1, bad: [{ outsider: true }] });
    expect(await review(fileId, true)).toMatchObject({ outsiders: 1, bad: [] });
    accepted(await confirm(fileId, 1, true));
    expect((await lists()).map((each) => each.rater)).toContain("Kim Client");
    const { rows: found } = await db.owner.query(
      "SELECT name, email, external FROM person WHERE organisation_id = $1 AND external",
      [house.organisationId],
    );
    expect(found).toEqual([{ name: "Kim Client", email: "kim@client.test", external: true }]);
  });

  test("when people changed after the review, it is looked at again instead of done", async () => {
    const fileId = await upload(...GOOD, `,,${at("peer1")},${at("boss")},Direct report`);
    expect((await review(fileId)).participants).toBe(2);
    await db.owner.query("UPDATE person SET status = 'inactive' WHERE id = $1", [
      house.people.boss,
    ]);
    const before = await stored();
    expect(await confirm(fileId, 2)).toEqual({ ok: false, reason: "changed" });
    expect(await stored()).toEqual(before);
  });

  test("confirmed twice at once it is done once; an earlier file is dropped by a later one", async () => {
    const first = await upload(...GOOD);
    const second = await upload(...GOOD);
    expect(await confirm(first, 1)).toEqual({ ok: false, reason: "gone" });
    const outcomes = await Promise.all([confirm(second, 1), confirm(second, 1)]);
    expect(outcomes.map((outcome) => outcome.ok).toSorted()).toEqual([false, true]);
    expect(await lists()).toHaveLength(4);
  });

  test("a file without its columns, without a usable row, or that is no table is refused with the reason", async () => {
    const take = (content: string) =>
      uploadAssignments(db.platform, house.admin, cycleId, {
        name: "x.csv",
        content: Buffer.from(content),
      });
    expect(await take("Subject Email,Shoe size\na@b.test,42")).toEqual({
      ok: false,
      reason: "columns",
      missing: ["rater", "relationship"],
    });
    expect(await take(HEADER)).toEqual({ ok: false, reason: "file-header-only" });
    expect(await take("")).toEqual({ ok: false, reason: "file-empty" });
    const fileId = await upload(`,,${at("who")},${at("nobody")},Peer`);
    expect(await confirm(fileId, 0)).toEqual({ ok: false, reason: "nothing" });
  });

  test("letters that can be read in several ways are asked about before it can be confirmed", async () => {
    const line = `H\xe9l\xe8ne,Roy,${at("peer1")},${at("lead")},Peer`;
    const content = Buffer.from([HEADER, line].join("\n"), "latin1");
    const taken = await uploadAssignments(db.platform, house.admin, cycleId, {
      name: "360.csv",
      content,
    });
    const { fileId } = accepted(taken);
    expect(await review(fileId)).toMatchObject({ questions: [{ code: "encoding" }], rows: 1 });
    expect(await confirm(fileId, 1)).toEqual({ ok: false, reason: "open-questions" });
    const answers = { encoding: "windows-1252" };
    expect(
      accepted(await reviewAssignments(db.platform, house.admin, cycleId, fileId, false, answers)),
    ).toMatchObject({ questions: [], source: [{ code: "encoding" }] });
    const given = { addOutsiders: false, expected: 1, ...answers };
    accepted(await confirmAssignments(db.platform, house.admin, cycleId, fileId, given));
  });

  test("discarding erases it", async () => {
    const fileId = await upload(...GOOD);
    required(await discardAssignments(db.platform, house.admin, cycleId, fileId));
    expect((await stored())[1]).toEqual([{ state: "discarded", erased: true }]);
    expect(await reviewAssignments(db.platform, house.admin, cycleId, fileId, false)).toEqual(GONE);
  });

  test("it is refused to everyone but this organisation's administrators, and after the launch", async () => {
    const fileId = await upload(...GOOD);
    const { platform } = db;
    await expectRefusals(platform, house, cycleId, stored, (actor, id) =>
      uploadAssignments(platform, actor, id, file(...GOOD)),
    );
    await expectRefusals(platform, house, cycleId, stored, (actor, id) =>
      confirmAssignments(platform, actor, id, fileId, { addOutsiders: false, expected: 1 }),
    );
    await expectRefusals(platform, house, cycleId, stored, (actor, id) =>
      discardAssignments(platform, actor, id, fileId),
    );
    const { members, elsewhere } = await bystanders(platform, house);
    for (const actor of [...members.map(([, member]) => member), elsewhere])
      expect(await reviewAssignments(platform, actor, cycleId, fileId, false)).toEqual(GONE);
    accepted(await chooseParticipants(platform, house.admin, cycleId, [house.people.lead]));
    accepted(await launchCycle(platform, house.admin, cycleId));
    expect(await confirm(fileId, 1)).toEqual({ ok: false, reason: "launched" });
    expect(await uploadAssignments(platform, house.admin, cycleId, file(...GOOD))).toEqual({
      ok: false,
      reason: "launched",
    });
  });
});

describe("a pasted list", () => {
  const add = (text: string, leavingOut = false) =>
    addListedPeople(db.platform, house.admin, cycleId, { list: text, leavingOut });
  const chosen = async () => [...new Set((await lists()).map((each) => each.participant))];

  test("adds people by address or employee id to those already chosen", async () => {
    await db.owner.query("UPDATE person SET employee_id = 'H-7' WHERE id = $1", [
      house.people.peer1,
    ]);
    accepted(await chooseParticipants(db.platform, house.admin, cycleId, [house.people.stranger]));
    expect(accepted(await add(`Lead@House.test\nh-7\n${at("lead")}`))).toEqual({ added: 2 });
    expect(await chosen()).toEqual(["lead", "peer1", "stranger"]);
  });

  test("with a line that can't be used nobody is added, until it is left out", async () => {
    const text = `${at("lead")}\n${at("nobody")}`;
    expect(await add(text)).toMatchObject({
      problems: [{ field: "list", code: "lines", values: { count: 1 } }],
      found: { problems: [{ line: 2, text: at("nobody"), problem: "unknown" }] },
    });
    expect(await chosen()).toEqual([]);
    expect(accepted(await add(text, true))).toEqual({ added: 1 });
    expect(await add(at("nobody"), true)).toMatchObject({ problems: [{ code: "lines" }] });
    expect(await add(" \n")).toMatchObject({ problems: [{ field: "list", code: "empty" }] });
    expect(await add("a\n".repeat(10_001))).toMatchObject({
      problems: [{ field: "list", code: "too-long" }],
    });
  });

  test("it is refused to everyone but this organisation's administrators, and people elsewhere are unknown", async () => {
    const { members, elsewhere } = await bystanders(db.platform, house);
    const before = await stored();
    for (const actor of [...members.map(([, member]) => member), elsewhere]) {
      const outcome = await addListedPeople(db.platform, actor, cycleId, {
        list: at("lead"),
        leavingOut: true,
      });
      expect(outcome.ok).toBe(false);
    }
    expect(await stored()).toEqual(before);
  });
});
