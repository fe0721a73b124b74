import { expect, test } from "vitest";
import { deviceCookie, knownDevice } from "./known-device.server.ts";

const server = { secret: "a secret that only the tests know", publicUrl: "https://twohats.test" };
const ANA = "ana@house.test";
const sent = (setCookie: string) => setCookie.split(";")[0] ?? "";
const know = async (email: string, cookies: string | null = null) =>
  sent(await deviceCookie(server, cookies, email));
const known = (email: string, cookies: string | null) => knownDevice(server.secret, cookies, email);

test("a browser is known to the account it signed in to, in any case, and to no other", async () => {
  const cookies = `twohats-theme=dark; ${await know(ANA)}; other=1`;
  expect(await known(ANA, cookies)).toBe(await known(ANA.toUpperCase(), cookies));
  expect(await known(ANA, cookies)).not.toBeNull();
  expect(await known("bo@house.test", cookies)).toBeNull();
  expect(await knownDevice("another secret", cookies, ANA)).toBeNull();
});

test("the cookie is for the server alone, stays for 400 days, and tells nobody whose it is", async () => {
  const [pair, ...attributes] = (await deviceCookie(server, null, ANA)).split("; ");
  expect(pair).toMatch(/^twohats-devices=[\w-]{22}\.[\w-]{22}$/);
  const expected = ["HttpOnly", "Max-Age=34560000", "Path=/", "SameSite=Lax", "Secure"];
  expect(attributes.toSorted()).toEqual(expected);
  const atHome = await deviceCookie({ ...server, publicUrl: "http://twohats.test" }, null, ANA);
  expect(atHome).not.toContain("Secure");
  expect(await know(ANA)).not.toBe(await know(ANA));
});

test("a browser that was known before this version still is", async () => {
  const secret = "a secret that only the tests know";
  const cookies = "twohats-devices=2WUo0cTsYJ0Lw8Y3T0qk9A.4rjuH-jjHDftDXh2xnDsh6";
  expect(await knownDevice(secret, cookies, ANA)).toBe(
    "2WUo0cTsYJ0Lw8Y3T0qk9A.4rjuH-jjHDftDXh2xnDsh6",
  );
});

test("one browser is known to several accounts, the latest eight, by names that have nothing in common", async () => {
  const people = Array.from({ length: 9 }, (_, n) => `person${n}@house.test`);
  let cookies = "";
  for (const email of people) cookies = await know(email, cookies);
  const names = await Promise.all(people.map((email) => known(email, cookies)));
  expect(names.map((name) => name !== null)).toEqual([false, ...Array(8).fill(true)]);
  expect(new Set(names.slice(1)).size).toBe(8);
  const again = await know("person1@house.test", cookies);
  expect(await known("person1@house.test", again)).toBe(names[1]);
  expect(again.split("~")).toHaveLength(8);
});

test("what was not signed here is nobody's", async () => {
  const [, value = ""] = (await know(ANA)).split("=");
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
    expect([forged, await known(ANA, `twohats-devices=${forged}`)]).toEqual([forged, null]);
  expect(await known(ANA, null)).toBeNull();
  expect(await known(ANA, `not-twohats-devices=${value}`)).toBeNull();
});
