import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const sources = globSync(["app/**/*.{ts,tsx}", "cli/**/*.ts", "server/**/*.ts"])
  .filter((file) => !/\.test\.tsx?$|\/testing\/|schema\.gen\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

const filesWith = (pattern: RegExp) =>
  sources.flatMap(({ file, text }) => (pattern.test(text) ? [file] : [])).sort();

const feedback = "app/features/feedback";

test("reports are written in one place, which takes only what the disclosure package made", () => {
  const writers = filesWith(/insertInto\("report"\)|INSERT INTO report\b|set\(\{[^}]*\bresult\b/);
  expect(writers).toEqual([`${feedback}/reports/report-store.server.ts`]);
  const store = readFileSync(writers[0] ?? "", "utf8");
  expect(store).toMatch(/content: Disclosed<ReportContent>/);
  expect(store).toMatch(/assertDisclosed\(content\)/);
});

test("answers are written and read whole by their stores alone; elsewhere they are counted or found by their rater", () => {
  const stores = [
    "closure-store",
    "device-store",
    "forgotten-answers-store",
    "renewal-store",
    "response-store",
    "shuffle-store",
    "withdrawal-store",
  ];
  const users = filesWith(
    /From\("response"\)|Into\("response"\)|Table\("response"\)|(FROM|INTO) response\b/,
  );
  const counting = users.filter((file) => !stores.some((store) => file.includes(`/${store}.`)));
  expect(counting).toEqual([
    `${feedback}/cycle/cycle-reads.server.ts`,
    `${feedback}/cycle/rater-reads.server.ts`,
    `${feedback}/reminders/work-left-reads.server.ts`,
    `${feedback}/running/monitoring-reads.server.ts`,
    `${feedback}/running/own-progress-reads.server.ts`,
    `${feedback}/running/progress-reads.server.ts`,
  ]);
  // A rater's own progress is counted from their own ratings, found by their pseudonym.
  const own = `${feedback}/cycle/rater-reads.server.ts`;
  expect(readFileSync(own, "utf8")).toMatch(/where\("pseudonym", "in", pseudonyms\)/);
  for (const file of counting.filter((each) => each !== own)) {
    const text = readFileSync(file, "utf8");
    expect([file, /\bratings\b|\bcomments\b|cantSay|selectAll/.test(text)]).toEqual([file, false]);
  }
  for (const store of ["answering/forgotten-answers-store", "running/withdrawal-store"]) {
    const text = readFileSync(`${feedback}/${store}.server.ts`, "utf8");
    expect([store, /selectFrom\("response"\)/.test(text)]).toEqual([store, false]);
  }
  // Handing over moves what was written and reads none of it.
  const device = readFileSync(`${feedback}/answering/device-store.server.ts`, "utf8");
  expect(device).not.toMatch(/\bratings\b|\bcomments\b|cantSay|selectAll/);
});

test("everyone's answers together reach scoring and nothing else", () => {
  expect(filesWith(/\bsubmittedResponses\b/)).toEqual([
    `${feedback}/answering/response-store.server.ts`,
    `${feedback}/closing/score-cycle.server.ts`,
  ]);
});

test("scoring hands raw answers to the disclosure package and to spreads pooled by it", () => {
  const users = filesWith(/\bdiscloseReportFigures\b|\bdisclosePooledSpread\b|\bdecideComments\b/);
  expect(users).toEqual([
    `${feedback}/domain/pooled-spreads.ts`,
    `${feedback}/domain/score-participant.ts`,
    // Opinions of a round, not of a person, by the same rules.
    `${feedback}/domain/usefulness.ts`,
  ]);
});

test("a page, an export or a letter shows a report only by way of the read that knows whose it is", () => {
  const readers = filesWith(/From\("report"\)|reportsWithCycle\(/).filter((file) =>
    /"(report\.)?result"|result ->/.test(readFileSync(file, "utf8")),
  );
  expect(readers).toEqual([
    `${feedback}/reports/report-reads.server.ts`,
    `${feedback}/reports/report-store.server.ts`,
  ]);
  expect(filesWith(/\breportGroups\b/)).toEqual([
    `${feedback}/closing/sever-cycle.server.ts`,
    `${feedback}/reports/report-store.server.ts`,
  ]);
});
