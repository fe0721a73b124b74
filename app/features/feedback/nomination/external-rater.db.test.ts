import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { openRequests } from "~/features/rounds/reads/rater-reads.server.ts";
import { asItLeaves } from "~/features/rounds/testing/leaving.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { launchCycle } from "../launch/launch-cycle.server.ts";
import { raterChoice } from "../lists/nomination-reads.server.ts";
import { assignRaters } from "../setup/assign-raters.server.ts";
import { bystanders } from "../testing/actors.ts";
import { accepted, answer, draftCycle, required, usualAssignments } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { addExternalRater } from "./add-external-rater.server.ts";
import { openNominations } from "./open-nominations.server.ts";

let db: TestDatabase;
let house: House;
let cycleId: string;
let participantId: string;
let lead: Actor;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createHouse(db.platform);
  cycleId = await draftCycle(db.platform, house);
  const ids = accepted(
    await assignRaters(db.platform, house.admin, cycleId, usualAssignments(house)),
  );
  participantId = ids.get(house.people.lead)!;
  lead = house.member(house.people.lead);
  accepted(await openNominations(db.platform, house.admin, cycleId));
});
afterAll(() => db.close());

const kit = { name: "Kit Ahn", address: "kit@client.test" };
const add = (actor: Actor, change: Partial<typeof kit> = {}) =>
  addExternalRater(db.platform, actor, participantId, { ...kit, ...change });
const raters = async () =>
  (await inOrganisation(db.platform, house, (tx) => raterChoice(tx, house.admin, participantId)))!
    .raters;
const people = async () =>
  (
    await db.owner.query<{ id: string; email: string }>(
      "SELECT id, email FROM person WHERE organisation_id = $1 AND external",
      [house.organisationId],
    )
  ).rows;
const refused = (reason: string) => ({ ok: false, reason });

test("someone from outside is put on the list, asked by letter, and answers by their link", async () => {
  required(await add(lead));
  expect((await raters()).find((each) => each.relationship === "outside")).toMatchObject({
    name: "Kit Ahn",
    address: "kit@client.test",
    byParticipant: true,
    counts: false,
  });
  accepted(await launchCycle(db.platform, house.admin, cycleId));
  const { rows } = await db.owner.query<{ plain: string; html: string; way: unknown }>(
    "SELECT plain, html, way FROM message WHERE to_address = 'kit@client.test' AND organisation_id = $1",
    [house.organisationId],
  );
  expect(rows).toHaveLength(1);
  const leaving = rows[0] && (await asItLeaves(db.platform, house, rows[0]));
  expect(leaving?.plain).toContain("/r/");
  expect(`${leaving?.plain}${leaving?.html}`).not.toMatch(/\/join\/|\/sign-in/);
  const [person] = await people();
  const device = "a phone";
  const rater = {
    organisationId: house.organisationId,
    personId: person!.id,
    roundId: cycleId,
    device,
  };
  const [request] = await inOrganisation(db.platform, rater, (tx) =>
    openRequests(tx, rater, db.platform.secret),
  );
  await answer(db.platform, rater, request!.id);
  const { rows: accounts } = await db.owner.query("SELECT 1 FROM membership WHERE person_id = $1", [
    person!.id,
  ]);
  expect(accounts).toEqual([]);
});

test("the same address on another list is the same person, and twice on one list once", async () => {
  required(await add(lead));
  required(await add(house.admin, { name: "K. Ahn", address: "KIT@client.test" }));
  expect(await people()).toHaveLength(1);
  expect((await raters()).filter((each) => each.relationship === "outside")).toHaveLength(1);
});

test("a colleague's address is answered with the colleague, the participant's own is refused", async () => {
  expect(await add(lead, { address: "Peer1@house.test" })).toEqual({
    ok: false,
    reason: "in-directory",
    person: { id: house.people.peer1, name: "peer1", jobTitle: null },
  });
  for (const own of [" LEAD@house.test", "lead+2@house.test", "l.ead@house.test"])
    expect(await add(lead, { address: own })).toEqual(refused("own-address"));
});

test("whoever does not end up on the list is not kept", async () => {
  await db.owner.query(
    `UPDATE cycle SET rater_limits = '{"outside": {"max": 0}}' WHERE round_id = $1`,
    [cycleId],
  );
  expect(await add(lead)).toEqual(refused("full"));
  for (const [change, reason] of [
    [{ name: " " }, "name-missing"],
    [{ address: "kit" }, "address"],
  ] as const)
    expect(await add(lead, change)).toEqual(refused(reason));
  expect(await people()).toEqual([]);
});

test("is for those who may change the list", async () => {
  const { members, elsewhere } = await bystanders(db.platform, house);
  for (const [who, actor] of [...members, ["elsewhere", elsewhere] as const])
    if (who !== "the participant")
      expect([who, await add(actor)]).toEqual([who, refused("unknown")]);
  accepted(await launchCycle(db.platform, house.admin, cycleId));
  expect(await add(lead)).toEqual(refused("not-now"));
  expect(await people()).toEqual([]);
  required(await add(house.admin));
  const { rows } = await db.owner.query(
    "SELECT kind FROM message WHERE to_address = 'kit@client.test' AND organisation_id = $1",
    [house.organisationId],
  );
  expect(rows).toEqual([{ kind: "invitation" }]);
});
