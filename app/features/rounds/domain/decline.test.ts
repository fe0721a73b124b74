import { expect, test } from "vitest";
import { declineInput, declineOf, declineReasons, storedDecline } from "./decline.ts";

test("a reason is needed, words are not", () => {
  expect(declineInput.parse({ reason: "time", text: "  " })).toEqual({ reason: "time", text: "" });
  expect(declineInput.parse({ reason: "time" })).toEqual({ reason: "time", text: "" });
  const codes = (given: object) =>
    declineInput.safeParse(given).error?.issues.map(({ path, message }) => [path[0], message]);
  for (const reason of ["", "boredom", undefined])
    expect(codes({ reason, text: "so" })).toEqual([["reason", "reason"]]);
  expect(codes({ reason: "other", text: "x".repeat(401) })).toEqual([["text", "too-long"]]);
});

test("what is stored reads as it was given, and fits its column", () => {
  for (const reason of declineReasons)
    for (const text of ["", "We met twice.\n\nBoth times at lunch."])
      expect(declineOf(storedDecline({ reason, text }))).toEqual({ reason, text });
  for (const reason of declineReasons)
    expect(storedDecline({ reason, text: "x".repeat(400) }).length).toBeLessThanOrEqual(500);
  expect(declineOf(null)).toBeNull();
  expect(declineOf("on leave")).toEqual({ reason: "other", text: "on leave" });
});
