import { expect, test } from "vitest";
import { builtInFramework, builtInFrameworks } from "./built-in.server.ts";
import { anchorOverlap, seen } from "./domain/anchor-overlap.ts";
import type { Competency, Framework } from "./domain/framework.ts";
import { inProfile } from "./domain/in-profile.ts";
import { readingGrade } from "./domain/reading-grade.ts";
import { germanReadingGrade } from "./domain/reading-grade-german.ts";
import { frameworkInLanguage } from "./framework-in-language.server.ts";

const newest = builtInFramework();
const before = builtInFramework(1);

// Of what two neighbouring levels say, at most a fifth may be the same words; each says three things of its own.
const MOST_SHARED = 0.2;
const LEAST_OF_ITS_OWN = 3;

const spoken = (["en", "de"] as const).flatMap((language) =>
  frameworkInLanguage(newest, language).competencies.map((competency) => ({
    ...{ language, key: competency.key, competency },
  })),
);

function tooAlike(competency: Competency, language: "en" | "de"): string[] {
  const about = [competency.name, competency.core];
  return competency.levels.flatMap(({ level, anchor }, at) => {
    const below = competency.levels[at - 1];
    const words = seen(anchor, about, language);
    const other = below && seen(below.anchor, about, language);
    const isAlike = below && anchorOverlap(below.anchor, anchor, { about, language }) > MOST_SHARED;
    const isEmpty = words.difference(other ?? new Set()).size < LEAST_OF_ITS_OWN;
    return isAlike || isEmpty ? [`${level}: ${anchor}`] : [];
  });
}

test.each(spoken)(
  "$key in $language: no level reads like its neighbour",
  ({ competency, language }) => {
    expect(competency.levels.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5]);
    expect(tooAlike(competency, language)).toEqual([]);
  },
);

test("the check for levels alike finds those that differ in a degree, or in nothing of their own", () => {
  const planted = structuredClone(newest.competencies[0]!);
  planted.levels[1].anchor = "Agrees up to five goals well with the team each quarter.";
  planted.levels[2].anchor = "Agrees up to five goals very well with the team each quarter.";
  planted.levels[4].anchor = "Is best at setting clear goals.";
  expect(tooAlike(planted, "en").map((each) => each[0])).toEqual(["3", "5"]);
});

test("no level is told by how good somebody is", () => {
  const degrees =
    /\b(very|excellent|outstanding|always|highly|fully|better|best|sehr|hervorragend|immer gut|besser)\b/i;
  for (const { competency } of spoken)
    for (const { anchor } of competency.levels) expect(anchor).not.toMatch(degrees);
});

// One level is two sentences at most, so that a single long word moves the grade by one or two: grade 8 and age 13 to
// 14 for the five of a competency together.
test.each(spoken)(
  "$key in $language: the levels can be read at fourteen",
  ({ competency, language }) => {
    const anchors = competency.levels.map(({ anchor }) => anchor);
    const grade = language === "en" ? readingGrade(anchors) : germanReadingGrade(anchors);
    expect(grade).toBeLessThanOrEqual(8);
  },
);

test("version 2 changes the levels, says who can see what, and changes nothing that anybody answered", () => {
  const stripped = ({ version, profiles, competencies, ...rest }: Framework) => ({
    ...rest,
    competencies: competencies.map(({ levels, behaviours, ...competency }) => ({
      ...competency,
      behaviours: behaviours.map(({ observableBy, ...behaviour }) => behaviour),
    })),
  });
  expect(builtInFrameworks().map(({ version }) => version)).toEqual([1, 2]);
  expect(stripped(newest)).toEqual(stripped(before));
  const anchorsOf = ({ competencies }: Framework) =>
    competencies.flatMap(({ levels }) => levels.map(({ anchor }) => anchor));
  expect(anchorsOf(newest).filter((anchor) => anchorsOf(before).includes(anchor))).toEqual([]);
});

test("of every behaviour it is said who can see it: oneself, and somebody else", () => {
  for (const { key, observableBy = [] } of newest.competencies.flatMap((each) => each.behaviours)) {
    expect(observableBy, key).toContain("self");
    expect(observableBy.length, key).toBeGreaterThan(1);
    expect(new Set(observableBy).size, key).toBe(observableBy.length);
  }
});

test("leading without a title: both hats, nothing that takes a team of one's own, and nobody who reports", () => {
  const profile = inProfile(newest, "leading-without-title")!;
  expect(profile.competencies.map(({ key }) => key)).toEqual(
    newest.competencies.map(({ key }) => key),
  );
  for (const { key, self, other, observableBy } of profile.competencies.flatMap(
    (c) => c.behaviours,
  )) {
    expect(observableBy, key).not.toContain("direct_report");
    expect(`${self} ${other}`, key).not.toMatch(
      /\b(hold people|hand|assign|demand|the team's goals)\b/i,
    );
  }
  const all = newest.competencies.flatMap(({ practices }) => practices).length;
  const kept = profile.competencies.flatMap(({ behaviours, practices }) =>
    practices.map((practice) => behaviours.some(({ key }) => key === practice.behaviour)),
  );
  expect([kept.every(Boolean), kept.length < all]).toEqual([true, true]);
  expect(inProfile(newest, "no-such-profile")).toBeNull();
  expect(inProfile(before, "leading-without-title")).toBeNull();
});
