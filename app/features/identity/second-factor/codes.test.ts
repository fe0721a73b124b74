import { Secret } from "otpauth";
import { expect, test } from "vitest";
import { codeAt } from "../testing/code-at.ts";
import {
  enrolmentOf,
  newRecoveryCodes,
  newSecret,
  recoveryHash,
  stepOfCode,
} from "./codes.server.ts";
import { seal, unseal } from "./seal.server.ts";

// RFC 6238, appendix B, the rows for SHA-1: of its eight digits an app shows the last six.
test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("at %d seconds the code is %s", (seconds, code) => {
  const secret = Secret.fromLatin1("12345678901234567890").base32;
  const now = new Date(seconds * 1_000);
  expect(codeAt(secret, now)).toBe(code);
  expect(stepOfCode(secret, code, now)).toBe(Math.floor(seconds / 30));
});

test("a code counts half a minute before and after its own, typed with or without a blank", () => {
  const secret = newSecret();
  const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1_000);
  const code = codeAt(secret, at(0));
  const step = stepOfCode(secret, code, at(0));
  expect(stepOfCode(secret, `${code.slice(0, 3)} ${code.slice(3)}`, at(29))).toBe(step);
  for (const seconds of [-30, 30, 59]) expect(stepOfCode(secret, code, at(seconds))).toBe(step);
  for (const seconds of [-31, 60]) expect(stepOfCode(secret, code, at(seconds))).toBeNull();
  for (const bad of ["", "12345", "1234567", "abcdef", `${code}0`])
    expect(stepOfCode(secret, bad, at(0))).toBeNull();
});

test("an app is told the secret as an address, as a picture of that, and as letters to be typed", () => {
  const secret = newSecret();
  const { uri, typed, picture } = enrolmentOf(secret, "ana@house.test");
  expect(uri).toMatch(/^otpauth:\/\/totp\/Twohats:ana%40house\.test\?/);
  expect(new URL(uri).searchParams.get("secret")).toBe(secret);
  expect(typed.replaceAll(" ", "")).toBe(secret);
  expect(picture.size).toBeGreaterThan(24);
  expect(picture.path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
});

test("recovery codes are ten, all different, and known again however they are typed", () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
    const typed = ` ${code.toUpperCase().replaceAll("-", " ")} `;
    expect(recoveryHash("server", typed)).toBe(recoveryHash("server", code));
    expect(recoveryHash("other server", code)).not.toBe(recoveryHash("server", code));
  }
});

test("what is sealed opens for its account, use and server alone, whole or not at all", () => {
  const ana = { accountId: "ana", use: "secret" } as const;
  const sealed = seal("server", ana, "secret");
  expect(unseal("server", ana, sealed)).toBe("secret");
  expect(seal("server", ana, "secret")).not.toBe(sealed);
  const changed = `${sealed.slice(0, -2)}${sealed.endsWith("AA") ? "BB" : "AA"}`;
  const tried = [
    unseal("other", ana, sealed),
    unseal("server", { ...ana, accountId: "bo" }, sealed),
    unseal("server", { ...ana, use: "offer" }, sealed),
    unseal("server", ana, changed),
    unseal("server", ana, sealed.slice(0, 30)),
    unseal("server", ana, ""),
  ];
  expect(tried).toEqual([null, null, null, null, null, null]);
});
