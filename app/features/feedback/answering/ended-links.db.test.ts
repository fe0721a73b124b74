import { RouterContextProvider } from "react-router";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { directoryContext } from "~/features/identity/index.server.ts";
import { directory } from "~/features/people/index.server.ts";
import { importPeopleFile } from "~/features/people-import/index.server.ts";
import { linkToken } from "~/features/rounds/answering/personal-link.server.ts";
import { makeListLinks, personalLinks } from "~/features/rounds/answering/personal-links.server.ts";
import { raterOf } from "~/features/rounds/answering/resolve-rater.server.ts";
import { knowDevice } from "~/features/rounds/pseudonyms/device.server.ts";
import { platformContext } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { type CollectingCycle, collectingCycle } from "../testing/cycle.ts";
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

/** The token of someone's link, as a letter sent now would have it. */
async function tokenOf(personId: string): Promise<string> {
  const { rows } = await db.owner.query<{ id: string }>(
    "SELECT id FROM invitation WHERE round_id = $1 AND person_id = $2",
    [cycle.cycleId, personId],
  );
  const id = rows[0]?.id ?? "";
  return inOrganisation(db.platform, house, async (tx) => {
    const { from } = (await personalLinks(db.platform, tx, house, [id]))(id);
    const [link] = from === null ? [] : await makeListLinks(db.platform, tx, house, [from]);
    return link?.split("/r/")[1] ?? "";
  });
}

/** What opening it gives: the person, or the status and problem of the answer. */
async function opened(token: string): Promise<unknown> {
  const context = new RouterContextProvider();
  context.set(platformContext, db.platform);
  context.set(directoryContext, directory);
  const request = new Request("http://twohats.test/");
  const asked = { request, context, url: new URL(request.url), params: {}, pattern: "/" };
  await knowDevice(asked, async () => new Response());
  try {
    return (await raterOf({ context, request, params: { token } })).personId;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    const { data, init } = thrown as { data: unknown; init: { status: number } };
    return [init.status, data];
  }
}

const ENDED = [410, { problem: "ended" }];
const change = (text: string, personId: string) =>
  db.owner.query(`UPDATE person SET ${text} WHERE id = $1`, [personId]);

test("who left can't answer by link any more, and may again when they are back", async () => {
  const { peer1 } = house.people;
  const token = await tokenOf(peer1);
  expect(await opened(token)).toBe(peer1);
  await change("status = 'inactive', inactive_since = '2026-03-02'", peer1);
  expect(await opened(token)).toEqual(ENDED);
  await change("status = 'active', inactive_since = NULL", peer1);
  expect(await opened(token)).toBe(peer1);
});

test("of a suspended organisation nobody's link opens", async () => {
  const token = await tokenOf(house.people.peer1);
  await db.owner.query("UPDATE organisation SET state = 'suspended' WHERE organisation_id = $1", [
    house.organisationId,
  ]);
  expect(await opened(token)).toEqual([409, { problem: "suspended", reason: "paused" }]);
  await change("status = 'inactive', inactive_since = '2026-03-02'", house.people.peer1);
  expect(await opened(token), "who left hears that").toEqual(ENDED);
});

const WAITED = new Date("2026-03-09T12:00:00Z");

async function correctTo(address: string, personId: string): Promise<void> {
  await change(`employee_id = 'E-${personId}'`, personId);
  const imported = await importPeopleFile(db.platform, house.admin, {
    content: Buffer.from(`Name,Email,Employee ID\npeer1,${address},E-${personId}\n`),
    dateOrder: null,
    emptyCells: "keep",
    store: true,
  });
  expect(imported).toMatchObject({ ok: true, value: { plan: { rejected: [] } } });
}

test("a corrected address ends the links that were sent to the old one; once its wait is over, new letters have new links", async () => {
  const { peer1, peer2 } = house.people;
  const [before, others] = [await tokenOf(peer1), await tokenOf(peer2)];
  await correctTo("corrected@house.test", peer1);
  expect(await opened(before)).toEqual(ENDED);
  expect(await tokenOf(peer1), "no link is made before").toBe("");
  db.platform.clock.set(WAITED);
  const renewed = await tokenOf(peer1);
  expect(renewed).not.toBe(before);
  expect(await opened(before)).toEqual(ENDED);
  expect(await opened(renewed)).toBe(peer1);
  expect(await opened(others), "nobody else's link ended").toBe(peer2);
  await correctTo("CORRECTED@house.test", peer1);
  expect(await opened(renewed), "the same address in other letters is the same").toBe(peer1);
});

test("a link that is right all the same does not open while its person's address waits, or was refused", async () => {
  const { peer1 } = house.people;
  await correctTo("corrected@house.test", peer1);
  const { rows } = await db.owner.query<{ id: string; version: number }>(
    `SELECT i.id, p.link_version AS version FROM invitation i JOIN person p ON p.id = i.person_id
      WHERE i.round_id = $1 AND p.id = $2`,
    [cycle.cycleId, peer1],
  );
  const [{ id: invitationId, version } = { id: "", version: 0 }] = rows;
  const { organisationId } = house;
  const token = linkToken(db.platform.secret, { organisationId, invitationId, version });
  expect(await opened(token)).toEqual(ENDED);
  db.platform.clock.set(WAITED);
  expect(await opened(token)).toBe(peer1);
  await db.owner.query("UPDATE address_change SET state = 'refused' WHERE person_id = $1", [peer1]);
  expect(await opened(token)).toEqual(ENDED);
});
