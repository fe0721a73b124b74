import { afterAll, beforeAll, expect, test } from "vitest";
import { assignRaters } from "~/features/feedback/setup/assign-raters.server.ts";
import {
  closeScoreAndRelease,
  collectingCycle,
  draftCycle,
} from "~/features/feedback/testing/cycle.ts";
import { createHouse, type House } from "~/features/feedback/testing/house.ts";
import type { Actor } from "~/features/identity/index.ts";
import { createMember } from "~/features/identity/testing/member.ts";
import { writeAccountLetter } from "~/features/letters/account-letters.server.ts";
import { chooseLetters } from "~/features/letters/declining/choose-letters.server.ts";
import { noteAbsence } from "~/features/people/absence/note-absence.server.ts";
import { editPerson } from "~/features/people/by-hand/edit-person.server.ts";
import { chooseForOneself } from "~/features/people/choosing/choose-for-oneself.server.ts";
import { readDirectory, readWholeDirectory } from "~/features/people/directory-reads.server.ts";
import { readDirectoryQuery } from "~/features/people/domain/directory-query.ts";
import { readErasePage } from "~/features/people/erase/erase-page.server.ts";
import { erasePerson } from "~/features/people/erase/erase-person.server.ts";
import { giveReading } from "~/features/people/grants/give-reading.server.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { personForm } from "~/features/people/testing/person-form.ts";
import { importPeopleFile } from "~/features/people-import/import-people-file.server.ts";
import { uploadPeopleFile } from "~/features/people-import/upload-people-file.server.ts";
import { accepted, answer } from "~/features/rounds/testing/answering.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { openTestAuth } from "../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../test/database/test-database.ts";
import { wordsLeft } from "../../test/database/words-left.ts";
import { lettersOfAll } from "./letter-kinds.server.ts";
import { personalOfAll } from "./personal.server.ts";

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const WORDS = [
  "Zelly Fitz",
  "Zed Fitz",
  "ZEL-da",
  "zhe/zher",
  "Zelda",
  "Fitzwhistle",
  "zelda@fitz.test",
  "zf@former.test",
  "zelda.acc",
  "ZF-0042",
];
const read = async (actor: Actor, personId: string) =>
  readErasePage(db.platform, personalOfAll, actor, personId);
async function erase(
  actor: Actor,
  personId: string,
  typed: { name?: string; asked?: boolean } = {},
) {
  const page = await read(actor, personId);
  if (!page || page.erased) throw new Error("no page");
  const given = { seen: page.seen, name: page.name, asked: true, ...typed };
  return erasePerson(db.platform, personalOfAll, actor, personId, given);
}
const hindered = async (actor: Actor, personId: string) => {
  const page = await read(actor, personId);
  return page?.erased === false ? page.hindrances.map(({ word }) => word) : null;
};
const owned = (query: string, ...values: unknown[]) =>
  db.owner.query(query, values).then(({ rows }) => rows);

