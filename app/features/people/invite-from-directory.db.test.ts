import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { accessLinks } from "~/features/identity/index.server.ts";
import type { AccessLetter, Actor } from "~/features/identity/index.ts";
import { createMember } from "~/features/identity/testing/member.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { deactivatePerson } from "./by-hand/deactivate-person.server.ts";
import { editPerson } from "./by-hand/edit-person.server.ts";
import { inviteFromDirectory, readInvitable } from "./invite-from-directory.server.ts";
import { directory } from "./standing-reads.server.ts";
import { createPeople } from "./testing/people.ts";
import { personForm } from "./testing/person-form.ts";

// HR may send somebody the way in, and never goes it.

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let house: TestOrganisation;
let hera: Actor;
let people: Record<"ana" | "hera" | "mute" | "guest", string>;

const at = (moment: string) => db.platform.clock.set(new Date(moment));

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  sent.length = 0;
  at("2026-01-05T12:00:00Z");
  house = await createTestOrganisation(db.platform);
  people = await createPeople(db.platform, house, {
    ana: { name: "Ana Lima", email: "ana@x.org" },
    hera: { name: "Hera", email: "hera@x.org" },
    mute: {},
    guest: { email: "guest@y.org", external: true },
  });
  hera = await createMember(db.platform, auth.auth, house.organisationId, {
    ...{ name: "hera", role: "admin", personId: people.hera },
  });
  at("2026-03-02T12:00:00Z");
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const parts = () => ({ ...db.platform, directory });
const invite = (personId = people.ana, actor = hera) =>
  inviteFromDirectory(parts(), actor, personId, joining);
const invitable = (personId = people.ana, actor = hera) => readInvitable(parts(), actor, personId);
const refused = (reason: string) => ({ ok: false, reason });
const sent: { to: string; link: string | null }[] = [];
/** Letters stand above people; what counts is to whom, and with which link. */
const joining: AccessLetter = async (platform, tx, scope, { language: _language, ...person }) => {
  const [link = null] = await accessLinks(platform, tx, scope, [{ ...person, path: "/home" }]);
  sent.push({ to: person.email, link });
};
const revision = async () =>
  (
    await db.owner.query<{ revision: number }>("SELECT revision FROM person WHERE id = $1", [
      people.ana,
    ])
  ).rows[0]?.revision ?? 0;
const changeAddress = async (email: string) =>
  editPerson(db.platform, hera, people.ana, {
    ...personForm({ name: "Ana Lima", email }),
    revision: await revision(),
  });

test("somebody without an account gets a letter with the way to open one, and it is known who sent it", async () => {
  expect(await invitable()).toBe("open");
  expect(await invite()).toEqual({ ok: true, value: null });
  expect(sent).toEqual([{ to: "ana@x.org", link: expect.stringContaining("/join/") }]);
  const { rows } = await db.owner.query(
    "SELECT account_id, subject_id FROM audit_record WHERE organisation_id = $1 AND action = 'account.invited'",
    [house.organisationId],
  );
  expect(rows).toEqual([{ account_id: hera.accountId, subject_id: people.ana }]);
});

test("one a day, however often it is pressed", async () => {
  const pressed = await Promise.all([invite(), invite(), invite()]);
  expect(pressed.filter(({ ok }) => ok)).toHaveLength(1);
  expect(sent).toHaveLength(1);
  expect(await invitable()).toBe("today");
  at("2026-03-03T11:59:00Z");
  expect(await invite()).toEqual(refused("today"));
  at("2026-03-03T12:00:00Z");
  expect(await invite()).toEqual({ ok: true, value: null });
});

test("HR who changes an address is sent no way in to it until the wait is over", async () => {
  expect(await changeAddress("hera.second@x.org")).toMatchObject({ ok: true });
  expect(await invitable()).toBe("readdressed");
  expect(await invite()).toEqual(refused("readdressed"));
  expect(sent).toEqual([]);
  at("2027-03-02T12:00:00Z");
  expect(await invite()).toEqual({ ok: true, value: null });
});

test("nobody who has an account, is from outside, left, has no address or is unknown; and by administrators alone", async () => {
  expect(await invite(people.hera)).toEqual(refused("joined"));
  expect(await invite(people.guest)).toEqual(refused("unknown"));
  expect(await invite(people.mute)).toEqual(refused("no-address"));
  for (const id of [newId(), "nonsense", ""]) expect(await invite(id)).toEqual(refused("unknown"));
  expect(await invite(people.ana, house.member(people.hera))).toEqual(refused("not-allowed"));
  expect(await invitable(people.ana, house.member(people.hera))).toBe("unknown");
  const elsewhere = await createTestOrganisation(db.platform);
  expect(await invite(people.ana, elsewhere.admin)).toEqual(refused("unknown"));
  const left = { revision: await revision(), day: "2026-03-02" };
  expect(await deactivatePerson(db.platform, hera, people.ana, left)).toMatchObject({ ok: true });
  expect(await invite()).toEqual(refused("unknown"));
  expect(sent).toEqual([]);
});

test("no letter, no record of one", async () => {
  const failing = inviteFromDirectory(parts(), hera, people.ana, async () => {
    throw new Error("no letter");
  });
  await expect(failing).rejects.toThrow("no letter");
  expect(await invitable()).toBe("open");
});
