import type { IncomingMessage } from "node:http";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { clientAddress } from "./client-address.ts";
import { evenRefusals } from "./even-refusals.ts";
import { onlyFromOurPages, originOf } from "./own-origin.ts";
import { pageRequest } from "./page-request.ts";
import { secureCookies } from "./safe-headers.ts";

const BEHIND_TLS = { publicUrl: "https://hats.test", given: true };
const NO_UPLOADS = () => null;
const AT_HOME = { publicUrl: "http://127.0.0.1:3000", given: false };

const post = (url: string, headers: Record<string, string> = {}) =>
  new Request(url, { method: "POST", headers, body: new URLSearchParams({ a: "1" }) });

async function taken(address: typeof BEHIND_TLS, url: string, headers: Record<string, string>) {
  const app = new Hono().post("*", onlyFromOurPages(address), (c) => c.text("taken"));
  return (await app.request(post(url, headers))).status;
}

test.each([
  ["the public address, behind a proxy", BEHIND_TLS, { origin: "https://hats.test" }, 200],
  ["the address the proxy asks", BEHIND_TLS, { origin: "http://10.0.0.5:3000" }, 403],
  ["plain http of the public name", BEHIND_TLS, { origin: "http://hats.test" }, 403],
  ["another site", BEHIND_TLS, { origin: "https://evil.test" }, 403],
  ["a name that only begins alike", BEHIND_TLS, { origin: "https://hats.test.evil.test" }, 403],
  ["nobody", BEHIND_TLS, {}, 403],
  ["a page without an origin of its own", BEHIND_TLS, { origin: "null" }, 403],
  [
    "the same, which the browser vouches for",
    BEHIND_TLS,
    { origin: "null", "sec-fetch-site": "same-origin" },
    200,
  ],
  [
    "no origin, which the browser vouches for",
    BEHIND_TLS,
    { "sec-fetch-site": "same-origin" },
    200,
  ],
  ["a sister site", BEHIND_TLS, { "sec-fetch-site": "same-site" }, 403],
  [
    "the address that was asked for, where none was set",
    AT_HOME,
    { origin: "http://10.0.0.5:3000" },
    200,
  ],
  ["another site, where none was set", AT_HOME, { origin: "http://evil.test" }, 403],
])("a form from %s", async (_, address, headers, status) => {
  expect(await taken(address, "http://10.0.0.5:3000/sign-in", headers)).toBe(status);
});

test("a page sees the address that people use, whatever the proxy asked for", async () => {
  const made = await pageRequest(
    post("http://10.0.0.5:3000/r/abc?x=1", {
      origin: "https://hats.test",
      "x-forwarded-host": "evil.test",
    }),
    BEHIND_TLS,
    NO_UPLOADS,
  );
  expect(made.ok && made.request.url).toBe("https://hats.test/r/abc?x=1");
  expect(made.ok && [...(await made.request.formData())]).toEqual([["a", "1"]]);
  expect(originOf(new Request("http://localhost:3000/"), AT_HOME)).toBe("http://localhost:3000");
});

test.each(["/people/%00", "/r/%E0%A4%A", "/people/%ED%A0%80", "/people/%1B%5B31m", "/%FF"])(
  "an address that cannot be read, %s, is nobody's",
  async (path) => {
    const made = await pageRequest(new Request(`http://house.test${path}`), AT_HOME, NO_UPLOADS);
    expect(made).toEqual({ ok: false, reason: "notFound" });
  },
);

test("a query is cleaned, and left to the letter when there is nothing to clean", async () => {
  const searchOf = async (search: string) => {
    const made = await pageRequest(
      new Request(`http://house.test/people${search}`),
      AT_HOME,
      NO_UPLOADS,
    );
    return made.ok ? new URL(made.request.url).search : null;
  };
  expect(await searchOf("?q=a%00b&page=2")).toBe("?q=ab&page=2");
  expect(await searchOf("?q=a%20b&empty&x=%C3%AB")).toBe("?q=a%20b&empty&x=%C3%AB");
});

test("by TLS every cookie is secure, whoever set it; at home none has to be", async () => {
  const cookiesFrom = async (secure: boolean) => {
    const app = new Hono().use(secureCookies(secure)).get("/", (c) => {
      c.header("Set-Cookie", "theme=dark; Path=/", { append: true });
      c.header("Set-Cookie", "session=x; Secure; HttpOnly", { append: true });
      return c.text("ok");
    });
    return (await app.request("/")).headers.getSetCookie();
  };
  expect(await cookiesFrom(true)).toEqual([
    "theme=dark; Path=/; Secure",
    "session=x; Secure; HttpOnly",
  ]);
  expect(await cookiesFrom(false)).toEqual(["theme=dark; Path=/", "session=x; Secure; HttpOnly"]);
});

test("what is not there is said no sooner than what may not be seen", async () => {
  const app = new Hono().use(evenRefusals()).get("/:status", (c) => {
    return c.text("", Number(c.req.param("status")) as 200);
  });
  const took = async (status: number) => {
    const from = performance.now();
    await app.request(`/${status}`);
    return performance.now() - from;
  };
  // Timers may come a little early.
  expect(await took(404)).toBeGreaterThan(35);
  expect(await took(410)).toBeGreaterThan(35);
});

const asked = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: { "x-forwarded-for": forwarded },
  }) as unknown as IncomingMessage;

test.each([
  ["nothing is believed without a setting", [], "203.0.113.9", "198.51.100.1", "203.0.113.9"],
  ["a named proxy is believed", ["10.0.0.0/8"], "10.0.0.5", "198.51.100.1", "198.51.100.1"],
  [
    "what a client made up stands before it",
    ["loopback"],
    "127.0.0.1",
    "6.6.6.6, 198.51.100.1",
    "198.51.100.1",
  ],
  [
    "two proxies in a row",
    ["10.0.0.0/8", "192.0.2.7"],
    "10.0.0.5",
    "198.51.100.1, 192.0.2.7",
    "198.51.100.1",
  ],
  [
    "someone else who names addresses is not",
    ["10.0.0.0/8"],
    "203.0.113.9",
    "198.51.100.1",
    "203.0.113.9",
  ],
])("who is asking: %s", (_, proxies, peer, forwarded, client) => {
  expect(clientAddress(proxies, false)(asked(peer, forwarded))).toBe(client);
});

test("behind a proxy nobody named, visitors are not told apart", () => {
  expect(clientAddress([], true)(asked("127.0.0.1", "198.51.100.1"))).toBeNull();
});
