import { afterAll, beforeAll, expect, test } from "vitest";
import {
  closeScoreAndRelease,
  collectingCycle,
  usualAssignments,
} from "~/features/feedback/testing/cycle.ts";
import { createHouse, type House } from "~/features/feedback/testing/house.ts";
import { chooseLetters } from "~/features/letters/declining/choose-letters.server.ts";
import { chooseForOneself } from "~/features/people/choosing/choose-for-oneself.server.ts";
import { accepted, answer } from "~/features/rounds/testing/answering.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readIn } from "~/platform/i18n/reader-language.server.ts";
import { createTestDatabase, type TestDatabase } from "../../test/database/test-database.ts";
import { lettersOfAll } from "./letter-kinds.server.ts";
import { ownRecord } from "./own-record.server.ts";
import { personalOfAll } from "./personal.server.ts";
import { readOwnRecord } from "./read-own-record.server.ts";

let db: TestDatabase;
let house: House;
beforeAll(async () => {
  db = await createTestDatabase();
  house = await createHouse(db.platform);
});
afterAll(() => db.close());

async function exported(personId: string) {
  const personal = await personalOfAll();
  return inOrganisation(db.platform, house, async (tx) => {
    const parts = [];
    for (const each of personal) parts.push(await each.export(tx, house, personId));
    return JSON.parse(JSON.stringify(Object.assign({}, ...parts)));
  });
}

test("what somebody takes along is theirs: nothing of what others said, and not whether anybody answered", async () => {
  const { lead, peer1, stranger } = house.people;
  const cycle = await collectingCycle(db.platform, house, usualAssignments(house));
  const before = await exported(peer1);
  await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1), {
    comments: { keep: "Keeps calm when the engine does not." },
  });
  expect(await exported(peer1)).toEqual(before);
  expect(before.asked).toEqual([{ round: "Spring 360", about: "lead", as: "peer" }]);
  const { peer2, peer3, peer4, report1, report2, report3 } = house.people;
  for (const personId of [peer2, peer3, peer4, report1, report2, report3])
    await answer(db.platform, cycle.rater(personId), await cycle.requestOf(personId));
  await closeScoreAndRelease(db.platform, house, cycle.cycleId);
  const own = await exported(lead);
  expect(own).toMatchObject({
    person: { name: "lead", email: "lead@house.test", department: "Deck" },
    rounds: [{ round: "Spring 360", department: "Deck", withdrawn: false }],
    reports: [{ round: "Spring 360", focus: [] }],
  });
  const text = JSON.stringify(own);
  for (const word of ["Keeps calm", "mean", "estimates", "peer2", peer1, "stranger", stranger])
    expect([word, text.includes(word)]).toEqual([word, false]);
});

test("what an identity provider says of somebody is in words as well", async () => {
  const { peer1 } = house.people;
  await db.owner.query(
    `INSERT INTO provisioned_person (organisation_id, person_id, user_name, external_id, said, awaited_manager, created_at, updated_at)
     VALUES ($1, $2, 'peer1@idp.test', '00u-1', $3, 'the boss', now(), now())`,
    [
      house.organisationId,
      peer1,
      '{"displayName": "Peer One", "formatted": null, "preferredLanguage": "de-AT", "timezone": null, "sent": ["title"]}',
    ],
  );
  await db.owner.query(
    "INSERT INTO provisioned_departure (organisation_id, person_id, state, at) VALUES ($1, $2, 'stays', now())",
    [house.organisationId, peer1],
  );
  for (const language of ["en", "de"] as const) {
    const read = await readIn(language, () => readOwnRecord(db.platform, house.member(peer1)));
    const text = JSON.stringify(read);
    for (const word of ["peer1@idp.test", "00u-1", "Peer One", "de-AT", "the boss"])
      expect(text).toContain(word);
    expect(text).toContain(language === "de" ? "dass Sie bleiben" : "that you stay");
  }
});

test("another organisation's id takes nothing along", async () => {
  const elsewhere = await createHouse(db.platform);
  const own = await exported(elsewhere.people.lead);
  expect(own.person).toBeUndefined();
  expect([own.asked, own.rounds, own.reports, own.letters, own.account]).toEqual([
    [],
    [],
    [],
    [],
    null,
  ]);
});

test("whoever asks takes along what is theirs, and nobody takes along anybody else's", async () => {
  const { lead, peer1 } = house.people;
  const own = await ownRecord(db.platform, house.member(lead));
  expect(own).toMatchObject({
    madeOn: "2026-03-02",
    organisation: expect.any(String),
    person: { name: "lead", email: "lead@house.test" },
    rounds: [{ round: "Spring 360" }],
  });
  expect(await ownRecord(db.platform, house.member(peer1))).toMatchObject({
    person: { name: "peer1" },
    rounds: [],
  });
  expect(await ownRecord(db.platform, { ...house.admin, personId: null })).toBeNull();
  const elsewhere = await createHouse(db.platform);
  const stranger = await ownRecord(db.platform, elsewhere.member(lead));
  expect(stranger?.person).toBeUndefined();
});

test("the page in words has all that the file has, in the reader's language, and nobody else's", async () => {
  const { lead, peer1 } = house.people;
  const actor = house.member(lead);
  const revision = await db.owner.query("SELECT revision FROM person WHERE id = $1", [lead]);
  accepted(
    await chooseForOneself(db.platform, actor, {
      ...{ preferredName: null, pronunciation: "LEED", pronouns: "she/her" },
      ...{ language: "de", timezone: "Europe/Berlin", revision: revision.rows[0].revision },
    }),
  );
  expect(await chooseLetters(db.platform, actor, await lettersOfAll(), { wanted: [] })).toEqual({
    ok: true,
  });
  await db.owner.query(
    `INSERT INTO focus (organisation_id, id, report_id, position, item, direction, next_step, due_on, chosen_at)
     SELECT organisation_id, gen_random_uuid(), id, 1, 'set-clear-goals', 'more', 'Ask first', '2026-06-01', now()
       FROM report WHERE participant_id = (SELECT id FROM subject WHERE person_id = $1 LIMIT 1)`,
    [lead],
  );
  const own = await ownRecord(db.platform, actor);
  const read = await readIn("de", () => readOwnRecord(db.platform, actor));
  if (!own || !read) throw new Error("no record");
  const text = JSON.stringify(read.parts);
  for (const word of [
    "LEED",
    "she/her",
    "Deutsch",
    "Berlin",
    "Spring 360",
    "Ask first",
    "1. Juni 2026",
  ])
    expect([word, text.includes(word)]).toEqual([word, true]);
  expect(text).toContain("Dank, wenn eine Runde schließt");
  for (const raw of ["true", "2026-0", "T12:00", "[object", "undefined", peer1, lead])
    expect([raw, text.includes(raw)]).toEqual([raw, false]);
  // Every value of the file that is a text of its own stands on the page.
  expect(read.parts.map(({ title }) => title)).toEqual([
    ...["Ihr Konto", "Sie im Verzeichnis", "Rollen", "Briefe an Sie", "Feedbackrunden"],
    ...["Ihre Stufen", "Ihre Berichte", "Ihre Entwicklung"],
    "Was noch einmal über Sie gefragt wurde",
  ]);
  for (const { subject } of own.letters as { subject: string }[]) expect(text).toContain(subject);
  expect(await readOwnRecord(db.platform, { ...house.admin, personId: null })).toBeNull();
  const elsewhere = await createHouse(db.platform);
  const stranger = await readOwnRecord(db.platform, elsewhere.member(lead));
  expect(JSON.stringify(stranger)).not.toContain("LEED");
});
