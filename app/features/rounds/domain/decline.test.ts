import { expect, test } from "vitest";
import { declineOf, declineReasons, readDecline, storedDecline } from "./decline.ts";

test("a reason is needed, words are not", () => {
  expect(readDecline({ reason: "time", text: "  " })).toEqual({
    ok: true,
    value: { reason: "time", text: "" },
  });
  for (const reason of ["", "boredom"])
    expect(readDecline({ reason, text: "so" })).toEqual({ ok: false, reason: "reason" });
  expect(readDecline({ reason: "other", text: "x".repeat(401) })).toEqual({
    ok: false,
    reason: "too-long",
  });
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