/** Somebody with all that there can be of a person: rounds over and running, an account, grants, letters, files. */
async function zeldaIn(house: House) {
  const { admin, people } = house;
  const { zelda } = await createPeople(db.platform, house, {
    zelda: {
      name: "Zelda Fitzwhistle",
      email: "zf@former.test",
      jobTitle: "Bosun",
      manager: "boss" as never,
    },
  });
  const { kit } = await createPeople(db.platform, house, { kit: { name: "Kit" } });
  await owned("UPDATE person SET manager_id = $1 WHERE id = $2", zelda, kit);
  // A round that is over, with a report that was released, chosen from and shared.
  const past = await collectingCycle(db.platform, house, [
    {
      personId: zelda,
      raters: [
        { personId: zelda, relationship: "self" },
        ...[people.peer1, people.peer2, people.peer3, people.peer4].map((personId) => ({
          ...{ personId, relationship: "peer" as const },
        })),
      ],
    },
    { personId: people.boss, raters: [{ personId: zelda, relationship: "peer" }] },
  ]);
  for (const personId of [zelda, people.peer1, people.peer2, people.peer3, people.peer4])
    await answer(db.platform, past.rater(personId), await past.requestOf(personId, zelda));
  await closeScoreAndRelease(db.platform, house, past.cycleId);
  const [report] = await owned(
    "SELECT id FROM report WHERE cycle_id = $1 AND participant_id = $2",
    past.cycleId,
    past.participants.get(zelda),
  );
  await owned(
    `INSERT INTO focus (organisation_id, id, report_id, position, item, direction, next_step, due_on, chosen_at)
     VALUES ($1, gen_random_uuid(), $2, 1, 'x', 'more', 'Zelda asks first', '2026-06-01', now())`,
    ...[house.organisationId, report.id],
  );
  const member = await createMember(db.platform, auth.auth, house.organisationId, {
    ...{ name: "zelda.acc", role: "member" as const, personId: zelda },
  });
  const own = { ...member, personId: zelda };
  // A letter about her account, at the address it had before it was signed in to with another.
  await writeAccountLetter(db.platform, { accountId: own.accountId ?? "", about: "changed" });
  await owned(
    `UPDATE auth."user" SET "email" = replace("email", 'zelda.acc', 'zelda.acc.now') WHERE "id" = $1`,
    own.accountId,
  );
  await inOrganisation(db.platform, own, async (tx) =>
    accepted(
      await giveReading(db.platform, tx, own, { kind: "report", id: report.id }, {
        ...{
          person: people.peer1,
          reader: "colleague" as const,
          parts: ["hats"],
          endsOn: "2026-05-01",
        },
      } as never),
    ),
  );
  // One that runs, in which she is asked, and has answered or not.
  const running = await collectingCycle(db.platform, house, [
    {
      personId: people.lead,
      raters: [zelda, people.peer1].map((personId) => ({
        personId,
        relationship: "peer" as const,
      })),
    },
  ]);
  await answer(db.platform, running.rater(zelda), await running.requestOf(zelda, people.lead));
  await accepted(
    await editPerson(db.platform, admin, zelda, {
      ...personForm({
        name: "Zelda Fitzwhistle",
        preferredName: "Zelda",
        familyName: "Fitzwhistle",
      }),
      ...{ email: "zelda@fitz.test", employeeId: "ZF-0042", revision: await revisionOf(zelda) },
    }),
  );
  // What she said of herself, and what went before it.
  for (const preferredName of ["Zelly", "Zed"])
    accepted(
      await chooseForOneself(db.platform, own, {
        ...{ preferredName, pronunciation: "ZEL-da", pronouns: "zhe/zher" },
        ...{ language: null, timezone: null, revision: await revisionOf(zelda) },
      }),
    );
  expect(await chooseLetters(db.platform, own, await lettersOfAll(), { wanted: [] })).toEqual({
    ok: true,
  });
  await owned(
    `INSERT INTO message (organisation_id, id, kind, to_address, to_name, subject, html, plain, state, created_at)
     VALUES ($1, gen_random_uuid(), 'report-ready', 'boss@house.test', 'boss', 'The report of Zelly Fitzwhistle', NULL, NULL, 'sent', now())`,
    house.organisationId,
  );
  accepted(
    (await noteAbsence(db.platform, admin, zelda, {
      ...{ firstDay: "2026-03-10", lastDay: "2026-03-12" },
    } as never)) as never,
  );
  accepted(
    (await uploadPeopleFile(db.platform, admin, {
      ...{
        name: "zelda.csv",
        content: Buffer.from("Name,Email\nZelda Fitzwhistle,zelda@fitz.test"),
      },
    })) as never,
  );
  await owned(
    `INSERT INTO message (organisation_id, id, kind, to_address, to_name, subject, html, plain, state, created_at)
     VALUES ($1, gen_random_uuid(), 'report-ready', 'boss@house.test', 'boss', 'The report of Zelda Fitzwhistle', '<p>Zelda Fitzwhistle</p>', 'Zelda Fitzwhistle', 'queued', now())`,
    house.organisationId,
  );
  return { zelda, kit, past, running };
}

async function revisionOf(personId: string): Promise<number> {
  const [row] = await owned("SELECT revision FROM person WHERE id = $1", personId);
  return row.revision;
}

