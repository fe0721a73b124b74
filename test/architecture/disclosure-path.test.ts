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
  expect(writers).toEqual([`${feedback}/report-store.server.ts`]);
  const store = readFileSync(writers[0] ?? "", "utf8");
  expect(store).toMatch(/content: Disclosed<ReportContent>/);
  expect(store).toMatch(/assertDisclosed\(content\)/);
});

test("answers are read by their own store, and counted or found by their rater elsewhere", () => {
  expect(
    filesWith(/From\("response"\)|Into\("response"\)|Table\("response"\)|(FROM|INTO) response\b/),
  ).toEqual([
    `${feedback}/closure-store.server.ts`,
    `${feedback}/cycle-reads.server.ts`,
    `${feedback}/rater-reads.server.ts`,
    `${feedback}/response-store.server.ts`,
  ]);
  for (const file of ["cycle-reads", "rater-reads"]) {
    const text = readFileSync(`${feedback}/${file}.server.ts`, "utf8");
    expect([file, /ratings|comments|cantSay|selectAll/.test(text)]).toEqual([file, false]);
  }
});

test("everyone's answers together reach scoring and nothing else", () => {
  expect(filesWith(/\bsubmittedResponses\b/)).toEqual([
    `${feedback}/response-store.server.ts`,
    `${feedback}/score-cycle.server.ts`,
  ]);
});

test("scoring hands raw answers to the disclosure package and to spreads pooled by it", () => {
  const users = filesWith(/\bdiscloseReportFigures\b|\bdisclosePooledSpread\b|\bdecideComments\b/);
  expect(users).toEqual([
    `${feedback}/domain/pooled-spreads.ts`,
    `${feedback}/domain/score-participant.ts`,
  ]);
});

test("a page, an export or a letter shows a report only by way of the read that knows whose it is", () => {
  expect(filesWith(/From\("report"\)/)).toEqual([
    `${feedback}/report-reads.server.ts`,
    `${feedback}/report-store.server.ts`,
  ]);
  expect(filesWith(/\breportGroups\b/)).toEqual([
    `${feedback}/report-store.server.ts`,
    `${feedback}/score-cycle.server.ts`,
  ]);
});
