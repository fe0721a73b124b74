import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { fixedClock } from "~/platform/clock/clock.ts";
import { openOutside } from "~/platform/outside/outside.server.ts";
import { type ForgingProvider, forgingProvider } from "../testing/forging-provider.ts";
import { keptDescription } from "./kept-description.server.ts";

let provider: ForgingProvider;
const clock = fixedClock(new Date("2026-03-02T12:00:00Z"));
const platform = { clock, outside: openOutside({ reachesPrivate: true }) };

beforeAll(async () => {
  provider = await forgingProvider({ id: "hats", secret: "a secret" });
});
afterAll(() => provider.close());
beforeEach(() => {
  clock.set(new Date(clock.now().getTime() + 3_600_000));
  provider.asked.length = 0;
  provider.down(false);
});

const client = (clientSecret = "a secret") => ({
  ...{ issuer: provider.issuer, clientId: "hats", clientSecret },
});
const described = (clientSecret?: string) => keptDescription(platform, client(clientSecret));
const later = (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1_000));

test("many who come at once, and within a minute, ask a provider to describe itself once", async () => {
  await Promise.all(Array.from({ length: 50 }, () => described()));
  later(59);
  await described();
  expect(provider.asked).toEqual(["/.well-known/openid-configuration"]);
  later(1);
  await described();
  expect(provider.asked).toHaveLength(2);
});

test("that it was down is not kept, and neither is what it said long ago", async () => {
  provider.down(true);
  await Promise.all([described(), described()].map((each) => expect(each).rejects.toThrow()));
  expect(provider.asked).toHaveLength(1);
  provider.down(false);
  await described();
  provider.down(true);
  later(61);
  await expect(described()).rejects.toThrow();
});

test("another client secret is another client", async () => {
  expect(await described("new")).not.toBe(await described("old"));
  expect(provider.asked).toHaveLength(2);
});

test("of a hundred and more, the oldest goes", async () => {
  for (let number = 0; number <= 100; number += 1) await described(`secret ${number}`);
  await described("secret 100");
  expect(provider.asked).toHaveLength(101);
  await described("secret 0");
  expect(provider.asked).toHaveLength(102);
});

test("an answer beyond all measure is none", async () => {
  const fetch: typeof platform.outside.fetch = async (url) => {
    const answer = await platform.outside.fetch(url);
    return Response.json({ ...(await answer.json()), more: "x".repeat(300_000) });
  };
  const outside = { ...platform.outside, fetch };
  const asked = keptDescription({ clock, outside }, client("of the large one"));
  await expect(asked).rejects.toThrow();
});