test("whoever is erased is found nowhere; counts, others' reports and ids stay; a later import brings somebody new", async () => {
  const house = await createHouse(db.platform);
  const { zelda, kit, past, running } = await zeldaIn(house);
  expect((await wordsLeft(db.owner, WORDS)).length).toBeGreaterThan(10);
  const [former] = await owned(
    "SELECT to_address FROM message WHERE organisation_id = $1 AND kind = 'password-changed'",
    house.organisationId,
  );
  expect(former.to_address).toMatch(/^zelda\.acc\.[^n]/);
  const before = await standing(past.cycleId);
  const page = await read(house.admin, zelda);
  expect(page).toMatchObject({ erased: false, hindrances: [] });
  expect(await erase(house.admin, zelda)).toEqual({ ok: true });
  expect(await owned("SELECT 1 FROM declined_letter WHERE person_id = $1", zelda)).toEqual([]);
  expect(await owned("SELECT organisation_says FROM person WHERE id = $1", zelda)).toEqual([
    { organisation_says: {} },
  ]);

  expect(await wordsLeft(db.owner, WORDS)).toEqual([]);
  const letters = "SELECT count(*)::int AS n FROM message WHERE organisation_id = $1";
  expect(await owned(`${letters} AND account_id IS NOT NULL`, house.organisationId)).toEqual([
    { n: 0 },
  ]);
  expect(await standing(past.cycleId)).toEqual(before);
  const [open] = await owned(
    "SELECT state FROM request WHERE person_id = $1 AND round_id = $2",
    zelda,
    running.cycleId,
  );
  expect(open.state).toBe("withdrawn");
  expect(await owned("SELECT 1 FROM response WHERE round_id = $1", running.cycleId)).toEqual([]);
  const [under] = await owned("SELECT manager_id FROM person WHERE id = $1", kit);
  expect(under.manager_id).toBeNull();
  const [others] = await owned(
    "SELECT count(*)::int AS reports FROM report WHERE organisation_id = $1 AND participant_id <> $2",
    ...[house.organisationId, past.participants.get(zelda)],
  );
  expect(others.reports).toBe(1);
  for (const table of ["focus", "reading_grant", "person_absence", "address_change", "membership"])
    expect(
      await owned(
        `SELECT '${table}' FROM ${table} WHERE organisation_id = $1`,
        house.organisationId,
      ),
    ).toEqual([]);
  expect(await read(house.admin, zelda)).toMatchObject({
    erased: true,
    counts: expect.arrayContaining([{ word: "rounds:personal.withdrawn", count: 1 }]),
  });
  const query = readDirectoryQuery(new URLSearchParams("status=all"));
  expect(JSON.stringify(await readDirectory(db.platform, house.admin, query))).not.toContain(zelda);
  expect(JSON.stringify(await readWholeDirectory(db.platform, house.admin, query))).not.toContain(
    "Erased",
  );

  const imported = await importPeopleFile(db.platform, house.admin, {
    content: Buffer.from("Employee Id,Name,Email\nZF-0042,Zelda Fitzwhistle,zelda@fitz.test"),
    ...{ dateOrder: null, emptyCells: "keep" as const, store: true },
  });
  expect(imported).toMatchObject({
    value: { plan: { new: [{ row: 2 }], changed: [], rejected: [] } },
  });
});

/** What a round that is over says of how many, and of others. */
async function standing(cycleId: string) {
  return owned(
    `SELECT (SELECT count(*)::int FROM subject WHERE round_id = $1) AS subjects,
            (SELECT count(*)::int FROM request WHERE round_id = $1 AND state = 'ended') AS asked,
            (SELECT jsonb_agg(c.counts ORDER BY c.subject_id, c.group_id) FROM answer_count c WHERE round_id = $1) AS counts,
            (SELECT answered FROM closure WHERE round_id = $1) AS answered,
            (SELECT result FROM group_report WHERE cycle_id = $1) AS told`,
    cycleId,
  );
}

