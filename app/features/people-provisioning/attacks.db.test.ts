import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { holdsOn } from "~/features/identity/index.server.ts";
import { createMember } from "~/features/identity/testing/member.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { lockPeople } from "~/features/people/index.server.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { ENTERPRISE_USER } from "./domain/user-attributes.ts";
import { entra, okta, patch } from "./testing/conversations.ts";
import { type ScimClient, scimClient } from "./testing/scim-client.ts";

// Whoever has a token, or runs the identity provider, tries for more than it is for.

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let house: TestOrganisation;
let other: TestOrganisation;
let ours: ScimClient;
let theirs: ScimClient;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  house = await createTestOrganisation(db.platform);
  other = await createTestOrganisation(db.platform, "Other");
  ours = await scimClient(db.platform, house);
  theirs = await scimClient(db.platform, other);
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const isHeld = (personId: string) =>
  inOrganisation(db.platform, house, async (tx) =>
    (await holdsOn(tx, house, [personId], db.platform.clock.now())).has(personId),
  );

test("attack: HR's address is changed by provisioning to get in as them: it waits, and nobody can agree alone", async () => {
  const people = await createPeople(db.platform, house, {
    hera: { name: "Hera", email: "hera@okta.example", employeeId: "1" },
  });
  await createMember(db.platform, auth.auth, house.organisationId, {
    ...{ name: "hera", role: "admin", personId: people.hera },
  });
  const mine = { emails: [{ type: "work", value: "mallory@okta.example" }] };
  const number = { [ENTERPRISE_USER]: { employeeNumber: "1" } };
  const taken = await ours.ask("POST", "/Users", okta.user("hera2", { ...mine, ...number }));
  expect(taken.body.id).toBe(people.hera);
  expect(await isHeld(people.hera)).toBe(true);
  const { rows } = await db.owner.query(
    "SELECT old_address, new_address, way, makers, makers_count, state FROM address_change WHERE person_id = $1",
    [people.hera],
  );
  expect(rows).toEqual([
    {
      ...{ old_address: "hera@okta.example", new_address: "mallory@okta.example" },
      ...{ way: "provisioning", makers: ["provisioning"], makers_count: false, state: "waiting" },
    },
  ]);
});

test("attack: made to leave and made anew under another address, somebody's address waits all the same", async () => {
  const { body } = await ours.ask("POST", "/Users", okta.user("ana"));
  await createMember(db.platform, auth.auth, house.organisationId, {
    ...{ name: "ana", role: "member", personId: body.id },
  });
  await ours.ask("PATCH", `/Users/${body.id}`, entra.enterprise);
  await ours.ask("DELETE", `/Users/${body.id}`);
  const again = await ours.ask(
    "POST",
    "/Users",
    okta.user("mallory", { [ENTERPRISE_USER]: { employeeNumber: "E-17" } }),
  );
  expect(again.body).toMatchObject({ id: body.id, active: true });
  expect(await isHeld(body.id)).toBe(true);
});

test("attack: another organisation's ids are nobody, in every place where an id may stand", async () => {
  const { body } = await ours.ask("POST", "/Users", okta.user("ana"));
  const group = await ours.ask("POST", "/Groups", okta.group("Crew", [body.id]));
  const own = await theirs.ask("POST", "/Users", okta.user("bo"));
  const user = `/Users/${body.id}`;
  const crew = `/Groups/${group.body.id}`;
  for (const [method, path, sent] of [
    ["GET", user, undefined],
    ["PUT", user, okta.user("ana")],
    ["PATCH", user, okta.deactivate],
    ["DELETE", user, undefined],
    ["GET", crew, undefined],
    ["PUT", crew, okta.group("Mine")],
    ["PATCH", crew, okta.addMember(own.body.id)],
    ["DELETE", crew, undefined],
  ] as const)
    expect((await theirs.ask(method, path, sent)).status, `${method} ${path}`).toBe(404);
  const member = await theirs.ask("POST", "/Groups", okta.group("Mine", [body.id]));
  const unknown = await theirs.ask(
    "POST",
    "/Groups",
    okta.group("Mine", ["0190aaaa-0000-7000-8000-000000000001"]),
  );
  expect([member.status, unknown.status]).toEqual([400, 400]);
  const boss = await theirs.ask("PATCH", `/Users/${own.body.id}`, entra.managerAsText(body.id));
  expect(boss.body[ENTERPRISE_USER].manager, "awaited, as any text").toEqual({ value: body.id });
  const filter = encodeURIComponent(`id eq "${body.id}"`);
  expect((await theirs.ask("GET", `/Users?filter=${filter}`)).body.totalResults).toBe(0);
  expect((await theirs.ask("GET", "/Users")).body.totalResults).toBe(1);
  expect((await ours.ask("GET", user)).body).toEqual(body);
});

test("the same address and external id are provisioned in two organisations", async () => {
  const [one, two] = [
    await ours.ask("POST", "/Users", okta.user("ana")),
    await theirs.ask("POST", "/Users", okta.user("ana")),
  ];
  expect([one.status, two.status]).toEqual([201, 201]);
  expect(one.body.id).not.toBe(two.body.id);
});

