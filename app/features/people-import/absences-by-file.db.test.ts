import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { noteAbsence } from "~/features/people/absence/note-absence.server.ts";
import { readPersonTimes } from "~/features/people/absence/person-times.server.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { wordsLeft } from "../../../test/database/words-left.ts";
import { answerPeopleImport } from "./answer-people-import.server.ts";
import { confirmPeopleImport } from "./confirm-people-import.server.ts";
import { eraseOldFiles, nextToErase } from "./erase-old-files.server.ts";
import { importPeopleFile } from "./import-people-file.server.ts";
import { reviewPeopleImport } from "./review-people-import.server.ts";
import { uploadPeopleFile } from "./upload-people-file.server.ts";

let db: TestDatabase;
let house: TestOrganisation;
let people: Record<"ana" | "bo", string>;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createTestOrganisation(db.platform);
  people = await createPeople(db.platform, house, {
    ana: { name: "Ana Lima", employeeId: "1", workingDays: "12345" },
    bo: { name: "Bo Chen", employeeId: "2" },
  });
});
afterAll(() => db.close());

async function upload(...lines: string[]): Promise<string> {
  const file = { name: "leave.csv", content: Buffer.from(lines.join("\n")) };
  const outcome = await uploadPeopleFile(db.platform, house.admin, file);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.importId;
}
const answer = (importId: string, answers: Parameters<typeof answerPeopleImport>[3]) =>
  answerPeopleImport(db.platform, house.admin, importId, answers);
async function review(importId: string) {
  const outcome = await reviewPeopleImport(db.platform, house.admin, importId);
  if (!outcome.ok || outcome.value.state !== "planned") throw new Error("not planned");
  return outcome.value;
}
const confirm = async (importId: string, fingerprint?: string) =>
  confirmPeopleImport(
    db.platform,
    house.admin,
    importId,
    fingerprint ?? (await review(importId)).fingerprint,
  );
async function timesOf(personId: string) {
  const times = await readPersonTimes(db.platform, house.admin, personId);
  return {
    days: times?.workingDays,
    away: times?.absences.map(({ firstDay, lastDay }) => `${firstDay}/${lastDay}`),
  };
}
const owned = (query: string, ...values: unknown[]) =>
  db.owner.query(query, values).then(({ rows }) => rows);

test("working days and absences come in together, and only working days stand in the history", async () => {
  const importId = await upload(
    "Employee Id,Name,Working days,Away from,Away until",
    "1,Ana Lima,Mon-Thu,2026-04-01,2026-04-10",
    "1,Ana Lima,Mon-Thu,2026-07-01,2026-07-31",
    '3,Cy Okafor,"Mo, Mi",2026-05-05,2026-05-05',
  );
  expect(await timesOf(people.ana)).toEqual({ days: "12345", away: [] });
  expect(await confirm(importId)).toMatchObject({
    ok: true,
    value: { new: 1, changed: 1, absencesNoted: 3, absencesReplaced: 0, absencesErased: 0 },
  });
  expect(await timesOf(people.ana)).toEqual({
    days: "1234",
    away: ["2026-04-01/2026-04-10", "2026-07-01/2026-07-31"],
  });
  const [cy] = await owned("SELECT id, working_days FROM person WHERE name = 'Cy Okafor'");
  expect(cy.working_days).toBe("13");
  expect((await timesOf(cy.id)).away).toEqual(["2026-05-05/2026-05-05"]);
  const history = await owned("SELECT changes FROM person_change WHERE person_id = $1", people.ana);
  expect(history).toEqual([{ changes: [{ field: "workingDays", from: "12345", to: "1234" }] }]);
  const records = await owned(
    "SELECT detail::text FROM audit_record WHERE organisation_id = $1",
    house.organisationId,
  );
  expect(JSON.stringify(records)).toContain("absencesNoted");
  expect(JSON.stringify(records)).not.toContain("2026-");
  // Again, nothing is new.
  const again = await upload(
    "Employee Id,Away from,Away until",
    "1,2026-04-01,2026-04-10",
    "1,2026-07-01,2026-07-31",
  );
  expect((await review(again)).plan.absences.map(({ outcome }) => outcome)).toEqual([
    "known",
    "known",
  ]);
});

test("a list of absences changes nothing but when people are away, and erases none by leaving them out", async () => {
  await noteAbsence(db.platform, house.admin, people.ana, {
    ...{ firstDay: "2026-04-05", lastDay: "2026-04-20" },
  });
  await noteAbsence(db.platform, house.admin, people.ana, {
    ...{ firstDay: "2026-08-01", lastDay: "2026-08-02" },
  });
  const importId = await upload(
    "Employee Id,Name,From,Until",
    "1,Anna L.,2026-04-01,2026-04-10",
    "9,Nobody,2026-04-01,2026-04-10",
  );
  expect((await review(importId)).file.questions).toEqual([
    { code: "lists", suggested: "absences" },
  ]);
  expect(await confirm(importId)).toEqual({ ok: false, reason: "open-questions" });
  await answer(importId, { lists: "absences" });
  const { plan } = await review(importId);
  expect([plan.absent, plan.new, plan.changed]).toEqual([[], [], []]);
  expect(await confirm(importId)).toMatchObject({
    ok: true,
    value: { new: 0, changed: 0, rejected: 1, absencesNoted: 1, absencesReplaced: 1 },
  });
  expect(await timesOf(people.ana)).toEqual({
    days: "12345",
    away: ["2026-04-01/2026-04-10", "2026-08-01/2026-08-02"],
  });
  const [ana] = await owned("SELECT name, revision FROM person WHERE id = $1", people.ana);
  expect(ana).toEqual({ name: "Ana Lima", revision: 0 });
});

