import { expect, test } from "vitest";
import { readExternalPerson } from "./external-person.ts";

const typed = { name: "  Kit   Ahn ", address: " kit@client.test " };

test("what was typed is kept on one line, without stray spaces", () => {
  expect(readExternalPerson({ ...typed, language: "pt-BR" })).toEqual({
    ok: true,
    value: { name: "Kit Ahn", address: "kit@client.test", language: "pt-BR" },
  });
  expect(readExternalPerson(typed)).toMatchObject({ value: { language: null } });
});

test("says what is missing or cannot be right", () => {
  const refused = (change: object) => readExternalPerson({ ...typed, ...change });
  expect(refused({ name: " \u0000 " })).toEqual({ ok: false, reason: "name-missing" });
  expect(refused({ name: "x".repeat(121) })).toEqual({ ok: false, reason: "name-too-long" });
  for (const address of ["", "kit", "kit@client", "two@x.test, three@x.test", "Kit <kit@x.test>"])
    expect([address, refused({ address })]).toEqual([address, { ok: false, reason: "address" }]);
  expect(refused({ language: "Portuguese" })).toEqual({ ok: false, reason: "language" });
});
