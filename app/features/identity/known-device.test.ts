import { expect, test } from "vitest";
import { deviceCookie, knownDevice } from "./known-device.server.ts";

const server = { secret: "a secret that only the tests know", publicUrl: "https://twohats.test" };
const ANA = "ana@house.test";
const sent = (setCookie: string) => setCookie.split(";")[0] ?? "";
const know = (email: string, cookies: string | null = null) =>
  sent(deviceCookie(server, cookies, email));
const known = (email: string, cookies: string | null) => knownDevice(server.secret, cookies, email);

test("a browser is known to the account it signed in to, in any case, and to no other", () => {
  const cookies = `twohats-theme=dark; ${know(ANA)}; other=1`;
  expect(known(ANA, cookies)).toBe(known(ANA.toUpperCase(), cookies));
  expect(known(ANA, cookies)).not.toBeNull();
  expect(known("bo@house.test", cookies)).toBeNull();
  expect(knownDevice("another secret", cookies, ANA)).toBeNull();
});

test("the cookie is for the server alone, stays for 400 days, and tells nobody whose it is", () => {
  const cookie = deviceCookie(server, null, ANA);
  expect(cookie).toMatch(
    /^twohats-devices=[\w-]{22}\.[\w-]{22}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure$/,
  );
  expect(deviceCookie({ ...server, publicUrl: "http://twohats.test" }, null, ANA)).not.toContain(
    "Secure",
  );
  expect(know(ANA)).not.toBe(know(ANA));
});

test("one browser is known to several accounts, the latest eight, by names that have nothing in common", () => {
  const people = Array.from({ length: 9 }, (_, n) => `person${n}@house.test`);
  let cookies = "";
  for (const email of people) cookies = know(email, cookies);
  expect(people.map((email) => known(email, cookies) !== null)).toEqual([
    false,
    ...Array(8).fill(true),
  ]);
  expect(new Set(people.slice(1).map((email) => known(email, cookies))).size).toBe(8);
  const again = know("person1@house.test", cookies);
  expect(known("person1@house.test", again)).toBe(known("person1@house.test", cookies));
  expect(again.split("~")).toHaveLength(8);
});

test("what was not signed here is nobody's", () => {
  const [, value = ""] = know(ANA).split("=");
  const [name = "", signature = ""] = value.split(".");
  for (const forged of [
    "",
    "~",
    ".",
    name,
    `${name}.`,
    `.${signature}`,
    `x${name}.${signature}`,
    `${name}.${signature}x`,
    `${name}.${"x".repeat(22)}`,
    "~".repeat(5_000) + value,
  ])
    expect([forged, known(ANA, `twohats-devices=${forged}`)]).toEqual([forged, null]);
  expect(known(ANA, null)).toBeNull();
  expect(known(ANA, `not-twohats-devices=${value}`)).toBeNull();
});
