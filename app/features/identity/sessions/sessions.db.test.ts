import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestAuth } from "../../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { resolveSession } from "../resolve-session.server.ts";
import { startSession } from "../start-session.server.ts";
import { cookiesSent } from "../testing/cookies.ts";
import { testDirectory } from "../testing/directory.ts";
import { createMember } from "../testing/member.ts";
import { createTestOrganisation } from "../testing/organisation.ts";
import { deviceName } from "./device-name.ts";
import { endSession } from "./end-session.server.ts";
import { noteLastUse } from "./last-use.server.ts";
import { ownSessions } from "./own-sessions.server.ts";

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
const TODAY = new Date().toISOString().slice(0, 10);
const DAY_MS = 86_400_000;

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let organisationId: string;
let person = 0;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  db.platform.clock.set(new Date());
  ({ organisationId } = await createTestOrganisation(db.platform));
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

/** Somebody with an account, and how they sign in on another device. */
async function somebody() {
  person += 1;
  const name = `ana${person}`;
  const member = await createMember(db.platform, auth.auth, organisationId, {
    name,
    role: "member",
  });
  const email = `${name}.${organisationId.slice(-12)}@accounts.test`;
  const device = async (): Promise<Headers> => {
    const credentials = { email, password: "correct horse battery" };
    const visitor = { client: null, cookies: null, device: deviceName(FIREFOX) };
    const started = await startSession(db.platform, auth.auth, visitor, credentials);
    return cookiesSent(started?.headers ?? new Headers());
  };
  return { member, device };
}
const sessionsOf = async (headers: Headers) =>
  (await ownSessions(db.platform, auth.auth, headers)) ?? [];
const isIn = async (headers: Headers) =>
  (await resolveSession({ ...db.platform, directory: testDirectory }, auth.auth, headers)) !== null;
const end = (headers: Headers, session: string) =>
  endSession(db.platform, auth.auth, headers, { session });
const storedDays = async (accountId: string) =>
  (
    await db.owner.query<{ day: string }>(
      `SELECT to_char("updatedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS day
         FROM auth.session WHERE "userId" = $1 ORDER BY 1`,
      [accountId],
    )
  ).rows.map(({ day }) => day);

test("one's own sessions are told by device and by day, this one first, and nobody else's", async () => {
  const [ana, bo] = [await somebody(), await somebody()];
  const [desk] = [await ana.device(), await ana.device(), await bo.device()];
  const sessions = await sessionsOf(desk);
  expect(sessions.map(({ own }) => own)).toEqual([true, false]);
  for (const session of sessions)
    expect(session).toMatchObject({
      ...{ browser: "Firefox", system: "Windows", since: TODAY, lastDay: TODAY },
    });
  expect(Object.keys(sessions[0] ?? {}).toSorted()).toEqual(
    ["browser", "id", "lastDay", "own", "since", "system"].toSorted(),
  );
  expect(await ownSessions(db.platform, auth.auth, new Headers())).toBeNull();
});

test("another device is signed out, or all others; this one stays", async () => {
  const ana = await somebody();
  const devices = [await ana.device(), await ana.device(), await ana.device(), await ana.device()];
  const [desk = new Headers(), phone = new Headers()] = devices;
  const ofPhone = (await sessionsOf(phone)).find(({ own }) => own)?.id ?? "";
  for (let time = 0; time < 2; time += 1) expect(await end(desk, ofPhone)).toEqual({ ok: true });
  expect(await Promise.all(devices.map(isIn))).toEqual([true, false, true, true]);
  await end(desk, "others");
  expect(await Promise.all(devices.map(isIn))).toEqual([true, false, false, false]);
});

test("nobody ends a session of somebody else's, nor without being signed in", async () => {
  const [ana, bo] = [await somebody(), await somebody()];
  const [desk, theirs] = [await ana.device(), await bo.device()];
  const id = (await sessionsOf(theirs))[0]?.id ?? "";
  expect(await end(desk, id)).toEqual({ ok: true });
  await end(desk, "others");
  expect(await isIn(theirs)).toBe(true);
  expect(await end(new Headers(), id)).toEqual({ ok: false, reason: "unknown" });
});

test("the day of the last use is written down by the hour, all at once, and says no time", async () => {
  const [ana, bo] = [await somebody(), await somebody()];
  await ana.device();
  await bo.device();
  const rows = await db.owner.query<{ id: string; updatedAt: Date; userId: string }>(
    `SELECT id, "updatedAt", "userId" FROM auth.session WHERE "userId" = ANY($1)`,
    [[ana.member.accountId, bo.member.accountId]],
  );
  const note = noteLastUse();
  const tomorrow = new Date(`${TODAY}T09:30:00Z`).getTime() + DAY_MS;
  const next = new Date(tomorrow).toISOString().slice(0, 10);
  for (const [index, row] of rows.rows.entries()) {
    db.platform.clock.set(new Date(tomorrow + index * 60_000));
    await note(db.platform, row);
  }
  expect(await storedDays(ana.member.accountId)).toEqual([`${TODAY} 00:00`]);
  db.platform.clock.set(new Date(tomorrow + 61 * 60_000));
  const today = { id: "one that was noted already", updatedAt: new Date(tomorrow) };
  await note(db.platform, today);
  for (const { member } of [ana, bo])
    expect(await storedDays(member.accountId)).toEqual([`${next} 00:00`]);
});
