import { afterAll, beforeAll, expect, test } from "vitest";
import { ownDraft } from "~/features/questionnaires/testing/own-draft.ts";
import { reportPage } from "~/features/reports/report/report-page.server.ts";
import { ownReports } from "~/features/reports/report/report-reads.server.ts";
import { todayOf } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import {
  answer,
  closeScoreAndRelease,
  collectingCycle,
  usualAssignments,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { createCycle } from "./create-cycle.server.ts";
import { instrumentsToChoose } from "./setup-page.server.ts";

let db: TestDatabase;
let house: House;

beforeAll(async () => {
  db = await createTestDatabase();
  house = await createHouse(db.platform);
});
afterAll(() => db.close());

const own = async (name: string) => ownDraft(db.platform, house.admin, { name });
const chosen = async (wanted: string) =>
  (await instrumentsToChoose(db.platform, house.admin)).find(({ name }) => name === wanted);

test("a 360 asks a questionnaire of one's own and is scored: one item for each hat, one that measures nothing, one open", async () => {
  const draft = await own("On the bridge");
  await draft.about("For those who keep a watch.");
  await draft.add("amount", {
    self: "Plan the watch ahead",
    measures: "planning-and-organising/planning-ahead",
  });
  await draft.add("amount", { self: "Say where we are heading", measures: "vision-and-purpose" });
  await draft.add("number", {
    ...{
      self: "Would you sail with yourself again?",
      other: "Would you sail with {{name}} again?",
    },
    ...{ low: "0", high: "10" },
  });
  await draft.add("text", {
    self: "What do you want to keep?",
    other: "What should {{name}} keep?",
    required: "",
  });
  await draft.publish();
  const instrument = await chosen("On the bridge");
  expect(instrument).toMatchObject({ items: 3 });

  const ours = { ...house, instrumentId: instrument?.id ?? "" };
  const cycle = await collectingCycle(db.platform, ours);
  for (const { personId } of usualAssignments(house)[0]?.raters ?? [])
    await answer(db.platform, cycle.rater(personId), await cycle.requestOf(personId), {
      ratings: personId === house.people.lead ? [0, 0, 5] : [1, -1, 8],
    });
  await closeScoreAndRelease(db.platform, ours, cycle.cycleId);
  const lead = house.member(house.people.lead);
  const report = await inOrganisation(db.platform, lead, async (tx) => {
    const [first] = await ownReports(tx, lead);
    return reportPage(tx, lead, first?.id ?? "", todayOf(db.platform));
  });
  const { competencies, hats, items } = report?.content ?? {};
  expect(competencies?.map(({ id }) => id)).toEqual([
    "planning-and-organising",
    "vision-and-purpose",
  ]);
  expect(hats?.map(({ id }) => id)).toEqual(["managing", "leading"]);
  expect(items).toHaveLength(3);
  const [managing, leading] = (hats ?? []).map((hat) => JSON.stringify(hat.estimates));
  expect(managing).not.toEqual(leading);
});

test("what a report could not be made of is offered to no round, and refused where it is sent all the same", async () => {
  const half = await own("One hat only");
  await half.about("For half of the work.");
  await half.add("amount", { self: "Plan the watch ahead", measures: "planning-and-organising" });
  await half.publish();
  const mixed = await own("Two scales");
  await mixed.about("For a mean that means nothing.");
  await mixed.add("amount", { self: "Plan the watch ahead", measures: "planning-and-organising" });
  await mixed.add("truth", {
    ...{ self: "I plan", other: "{{name}} plans", scale: "truth" },
    measures: "planning-and-organising",
  });
  await mixed.add("amount", { self: "Say where we are heading", measures: "vision-and-purpose" });
  await mixed.publish();
  const { rows } = await db.owner.query<{ id: string; name: string }>(
    "SELECT id, name FROM instrument WHERE organisation_id = $1 AND name IN ('One hat only', 'Two scales')",
    [house.organisationId],
  );
  expect(rows).toHaveLength(2);
  for (const { id, name } of rows) {
    expect(await chosen(name)).toBeUndefined();
    const created = await createCycle(db.platform, house.admin, {
      name,
      kind: "360",
      instrumentId: id,
    });
    expect(created).toMatchObject({ problems: [{ field: "instrumentId", code: "unknown" }] });
  }
});
