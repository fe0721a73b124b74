import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readLinkToken } from "~/features/rounds/answering/personal-link.server.ts";
import { asItLeaves } from "~/features/rounds/testing/leaving.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { assignRaters } from "../setup/assign-raters.server.ts";
import { createCycle } from "../setup/create-cycle.server.ts";
import { accepted, draftCycle, usualAssignments } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { expectRefusals } from "../testing/refusals.ts";
import { launchCycle } from "./launch-cycle.server.ts";

let db: TestDatabase;
let house: House;
let cycleId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
  cycleId = await draftCycle(db.platform, house);
});
afterAll(() => db.close());

const launch = () => launchCycle(db.platform, house.admin, cycleId);
const assign = (assignments = usualAssignments(house)) =>
  assignRaters(db.platform, house.admin, cycleId, assignments);
const rows = async (query: string) => (await db.owner.query(query, [cycleId])).rows;
const traces = async () => ({
  cycle: await rows("SELECT state, opens_on::text FROM round WHERE id = $1"),
  raters: await rows("SELECT DISTINCT state FROM request WHERE round_id = $1"),
  salts: await rows("SELECT octet_length(salt) AS bytes FROM round_secret WHERE round_id = $1"),
  invitations: await rows("SELECT count(*)::int FROM invitation WHERE round_id = $1"),
  messages: await rows("SELECT count(*)::int FROM message WHERE about_id = $1"),
  audit: await rows(
    "SELECT detail FROM audit_record WHERE subject_id = $1 AND action = 'cycle.launched'",
  ),
});

test("launching asks every rater, makes the key, and queues one letter and one job for each", async () => {
  accepted(await assign());
  expect(accepted(await launch())).toEqual({ invited: 10, held: 0 });
  expect(await traces()).toEqual({
    cycle: [{ state: "collecting", opens_on: "2026-03-02" }],
    raters: [{ state: "invited" }],
    salts: [{ bytes: 32 }],
    invitations: [{ count: 10 }],
    messages: [{ count: 10 }],
    audit: [{ detail: { invited: 10, held: 0 } }],
  });
  const jobs = await rows(
    `SELECT j.data FROM pgboss.job j JOIN message m ON m.id::text = j.data ->> 'messageId'
      WHERE m.about_id = $1`,
  );
  expect(jobs).toHaveLength(10);
  for (const { data } of jobs)
    expect(Object.keys(data).toSorted()).toEqual(["messageId", "organisationId"]);
});

test("each letter carries the cycle's own words and its reader's own link", async () => {
  const { lead, boss, peer1 } = house.people;
  accepted(
    await assign([
      ...usualAssignments(house),
      { personId: boss, raters: [{ personId: peer1, relationship: "direct_report" }] },
    ]),
  );
  accepted(await launch());
  const letters = await rows(
    "SELECT to_address, subject, plain, html, way FROM message WHERE about_id = $1",
  );
  const [mine] = letters.filter((letter) => letter.to_address === "peer1@house.test");
  expect(mine.subject).toBe("A word about 2 people");
  expect(mine.plain).toContain("Hello peer1,");
  expect(mine.plain).toContain("20 March 2026");
  const links = await Promise.all(
    letters.map(async ({ plain, html, way }) => {
      const leaving = await asItLeaves(db.platform, house, { plain, html, way });
      const [, token = ""] = /http:\/\/twohats\.test\/r\/([\w-]+)/.exec(leaving?.plain ?? "") ?? [];
      expect(leaving?.html).toContain(`/r/${token}`);
      return readLinkToken(db.platform.secret, token);
    }),
  );
  const invitations = await rows("SELECT id FROM invitation WHERE round_id = $1");
  expect(links.map((link) => link!.invitationId).toSorted()).toEqual(
    invitations.map(({ id }) => id).toSorted(),
  );
  expect(links.every((link) => link!.organisationId === house.organisationId)).toBe(true);
  expect(lead).toBeDefined();
});

test("launched twice, even at once, everyone is asked once", async () => {
  accepted(await assign());
  const outcomes = await Promise.all([launch(), launch()]);
  expect(outcomes.map((outcome) => outcome.ok).toSorted()).toEqual([false, true]);
  expect(await launch()).toEqual({ ok: false, reason: "launched" });
  expect(await traces()).toMatchObject({
    invitations: [{ count: 10 }],
    messages: [{ count: 10 }],
    audit: [{ detail: { invited: 10, held: 0 } }],
  });
});

test("what stands in the way is named, and nothing happens", async () => {
  const { lead } = house.people;
  const nothing = await traces();
  const expectObstacles = async (...obstacles: string[]) => {
    expect(await launch()).toEqual({ ok: false, reason: "not-ready", obstacles });
    expect(await traces()).toMatchObject({ ...nothing, raters: expect.anything() });
  };
  await expectObstacles("no-participants");
  accepted(await assign([{ personId: lead, raters: [] }]));
  await expectObstacles("no-raters");
  accepted(await assign([{ personId: lead, raters: [{ personId: lead, relationship: "self" }] }]));
  await expectObstacles("only-self");
  accepted(await assign());
  db.platform.clock.set(new Date("2026-03-20T08:00:00Z"));
  await expectObstacles("closes-in-the-past");
  const { id } = accepted(
    await createCycle(db.platform, house.admin, {
      kind: "360",
      name: "Without dates",
      instrumentId: house.instrumentId,
      invitation: { subject: "s", body: "b" },
    }),
  );
  expect(await launchCycle(db.platform, house.admin, id)).toEqual({
    ok: false,
    reason: "not-ready",
    obstacles: ["no-participants", "no-dates"],
  });
});

test("it is refused to members, and unknown to administrators of another organisation", async () => {
  accepted(await assign());
  await expectRefusals(db.platform, house, cycleId, traces, (actor, id) =>
    launchCycle(db.platform, actor, id),
  );
});

test("participants are written down as they are at launch, and later moves change nothing", async () => {
  accepted(await assign());
  const { lead, peer1 } = house.people;
  await db.owner.query(
    "UPDATE person SET department = 'Engine', job_title = 'Chief' WHERE id = $1",
    [lead],
  );
  const written = () =>
    rows("SELECT name, department, job_title, manager_id FROM subject WHERE round_id = $1");
  accepted(await launch());
  const atLaunch = [
    { name: "lead", department: "Engine", job_title: "Chief", manager_id: house.people.boss },
  ];
  expect(await written()).toEqual(atLaunch);
  await db.owner.query(
    "UPDATE person SET name = 'Renamed', department = 'Moved', manager_id = $2 WHERE id = $1",
    [lead, peer1],
  );
  expect(await written()).toEqual(atLaunch);
});

test("raters without an address get no letter, but are asked when they sign in", async () => {
  accepted(await assign());
  await db.owner.query("UPDATE person SET email = NULL WHERE id = $1", [house.people.peer1]);
  expect(accepted(await launch())).toEqual({ invited: 9, held: 0 });
  expect(await traces()).toMatchObject({ invitations: [{ count: 10 }], messages: [{ count: 9 }] });
});
