import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { accessLinks, appointOfficial, holdsOn } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { createMember } from "~/features/identity/testing/member.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { openTestAuth } from "../../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { changeTogether } from "../bulk/change-together.server.ts";
import { readTogether } from "../bulk/people-together.server.ts";
import { peopleByIds } from "../colleague-reads.server.ts";
import { readSelection } from "../domain/bulk/selection.ts";
import { readAccessPage } from "../read-access-page.server.ts";
import { directory } from "../standing-reads.server.ts";
import { createPeople } from "../testing/people.ts";
import { personForm } from "../testing/person-form.ts";
import { addPerson } from "./add-person.server.ts";
import { deactivatePerson } from "./deactivate-person.server.ts";
import { editPerson } from "./edit-person.server.ts";
import { leaveOnTime } from "./leave-on-time.server.ts";
import { reactivatePerson } from "./reactivate-person.server.ts";

// Whoever runs HR changes somebody's address by hand to get in as them (decision 26).

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let house: TestOrganisation;
let hera: Actor;
let people: Record<"ana" | "bo" | "hera", string>;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  at("2026-01-05T12:00:00Z");
  house = await createTestOrganisation(db.platform);
  people = await createPeople(db.platform, house, {
    ana: { name: "Ana Lima", email: "ana@x.org", employeeId: "1" },
    bo: { name: "Bo Chen", email: "bo@x.org", employeeId: "2" },
    hera: { name: "Hera", email: "hera@x.org" },
  });
  hera = await createMember(db.platform, auth.auth, house.organisationId, {
    ...{ name: "hera", role: "admin", owner: true, personId: people.hera },
  });
  at("2026-03-02T12:00:00Z");
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const at = (moment: string) => db.platform.clock.set(new Date(moment));
const revision = async (id: string) =>
  (await db.owner.query<{ revision: number }>("SELECT revision FROM person WHERE id = $1", [id]))
    .rows[0]?.revision ?? 0;

type Typed = Parameters<typeof personForm>[0];

const edit = async (typed: Typed, id = people.ana) =>
  editPerson(db.platform, hera, id, { ...personForm(typed), revision: await revision(id) });
const toAddress = (email: string | undefined) =>
  edit({ name: "Ana Lima", employeeId: "1", ...(email ? { email } : {}) });
const isHeld = (id = people.ana) =>
  inOrganisation(db.platform, house, async (tx) =>
    (await holdsOn(tx, house, [id], db.platform.clock.now())).has(id),
  );
/** Whether a letter to somebody could have a link that opens their account now. */
const getsLinks = (id = people.ana) =>
  inOrganisation(db.platform, house, async (tx) => {
    const [person] = await peopleByIds(tx, house, [id]);
    if (!person) throw new Error("nobody");
    const { name, email, linkVersion } = person;
    const guest = { personId: id, name, email: email ?? "", linkVersion, path: "/home" };
    return (await accessLinks(db.platform, tx, house, [guest]))[0] !== null;
  });
const linkVersion = async () =>
  (await inOrganisation(db.platform, house, (tx) => peopleByIds(tx, house, [people.ana])))[0]
    ?.linkVersion;
const changes = async () =>
  (
    await db.owner.query(
      "SELECT old_address, new_address, state, way FROM address_change WHERE person_id = $1 AND is_latest",
      [people.ana],
    )
  ).rows;

test("another address waits, the old links end, and the old address is to be told", async () => {
  const before = await linkVersion();
  expect(await toAddress("hr@evil.test")).toEqual({ ok: true, value: { waits: true } });
  expect(await isHeld()).toBe(true);
  expect((await readAccessPage(db.platform, hera, ""))?.waiting).toBe(1);
  expect(await getsLinks()).toBe(false);
  expect(await linkVersion()).toBe((before ?? 0) + 1);
  expect(await changes()).toEqual([
    { old_address: "ana@x.org", new_address: "hr@evil.test", state: "waiting", way: "hand" },
  ]);
  const { rows } = await db.owner.query(
    "SELECT 1 FROM pgboss.job WHERE name = 'tell-of-addresses' AND data ->> 'organisationId' = $1",
    [house.organisationId],
  );
  expect(rows).toHaveLength(1);
  at("2026-03-09T12:00:00Z");
  expect(await getsLinks()).toBe(true);
});

test("back to the address that was theirs, everything is open again; letter case is no change", async () => {
  await toAddress("hr@evil.test");
  expect(await toAddress("ana@x.org")).toEqual({ ok: true, value: { waits: false } });
  expect(await isHeld()).toBe(false);
  expect(await toAddress("Ana@X.org")).toEqual({ ok: true, value: { waits: false } });
  expect(await isHeld()).toBe(false);
});

test("taking the address out first, or by way of a third, shortens nothing", async () => {
  await toAddress(undefined);
  expect(await isHeld()).toBe(true);
  at("2026-03-05T12:00:00Z");
  await toAddress("third@x.org");
  at("2026-03-08T12:00:00Z");
  await toAddress("hr@evil.test");
  at("2026-03-14T12:00:00Z");
  expect(await isHeld()).toBe(true);
  expect(await changes()).toMatchObject([{ old_address: "ana@x.org" }]);
});

