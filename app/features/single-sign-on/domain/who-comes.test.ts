import { expect, test } from "vitest";
import { type Coming, whoComes } from "./who-comes.ts";

const address = { text: "ana@house.example", isVerified: true, inOwnDomain: true };
const person = { id: "ana", active: true, external: false, accountId: null };
const nobody: Coming = {
  ...{ linked: null, address, account: null, person: null, signedInTo: null },
  ...{ joins: "known", isHeld: false, isDoubled: false, isTaken: () => false },
};
const member = { id: "account", isMember: true, personId: "ana" };
const elsewhere = { id: "account", isMember: false, personId: null };
const of = (facts: Partial<Coming>) => whoComes({ ...nobody, ...facts });
const refused = (reason: string) => ({ do: "refuse", reason });

test("who came before is who they were, whatever address they have by now", () => {
  const other = { text: "boss@house.example", isVerified: false, inOwnDomain: false };
  const boss = { id: "boss account", isMember: true, personId: "boss" };
  for (const facts of [{}, { address: null }, { address: other, account: boss }])
    expect(of({ linked: "account", ...facts })).toEqual({ do: "enter", accountId: "account" });
});

test.each([
  ["no address", { address: null }, "no-address"],
  ["an address of another domain", { address: { ...address, inOwnDomain: false } }, "foreign"],
  [
    "one that is said not to be verified",
    { address: { ...address, isVerified: false } },
    "unverified",
  ],
  ["nobody of the directory", {}, "unknown"],
  ["somebody who left", { person: { ...person, active: false } }, "left"],
  ["somebody whose address in the directory waits", { person, isHeld: true }, "held"],
  ["somebody from outside", { person: { ...person, external: true } }, "unknown"],
  [
    "somebody from outside, where anybody may join",
    { person: { ...person, external: true }, joins: "anybody" },
    "unknown",
  ],
  [
    "a member who is somebody else of the directory",
    { person, account: { ...member, personId: "bea" } },
    "taken",
  ],
] satisfies [string, Partial<Coming>, string][])("with %s nobody is let in", (_, facts, reason) => {
  expect(of({ ...facts })).toEqual(refused(reason));
});

test("whoever the directory knows joins, and a stranger where owners say so", () => {
  expect(of({ person })).toEqual({ do: "join", personId: "ana", accountId: "new" });
  expect(of({ joins: "anybody" })).toEqual({ do: "join", personId: "new", accountId: "new" });
  // An address that the provider says nothing about is as good as its domain.
  const silent = { ...address, isVerified: null };
  expect(of({ person, address: silent })).toMatchObject({ do: "join", personId: "ana" });
});

test("a member whose own address it is is linked, whether the directory knows them or not", () => {
  const known = { ...person, accountId: "account" };
  expect(of({ person: known, account: member })).toEqual({ do: "link", accountId: "account" });
  expect(of({ account: { ...member, personId: null } })).toMatchObject({ do: "link" });
  expect(of({ person, account: { ...member, personId: null } })).toMatchObject({ do: "link" });
});

test("an address that HR wrote into the directory opens no account that is signed in to with another", () => {
  const owner = { id: "owner", active: true, external: false, accountId: "owner account" };
  expect(of({ person: owner })).toEqual(refused("sign-in-first"));
  expect(of({ person: owner, account: elsewhere })).toEqual(refused("sign-in-first"));
  expect(of({ person: owner, signedInTo: "owner account" })).toMatchObject({ do: "link" });
});

test("an account of another organisation joins only for whoever is signed in to it", () => {
  for (const facts of [{ person }, { joins: "anybody" as const }]) {
    expect(of({ ...facts, account: elsewhere })).toEqual(refused("sign-in-first"));
    expect(of({ ...facts, account: elsewhere, signedInTo: "other" })).toEqual(
      refused("sign-in-first"),
    );
    const own = of({ ...facts, account: elsewhere, signedInTo: "account" });
    expect(own).toMatchObject({ do: "join", accountId: "account" });
  }
});

test("a changed address at the provider hands over nobody's account: it is known by another subject", () => {
  const known = { ...person, accountId: "account" };
  const isTaken = (accountId: string) => accountId === "account";
  expect(of({ person: known, account: member, isTaken })).toEqual(refused("other-subject"));
  expect(of({ account: member, isTaken })).toEqual(refused("other-subject"));
  const signedIn = { person: known, account: member, signedInTo: "account", isTaken };
  expect(of(signedIn)).toEqual(refused("other-subject"));
});
