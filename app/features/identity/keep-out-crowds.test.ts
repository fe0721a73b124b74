import { RouterContextProvider } from "react-router";
import { expect, test } from "vitest";
import { keepOutCrowds } from "./keep-out-crowds.server.ts";

const through = (path: string, method: string, next: () => Promise<Response>) => {
  const request = new Request(`http://twohats.test${path}`, { method });
  const url = new URL(request.url);
  const context = new RouterContextProvider();
  return keepOutCrowds({ request, url, params: {}, pattern: path, context }, next);
};

test("sixty forms are looked at together; the next is asked, plainly, to come again in a moment, until one is done", async () => {
  let finish: () => void = () => {};
  const finished = new Promise<void>((done) => {
    finish = done;
  });
  const page = async () => {
    await finished;
    return new Response("the page");
  };
  const crowd = Array.from({ length: 60 }, () => through("/sign-in", "POST", page));
  const refused = await through("/sign-in", "POST", page);
  expect(refused).toMatchObject({ status: 503 });
  const { headers } = refused ?? new Response();
  expect([headers.get("Retry-After"), headers.get("Content-Type")]).toEqual([
    "5",
    "text/plain; charset=utf-8",
  ]);
  expect(await refused?.text()).toContain("try again in a moment");
  const others = [through("/sign-in", "GET", page), through("/sign-in.data", "POST", page)];
  finish();
  for (const answer of await Promise.all([...crowd, ...others]))
    expect(await answer?.text()).toBe("the page");
  expect(await (await through("/sign-in", "POST", page))?.text()).toBe("the page");
});
