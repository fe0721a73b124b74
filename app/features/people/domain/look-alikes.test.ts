import { expect, test } from "vitest";
import {
  type Addressed,
  type Listed,
  lookAlikesAmong,
  lookAlikesOnList,
  sameMailbox,
} from "./look-alikes.ts";

const person = (id: string, address: string | null, name = id): Addressed => ({
  id,
  name,
  address,
});
const anna = person("anna", "anna.berg@x.example", "Anna Berg");
const house = [anna, person("li", "li@x.example", "Li Wu"), person("nobody", null, "No Address")];
const likeness = (address: string, name = "Somebody Else") =>
  lookAlikesAmong(house)(person("new", address, name))?.likeness ?? null;

test.each([
  ["anna.berg+1@x.example", "mailbox"],
  ["annaberg@x.example", "mailbox"],
  ["ANNA.BERG@X.EXAMPLE", "mailbox"],
  ["anna.berg1@x.example", "spelling"],
  ["anna_berg@x.example", "spelling"],
  ["аnna.berg@x.example", "spelling"], // Cyrillic а
  ["anna.berq@x.example", null],
  ["anna.berg@х.example", "spelling"], // Cyrillic х in the domain
  ["anna.berg@xn--u1a.example", "spelling"], // the same, as it travels
  ["anna.berg@xn--80a.example", "elsewhere"], // another letter altogether
  ["anna.berg@mail.example", "elsewhere"],
  ["li@mail.example", null], // too short to tell
  ["bertha@mail.example", null],
] as const)("%s is like an address of the house: %s", (address, expected) => {
  expect(likeness(address)).toBe(expected);
});

test("a domain made of look-alike letters alone is found", () => {
  const among = lookAlikesAmong([person("ann", "ann@apple.example")]);
  expect(among(person("new", "ann@xn--80ak6aa92e.example"))?.likeness).toBe("spelling");
});

test("the name of a person alone is a likeness too, in any order and with or without accents", () => {
  expect(likeness("bergie@mail.example", "Berg, Änna")).toBe("name");
  expect(likeness("bergie@mail.example", "Anna")).toBe(null);
});

test("mailboxes that many houses have are no likeness", () => {
  const among = lookAlikesAmong([person("ann", "office@x.example", "Ann Bo")]);
  expect(among(person("new", "office@y.example"))).toBe(null);
});

test("on a list: like the participant, like each other, like the directory; colleagues by their address alone", () => {
  const list: Listed[] = [
    { ...person("first", "kim+1@y.example", "Kim One"), outside: true },
    { ...person("second", "kim+2@y.example", "Kim Two"), outside: true },
    { ...person("third", "ada.lead@y.example", "Some Other"), outside: true },
    { ...person("fourth", "anna.berg@y.example", "Who Else"), outside: true },
    { ...person("fifth", "sam.poe@x.example", "Ada Lead"), outside: false },
    { ...person("sixth", "dee@y.example", "Dee Dean"), outside: true },
  ];
  const participant = person("lead", "ada.lead@x.example", "Ada Lead");
  const found = lookAlikesOnList(participant, list, lookAlikesAmong(house));
  expect([...found].map(([id, { likeness, of }]) => [id, likeness, of.id])).toEqual([
    ["first", "mailbox", "second"],
    ["second", "mailbox", "first"],
    ["third", "elsewhere", "lead"],
    ["fourth", "elsewhere", "anna"],
  ]);
  const own = { ...person("own", "ada.lead+x@x.example"), outside: true };
  expect(lookAlikesOnList(participant, [own], lookAlikesAmong([])).get("own")).toEqual({
    likeness: "mailbox",
    of: participant,
  });
});

test("the same mailbox is told by case, dots, plus and Google's second name", () => {
  expect(sameMailbox("ada@x.example", " ADA+360@x.example")).toBe(true);
  expect(sameMailbox("a.da@gmail.com", "ada@googlemail.com")).toBe(true);
  expect(sameMailbox("ada@x.example", "ada@y.example")).toBe(false);
  expect(sameMailbox("", "")).toBe(false);
});
