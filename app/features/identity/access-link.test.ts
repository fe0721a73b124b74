import { expect, test } from "vitest";
import { joinToken, readJoinToken } from "./access-link.server.ts";

const claims = {
  organisationId: "0198c6a0-0000-7000-8000-0000000000aa",
  personId: "0198c6a0-0000-7000-8000-0000000000bb",
  name: "Ọlá Ńṣàngó",
  email: "ola@example.org",
  until: "2026-04-01T00:00:00.000Z",
  next: "/reports",
  linkVersion: 0,
};

test("a link carries who may join until it runs out", () => {
  const token = joinToken("secret", claims);
  expect(readJoinToken("secret", token, new Date("2026-03-31T23:59:59Z"))).toEqual(claims);
  expect(readJoinToken("secret", token, new Date("2026-04-01T00:00:00Z"))).toBeNull();
});

test("a link of another server, one that was changed, and nonsense open nothing", () => {
  const now = new Date("2026-03-01T00:00:00Z");
  const other = Buffer.from(
    JSON.stringify({ ...claims, personId: claims.organisationId }),
  ).toString("base64url");
  const signed = joinToken("secret", claims).split(".")[1];
  for (const token of [
    joinToken("other", claims),
    `${other}.${signed}`,
    "",
    "a.b.c",
    "a",
    `${signed}.`,
  ]) {
    expect(readJoinToken("secret", token, now)).toBeNull();
  }
});
