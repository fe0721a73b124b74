import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { answerPeopleImport } from "./answer-people-import.server.ts";
import { confirmPeopleImport } from "./confirm-people-import.server.ts";
import { discardPeopleImport } from "./discard-people-import.server.ts";
import { mapPeopleImport } from "./map-people-import.server.ts";
import { readPeopleFile } from "./reading/read-people-file.server.ts";
import { reviewPeopleImport } from "./review-people-import.server.ts";
import { tickAbsentPeople } from "./tick-absent-people.server.ts";
import { uploadPeopleFile } from "./upload-people-file.server.ts";

let db: TestDatabase;
let organisation: TestOrganisation;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  organisation = await createTestOrganisation(db.platform);
});
afterAll(() => db.close());

async function upload(...lines: string[]): Promise<string> {
  const file = { name: "people.csv", content: Buffer.from(lines.join("\n")) };
  const outcome = await uploadPeopleFile(db.platform, organisation.admin, file);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.importId;
}

async function preview(importId: string) {
  const review = await reviewPeopleImport(db.platform, organisation.admin, importId);
  if (!review.ok || review.value.state !== "planned") throw new Error("not ready");
  return review.value;
}

/** What is shown was looked at, and what it leaves open answered in the usual way. */
async function confirm(importId: string, fingerprint?: string) {
  await answerPeopleImport(db.platform, organisation.admin, importId, { ignoreColumns: true });
  const reviewed = fingerprint ?? (await preview(importId)).fingerprint;
  return confirmPeopleImport(db.platform, organisation.admin, importId, reviewed);
}

async function stored() {
  const { rows } = await db.owner.query(
    `SELECT p.name, p.employee_id AS id, p.email, p.status, p.start_date::text AS started, m.name AS manager
       FROM person p LEFT JOIN person m ON m.id = p.manager_id
      WHERE p.organisation_id = $1 ORDER BY p.employee_id`,
    [organisation.organisationId],
  );
  return rows;
}

test("nothing is stored before confirmation, everything after it", async () => {
  const importId = await upload(
    "Employee Id,Name,Email,Start Date,Manager",
    "2,Bo Chen,bo@x.org,25/12/2023,Ana Lima",
    "1,=cmd|calc 👩🏽‍🚀,ana@x.org,2020-02-29,",
    "3,نورا,,,",
    "4,Ana Lima,,,bo@x.org",
    "5,Cy,not mail,,",
  );
  expect(await stored()).toEqual([]);
  const outcome = await confirm(importId);
  expect(outcome).toMatchObject({ ok: true, value: { new: 2, rejected: 3 } });
  expect((await stored()).map(({ name }) => name)).toEqual(["=cmd|calc 👩🏽‍🚀", "نورا"]);
});

test("new managers, changes, swapped addresses and dates arrive together", async () => {
  await createPeople(db.platform, organisation, {
    ana: { name: "Ana Lima", employeeId: "1", email: "ana@x.org" },
    bo: { name: "Bo Chen", employeeId: "2", email: "bo@x.org", manager: "ana" },
    cy: { name: "Cy Okafor", employeeId: "3", email: "cy@x.org" },
  });
  const importId = await upload(
    "Employee Id,Name,Email,Start Date,Manager Id",
    "1,Ana Lima,bo@x.org,2020-02-29,9",
    "2,Bo Chen,ana@x.org,,1",
    "9,Dia Novak,CY@x.org,,",
    "3,Cy Okafor,cy2@x.org,,9",
  );
  expect(await confirm(importId)).toMatchObject({ ok: true, value: { new: 1, changed: 3 } });
  expect(await stored()).toMatchObject([
    { name: "Ana Lima", email: "bo@x.org", started: "2020-02-29", manager: "Dia Novak" },
    { name: "Bo Chen", email: "ana@x.org", manager: "Ana Lima" },
    { name: "Cy Okafor", email: "cy2@x.org", manager: "Dia Novak" },
    { name: "Dia Novak", email: "CY@x.org", manager: null },
  ]);
});

