import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { deactivatePerson } from "~/features/people/by-hand/deactivate-person.server.ts";
import { editPerson } from "~/features/people/by-hand/edit-person.server.ts";
import { personForm } from "~/features/people/testing/person-form.ts";
import { linksAgain } from "~/features/rounds/letters/links-again.server.ts";
import { asItLeaves } from "~/features/rounds/testing/leaving.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import {
  accepted,
  answer,
  type CollectingCycle,
  closeAndScore,
  collectingCycle,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
  cycle = await collectingCycle(db.platform, house);
});
afterAll(() => db.close());

const again = (toAddress: string, actor: Actor = house.admin, aboutId = cycle.cycleId) =>
  inOrganisation(db.platform, actor, (tx) =>
    linksAgain.send(db.platform, tx, actor, { kind: "invitation", aboutId, toAddress }),
  );
const letters = async () =>
  (
    await db.owner.query<{ to_address: string; plain: string; way: unknown }>(
      "SELECT to_address, plain, way FROM message WHERE organisation_id = $1 AND kind = 'link-again' ORDER BY id",
      [house.organisationId],
    )
  ).rows;
const refused = (reason: string) => ({ ok: false, reason });

test("somebody who is asked gets their link once a day, whether they answered or not", async () => {
  const { peer1 } = house.people;
  await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1));
  for (const who of ["peer1", "peer2"])
    expect(await again(`${who}@house.test`)).toEqual({ ok: true });
  expect(await again("peer1@house.test")).toEqual(refused("today"));
  const [one, other] = await letters();
  const without = (text = "") => text.replace(/peer\d/g, "");
  expect(without(one?.plain)).toBe(without(other?.plain));
  const leaving = one && (await asItLeaves(db.platform, house, one));
  expect(leaving?.plain).toMatch(/\/r\/\S{20,}/);
  db.platform.clock.set(new Date("2026-03-04T12:00:00Z"));
  expect(await again("peer1@house.test")).toEqual({ ok: true });
});

test("nobody gets one who is not asked, has left, or whose address was changed a short while ago", async () => {
  const { peer1, peer2 } = house.people;
  expect(await again("report4@house.test")).toEqual(refused("over"));
  expect(await again("gone@elsewhere.test")).toEqual(refused("nobody"));
  accepted(
    await deactivatePerson(db.platform, house.admin, peer1, { day: "2026-03-02", revision: 0 }),
  );
  expect(await again("peer1@house.test")).toEqual(refused("nobody"));
  const typed = personForm({ name: "peer2", email: "hr@house.test" });
  accepted(await editPerson(db.platform, house.admin, peer2, { ...typed, revision: 0 }));
  for (const address of ["peer2@house.test", "hr@house.test"])
    expect(await again(address)).toMatchObject({ ok: false });
  expect(await again("hr@house.test")).toEqual(refused("held"));
  expect(await letters()).toEqual([]);
});

test("nobody but HR sends one, and none is sent once the round takes no answers", async () => {
  expect(await again("peer3@house.test", house.member(house.people.lead))).toEqual(
    refused("nobody"),
  );
  await closeAndScore(db.platform, house, cycle.cycleId);
  expect(await again("peer3@house.test")).toEqual(refused("over"));
  expect(await letters()).toEqual([]);
});
