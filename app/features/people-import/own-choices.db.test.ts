import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { chooseForOneself } from "~/features/people/choosing/choose-for-oneself.server.ts";
import { giveChoiceBack } from "~/features/people/choosing/give-back.server.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { confirmPeopleImport } from "./confirm-people-import.server.ts";
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
  house = await createTestOrganisation(db.platform);
  people = await createPeople(db.platform, house, {
    ana: { name: "Ana Lima", email: "ana@x.org", employeeId: "1", language: "en" },
    bo: { name: "Bo Chen", email: "bo@x.org", employeeId: "2", language: "en" },
  });
  const chosen = await chooseForOneself(db.platform, ana(), {
    ...{ preferredName: null, pronunciation: null, pronouns: "she/her" },
    ...{ language: "de", timezone: null, revision: 0 },
  });
  expect(chosen.ok).toBe(true);
});
afterAll(() => db.close());

const ana = (): Actor => ({
  ...{ organisationId: house.organisationId, accountId: "ana", role: "member" },
  personId: people.ana,
});
async function review(...lines: string[]) {
  const file = { name: "people.csv", content: Buffer.from(lines.join("\n")) };
  const uploaded = await uploadPeopleFile(db.platform, house.admin, file);
  if (!uploaded.ok) throw new Error(uploaded.reason);
  const { importId } = uploaded.value;
  const outcome = await reviewPeopleImport(db.platform, house.admin, importId);
  if (!outcome.ok || outcome.value.state !== "planned") throw new Error("not ready");
  const { plan, fingerprint } = outcome.value;
  return {
    plan,
    confirm: () => confirmPeopleImport(db.platform, house.admin, importId, fingerprint),
  };
}
const row = async (id = people.ana) =>
  (
    await db.owner.query(
      "SELECT language, pronouns, department, organisation_says AS says FROM person WHERE id = $1",
      [id],
    )
  ).rows[0];

test("a file keeps what people chose, says so row by row, and is remembered for when it is given back", async () => {
  const { plan, confirm } = await review(
    "Employee Id,Name,Email,Language,Pronouns,Department",
    "1,Ana Lima,ana@x.org,French,they/them,Deck",
    "2,Bo Chen,bo@x.org,French,he/him,Deck",
  );
  expect(plan.kept).toEqual([
    {
      ...{ row: 2, personId: people.ana, name: "Ana Lima", field: "pronouns" },
      ...{ own: "she/her", said: "they/them" },
    },
    {
      ...{ row: 2, personId: people.ana, name: "Ana Lima", field: "language" },
      ...{ own: "de", said: "fr" },
    },
  ]);
  expect(
    plan.changed.map(({ previousName, changes }) => [
      previousName,
      changes.map(({ field }) => field),
    ]),
  ).toEqual([
    ["Ana Lima", ["department"]],
    ["Bo Chen", ["pronouns", "department", "language"]],
  ]);
  expect(await confirm()).toMatchObject({ ok: true, value: { changed: 2, kept: 2 } });
  expect(await row()).toEqual({
    ...{ language: "de", pronouns: "she/her", department: "Deck" },
    says: { language: "fr", pronouns: "they/them" },
  });
  expect(await row(people.bo)).toMatchObject({ language: "fr", pronouns: "he/him", says: {} });
  expect(await giveChoiceBack(db.platform, ana(), { field: "language" })).toEqual({ ok: true });
  expect(await row()).toMatchObject({ language: "fr", says: { pronouns: "they/them" } });
});

test("who changes in nothing but what they chose is unchanged; what the file says is noted all the same", async () => {
  const lines = ["Employee Id,Name,Language", "1,Ana Lima,French", "2,Bo Chen,en"];
  const { plan, confirm } = await review(...lines);
  expect([plan.changed, plan.unchanged.length, plan.saidAnew.length]).toEqual([[], 2, 1]);
  expect(await confirm()).toMatchObject({ ok: true, value: { changed: 0, unchanged: 2, kept: 1 } });
  expect(await row()).toMatchObject({ language: "de", says: { language: "fr", pronouns: null } });
  // The same file once more says nothing new, and is still told to have been kept off.
  const again = await review(...lines);
  expect([again.plan.saidAnew, again.plan.kept.length]).toEqual([[], 1]);
});

test("a file without such columns, or one that says the same, keeps nothing off", async () => {
  const without = await review("Employee Id,Name,Department", "1,Ana Lima,Deck");
  expect(without.plan.kept).toEqual([]);
  const same = await review("Employee Id,Name,Language", "1,Ana Lima,de");
  expect(same.plan.kept).toEqual([]);
  await same.confirm();
  expect(await row()).toMatchObject({ language: "de", says: { language: "de", pronouns: null } });
});

test("an empty cell takes no choice away, even where empty cells erase", async () => {
  const outcome = await importPeopleFile(db.platform, house.admin, {
    content: Buffer.from("Employee Id,Name,Pronouns,Language\n1,Ana Lima,,\n2,Bo Chen,,"),
    ...{ dateOrder: null, emptyCells: "clear", store: true },
  });
  expect(outcome.ok && outcome.value.plan.kept.map(({ field, said }) => [field, said])).toEqual([
    ["pronouns", null],
    ["language", null],
  ]);
  expect(await row()).toMatchObject({ language: "de", pronouns: "she/her" });
  expect(await row(people.bo)).toMatchObject({ language: null });
});
