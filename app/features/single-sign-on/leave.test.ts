import { RouterContextProvider } from "react-router";
import { expect, test } from "vitest";
import { middleware } from "./routes/leave.tsx";

const through = async (method: string, path: string) => {
  const request = new Request(`http://twohats.test${path}`, { method });
  const params = { organisationId: "house", providerId: "provider" };
  const args = { request, url: new URL(request.url), params, pattern: path };
  const next = async () => new Response("sent away");
  return middleware[0]?.({ ...args, context: new RouterContextProvider() }, next);
};

test("a link sends nobody to a provider: it leads to the page that asks, whose button does (login CSRF)", async () => {
  const path = "/sign-in/organisation/house/provider";
  const followed = through("GET", `${path}?next=/reports`).catch((answer: Response) => answer);
  const answer = await followed;
  expect(answer?.status).toBe(302);
  expect(answer?.headers.get("Location")).toBe("/sign-in/organisation/house?next=%2Freports");
  const evil = await through("GET", `${path}?next=//evil.example`).catch((thrown) => thrown);
  expect(evil.headers.get("Location")).toBe("/sign-in/organisation/house?next=%2F");
  expect(await (await through("POST", path))?.text()).toBe("sent away");
});
