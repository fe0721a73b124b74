import { hashPassword as hashScrypt } from "better-auth/crypto";
import { expect, test } from "vitest";
import { hashPassword, isOldHash, verifyPassword } from "./hash-password.server.ts";

const PASSWORD = "fährt gern Boot";

test("a password is known by its hash, and by no other", async () => {
  const hash = await hashPassword(PASSWORD);
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await verifyPassword({ hash, password: PASSWORD })).toBe(true);
  expect(await verifyPassword({ hash, password: `${PASSWORD} ` })).toBe(false);
  expect(isOldHash(hash)).toBe(false);
});

test("the same password has another hash each time", async () => {
  expect(await hashPassword(PASSWORD)).not.toBe(await hashPassword(PASSWORD));
});

test("a letter typed as one character or as two is the same letter", async () => {
  const hash = await hashPassword(PASSWORD.normalize("NFD"));
  expect(await verifyPassword({ hash, password: PASSWORD.normalize("NFC") })).toBe(true);
});

test("what was hashed before still opens, and is known to be old", async () => {
  const hash = await hashScrypt(PASSWORD);
  expect(isOldHash(hash)).toBe(true);
  expect(await verifyPassword({ hash, password: PASSWORD })).toBe(true);
  expect(await verifyPassword({ hash, password: "another one" })).toBe(false);
});

test("a hash that was cut short opens to nothing", async () => {
  const hash = await hashPassword(PASSWORD);
  for (const cut of [hash.slice(0, -10), hash.slice(0, 40), hash.slice(0, 31)])
    expect(await verifyPassword({ hash: cut, password: PASSWORD })).toBe(false);
});