test("absent people are left alone unless they are ticked", async () => {
  const ids = await createPeople(db.platform, organisation, {
    ana: { employeeId: "1" },
    bo: { employeeId: "2" },
    cy: { employeeId: "3" },
  });
  const importId = await upload("Employee Id,Name", "4,Dia");
  expect((await preview(importId)).ticked).toEqual([]);
  const tick = (ticks: Parameters<typeof tickAbsentPeople>[3]) =>
    tickAbsentPeople(db.platform, organisation.admin, importId, ticks);
  expect(await tick({ all: true })).toEqual({ ok: true, value: { changed: true } });
  expect(await tick({ all: true })).toEqual({ ok: true, value: { changed: false } });
  await tick({ shown: [ids.ana, ids.cy], ticked: [ids.cy] });
  expect((await preview(importId)).ticked.toSorted()).toEqual([ids.bo, ids.cy].toSorted());
  await tick({ all: false });
  await tick({ shown: [ids.bo], ticked: [ids.bo] });
  expect(await confirm(importId)).toMatchObject({
    ok: true,
    value: { setInactive: 1, addressesWaiting: 0 },
  });
  expect((await stored()).map(({ id, status }) => `${id} ${status}`)).toEqual([
    "1 active",
    "2 inactive",
    "3 active",
    "4 active",
  ]);
});

test("a plan that was overtaken is not stored", async () => {
  const importId = await upload("Employee Id,Name", "1,Ana Lima");
  const { fingerprint } = await preview(importId);
  await createPeople(db.platform, organisation, { ana: { name: "Ana", employeeId: "1" } });
  expect(await confirm(importId, fingerprint)).toEqual({ ok: false, reason: "directory-changed" });
  expect(await stored()).toMatchObject([{ name: "Ana" }]);
  expect(await confirm(importId)).toMatchObject({ ok: true, value: { changed: 1 } });
});

