import { expect, test } from "vitest";
import { nextTry, refusalOf } from "./refusal.ts";

const fault = (facts: object) => Object.assign(new Error("no such user ana@x.example"), facts);

test.each([
  ["an unknown recipient", { command: "RCPT TO", responseCode: 550, response: "550 no" }, true],
  ["with its reason", { command: "RCPT TO", responseCode: 550, response: "550 5.1.1 no" }, true],
  ["a full box", { command: "RCPT TO", responseCode: 552, response: "552-5.2.2 full" }, true],
  ["no relaying", { command: "RCPT TO", responseCode: 554, response: "554 5.7.1 no" }, false],
  ["not now", { command: "RCPT TO", responseCode: 451, response: "451 4.7.1 later" }, false],
  ["another sender wanted", { command: "MAIL FROM", responseCode: 550, response: "550" }, false],
  ["a wrong password", { command: "AUTH PLAIN", responseCode: 535, response: "535" }, false],
])("%s: bounced or not", (_, facts, bounced) => {
  expect(refusalOf(fault(facts))).toEqual({ code: String(facts.responseCode), bounced });
});

test("without an answer the code of the fault is kept, never its words", () => {
  expect(refusalOf(fault({ code: "ESOCKET" }))).toEqual({ code: "ESOCKET", bounced: false });
  expect(refusalOf(fault({}))).toEqual({ code: "Error", bounced: false });
  expect(refusalOf("ana@x.example")).toEqual({ code: "unknown", bounced: false });
});

test("tries come every quarter of an hour at last, for two days", () => {
  const since = new Date("2026-03-02T12:00:00Z");
  const minutes = (tries: number) =>
    (nextTry({ since, tries }, since)!.getTime() - since.getTime()) / 60_000;
  expect([1, 2, 3, 4, 5, 6, 100].map(minutes)).toEqual([1, 2, 4, 8, 15, 15, 15]);
  const hours = (count: number) => new Date(since.getTime() + count * 3_600_000);
  expect(nextTry({ since, tries: 190 }, hours(47))).toEqual(
    new Date(hours(47).getTime() + 900_000),
  );
  expect(nextTry({ since, tries: 195 }, hours(48))).toBeNull();
});
