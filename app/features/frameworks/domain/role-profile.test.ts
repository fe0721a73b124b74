import { expect, test } from "vitest";
import { profileFor, type RoleProfile } from "./role-profile.ts";

const profile = (name: string, ...titles: string[]): RoleProfile => ({
  name,
  titles,
  importance: {},
  zone: null,
});

test.each([
  ["Master", "Masters"],
  ["MASTER,  MV Curlew", "Masters"],
  ["Master, MV Heron", "Heron"],
  ["Masterpiece keeper", null],
  ["Chief officer", null],
  ["Deputy master", null],
  ["Teamleiter Überseehafen", "Überlandteams"],
  ["C++ engineer", "C++"],
  ["C engineer", null],
  ["", null],
  [null, null],
])("someone called %s has the profile %s", (title, name) => {
  const profiles = [
    profile("Masters", "Master", "Captain"),
    profile("Heron", "Master, MV Heron"),
    profile("Überlandteams", "teamleiter übersEEhafen"),
    profile("C++", "C++"),
  ];
  expect(profileFor(profiles, title)?.name ?? null).toBe(name);
});

test("of two profiles with the same title the first stands", () => {
  expect(profileFor([profile("a", "Lead"), profile("b", "Lead")], "Lead")?.name).toBe("a");
});