test("two confirmations at once store once", async () => {
  const importId = await upload("Employee Id,Name", "1,Ana Lima");
  const { fingerprint } = await preview(importId);
  const outcomes = await Promise.all([1, 2].map(() => confirm(importId, fingerprint)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes).toContainEqual({ ok: false, reason: "unknown" });
  expect(await stored()).toHaveLength(1);
});

test("the file is erased and an audit record written when an import ends", async () => {
  const confirmed = await upload("Employee Id,Name", "1,Ana Lima");
  await confirm(confirmed);
  const discarded = await upload("Employee Id,Name", "2,Bo Chen");
  expect(await discardPeopleImport(db.platform, organisation.admin, discarded)).toEqual({
    ok: true,
  });
  const { rows } = await db.owner.query(
    "SELECT state, content, mapping, result FROM people_import WHERE organisation_id = $1 ORDER BY state",
    [organisation.organisationId],
  );
  const counts = {
    new: 1,
    changed: 0,
    unchanged: 0,
    kept: 0,
    rejected: 0,
    setInactive: 0,
    ...{ absencesNoted: 0, absencesReplaced: 0, absencesErased: 0 },
    addressesWaiting: 0,
  };
  expect(rows).toEqual([
    { state: "confirmed", content: null, mapping: {}, result: counts },
    { state: "discarded", content: null, mapping: {}, result: null },
  ]);
  const audit = await db.owner.query(
    "SELECT action, detail FROM audit_record WHERE organisation_id = $1 AND subject_kind = 'people-import' ORDER BY id",
    [organisation.organisationId],
  );
  expect(audit.rows).toEqual([
    { action: "people-import.uploaded", detail: { rows: 1 } },
    { action: "people-import.confirmed", detail: counts },
    { action: "people-import.uploaded", detail: { rows: 1 } },
    { action: "people-import.discarded", detail: {} },
  ]);
  expect(await discardPeopleImport(db.platform, organisation.admin, confirmed)).toEqual({
    ok: false,
    reason: "unknown",
  });
});

test("columns and the order of dates can be said by hand, and incomplete answers are refused", async () => {
  const importId = await upload("Nummer,Wer,Seit", "1,Ana Lima,03/04/2024");
  const map = (columns: ("employeeId" | "name" | "startDate" | null)[], dateOrder: "mdy" | null) =>
    mapPeopleImport(db.platform, organisation.admin, importId, {
      columns,
      dateOrder,
      emptyCells: "clear",
    });
  const columns = ["employeeId", "name", "startDate"] as const;
  expect(await map([null, "name", null], null)).toEqual({
    ok: false,
    reason: "problems",
    problems: [{ field: "columns[0]", code: "identifier-not-mapped" }],
    undecidedDate: null,
  });
  expect(await map([...columns], null)).toEqual({
    ok: false,
    reason: "problems",
    problems: [{ field: "dateOrder", code: "date-order-unknown" }],
    undecidedDate: { text: "03/04/2024", dmy: "2024-04-03", mdy: "2024-03-04" },
  });
  expect(await map([...columns], "mdy")).toEqual({ ok: true });
  await confirm(importId);
  expect(await stored()).toMatchObject([{ name: "Ana Lima", id: "1", started: "2024-03-04" }]);
});

test("a bad file is refused with its reason and nothing is kept", async () => {
  const file = { name: "people.csv", content: Buffer.from("Name\nAna\n") };
  expect(await uploadPeopleFile(db.platform, organisation.admin, file)).toEqual({
    ok: false,
    reason: "file-one-column",
  });
  const { rows } = await db.owner.query("SELECT 1 FROM people_import WHERE organisation_id = $1", [
    organisation.organisationId,
  ]);
  expect(rows).toEqual([]);
});

test("a review shows the plan, and afterwards how the import ended", async () => {
  const importId = await upload("Employee Id,Name,Shoe size", "1,Ana Lima,38");
  const review = () => reviewPeopleImport(db.platform, organisation.admin, importId);
  expect(await review()).toMatchObject({
    ok: true,
    value: {
      state: "planned",
      file: {
        fileName: "people.csv",
        rows: 1,
        columns: [{}, {}, { title: "Shoe size", field: null }],
      },
      plan: { new: [{ row: 2 }] },
    },
  });
  await confirm(importId);
  expect(await review()).toEqual({
    ok: true,
    value: {
      state: "ended",
      fileName: "people.csv",
      counts: {
        new: 1,
        changed: 0,
        unchanged: 0,
        kept: 0,
        rejected: 0,
        setInactive: 0,
        ...{ absencesNoted: 0, absencesReplaced: 0, absencesErased: 0 },
        addressesWaiting: 0,
      },
    },
  });
});

test("members may not import, whatever they try", async () => {
  const importId = await upload("Employee Id,Name", "1,Ana Lima");
  const { fingerprint } = await preview(importId);
  const member = organisation.member();
  const { platform } = db;
  const settings = { columns: [], dateOrder: null, emptyCells: "keep" as const };
  const file = { name: "x.csv", content: Buffer.from("Employee Id,Name\n1,A") };
  const refused = { ok: false, reason: "not-allowed" };
  expect(await uploadPeopleFile(platform, member, file)).toEqual(refused);
  expect(await mapPeopleImport(platform, member, importId, settings)).toEqual(refused);
  expect(await tickAbsentPeople(platform, member, importId, { all: true })).toEqual(refused);
  expect(await confirmPeopleImport(platform, member, importId, fingerprint)).toEqual(refused);
  expect(await discardPeopleImport(platform, member, importId)).toEqual(refused);
  expect(await reviewPeopleImport(platform, member, importId)).toEqual(refused);
  expect(await stored()).toEqual([]);
});

test("another organisation's import does not exist", async () => {
  const importId = await upload("Employee Id,Name", "1,Ana Lima");
  const { fingerprint } = await preview(importId);
  const other = await createTestOrganisation(db.platform, "Other");
  const unknown = { ok: false, reason: "unknown" };
  const { platform } = db;
  expect(await confirmPeopleImport(platform, other.admin, importId, fingerprint)).toEqual(unknown);
  expect(await discardPeopleImport(platform, other.admin, importId)).toEqual(unknown);
  expect(await reviewPeopleImport(platform, other.admin, importId)).toEqual(unknown);
});

test("while too many files are read, everyone is told to come again and nothing changes", async () => {
  const importId = await upload("Employee Id,Name", "1,Ana Lima");
  const { fingerprint } = await preview(importId);
  const slow = Buffer.alloc(4 * 2 ** 20, "\n");
  const files = [slow, ...Array.from({ length: 6 }, () => Buffer.from("a,b\n1,2\n"))];
  const others = files.map((each) => readPeopleFile(organisation, each));
  const { platform } = db;
  const { admin } = organisation;
  const settings = {
    columns: ["employeeId", "name"],
    dateOrder: null,
    emptyCells: "keep",
  } as const;
  const busy = { ok: false, reason: "busy" };
  expect(
    await Promise.all([
      reviewPeopleImport(platform, admin, importId),
      mapPeopleImport(platform, admin, importId, { ...settings, columns: [...settings.columns] }),
      tickAbsentPeople(platform, admin, importId, { all: true }),
      confirmPeopleImport(platform, admin, importId, fingerprint),
    ]),
  ).toEqual([busy, busy, busy, busy]);
  await Promise.all(others);
  expect(await stored()).toEqual([]);
  expect(await confirm(importId)).toMatchObject({ ok: true, value: { new: 1 } });
}, 60_000);

test("what a file leaves open stops the import until it is answered", async () => {
  const importId = await upload("Employee Id,Name,Shoe size", "1,Ana Lima,38");
  const { platform } = db;
  const { admin } = organisation;
  const { fingerprint, file } = await preview(importId);
  expect(file.questions).toEqual([{ code: "ignored-columns", columns: [2] }]);
  expect(await confirmPeopleImport(platform, admin, importId, fingerprint)).toEqual({
    ok: false,
    reason: "open-questions",
  });
  await answerPeopleImport(platform, admin, importId, { ignoreColumns: true });
  expect((await preview(importId)).file.questions).toEqual([]);
  expect(await confirmPeopleImport(platform, admin, importId, fingerprint)).toMatchObject({
    ok: true,
    value: { new: 1 },
  });
});

test("empty cells erase only when that is said, and rows without a known manager come in one by one", async () => {
  await createPeople(db.platform, organisation, {
    ana: { name: "Ana Lima", employeeId: "1", email: "ana@x.org" },
  });
  const importId = await upload(
    "Employee Id,Name,Job title,Manager Id",
    "1,Ana Lima,,",
    "2,Bo Chen,,B-77",
    "3,Cy Okafor,,C-88",
    "4,Dia Novak,,2",
  );
  const answer = (answers: Parameters<typeof answerPeopleImport>[3]) =>
    answerPeopleImport(db.platform, organisation.admin, importId, answers);
  expect((await preview(importId)).plan).toMatchObject({
    unchanged: [{ name: "Ana Lima" }],
    rejected: [{ row: 3 }, { row: 4 }, { row: 5 }],
  });
  await answer({ rowWithoutManager: 3 });
  expect((await preview(importId)).plan).toMatchObject({
    new: [{ row: 3 }, { row: 5, managerName: "Bo Chen" }],
    rejected: [{ row: 4 }],
  });
  await answer({ withoutManager: "all", emptyCells: "clear" });
  expect((await preview(importId)).plan.rejected).toEqual([]);
  await answer({ withoutManager: [] });
  expect((await preview(importId)).plan.rejected).toHaveLength(3);
  expect(await answerPeopleImport(db.platform, organisation.member(), importId, {})).toEqual({
    ok: false,
    reason: "not-allowed",
  });
});

test("another encoding is read anew, and its columns are found again", async () => {
  const file = {
    name: "people.csv",
    content: Buffer.from("Employee Id,Name\n1,H\xe9l\xe8ne Roy\n", "latin1"),
  };
  const uploaded = await uploadPeopleFile(db.platform, organisation.admin, file);
  if (!uploaded.ok) throw new Error(uploaded.reason);
  const { importId } = uploaded.value;
  expect((await preview(importId)).file.questions).toMatchObject([{ code: "encoding" }]);
  await answerPeopleImport(db.platform, organisation.admin, importId, {
    encoding: "windows-1250",
  });
  const { plan, file: read } = await preview(importId);
  expect(plan.new).toMatchObject([{ facts: { name: "Hélčne Roy" } }]);
  expect(read).toMatchObject({
    questions: [],
    source: [{ code: "encoding", encoding: "windows-1250" }],
  });
});
