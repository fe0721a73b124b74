import { RouterContextProvider } from "react-router";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type CollectingCycle, collectingCycle } from "~/features/feedback/testing/cycle.ts";
import { createHouse, type House } from "~/features/feedback/testing/house.ts";
import { directoryContext } from "~/features/identity/index.server.ts";
import { directory } from "~/features/people/index.server.ts";
import { informationForRaters } from "~/features/privacy/index.server.ts";
import { publishInformation, type Words } from "~/features/privacy/testing/information.ts";
import { makeListLinks, personalLinks } from "~/features/rounds/answering/personal-links.server.ts";
import { raterInformationContext } from "~/features/rounds/index.server.ts";
import { informFirst } from "~/features/rounds/information/inform-first.server.ts";
import { knowDevice } from "~/features/rounds/pseudonyms/device.server.ts";
import * as raterRoute from "~/features/rounds/routes/rater-information.tsx";
import { platformContext } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../test/database/test-database.ts";
import { keptOfAll } from "./kept.server.ts";

// By link nothing of it may be stored, because it is done in the moments of answering.
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

const published = async (more: Partial<Words> = {}) =>
  publishInformation(db.platform, await keptOfAll(), house.admin, "raters", more);

async function tokenOf(personId: string): Promise<string> {
  const { rows } = await db.owner.query<{ id: string }>(
    "SELECT id FROM invitation WHERE round_id = $1 AND person_id = $2",
    [cycle.cycleId, personId],
  );
  const id = rows[0]?.id ?? "";
  return inOrganisation(db.platform, house, async (tx) => {
    const { from } = (await personalLinks(db.platform, tx, house, [id]))(id);
    const [link] = await makeListLinks(db.platform, tx, house, [from ?? ""]);
    return link?.split("/r/")[1] ?? "";
  });
}

/** A browser: what it asks for by link, with the cookies it was given. */
function browser() {
  const jar = new Map<string, string>();
  const take = (response: Response) => {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const [name = "", value = ""] = pair.split("=");
      jar.set(name, value);
    }
  };
  const asked = (token: string, path: string, init: RequestInit = {}) => {
    const context = new RouterContextProvider();
    context.set(platformContext, db.platform);
    context.set(directoryContext, directory);
    context.set(raterInformationContext, informationForRaters(keptOfAll));
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const url = new URL(`http://twohats.test/r/${token}/${path}`);
    const request = new Request(url, { ...init, headers: { cookie } });
    return { context, request, url, params: { token }, pattern: "/r/:token" };
  };
  return {
    jar,
    /** Opens a page before the questions: null when it opens, otherwise where it leads. */
    async open(token: string, requestId: string, init: RequestInit = {}) {
      const args = asked(token, requestId, init);
      const all = { ...args, params: { token, requestId } };
      try {
        take((await knowDevice(args, async () => new Response())) as Response);
        await informFirst(all, async () => new Response());
        return null;
      } catch (thrown) {
        return (thrown as Response).headers.get("location");
      }
    },
    async press(token: string, fields: Record<string, string>) {
      const body = new URLSearchParams({ audience: "raters", number: "1", next: "", ...fields });
      const args = asked(token, "information", { method: "POST", body });
      let answer = new Response();
      const response = (await knowDevice(args, async () => {
        answer = (await raterRoute.action(args as never)) as Response;
        return answer;
      })) as Response;
      take(response);
      return response.headers.get("location");
    },
  };
}

/** Every row of every table, with the transaction that wrote it. */
async function everything(): Promise<string[]> {
  const { rows: tables } = await db.owner.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'auth', 'pgboss') ORDER BY 1`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await db.owner.query<{ row: string }>(
      `SELECT t.tableoid::text || t.xmin::text || t.ctid::text || t::text AS row FROM ${name} t ORDER BY 1`,
    );
    texts.push(...rows.map(({ row }) => row));
  }
  return texts;
}

test("whoever answers by link is told first and led on to where they were going, and nothing is stored of it", async () => {
  const { peer1 } = house.people;
  const [token, request] = [await tokenOf(peer1), await cycle.requestOf(peer1)];
  const phone = browser();
  expect(await phone.open(token, request), "nothing is published").toBe(null);
  await published({ mode: "agreed" });
  const before = await everything();
  const led = await phone.open(token, request);
  expect(led).toBe(`/r/${token}/information?next=${request}`);
  expect(await phone.open(token, request, { method: "POST", body: "" }), "a form").toBe(null);
  expect(await phone.press(token, { intent: "not-now", next: request })).toContain("said=not-now");
  expect(await phone.open(token, request)).toBe(led);
  expect(await phone.press(token, { intent: "on", next: request })).toBe(`/r/${token}/${request}`);
  expect(await phone.open(token, request)).toBe(null);
  expect(await phone.press(token, { intent: "take-back" })).toContain("said=taken-back");
  expect(await phone.open(token, request)).toBe(led);
  expect(await phone.press(token, { intent: "on", next: "https://elsewhere.test" })).toBe(
    `/r/${token}`,
  );
  expect(await everything()).toEqual(before);
  // What the device keeps names nobody, and no request.
  const kept = Buffer.from(String(phone.jar.get("twohats-read")?.split(".")[0]), "base64url");
  for (const word of [peer1, request, cycle.cycleId, house.organisationId, "peer1"])
    expect(kept.toString()).not.toContain(word);
});

test("what one person's device was shown counts for nobody else's link, nor does one that is made up", async () => {
  await published({ mode: "agreed" });
  const { peer1, peer2 } = house.people;
  const tokens = [await tokenOf(peer1), await tokenOf(peer2)] as const;
  const requests = [await cycle.requestOf(peer1), await cycle.requestOf(peer2)] as const;
  const shared = browser();
  await shared.open(tokens[0], requests[0]);
  await shared.press(tokens[0], { intent: "on" });
  expect(await shared.open(tokens[0], requests[0])).toBe(null);
  expect(await shared.open(tokens[1], requests[1])).toContain("/information");
  const [, signature = ""] = String(shared.jar.get("twohats-read")).split(".");
  const claims = { by: "x", read: { raters: { number: 1, agreed: true } } };
  for (const forged of [
    `${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${signature}`,
    "nonsense",
  ]) {
    shared.jar.set("twohats-read", forged);
    expect(await shared.open(tokens[0], requests[0])).toContain("/information");
  }
});

test("a newer version waits on the device as well, and a press on an older one leads to it", async () => {
  const { peer1 } = house.people;
  const [token, request] = [await tokenOf(peer1), await cycle.requestOf(peer1)];
  await published();
  const phone = browser();
  await phone.open(token, request);
  await phone.press(token, { intent: "on" });
  await published({ en: "More" });
  expect(await phone.open(token, request)).toContain("/information");
  expect(await phone.press(token, { intent: "on" })).toContain("said=changed");
  expect(await phone.open(token, request)).toContain("/information");
  expect(await phone.press(token, { intent: "on", number: "2", next: request })).toContain(request);
  expect(await phone.open(token, request)).toBe(null);
});

test("a browser that keeps no cookies is told so instead of being asked for ever", async () => {
  await published();
  const token = await tokenOf(house.people.peer1);
  expect(await browser().press(token, { intent: "on" })).toContain("no-cookies");
});
