import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { installBuiltIn } from "~/features/questionnaires/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { collectingRound } from "../testing/round.ts";
import { requestsOf } from "./request-store.server.ts";

let db: TestDatabase;
let round: { organisationId: string; id: string };
let personId: string;
let subjectId: string;

beforeAll(async () => {
  db = await createTestDatabase();
  const organisation = await createTestOrganisation(db.platform);
  const { ann, ben } = await createPeople(db.platform, organisation, { ann: {}, ben: {} });
  const [instrumentId = ""] = await inOrganisation(db.platform, organisation, (tx) =>
    installBuiltIn(db.platform, tx, organisation),
  );
  const lists = [{ personId: ben, raters: [{ personId: ben, relationship: "self" as const }] }];
  const { roundId, subjects } = await collectingRound(db.platform, organisation, {
    ...{ instrumentId, lists },
  });
  round = { organisationId: organisation.organisationId, id: roundId };
  personId = ann;
  subjectId = subjects.get(ben) ?? "";
});
afterAll(() => db.close());

const ask = (subject: string | null, relationship: string | null) =>
  db.owner.query(
    `INSERT INTO request (organisation_id, id, round_id, subject_id, person_id, relationship, state)
     VALUES ($1, $2, $3, $4, $5, $6, 'invited')`,
    [round.organisationId, randomUUID(), round.id, subject, personId, relationship],
  );
const answer = (
  subject: string | null,
  relationship: string | null,
  { pseudonym, device, state = "draft" }: { pseudonym: Buffer; device: Buffer; state?: string },
) =>
  db.owner.query(
    `INSERT INTO response (organisation_id, id, round_id, subject_id, relationship, pseudonym, device, state, ratings)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '{1}')`,
    [round.organisationId, randomUUID(), round.id, subject, relationship, pseudonym, device, state],
  );

test("a round may ask somebody about nothing but their work: once, and in no relationship", async () => {
  await ask(null, null);
  await expect(ask(null, null)).rejects.toThrow("request_about_nobody");
  await expect(ask(null, "peer")).rejects.toThrow("request_about_somebody_as_something");
  await expect(ask(subjectId, null)).rejects.toThrow("request_about_somebody_as_something");
});

test("nobody who asks for requests about somebody gets one", async () => {
  const found = await inOrganisation(db.platform, round, (tx) => requestsOf(tx, round));
  expect(found.map((each) => each.subjectId)).toEqual([subjectId]);
});

test("what is answered there counts once, with one draft for each device", async () => {
  const [pseudonym, device, other] = [randomBytes(32), randomBytes(16), randomBytes(16)];
  await answer(null, null, { pseudonym, device });
  await expect(answer(null, null, { pseudonym, device })).rejects.toThrow("of_device");
  await answer(null, null, { pseudonym, device: other, state: "submitted" });
  await expect(
    answer(null, null, { pseudonym, device: randomBytes(16), state: "submitted" }),
  ).rejects.toThrow("counts_once");
  await expect(answer(null, "peer", { pseudonym, device })).rejects.toThrow("about_somebody");
});