test("whether somebody had answered is not told by erasing them: what is shown and what is left are the same", async () => {
  const shown = [];
  for (const answers of [true, false]) {
    const house = await createHouse(db.platform);
    const { lead, stranger, peer1 } = house.people;
    const cycle = await collectingCycle(db.platform, house, [
      {
        personId: lead,
        raters: [stranger, peer1].map((personId) => ({ personId, relationship: "peer" as const })),
      },
    ]);
    if (answers) await answer(db.platform, cycle.rater(stranger), await cycle.requestOf(stranger));
    const page = await read(house.admin, stranger);
    if (!page || page.erased) throw new Error("no page");
    await erase(house.admin, stranger);
    const [record] = await owned(
      "SELECT detail FROM audit_record WHERE action = 'person.erased' AND organisation_id = $1",
      house.organisationId,
    );
    const left = await owned(
      "SELECT state, decline_reason FROM request WHERE person_id = $1",
      stranger,
    );
    const responses = await owned("SELECT 1 FROM response WHERE round_id = $1", cycle.cycleId);
    shown.push({
      counts: page.counts,
      hindrances: page.hindrances,
      detail: record.detail,
      left,
      responses,
    });
  }
  expect(shown[0]).toEqual(shown[1]);
});

test("whoever takes part in a round that runs leaves it first; drafts count; whoever left one may go", async () => {
  const house = await createHouse(db.platform);
  const { lead, peer1 } = house.people;
  const cycle = await collectingCycle(db.platform, house);
  expect(await hindered(house.admin, lead)).toEqual(["rounds:personal.takesPartStill"]);
  expect(await erase(house.admin, lead)).toMatchObject({ problems: [{ code: "hindered" }] });
  await owned("UPDATE round SET state = 'closing' WHERE id = $1", cycle.cycleId);
  expect(await hindered(house.admin, peer1)).toEqual(["rounds:personal.closing"]);
  await owned("UPDATE round SET state = 'collecting' WHERE id = $1", cycle.cycleId);
  await owned("UPDATE subject SET withdrawn = true WHERE person_id = $1", lead);
  expect(await hindered(house.admin, lead)).toEqual([]);
  const draft = await draftCycle(db.platform, house);
  accepted(
    await assignRaters(db.platform, house.admin, draft, [
      { personId: peer1, raters: [{ personId: peer1, relationship: "self" }] },
    ]),
  );
  expect(await hindered(house.admin, peer1)).toEqual(["rounds:personal.takesPartStill"]);
});

test("nobody erases themselves, an administrator, somebody who works here unasked, or by a wrong name or an old page", async () => {
  const house = await createHouse(db.platform);
  const { peer1, peer2 } = house.people;
  const hr = { ...house.admin, personId: peer1 };
  expect(await hindered(hr, peer1)).toEqual(["people-erase:why.self"]);
  await createMember(db.platform, auth.auth, house.organisationId, {
    ...{ name: "second", role: "admin" as const, personId: peer2 },
  });
  expect(await hindered(hr, peer2)).toEqual(["identity:personal.administers"]);
  const { stranger } = house.people;
  expect(await erase(hr, stranger, { asked: undefined })).toMatchObject({
    problems: [{ field: "asked", code: "missing" }],
  });
  expect(await erase(hr, stranger, { name: "Stranger" })).toMatchObject({
    problems: [{ field: "name", code: "not-the-name" }],
  });
  const given = { seen: "older", name: "stranger", asked: true };
  const tried = (actor: Actor) => erasePerson(db.platform, personalOfAll, actor, stranger, given);
  expect(await tried(hr)).toMatchObject({ problems: [{ code: "out-of-date" }] });
  expect(await tried(house.member(stranger))).toEqual({ ok: false, reason: "not-allowed" });
  expect(await read(house.member(stranger), stranger)).toBeNull();
  const elsewhere = await createHouse(db.platform);
  expect(await tried(elsewhere.admin)).toEqual({ ok: false, reason: "unknown" });
  expect(await erase(hr, stranger)).toEqual({ ok: true });
  // Pressed twice, it is done once.
  expect(await tried(hr)).toEqual({ ok: true });
  const records = await owned(
    "SELECT 1 FROM audit_record WHERE action = 'person.erased' AND subject_id = $1",
    stranger,
  );
  expect(records.length).toBe(1);
});
