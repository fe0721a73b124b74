import { expect, test } from "vitest";
import { plannedInvitations, plannedLetters, reminderDates } from "./launch-plan.ts";

const settings = {
  opensOn: "2026-03-02",
  closesOn: "2026-03-20",
  reminderDays: [7, 3, 1],
  own: "en",
  offered: ["en", "nb", "pt-BR"],
};
const person = (id: string, facts: object = {}) => ({
  id,
  name: id,
  email: `${id}@quay.example`,
  language: null,
  active: true,
  ...facts,
});
const people = new Map(
  [
    person("ana", { language: "nb-NO" }),
    person("mute", { email: null }),
    person("gone", { active: false }),
  ].map((each) => [each.id, each]),
);

test("everyone asked gets one letter with what they are asked, in their language, and the days of reminders", () => {
  const requests = [
    { personId: "ana", requests: 4 },
    { personId: "mute", requests: 1 },
    { personId: "gone", requests: 2 },
  ];
  const reminders = ["2026-03-13", "2026-03-17", "2026-03-19"];
  const common = { kind: "invitation", reminders };
  expect(plannedInvitations(settings, requests, people)).toEqual([
    {
      ...common,
      personId: "ana",
      name: "ana",
      address: "ana@quay.example",
      requests: 4,
      language: "nb",
      left: false,
    },
    {
      ...common,
      personId: "mute",
      name: "mute",
      address: null,
      requests: 1,
      language: "en",
      left: false,
    },
    {
      ...common,
      personId: "gone",
      name: "gone",
      address: null,
      requests: 2,
      language: "en",
      left: true,
    },
  ]);
});

test("a letter to someone unknown is a mistake, not a gap", () => {
  expect(() => plannedLetters("report", settings, ["who"], people)).toThrow("nobody");
});

test("no reminder goes out on the first day, and none without a last day", () => {
  expect(reminderDates({ ...settings, opensOn: "2026-03-17" })).toEqual(["2026-03-19"]);
  expect(reminderDates({ ...settings, closesOn: null })).toEqual([]);
});
