import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readInput } from "~/platform/errors/input-problems.ts";
import { refuseInput } from "~/platform/errors/outcome.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { accessLinks } from "./access-link.server.ts";
import { accountFor } from "./account-for.server.ts";
import { addMember } from "./add-member.server.ts";
import { endSessions } from "./end-sessions.server.ts";
import { guestOf } from "./open-account.server.ts";
import { resolveSession } from "./resolve-session.server.ts";
import { setLeaversReading, setLeaversReadingInput } from "./set-leavers-reading.server.ts";
import { signIn } from "./sign-in.server.ts";
import { cookiesSent } from "./testing/cookies.ts";
import { testDirectory } from "./testing/directory.ts";
import { createTestOrganisation, type TestOrganisation } from "./testing/organisation.ts";

const PASSWORD = "correct horse battery";
const NOON = new Date("2026-03-02T12:00:00Z");

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let house: TestOrganisation;
let ana: string;
let accountId: string;
let headers: Headers;
let number = 0;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  db.platform.clock.set(NOON);
  house = await createTestOrganisation(db.platform, "House");
  ana = await person(house, "ana");
  number += 1;
  const email = `ana${number}@house.test`;
  accountId = (await accountFor(auth.auth, { email, name: "Ana", password: PASSWORD })) ?? "";
  await addMember(db.platform, house.organisationId, { accountId, personId: ana, role: "admin" });
  const signedIn = await signIn(
    { ...db.platform, directory: testDirectory },
    auth.auth,
    { client: "192.0.2.1", cookies: null },
    {
      email,
      password: PASSWORD,
    },
  );
  headers = signedIn.ok ? cookiesSent(signedIn.value.headers) : new Headers();
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const parts = () => ({ ...db.platform, directory: testDirectory });
const session = () => resolveSession(parts(), auth.auth, headers);
const change = (text: string) =>
  db.owner.query(
    text.replaceAll("$org", `'${house.organisationId}'`).replaceAll("$ana", `'${ana}'`),
  );
const leave = () =>
  change("UPDATE person SET status = 'inactive', inactive_since = '2026-03-02' WHERE id = $ana");
const sessions = async () =>
  (await db.owner.query(`SELECT 1 FROM auth."session" WHERE "userId" = $1`, [accountId])).rows
    .length;

async function person({ organisationId }: TestOrganisation, name: string): Promise<string> {
  const id = newId();
  await db.owner.query(
    "INSERT INTO person (organisation_id, id, name, email, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $5)",
    [organisationId, id, name, `${name}@house.test`, NOON],
  );
  return id;
}

test.each([
  [
    "the person is set inactive",
    "UPDATE person SET status = 'inactive', inactive_since = '2026-03-02' WHERE id = $ana",
  ],
  ["the account ends", "UPDATE membership SET state = 'ended' WHERE organisation_id = $org"],
])("when %s, the session ends with the next request", async (_, text) => {
  expect((await session())?.actor).toMatchObject({ personId: ana, role: "admin" });
  await change(text);
  expect(await session()).toBeNull();
  expect(await sessions(), "nothing is left to come back with").toBe(0);
});

test("someone who comes back signs in anew, on every device", async () => {
  await leave();
  await inOrganisation(db.platform, house, (tx) => endSessions(tx, house, [ana]));
  expect(await sessions()).toBe(0);
  await change("UPDATE person SET status = 'active', inactive_since = NULL WHERE id = $ana");
  expect(await session()).toBeNull();
});

test("sessions of others, here and elsewhere, go on", async () => {
  const other = await createTestOrganisation(db.platform, "Other");
  await inOrganisation(db.platform, other, (tx) => endSessions(tx, other, [ana]));
  await inOrganisation(db.platform, house, (tx) => endSessions(tx, house, [newId()]));
  expect(await session()).not.toBeNull();
});

test("out in one organisation, in in another: the other is what they see, whatever the cookie says", async () => {
  const other = await createTestOrganisation(db.platform, "Other");
  const there = await person(other, "ana");
  await addMember(db.platform, other.organisationId, {
    accountId,
    personId: there,
    role: "member",
  });
  await leave();
  headers.set("cookie", `${headers.get("cookie")}; twohats-organisation=${house.organisationId}`);
  const found = await session();
  expect(found?.organisationName).toBe("Other");
  expect(found?.memberships.map((each) => each.organisationName)).toEqual(["Other"]);
});

test("where the organisation says so, someone who left is a leaver until the day it said, and no administrator", async () => {
  expect(await setLeaversReading(db.platform, house.admin, { days: 30 })).toEqual({ ok: true });
  await leave();
  expect((await session())?.actor).toMatchObject({ personId: ana, role: "leaver" });
  db.platform.clock.set(new Date("2026-04-01T12:00:00Z"));
  expect((await session())?.actor.role).toBe("leaver");
  db.platform.clock.set(new Date("2026-04-02T12:00:00Z"));
  expect(await session()).toBeNull();
});

test("only administrators decide that, and only among what is offered", async () => {
  expect(await setLeaversReading(db.platform, house.member(), { days: 30 })).toEqual({
    ok: false,
    reason: "not-allowed",
  });
  for (const days of [31, -1, "x", "", null, 30.5])
    expect(readInput(setLeaversReadingInput, { days })).toEqual(
      refuseInput({ field: "days", code: "unknown" }),
    );
});

test("a link to open an account ends when its person leaves, is erased, or has another address", async () => {
  const bo = await person(house, "bo");
  const guest = { personId: bo, name: "bo", email: "bo@house.test", linkVersion: 0, path: "/home" };
  const [link = ""] = await inOrganisation(db.platform, house, (tx) =>
    accessLinks(db.platform, tx, house, [guest]),
  );
  const open = () => guestOf(parts(), link?.split("/join/")[1] ?? "");
  const changeBo = (text: string) => db.owner.query(`${text} WHERE id = $1`, [bo]);
  expect(await open()).toMatchObject({ email: "bo@house.test" });
  await changeBo("UPDATE person SET status = 'inactive', inactive_since = '2026-03-02'");
  expect(await open()).toBeNull();
  await changeBo("UPDATE person SET status = 'active', inactive_since = NULL");
  expect(await open()).not.toBeNull();
  await changeBo("UPDATE person SET link_version = link_version + 1");
  expect(await open()).toBeNull();
  await changeBo("DELETE FROM person");
  expect(await open()).toBeNull();
});
