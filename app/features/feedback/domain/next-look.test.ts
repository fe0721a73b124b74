import { expect, test } from "vitest";
import { nextLook } from "./next-look.ts";

const now = new Date("2026-03-10T12:00:00Z");
const at = (moment: string) => new Date(moment);

test("nothing that can come by the clock needs no look", () => {
  expect(nextLook([], now)).toBeNull();
  expect(nextLook([{ state: "nominating", nominateBy: null, handedIn: null }], now)).toBeNull();
});

test("a round that collects is looked at every time", () => {
  expect(
    nextLook([{ state: "closed", releaseOn: "2026-03-10" }, { state: "collecting" }], now),
  ).toEqual(now);
});

test("reports are looked at when their day begins in the first zone, and from then on", () => {
  expect(nextLook([{ state: "closed", releaseOn: "2026-04-01" }], now)).toEqual(
    at("2026-03-31T10:00:00Z"),
  );
  expect(nextLook([{ state: "closed", releaseOn: "2026-03-01" }], now)).toEqual(now);
});

test("lists are looked at two days before they should be done, until their day is over everywhere", () => {
  const asked = (nominateBy: string, moment = now) =>
    nextLook([{ state: "nominating", nominateBy, handedIn: null }], moment);
  expect(asked("2026-03-20")).toEqual(at("2026-03-17T10:00:00Z"));
  expect(asked("2026-03-12")).toEqual(now);
  const lastMoment = at("2026-03-10T11:59:59Z");
  expect(asked("2026-03-09", lastMoment)).toEqual(lastMoment);
  expect(asked("2026-03-09")).toBeNull();
});

test("a list that was handed in is looked at when its days are over", () => {
  const handedIn = { at: at("2026-03-09T08:30:00Z"), approveAfterDays: 3 };
  const round = { state: "nominating", nominateBy: "2026-03-01", handedIn } as const;
  expect(nextLook([round], now)).toEqual(at("2026-03-12T08:30:00Z"));
  expect(nextLook([round], at("2026-03-13T00:00:00Z"))).toEqual(at("2026-03-13T00:00:00Z"));
});

test("what comes first counts", () => {
  const rounds = [
    { state: "closed", releaseOn: "2026-04-01" },
    { state: "nominating", nominateBy: "2026-03-20", handedIn: null },
  ] as const;
  expect(nextLook(rounds, now)).toEqual(at("2026-03-17T10:00:00Z"));
});
