import { expect, test } from "vitest";
import { simulateAnswers } from "./answers.ts";
import { selfComments } from "./comments/self.ts";
import { commentPools, simulateComments, writingLanguage } from "./comments.ts";
import { sampleSeed } from "./organisation.ts";
import { createRandom } from "./random.ts";
import { framework, instrument, organisation, plan, truth } from "./testing/harbourline-sample.ts";
import type { ManagerTruth } from "./truth.ts";

const answers = simulateAnswers(
  sampleSeed,
  organisation,
  truth,
  plan.released,
  instrument,
  framework,
);

const pools = [...Object.values(commentPools), selfComments];
const sentences = pools.flatMap((pool) =>
  Object.values(pool).flatMap((one) => Object.values(one).flat()),
);

function written(participant: string): string[] {
  return answers
    .filter((one) => one.participantEmployeeId === participant)
    .flatMap((one) => Object.values(one.comments));
}

test("the pool holds over 300 sentences, no two alike, for every competency of the framework", () => {
  expect(sentences.length).toBeGreaterThan(300);
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const { key } of framework) {
    for (const question of ["keep", "more", "less"] as const) {
      expect(commentPools.en![key]![question].length).toBeGreaterThanOrEqual(3);
      expect(selfComments[key]![question].length).toBeGreaterThanOrEqual(1);
    }
  }
  for (const language of ["nb", "pt"]) {
    const own = Object.values(commentPools[language]!).flatMap((one) => Object.values(one).flat());
    expect(own.length).toBeGreaterThanOrEqual(40);
  }
});

test("sentences are short and long", () => {
  const lengths = sentences.map((sentence) => sentence.split(" ").length).sort((a, b) => a - b);
  expect(lengths[0]).toBeLessThanOrEqual(4);
  expect(lengths.at(-1)).toBeGreaterThanOrEqual(20);
});

test("nobody reads the same comment twice in one report", () => {
  for (const { employeeId } of plan.released.participants) {
    const comments = written(employeeId);
    expect(comments.length).toBeGreaterThan(3);
    expect(new Set(comments).size).toBe(comments.length);
  }
});

test("marks and places are always filled in", () => {
  for (const { comments } of answers) {
    for (const comment of Object.values(comments)) {
      expect(comment).not.toMatch(/[{}|]|undefined/);
      expect(comment).toMatch(/^[^a-z].*[.?!]$/);
    }
  }
});

test("no comment names a person of the organisation", () => {
  const text = answers.flatMap((one) => Object.values(one.comments)).join("\n");
  for (const { familyName } of organisation.people) {
    expect(text).not.toMatch(new RegExp(`(?<!\\p{L})${familyName}(?!\\p{L})`, "u"));
  }
});

const steady: ManagerTruth = {
  ...truth.managers.values().next().value!,
  setting: "ship",
  competencies: Object.fromEntries(
    framework.map(({ key, hat }) => [key, { hat, skill: 0, amount: 0 }]),
  ),
};

function commentsAbout(own: ManagerTruth, relationship: "peer" | "direct_report" | "self") {
  const random = createRandom("comments");
  return Array.from({ length: 60 }, () =>
    simulateComments(random, own, framework, relationship, "en", new Set()),
  );
}

test("people ask for more of what is missing and less of what is overdone", () => {
  const uneven: ManagerTruth = {
    ...steady,
    competencies: {
      ...steady.competencies,
      "setting-goals": { hat: "managing", skill: -1, amount: -1.6 },
      "monitoring-and-control": { hat: "managing", skill: 1, amount: 1.6 },
    },
  };
  const comments = commentsAbout(uneven, "self");
  const count = (question: "more" | "less", competency: string) =>
    comments.filter((one) =>
      selfComments[competency]![question].some((sentence) => one[question]?.includes(sentence)),
    ).length;
  const asked = (question: "more" | "less") => comments.filter((one) => one[question]).length;
  expect(asked("more")).toBeGreaterThan(20);
  expect(count("more", "setting-goals") / asked("more")).toBeGreaterThan(0.8);
  expect(count("less", "monitoring-and-control") / asked("less")).toBeGreaterThan(0.8);
  expect(count("more", "monitoring-and-control")).toBe(0);
});

test("only direct reports write what only they can say", () => {
  const onlyReports = sentences
    .filter((sentence) => /^R[SHO]*\|/.test(sentence) && !sentence.includes("{"))
    .map((sentence) => sentence.replace(/^\w+\|/, ""));
  const wrote = (relationship: "peer" | "direct_report") =>
    commentsAbout(steady, relationship)
      .flatMap((one) => Object.values(one))
      .filter((comment) => onlyReports.some((sentence) => comment.includes(sentence))).length;
  expect(wrote("direct_report")).toBeGreaterThan(0);
  expect(wrote("peer")).toBe(0);
});

test("people write in a language the participant shares, otherwise in English", () => {
  expect(writingLanguage({ language: "nb" }, { language: "nb" })).toBe("nb");
  expect(writingLanguage({ language: "pt" }, { language: "nb" })).toBe("en");
  const text = answers.flatMap((one) => Object.values(one.comments)).join("\n");
  expect(text).toMatch(/ når | på /);
  expect(text).toMatch(/ não | mais /);
});
