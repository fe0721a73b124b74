import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { declineRequest } from "~/features/rounds/answering/decline-request.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { raterChoice } from "../lists/nomination-reads.server.ts";
import { replaceRater } from "../lists/replace-rater.server.ts";
import { replaceWithExternal } from "../lists/replace-with-external.server.ts";
import { bystanders } from "../testing/actors.ts";
import { type CollectingCycle, collectingCycle, required } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;
let participantId: string;
let lead: Actor;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createHouse(db.platform);
  cycle = await collectingCycle(db.platform, house);
  participantId = cycle.participants.get(house.people.lead) ?? "";
  lead = house.member(house.people.lead);
});
afterAll(() => db.close());

const kit = { name: "Kit Ahn", address: "kit@client.test" };
const raters = async () =>
  (await inOrganisation(db.platform, house, (tx) => raterChoice(tx, house.admin, participantId)))!
    .raters;
const raterId = async (personId: string) =>
  (await raters()).find((each) => each.personId === personId)?.id ?? newId();
const replace = async (actor: Actor, change: Partial<typeof kit> = {}, gone = house.people.peer1) =>
  replaceWithExternal(db.platform, actor, participantId, await raterId(gone), {
    ...kit,
    ...change,
  });
const outsiders = async () =>
  (
    await db.owner.query<{ id: string }>(
      "SELECT id FROM person WHERE organisation_id = $1 AND external",
      [house.organisationId],
    )
  ).rows;
const letters = async () =>
  (
    await db.owner.query<{ kind: string }>(
      "SELECT kind FROM message WHERE to_address = 'kit@client.test' AND organisation_id = $1",
      [house.organisationId],
    )
  ).rows;
const refused = (reason: string) => ({ ok: false, reason });
const peerDeclines = async (personId = house.people.peer1) =>
  required(
    await declineRequest(db.platform, cycle.rater(personId), await cycle.requestOf(personId), {
      reason: "contact",
      text: "",
    }),
  );

test("someone from outside stands in, as such, with a letter, once", async () => {
  expect(await replace(lead)).toEqual(refused("still-asked"));
  await peerDeclines();
  required(await replace(lead));
  expect((await raters()).find((each) => each.relationship === "outside")).toMatchObject({
    name: "Kit Ahn",
    address: "kit@client.test",
    byParticipant: true,
  });
  expect((await raters()).find((each) => each.personId === house.people.peer1)).toMatchObject({
    declined: true,
    replaced: true,
  });
  expect(await letters()).toEqual([{ kind: "invitation" }]);
  for (const again of [
    await replace(lead),
    await replace(house.admin, { address: "sam@client.test" }),
    await replaceRater(
      db.platform,
      lead,
      participantId,
      await raterId(house.people.peer1),
      house.people.report4,
    ),
  ])
    expect(again).toEqual(refused("replaced"));
  expect(await outsiders()).toHaveLength(1);
  const { rows } = await db.owner.query(
    "SELECT 1 FROM audit_record WHERE subject_id = $1 AND action = 'rater.replaced'",
    [participantId],
  );
  expect(rows).toHaveLength(1);
});

test("pressed by two at once, one person is asked", async () => {
  await peerDeclines();
  const outcomes = await Promise.all([replace(lead), replace(house.admin)]);
  expect(outcomes.filter((each) => each.ok)).toHaveLength(1);
  expect(await letters()).toHaveLength(1);
});

test("a colleague's address is answered with the colleague; the participant's own is refused", async () => {
  await peerDeclines();
  expect(await replace(lead, { address: "Report4@house.test" })).toMatchObject({
    reason: "in-directory",
    person: { id: house.people.report4 },
  });
  expect(await replace(lead, { address: " LEAD@house.test" })).toEqual(refused("own-address"));
});

test("whoever is not asked in the end is not kept, and what is wrong is named", async () => {
  const { peer1, peer2 } = house.people;
  await peerDeclines(peer1);
  await peerDeclines(peer2);
  for (const [change, reason] of [
    [{ name: " " }, "name-missing"],
    [{ address: "kit" }, "address"],
  ] as const)
    expect(await replace(lead, change)).toEqual(refused(reason));
  await db.owner.query(
    `UPDATE cycle SET rater_limits = '{"outside": {"max": 0}}' WHERE round_id = $1`,
    [cycle.cycleId],
  );
  expect(await replace(lead)).toEqual(refused("full"));
  expect(await outsiders()).toEqual([]);
  await db.owner.query("UPDATE cycle SET rater_limits = '{}' WHERE round_id = $1", [cycle.cycleId]);
  required(await replace(lead));
  expect(await replace(lead, {}, peer2)).toEqual(refused("on-list"));
});

test("is for whoever made the list and for HR, while answers are taken", async () => {
  await peerDeclines();
  const { members, elsewhere } = await bystanders(db.platform, house);
  for (const [who, actor] of [...members, ["elsewhere", elsewhere] as const])
    if (who !== "the participant")
      expect([who, await replace(actor)]).toEqual([who, refused("unknown")]);
  expect(
    await replaceWithExternal(db.platform, lead, participantId, newId(), kit),
    "a rater of nobody",
  ).toEqual(refused("unknown"));
  await db.owner.query("UPDATE round SET paused = true WHERE id = $1", [cycle.cycleId]);
  expect(await replace(lead)).toEqual(refused("not-now"));
  await db.owner.query("UPDATE round SET paused = false, state = 'closing' WHERE id = $1", [
    cycle.cycleId,
  ]);
  expect(await replace(house.admin)).toEqual(refused("not-now"));
  expect(await outsiders()).toEqual([]);
  expect(await letters()).toEqual([]);
});
