import { expect, test } from "vitest";
import { domainOf, readDomain } from "./mail-domain.ts";

test.each([
  ["House.Example", "house.example"],
  [" @house.example ", "house.example"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["mail.house.example.", "mail.house.example"],
])("%s is read as %s", (typed, domain) => {
  expect(readDomain(typed)).toEqual({ ok: true, value: domain });
});

test.each([
  ...[
    "",
    "house",
    "localhost",
    "10.0.0.1",
    "127.1",
    "0x7f000001",
    "[::1]",
    "a b.example",
    "house.example/x",
  ],
  ...[
    "user:pass@house.example",
    "house.example:80",
    "-a.example",
    "a..example",
    `${"a".repeat(64)}.example`,
  ],
])("%s is no domain", (typed) => {
  expect(readDomain(typed)).toEqual({ ok: false, reason: "malformed" });
});

test("where anybody gets an address is nobody's domain", () => {
  for (const domain of ["gmail.com", "GMX.de", "@outlook.com"])
    expect(readDomain(domain)).toEqual({ ok: false, reason: "public" });
});

test.each([
  ["ana@house.example", "house.example"],
  ["Ana@HOUSE.example", "house.example"],
  // Who writes a second at sign means the last.
  ["ana@house.example@evil.example", "evil.example"],
  ["@house.example", null],
  ["ana", null],
  ["ana@", null],
])("the domain of %s is %s", (address, domain) => {
  expect(domainOf(address)).toBe(domain);
});
