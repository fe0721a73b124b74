import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { saveCharter } from "~/features/development/charter/save-charter.server.ts";
import { beginClearOut } from "~/features/development/clear-out/begin-clear-out.server.ts";
import { saveDelegation } from "~/features/development/delegations/save-delegation.server.ts";
import { charterInput } from "~/features/development/domain/charter/charter.ts";
import { delegationInput } from "~/features/development/domain/delegations/delegation.ts";
import { areaInput } from "~/features/development/domain/plan/area-form.ts";
import { weekInput } from "~/features/development/domain/time/week-form.ts";
import { addArea } from "~/features/development/plan/save-area.server.ts";
import {
  practiceForm,
  savePracticeChoice,
} from "~/features/development/practice/save-practice-choice.server.ts";
import { saveWeek } from "~/features/development/time/save-week.server.ts";
import { createMember } from "~/features/identity/testing/member.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { foreseeMerge, mergeAsForeseen } from "~/features/people/testing/merge.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { todayOf } from "~/platform/clock/today.ts";
import { openTestAuth } from "../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../test/database/test-database.ts";
import { personalOfAll } from "./personal.server.ts";

let db: TestDatabase;
let home: TestOrganisation;
let people: Record<"ana" | "accomplice", string>;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  home = await createTestOrganisation(db.platform);
  people = await createPeople(db.platform, home, { ana: {}, accomplice: {} });
});

const pair = () => ({ stays: people.accomplice, other: people.ana });
const foresee = () => foreseeMerge(db.platform, personalOfAll, home.admin, pair());

const begins = {
  "a plan": () => {
    const area = areaInput.parse({ title: "Hand over decisions" });
    return addArea(db.platform, home.member(people.ana), null, area);
  },
  "a register of decisions": () => {
    const decision = delegationInput.parse({
      ...{ decision: "Who is let go", owner: "", degree: "decide-and-tell" },
    });
    return saveDelegation(db.platform, home.member(people.ana), null, decision);
  },
  "a practice": () => {
    const practice = practiceForm.parse({
      cue: "When it rings",
      action: "I wait",
      weekdays: ["1"],
    });
    const from = { area: null, behaviour: null, offered: null };
    return savePracticeChoice(db.platform, home.member(people.ana), from, practice);
  },
  "where their time goes": () => {
    const week = weekInput.parse({ weekOn: todayOf(db.platform), managing: "5" });
    return saveWeek(db.platform, home.member(people.ana), week, { weekOn: null, revision: 0 });
  },
  "a clear-out": () => beginClearOut(db.platform, home.member(people.ana), { with: "alone" }),
  "a charter": () => {
    const charter = charterInput.parse({ managing: "Pay on time", leading: "", partner: "hr" });
    return saveCharter(db.platform, home.member(people.ana), null, charter);
  },
};

test.each(Object.entries(begins))(
  "HR takes somebody's access away and calls them somebody else: %s goes to nobody",
  async (_what, begin) => {
    expect((await begin()).ok).toBe(true);
    const { hindrances, counts } = await foresee();
    expect(hindrances).toEqual([{ word: "plan:personal.keepsOwn" }]);
    expect(counts).toEqual([]);
    expect(await mergeAsForeseen(db.platform, personalOfAll, home.admin, pair())).toEqual({
      ...{ ok: false, reason: "problems", problems: [{ code: "hindered" }] },
    });
  },
);

test("of somebody with an account the page says the same, whether they keep anything or not", async () => {
  const ana = { name: "ana", role: "member", personId: people.ana } as const;
  const { auth, close } = openTestAuth(db);
  await createMember(db.platform, auth, home.organisationId, ana);
  await close();
  const before = await foresee();
  for (const begin of Object.values(begins)) expect((await begin()).ok).toBe(true);
  const after = await foresee();
  expect(before.hindrances).toEqual([{ word: "identity:personal.account" }]);
  expect(after).toEqual(before);
});
