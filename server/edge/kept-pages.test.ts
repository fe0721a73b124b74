import { gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { readIn } from "~/platform/i18n/reader-language.server.ts";
import { keptPages } from "./kept-pages.ts";

const PUBLIC = "public, max-age=0, must-revalidate";

/** A site of one page, which counts how often it was made. */
function site(headers: Record<string, string> = { "Cache-Control": PUBLIC }, status = 200) {
  const seen = { made: 0, served: [] as number[] };
  const app = new Hono();
  app.use((c, next) => readIn(c.req.header("x-language") ?? "en", next));
  app.use(keptPages(["/checks"], (_, answered) => seen.served.push(answered)));
  app.all("*", (c) => {
    seen.made += 1;
    const said = `page ${seen.made} in ${c.req.header("x-language") ?? "en"} `;
    return c.body(said.repeat(50), {
      status: status as 200,
      headers: { "Content-Type": "text/html", ...headers },
    });
  });
  const ask = (path: string, of: RequestInit = {}) => app.request(path, of);
  return { seen, ask };
}

test("a page that anybody may keep is made once, and whoever has it hears that it still holds", async () => {
  const { seen, ask } = site();
  const first = await ask("/checks");
  const again = await ask("/checks");
  expect([await first.text(), seen.made]).toEqual([await again.text(), 1]);
  const etag = first.headers.get("ETag") ?? "";
  expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
  expect(again.headers.get("Cache-Control")).toBe(PUBLIC);
  const held = await ask("/checks", { headers: { "If-None-Match": `"x", ${etag}` } });
  expect([held.status, await held.text(), held.headers.get("ETag")]).toEqual([304, "", etag]);
  expect((await ask("/checks", { headers: { "If-None-Match": '"x"' } })).status).toBe(200);
  expect(seen.served).toEqual([200, 304, 200]);
});

test("it goes out packed where that is taken, and says what it depends on", async () => {
  const { ask } = site({ "Cache-Control": PUBLIC, Vary: "Cookie" });
  const plain = await ask("/checks");
  expect(plain.headers.get("Vary")).toBe("Cookie, Accept-Encoding");
  const packed = await ask("/checks", { headers: { "Accept-Encoding": "br, gzip;q=0.5" } });
  expect(packed.headers.get("Content-Encoding")).toBe("gzip");
  const body = gunzipSync(Buffer.from(await packed.arrayBuffer())).toString();
  expect(body).toBe(await plain.text());
  const refused = await ask("/checks", { headers: { "Accept-Encoding": "gzip;q=0" } });
  expect(refused.headers.get("Content-Encoding")).toBeNull();
});

test("each language and look has a page of its own, and so has each language in the address", async () => {
  const { seen, ask } = site();
  const german = { headers: { "x-language": "de" } };
  const dark = { headers: { cookie: "twohats-theme=dark" } };
  for (const [path, of] of [
    ["/checks", {}],
    ["/checks", german],
    ["/checks", dark],
    ["/checks?lang=de", {}],
  ] as const)
    await ask(path, of);
  expect(seen.made).toBe(4);
  expect(await (await ask("/checks", german)).text()).toContain("in de");
  expect(seen.made).toBe(4);
});

test.each([
  ["a page that is somebody's", { "Cache-Control": "private, no-store" }, 200, {}],
  ["a page that brings a cookie", { "Cache-Control": PUBLIC, "Set-Cookie": "a=1" }, 200, {}],
  ["what is no page", { "Cache-Control": PUBLIC, "Content-Type": "image/png" }, 200, {}],
  ["a refusal", { "Cache-Control": PUBLIC }, 404, {}],
  ["the answer to a form", { "Cache-Control": PUBLIC }, 200, { method: "POST", body: "item-0=5" }],
] as const)("%s is never kept", async (_, headers, status, of) => {
  const { seen, ask } = site(headers, status);
  await ask("/checks", of);
  const second = await ask("/checks", of);
  expect([seen.made, second.headers.get("ETag")]).toEqual([2, null]);
});

test("nobody fills the memory by asking for one page under many addresses", async () => {
  const { seen, ask } = site();
  await ask("/checks?x=1");
  await ask("/checks?x=1");
  await ask("/checks?lang=fr");
  await ask("/checks?lang=fr");
  expect(seen.made).toBe(4);
});

test("a page that no manifest opens is not kept, whatever it says", async () => {
  const { seen, ask } = site();
  for (const path of ["/home", "/home", "/checkssecret", "/checkssecret"]) await ask(path);
  expect(seen.made).toBe(4);
});
