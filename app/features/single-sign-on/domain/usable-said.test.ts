import { expect, test } from "vitest";
import type { Said } from "./provider.ts";
import { usableSaid } from "./usable-said.ts";

const said: Said = {
  ...{ subject: "ana-1", address: "ana@house.example", isVerified: true, name: "Ana Duarte" },
  ...{ groups: [], managedBy: null },
};
const address = (text: string) => usableSaid({ ...said, address: text }).address;

test("an address that can be used is one, whatever stands around it, with its domain as DNS writes it", () => {
  expect(usableSaid(said)).toEqual(said);
  expect(address(" ana@house.example ")).toBe("ana@house.example");
  expect(address("ana@House.example.")).toBe("ana@house.example");
  expect(address("ana@müller.example")).toBe("ana@xn--mller-kva.example");
});

test.each([
  "",
  "ana",
  "@house.example",
  "müller@house.example",
  "a b@house.example",
  "ana\u0000@house.example",
  "ana@house.example@evil.example",
  `${"a".repeat(250)}@house.example`,
])("%j counts as no address", (text) => {
  expect(address(text)).toBeNull();
});

test("a name is on one line, and nothing or too much counts as none", () => {
  const name = (text: string) => usableSaid({ ...said, name: text }).name;
  expect(name("Ana\u0000\n Duarte ")).toBe("Ana Duarte");
  expect([name(""), name(" \t"), name("a".repeat(201))]).toEqual([null, null, null]);
  expect(usableSaid({ ...said, managedBy: "a\u0000b" }).managedBy).toBeNull();
});