test("attack: whoever is in the directory without the provider is not told, not by id, filter or membership", async () => {
  const people = await createPeople(db.platform, house, {
    quiet: { name: "Quiet", email: "quiet@okta.example" },
  });
  expect((await ours.ask("GET", `/Users/${people.quiet}`)).status).toBe(404);
  expect((await ours.ask("PATCH", `/Users/${people.quiet}`, okta.deactivate)).status).toBe(404);
  expect((await ours.ask("DELETE", `/Users/${people.quiet}`)).status).toBe(404);
  expect((await ours.ask("GET", okta.findUser("quiet"))).body.totalResults).toBe(0);
  const group = await ours.ask("POST", "/Groups", okta.group("Crew", [people.quiet]));
  expect(group.status).toBe(400);
});

test("attack: no attribute makes an administrator, an account or a right", async () => {
  const roles = { roles: [{ value: "admin", primary: true }], entitlements: ["admin"] };
  const { body } = await ours.ask("POST", "/Users", okta.user("ana", { ...roles, role: "admin" }));
  await ours.ask("PATCH", `/Users/${body.id}`, patch({ op: "add", path: "roles", value: "admin" }));
  await ours.ask("POST", "/Groups", okta.group("Administrators", [body.id]));
  const { rows } = await db.owner.query("SELECT 1 FROM membership WHERE organisation_id = $1", [
    house.organisationId,
  ]);
  expect(rows).toEqual([]);
});

test("two who make the same user at once: one is made, the other is told", async () => {
  const statuses = await Promise.all(
    Array.from(
      { length: 4 },
      async () => (await ours.ask("POST", "/Users", okta.user("ana"))).status,
    ),
  );
  expect(statuses.toSorted()).toEqual([201, 409, 409, 409]);
});

test("many who are made at once, half of them before their managers: everybody reports to whom was said", async () => {
  const crew = Array.from({ length: 24 }, (_, at) => `hand${at}`);
  const bossOf = (at: number) => crew[at % 2 === 0 ? at + 1 : 1] ?? "";
  const made = await Promise.all(
    crew.map((name, at) =>
      ours.ask(
        "POST",
        "/Users",
        okta.user(name, {
          ...(at === 1 ? {} : { [ENTERPRISE_USER]: { manager: { value: `okta-${bossOf(at)}` } } }),
          externalId: `okta-${name}`,
        }),
      ),
    ),
  );
  expect(made.map(({ status }) => status)).toEqual(crew.map(() => 201));
  const { rows } = await db.owner.query(
    `SELECT p.external_id AS who, m.external_id AS boss, p.awaited_manager AS awaited
       FROM provisioned_person p JOIN person USING (organisation_id)
       LEFT JOIN provisioned_person m ON m.person_id = person.manager_id
      WHERE p.organisation_id = $1 AND person.id = p.person_id`,
    [house.organisationId],
  );
  const expected = crew.map((name, at) => ({
    ...{ who: `okta-${name}`, boss: at === 1 ? null : `okta-${bossOf(at)}`, awaited: null },
  }));
  const byName = (one: { who: string }, two: { who: string }) => one.who.localeCompare(two.who);
  expect(rows.toSorted(byName)).toEqual(expected.toSorted(byName));
});

test("nobody is made while somebody else changes the directory as a whole", async () => {
  let isThere = false;
  let making: Promise<unknown> = Promise.resolve();
  await inOrganisation(db.platform, house, async (tx) => {
    await lockPeople(tx, house);
    making = ours.ask("POST", "/Users", okta.user("ana")).then(() => {
      isThere = true;
    });
    await expect
      .poll(async () => {
        const { rows } = await db.owner.query(
          "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND mode = 'ShareLock'",
        );
        return rows.length;
      })
      .toBe(1);
    expect(isThere).toBe(false);
  });
  await making;
  expect(isThere).toBe(true);
});

test("what a provider does is audited with ids and counts, never with a name or an address", async () => {
  const { body } = await ours.ask("POST", "/Users", okta.user("ana"));
  await ours.ask("PATCH", `/Users/${body.id}`, entra.rename);
  await ours.ask("PATCH", `/Users/${body.id}`, okta.deactivate);
  await ours.ask("PATCH", `/Users/${body.id}`, okta.activate);
  await ours.ask("POST", "/Groups", okta.group("Crew", [body.id]));
  await ours.ask("DELETE", `/Users/${body.id}`);
  const { rows } = await db.owner.query(
    "SELECT account_id, action, detail FROM audit_record WHERE organisation_id = $1 ORDER BY id",
    [house.organisationId],
  );
  const done = rows.filter(({ account_id }) => account_id === "provisioning");
  expect(done.map(({ action }) => action)).toEqual([
    ...["person.added", "addresses.changed", "person.edited", "person.deactivated"],
    ...["person.reactivated", "provisioning.group-added", "person.deactivated"],
    "provisioning.released",
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/ana|example|Crew/);
});
