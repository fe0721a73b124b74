import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { editLetter } from "~/features/rounds/letters/edit-letter.server.ts";
import { homePage } from "~/home/home-page.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { closeCycle } from "../closing/close-cycle.server.ts";
import { launchCycle } from "../launch/launch-cycle.server.ts";
import { nominationPage } from "../nomination/nomination-page.server.ts";
import { openNominations } from "../nomination/open-nominations.server.ts";
import { assignRaters } from "../setup/assign-raters.server.ts";
import { setupPage } from "../setup/setup-page.server.ts";
import { bystanders } from "../testing/actors.ts";
import {
  accepted,
  answer,
  collectingCycle,
  draftCycle,
  required,
  usualAssignments,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { cyclePage, cyclesPage } from "./cycle-page.server.ts";

let db: TestDatabase;
let house: House;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createHouse(db.platform);
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
});
afterAll(() => db.close());

const home = (actor: Actor) => homePage(db.platform, actor);

/** A draft about the lead, with the participant's id. */
async function draft(): Promise<{ cycleId: string; participantId: string }> {
  const cycleId = await draftCycle(db.platform, house);
  const ids = accepted(
    await assignRaters(db.platform, house.admin, cycleId, usualAssignments(house)),
  );
  return { cycleId, participantId: ids.get(house.people.lead) ?? "" };
}

test("the pages of a cycle are there for this organisation's administrators alone", async () => {
  const { cycleId } = await draft();
  const { members, elsewhere } = await bystanders(db.platform, house);
  for (const actor of [...members.map(([, member]) => member), elsewhere]) {
    expect(await cyclePage(db.platform, actor, cycleId)).toBeNull();
    expect(await setupPage(db.platform, actor, cycleId)).toBeNull();
    expect(await cyclesPage(db.platform, actor)).toEqual([]);
  }
  expect(await cyclesPage(db.platform, house.admin)).toHaveLength(1);
});

test("before a launch the page counts who will get a letter, and shows one as the first of them gets it", async () => {
  const { cycleId } = await draft();
  const page = await setupPage(db.platform, house.admin, cycleId);
  expect(page).toMatchObject({
    obstacles: [],
    letterMistakes: [],
    minimum: { usual: 3, shaped: 4 },
  });
  expect(page?.asked).toMatchObject({ people: 10, requests: 10, unreachable: [] });
  expect(page?.invitationSubject).toBe("A word about {{count}}");
});

test("whoever has no address is named before the launch, not counted among those asked", async () => {
  const { mute } = await createPeople(db.platform, house, { mute: {} });
  const cycleId = await draftCycle(db.platform, house);
  const { lead, boss } = house.people;
  const raters = [
    { personId: boss, relationship: "manager" as const },
    { personId: mute, relationship: "peer" as const },
  ];
  accepted(await assignRaters(db.platform, house.admin, cycleId, [{ personId: lead, raters }]));
  const page = await setupPage(db.platform, house.admin, cycleId);
  expect(page?.asked).toMatchObject({ people: 1, requests: 1, unreachable: ["mute"] });
});

test("the page names what stands in the way, and placeholders that mean nothing", async () => {
  const cycleId = await draftCycle(db.platform, house);
  const wording = { subject: "{{boss}}", body: "x" };
  const letter = { kind: "reminder" as const, language: "en", wording };
  required(await editLetter(db.platform, house.admin, cycleId, letter));
  db.platform.clock.set(new Date("2026-04-02T12:00:00Z"));
  const page = await setupPage(db.platform, house.admin, cycleId);
  expect(page?.obstacles).toEqual(["no-participants", "closes-in-the-past"]);
  expect(page?.letterMistakes).toEqual([{ kind: "reminder", language: "en", names: ["boss"] }]);
});

test("home shows raters what to answer until they have, or until it is too late", async () => {
  const { people, member } = house;
  const peer = member(people.peer1);
  expect(await home(peer)).toMatchObject({ tasks: [], tending: [] });
  const cycle = await collectingCycle(db.platform, house);
  expect((await home(peer)).tasks).toEqual([
    expect.objectContaining({
      id: `requests ${cycle.cycleId}`,
      line: "Give feedback about one person in Spring 360",
      detail: expect.stringContaining("Until 20 March 2026."),
    }),
  ]);
  await answer(db.platform, cycle.rater(people.peer1), await cycle.requestOf(people.peer1));
  expect((await home(peer)).tasks).toEqual([]);
  db.platform.clock.set(new Date("2026-03-21T00:00:00Z"));
  expect((await home(member(people.peer2))).tasks).toEqual([]);
});

test("home shows HR what each cycle needs, with counts and never an answer", async () => {
  expect(await home(house.admin)).toMatchObject({
    tending: [],
    start: { href: "/cycles/new", body: expect.stringContaining("11 people") },
  });
  const { cycleId } = await draft();
  const kinds = async () =>
    (await home(house.admin)).tending.flatMap(({ tasks }) =>
      tasks.map(({ id }) => id.split(" ")[1]),
    );
  expect(await kinds()).toEqual(["draft"]);
  accepted(await openNominations(db.platform, house.admin, cycleId));
  expect(await home(house.admin)).toMatchObject({
    start: null,
    tending: [{ tasks: [{ detail: "0 of 1 are done. Due on 9 March 2026." }] }],
  });
  expect(await kinds()).toEqual(["nominating"]);
  expect(
    (await home(house.member(house.people.lead))).tasks.map(({ id }) => id.split(" ")[0]),
  ).toEqual(["nomination"]);
  accepted(await launchCycle(db.platform, house.admin, cycleId));
  expect(await kinds()).toEqual(["collecting"]);
  db.platform.clock.set(new Date("2026-03-21T00:00:00Z"));
  expect(await kinds()).toEqual(["overdue"]);
  required(await closeCycle(db.platform, house.admin, cycleId));
  expect(await kinds()).toEqual(["closing"]);
});

test("a participant sees their list only once it is opened to them, and finds whom to add", async () => {
  const { people, member } = house;
  const { cycleId, participantId } = await draft();
  const page = (actor: Actor, search = "") =>
    nominationPage(db.platform, actor, participantId, { search, instead: "" });
  expect(await page(member(people.lead))).toBeNull();
  expect(await page(house.admin)).toMatchObject({ own: false, runsCycles: true });
  accepted(await openNominations(db.platform, house.admin, cycleId));
  expect(await page(member(people.peer1))).toBeNull();
  const own = await page(member(people.lead), "report");
  expect(own).toMatchObject({
    own: true,
    runsCycles: false,
    minimum: { needed: 3, agreed: 3, shaped: 4 },
    matching: 1,
  });
  expect(own?.found).toEqual([
    expect.objectContaining({ name: "report4", likely: "direct_report", hasAddress: true }),
  ]);
  expect((await page(member(people.lead), "lead"))?.found).toEqual([]);
  accepted(await launchCycle(db.platform, house.admin, cycleId));
  expect((await page(member(people.lead), "report"))?.found).toEqual([]);
});