test("setting them inactive, changing the address and setting them active again is the same change", async () => {
  const day = { day: "2026-03-02", revision: await revision(people.ana) };
  expect(await deactivatePerson(db.platform, hera, people.ana, day)).toMatchObject({ ok: true });
  expect(await toAddress("hr@evil.test")).toMatchObject({ ok: true, value: { waits: true } });
  expect(await reactivatePerson(db.platform, hera, people.ana)).toEqual({ ok: true });
  expect(await isHeld()).toBe(true);
  expect(await getsLinks()).toBe(false);
});

test("whoever is added again with another address is somebody else: nothing of the old record is theirs", async () => {
  const day = { day: "2026-03-02", revision: await revision(people.ana) };
  await deactivatePerson(db.platform, hera, people.ana, day);
  const again = { name: "Ana Lima", email: "hr@evil.test" };
  const add = (typed: Typed) => addPerson(db.platform, hera, personForm(typed));
  expect(await add({ ...again, employeeId: "1" })).toMatchObject({
    problems: [{ field: "employeeId", code: "taken-left" }],
  });
  const added = await add(again);
  if (!added.ok) throw new Error("refused");
  expect(added.value.personId).not.toBe(people.ana);
  // To give the old record's number to the new one, the old one has to give it up first, and keeps what is its own.
  await edit({ name: "Ana Lima", email: "ana@x.org" });
  await edit({ ...again, employeeId: "1" }, added.value.personId);
  const { rows } = await db.owner.query("SELECT email FROM person WHERE id = $1", [people.ana]);
  expect(rows).toEqual([{ email: "ana@x.org" }]);
  expect(await isHeld()).toBe(false);
});

test("two swap addresses in two steps: each waits", async () => {
  await edit({ name: "Bo Chen", employeeId: "2" }, people.bo);
  await toAddress("bo@x.org");
  await edit({ name: "Bo Chen", employeeId: "2", email: "ana@x.org" }, people.bo);
  expect(await isHeld(people.ana)).toBe(true);
  expect(await isHeld(people.bo)).toBe(true);
});

test("two owners who set each other a day to leave do not lock everyone out", async () => {
  const cy = await createMember(db.platform, auth.auth, house.organisationId, {
    ...{ name: "cy", role: "admin", owner: true, personId: people.bo },
  });
  const leave = async (by: Actor, id: string) =>
    deactivatePerson(db.platform, by, id, { day: "2026-03-05", revision: await revision(id) });
  await leave(hera, people.bo);
  await leave(cy, people.hera);
  await leave(hera, people.ana);
  at("2026-03-05T12:00:00Z");
  expect(await leaveOnTime(db.platform, house)).toBe(1);
  const { rows } = await db.owner.query(
    "SELECT name FROM person WHERE organisation_id = $1 AND status = 'active' ORDER BY name",
    [house.organisationId],
  );
  expect(rows).toEqual([{ name: "Bo Chen" }, { name: "Hera" }]);
});

test("an administrator is not rid of the last owner: not by hand, with others or at a day to come", async () => {
  const cy = await createMember(db.platform, auth.auth, house.organisationId, {
    ...{ name: "cy", role: "admin", personId: people.bo },
  });
  const leave = async (day: string) =>
    deactivatePerson(db.platform, cy, people.hera, { day, revision: await revision(people.hera) });
  expect(await leave("2026-03-02")).toMatchObject({ problems: [{ code: "last-owner" }] });
  const selection = readSelection(new URLSearchParams({ what: "leave", p: people.hera }));
  const page = await readTogether(db.platform, cy, selection, ["en"]);
  expect(
    await changeTogether(db.platform, cy, selection, {
      what: "leave",
      day: "2026-03-02",
      fingerprint: page?.fingerprint ?? "",
    }),
  ).toMatchObject({ problems: [{ code: "last-owner" }] });
  expect(await leave("2026-03-05")).toMatchObject({ ok: true });
  at("2026-03-05T12:00:00Z");
  expect(await leaveOnTime(db.platform, house)).toBe(0);
  const { rows } = await db.owner.query("SELECT status FROM person WHERE id = $1", [people.hera]);
  expect(rows).toEqual([{ status: "active" }]);
});

test("an appointment that waits for an account is taken back with its person's address: no office by another mailbox", async () => {
  const wanted = { personId: people.ana, office: "owner", units: null } as const;
  const parts = { ...db.platform, directory };
  expect(await appointOfficial(parts, hera, wanted, async () => {})).toMatchObject({
    value: "with-account",
  });
  expect(await toAddress("hr@home.test")).toMatchObject({ ok: true });
  const { rows } = await db.owner.query("SELECT 1 FROM appointment WHERE person_id = $1", [
    people.ana,
  ]);
  expect(rows).toEqual([]);
  const recorded = await db.owner.query(
    "SELECT detail FROM audit_record WHERE subject_id = $1 AND action = 'administrator.appointment-withdrawn'",
    [people.ana],
  );
  expect(recorded.rows).toEqual([{ detail: { readdressed: true } }]);
});
