import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { collectingCycle } from "~/features/feedback/testing/cycle.ts";
import { createHouse, type House } from "~/features/feedback/testing/house.ts";
import { editPerson } from "~/features/people/by-hand/edit-person.server.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { personForm } from "~/features/people/testing/person-form.ts";
import { answer } from "~/features/rounds/testing/answering.ts";
import { merging } from "../../test/database/merging.ts";
import { createTestDatabase, type TestDatabase } from "../../test/database/test-database.ts";

// Of two records one address goes: who hears of it, and what nobody gains by it.

let db: TestDatabase;
let house: House;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
});
afterAll(() => db.close());

const { double, later, lettersTo, merge, owned, preview } = merging(
  () => db,
  () => house,
);

test("the owner of the address that goes is told, by name, and the letter opens nothing", async () => {
  const { peer1 } = house.people;
  const twin = await double();
  expect((await preview(peer1, twin)).counts).toContainEqual({
    ...{ word: "notifications:personal.mergedTold", count: 1 },
  });
  expect(await merge(peer1, twin)).toMatchObject({ ok: true });
  const letters = await lettersTo("peer.one@other.test");
  expect(letters).toMatchObject([{ kind: "address-merged", to_name: "Peer One" }]);
  expect(letters[0].plain).toContain("2 March 2026");
  // Of the other address no more than whose it is recognises.
  expect(letters[0].plain).toContain("p…@house.test");
  expect(JSON.stringify(letters)).not.toContain("peer1@house.test");
  expect(JSON.stringify(letters)).not.toMatch(/https?:|twohats\.test/);
  const [{ changes }] = await owned(
    `SELECT changes FROM person_change WHERE person_id = $1 AND changes::text LIKE '%merged%'`,
    peer1,
  );
  expect(changes).toEqual([{ field: "merged", from: "peer.one@other.test", to: "Peer One" }]);
});

test("nobody is told where the address stays in the directory, or there was none", async () => {
  const { peer1 } = house.people;
  const { without } = await createPeople(db.platform, house, {
    without: { name: "Peer One", employeeId: "78" },
  });
  expect(await merge(peer1, without)).toMatchObject({ ok: true });
  const { bare } = await createPeople(db.platform, house, { bare: { name: "Peer One" } });
  const twin = await double();
  expect((await preview(bare, twin)).counts).toEqual([]);
  expect(await merge(bare, twin)).toMatchObject({ ok: true });
  expect(
    await owned(
      "SELECT 1 FROM message WHERE organisation_id = $1 AND kind = 'address-merged'",
      house.organisationId,
    ),
  ).toEqual([]);
});

test("attack: a record that HR made in time takes over no link and no answer, and not in silence", async () => {
  const twin = await double();
  const { straw } = await createPeople(db.platform, house, {
    straw: { name: "Peer One", email: "hr@home.test" },
  });
  const cycle = await collectingCycle(db.platform, house, [
    { personId: house.people.lead, raters: [{ personId: twin, relationship: "peer" }] },
  ]);
  const [own] = await owned("SELECT id FROM invitation WHERE person_id = $1", twin);
  later(8);
  await answer(db.platform, cycle.rater(twin), await cycle.requestOf(twin));
  expect(await merge(straw, twin)).toMatchObject({ ok: true });
  // What was answered is gone, the link that was sent is nobody's, and the new one is another.
  expect(await owned("SELECT 1 FROM response WHERE round_id = $1", cycle.cycleId)).toEqual([]);
  const invitations = await owned(
    "SELECT id, person_id FROM invitation WHERE round_id = $1",
    cycle.cycleId,
  );
  expect(invitations.filter(({ id }) => id === own.id)).toEqual([]);
  const left = (await lettersTo("peer.one@other.test")).filter(({ plain }) => plain !== null);
  expect(left.map(({ kind }) => kind)).toEqual(["address-merged"]);
  expect(left[0].plain).not.toMatch(/https?:/);
  // What is asked stands under the record it was given to, as when HR puts that on the list.
  const asked = await owned(
    "SELECT person_id FROM request WHERE round_id = $1 AND relationship = 'peer'",
    cycle.cycleId,
  );
  expect(asked).toEqual([{ person_id: straw }]);
});

test("attack: an address that was taken out and comes back by a merge waits as it would by hand", async () => {
  const { peer1 } = house.people;
  const typed = async (email: string | undefined) => {
    const [row] = await owned("SELECT revision FROM person WHERE id = $1", peer1);
    const form = personForm({ name: "peer1", employeeId: "P1", ...(email ? { email } : {}) });
    return editPerson(db.platform, house.admin, peer1, { ...form, revision: row.revision });
  };
  expect(await typed(undefined)).toMatchObject({ ok: true });
  const { straw } = await createPeople(db.platform, house, {
    straw: { name: "peer1", email: "hr@home.test" },
  });
  expect(await merge(peer1, straw)).toEqual({ ok: true, value: { waits: true } });
  const [change] = await owned(
    "SELECT old_address, new_address, state FROM address_change WHERE person_id = $1 AND is_latest",
    peer1,
  );
  expect(change).toEqual({
    old_address: "peer1@house.test",
    new_address: "hr@home.test",
    state: "waiting",
  });
});