test("told to be of people instead, the same file names who is not in it", async () => {
  const importId = await upload(
    "Employee Id,Name,From,Until",
    "1,Ana Lima,2026-04-01,2026-04-10",
    "9,Dia Novak,2026-04-01,2026-04-10",
  );
  await answer(importId, { lists: "people" });
  const { plan } = await review(importId);
  expect(plan.new.map(({ facts }) => facts.name)).toEqual(["Dia Novak"]);
  expect(plan.absent.map(({ personId }) => personId)).toEqual([people.bo]);
});

test("an absence noted since the review is not overrun: the import is looked at again", async () => {
  const importId = await upload("Employee Id,From,Until", "1,2026-04-01,2026-04-10");
  const { fingerprint } = await review(importId);
  await noteAbsence(db.platform, house.admin, people.ana, {
    ...{ firstDay: "2026-04-10", lastDay: "2026-04-30" },
  });
  expect(await confirm(importId, fingerprint)).toEqual({ ok: false, reason: "directory-changed" });
  expect((await timesOf(people.ana)).away).toEqual(["2026-04-10/2026-04-30"]);
});

test("empty cells erase absences only when that is chosen", async () => {
  await noteAbsence(db.platform, house.admin, people.ana, {
    ...{ firstDay: "2026-04-05", lastDay: "2026-04-20" },
  });
  const lines = ["Employee Id,Name,Working days,Away from,Away until", "1,Ana Lima,,,"];
  const kept = await upload(...lines);
  expect(await review(kept)).toMatchObject({
    plan: { erasable: 2, changed: [], absences: [] },
  });
  await answer(kept, { emptyCells: "clear" });
  expect(await confirm(kept)).toMatchObject({ value: { changed: 1, absencesErased: 1 } });
  expect(await timesOf(people.ana)).toEqual({ days: null, away: [] });
});

const WHY = "nervous breakdown";

test("why somebody is away is in no page, no plan and, once the import is over, nowhere", async () => {
  const importId = await upload(
    "Employee Id,Leave type,From,Until,Note",
    `1,${WHY},2026-04-01,2026-04-10,${WHY}`,
    `7,${WHY},2026-04-01,2026-04-10,${WHY}`,
  );
  const shown = await review(importId);
  expect(shown.file.reasons).toEqual(["Leave type"]);
  expect(shown.plan.rejected).toHaveLength(1);
  expect(JSON.stringify(shown)).not.toContain(WHY);
  // Until then it is in what was uploaded, and nowhere else.
  expect(await wordsLeft(db.owner, [WHY])).toEqual([`public.people_import: ${WHY}`]);
  await answer(importId, { ignoreColumns: true });
  expect(await confirm(importId)).toMatchObject({ value: { absencesNoted: 1, rejected: 1 } });
  expect(await wordsLeft(db.owner, [WHY])).toEqual([]);
});

test("a file that nobody comes back to is erased by the clock after a week", async () => {
  await upload("Employee Id,Leave type,From,Until", `1,${WHY},2026-04-01,2026-04-10`);
  const next = () => inOrganisation(db.platform, house, (tx) => nextToErase(tx, house));
  expect(await next()).toEqual(new Date("2026-03-09T12:00:00Z"));
  db.platform.clock.set(new Date("2026-03-09T11:59:59Z"));
  await eraseOldFiles(db.platform, house);
  expect(await wordsLeft(db.owner, [WHY])).not.toEqual([]);
  db.platform.clock.set(new Date("2026-03-09T12:00:00Z"));
  await eraseOldFiles(db.platform, house);
  expect(await wordsLeft(db.owner, [WHY])).toEqual([]);
  expect(await next()).toBeNull();
});

test("by command: what is open is refused with the option that answers it", async () => {
  const content = Buffer.from("Employee Id,Name,From,Until\n1,Ana Lima,2026-04-01,2026-04-10\n");
  const options = { content, dateOrder: null, emptyCells: "keep", store: true } as const;
  expect(await importPeopleFile(db.platform, house.admin, options)).toMatchObject({
    ...{ ok: false, reason: "questions", questions: [{ code: "lists" }] },
  });
  expect((await timesOf(people.ana)).away).toEqual([]);
  const answers = { lists: "absences" as const };
  expect(await importPeopleFile(db.platform, house.admin, { ...options, answers })).toMatchObject({
    ...{ ok: true, value: { stored: true, lists: "absences" } },
  });
  expect((await timesOf(people.ana)).away).toEqual(["2026-04-01/2026-04-10"]);
});

test("attack: nobody's absences in another organisation are changed, whatever a file names", async () => {
  const other = await createTestOrganisation(db.platform, "Other");
  const { spy } = await createPeople(db.platform, other, { spy: { employeeId: "55" } });
  const importId = await upload("Employee Id,From,Until", "55,2026-04-01,2026-04-10");
  expect((await review(importId)).plan.rejected).toMatchObject([
    { problems: [{ code: "person-unknown" }] },
  ]);
  await confirm(importId);
  expect(await owned("SELECT 1 FROM person_absence WHERE person_id = $1", spy)).toEqual([]);
});
