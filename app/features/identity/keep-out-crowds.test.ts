import { RouterContextProvider } from "react-router";
import { expect, test } from "vitest";
import { requestContext } from "~/platform/context.server.ts";
import { keepOutCrowds, keepOutEveryCrowd } from "./keep-out-crowds.server.ts";

type Next = () => Promise<Response>;

const through = async (
  path: string,
  method: string,
  client: string,
  next: Next,
  gate = keepOutCrowds,
) => {
  const request = new Request(`http://twohats.test${path}`, { method });
  const url = new URL(request.url);
  const context = new RouterContextProvider();
  context.set(requestContext, {
    client,
    requestId: "",
    nonce: "",
    gallery: false,
    noteFault: () => {},
  });
  return (await gate({ request, url, params: {}, pattern: path, context }, next))!;
};
const many = (times: number, client: (n: number) => string, next: Next) =>
  Array.from({ length: times }, (_, n) => through("/sign-in", "POST", client(n), next));

/** A page that is ready for everybody at the same time. */
function slowPage() {
  let finish: () => void = () => {};
  const finished = new Promise<void>((done) => {
    finish = done;
  });
  const page = async () => {
    await finished;
    return new Response("the page");
  };
  return { page, finish };
}
const said = async (answers: Promise<Response>[]) =>
  Promise.all((await Promise.all(answers)).map((answer) => answer.text()));

test("sixty forms are looked at together; the next is asked, plainly, to come again in a moment, until one is done", async () => {
  const { page, finish } = slowPage();
  const crowd = many(60, (n) => `192.0.2.${n}`, page);
  const refused = await through("/sign-in", "POST", "198.51.100.1", page);
  expect(refused).toMatchObject({ status: 503 });
  const { headers } = refused;
  expect([headers.get("Retry-After"), headers.get("Content-Type")]).toEqual([
    "5",
    "text/plain; charset=utf-8",
  ]);
  expect(await refused.text()).toContain("try again in a moment");
  const others = [
    through("/sign-in", "GET", "198.51.100.1", page),
    through("/sign-in.data", "POST", "198.51.100.1", page),
  ];
  finish();
  expect(await said([...crowd, ...others])).toEqual(Array(62).fill("the page"));
  expect(await said(many(60, (n) => `192.0.2.${n}`, page))).toEqual(Array(60).fill("the page"));
});

test("one place has room for twenty of them, and leaves the rest to others", async () => {
  const { page, finish } = slowPage();
  const crowd = many(30, (n) => `2001:db8:0:1::${n}`, page);
  const other = through("/sign-in", "POST", "198.51.100.1", page);
  expect((await crowd.at(-1)!).status).toBe(503);
  finish();
  const pages = (await said([...crowd, other])).filter((text) => text === "the page");
  expect(pages).toHaveLength(21);
  expect(await said(many(20, () => "2001:db8:0:1::1", page))).toEqual(Array(20).fill("the page"));
});

test("whoever has to wait for another try hears it after a pause, in their place among the others", async () => {
  const from = performance.now();
  const answer = await through(
    "/sign-in",
    "POST",
    "192.0.2.9",
    async () => new Response("", { status: 429 }),
  );
  expect(answer.status).toBe(429);
  expect(performance.now() - from).toBeGreaterThan(990);
});

test.each(["/sign-in/organisation/x/return", "/sign-in/organisation/x/return.data"])(
  "where others send browsers to, asking for a page counts as well: %s",
  async (path) => {
    const { page, finish } = slowPage();
    const all = Array.from({ length: 21 }, () =>
      through(path, "GET", "192.0.2.1", page, keepOutEveryCrowd),
    );
    expect((await all.at(-1)!).status).toBe(503);
    finish();
    expect((await said(all)).filter((text) => text === "the page")).toHaveLength(20);
  },
);
