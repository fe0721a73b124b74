import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const sources = globSync(["app/**/*.{ts,tsx}", "cli/**/*.ts", "server/**/*.ts"])
  .filter((file) => !/\.test\.tsx?$|\/testing\/|schema\.gen\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

const filesWith = (pattern: RegExp) =>
  sources.flatMap(({ file, text }) => (pattern.test(text) ? [file] : [])).sort();

const feedback = "app/features/feedback";
const pulses = "app/features/pulses";
const reports = "app/features/reports";
const rounds = "app/features/rounds";

test("reports are written in one place, which takes only what the disclosure package made", () => {
  const writers = filesWith(/insertInto\("report"\)|INSERT INTO report\b|set\(\{[^}]*\bresult\b/);
  // What a pulse told is written in one place, too.
  const told = `${pulses}/pulse/pulse-store.server.ts`;
  expect(writers).toEqual([told, `${reports}/report/report-store.server.ts`]);
  expect(readFileSync(told, "utf8")).toMatch(
    /content: Disclosed<PulseResult>,\n\): Promise<void> \{\n {2}assertDisclosed\(content\)/,
  );
  const store = readFileSync(writers[1] ?? "", "utf8");
  expect(store).toMatch(/content: Disclosed<ReportContent>/);
  expect(store).toMatch(/assertDisclosed\(content\)/);
});

test("answers are written and read whole by their stores alone; elsewhere they are counted or found by their rater", () => {
  const stores = [
    "device-store",
    "forgotten-answers-store",
    "renewal-store",
    "response-store",
    "severing-store",
    "shuffle-store",
    "withdrawal-store",
  ];
  const users = filesWith(
    /From\("response"\)|Into\("response"\)|Table\("response"\)|(FROM|INTO) response\b/,
  );
  const counting = users.filter((file) => !stores.some((store) => file.includes(`/${store}.`)));
  expect(counting).toEqual([
    `${rounds}/progress/progress-reads.server.ts`,
    `${rounds}/reads/rater-reads.server.ts`,
    `${rounds}/reminders/work-left-reads.server.ts`,
  ]);
  // A rater's own progress is counted from their own ratings, found by their pseudonym.
  const own = `${rounds}/reads/rater-reads.server.ts`;
  expect(readFileSync(own, "utf8")).toMatch(/where\("pseudonym", "in", pseudonyms\)/);
  for (const file of counting.filter((each) => each !== own)) {
    const text = readFileSync(file, "utf8");
    expect([file, /\bratings\b|\bcomments\b|cantSay|selectAll/.test(text)]).toEqual([file, false]);
  }
  for (const store of [
    `${rounds}/answering/forgotten-answers-store`,
    `${rounds}/store/withdrawal-store`,
  ]) {
    const text = readFileSync(`${store}.server.ts`, "utf8");
    expect([store, /selectFrom\("response"\)/.test(text)]).toEqual([store, false]);
  }
  // Handing over moves what was written and reads none of it.
  const device = readFileSync(`${rounds}/answering/device-store.server.ts`, "utf8");
  expect(device).not.toMatch(/\bratings\b|\bcomments\b|cantSay|selectAll/);
});

test("everyone's answers together reach scoring and nothing else", () => {
  expect(filesWith(/\bsubmittedResponses\b/)).toEqual([
    `${feedback}/closing/score-cycle.server.ts`,
    `${pulses}/away/count-away.server.ts`,
    `${pulses}/pulse/score-pulse.server.ts`,
    `${rounds}/answering/response-store.server.ts`,
    // Says who signed, and of nobody else who they are.
    `${rounds}/answering/signed-responses.server.ts`,
    // A door of its own, which an import rule keeps shut for everyone but closing.
    `${rounds}/unsafe-answers.server.ts`,
  ]);
});

test("who signed is told to suggestions and nothing else", () => {
  expect(filesWith(/\bsignedResponses\b/)).toEqual([
    `${pulses}/suggestions/tell-suggestions.server.ts`,
    `${rounds}/answering/signed-responses.server.ts`,
    `${rounds}/unsafe-signers.server.ts`,
  ]);
  // Told by what the questionnaire asked, never by what a caller says.
  expect(readFileSync(`${rounds}/answering/signed-responses.server.ts`, "utf8")).toContain(
    'signer: rater !== "" && isSigned(response) ? rater : null',
  );
});

test("scoring hands raw answers to the disclosure package and to spreads pooled by it", () => {
  const users = filesWith(/\bdiscloseReportFigures\b|\bdisclosePooledSpread\b|\bdecideComments\b/);
  expect(users).toEqual([
    `${pulses}/domain/away/tell-away.ts`,
    `${pulses}/domain/suggestions.ts`,
    `${pulses}/domain/tell-pulse.ts`,
    `${reports}/domain/pooled-spreads.ts`,
    `${reports}/domain/score-participant.ts`,
    // Opinions of a round, not of a person, by the same rules.
    `${reports}/domain/usefulness.ts`,
  ]);
});

test("a page, an export or a letter shows a report only by way of the read that knows whose it is", () => {
  const readers = filesWith(/From\("report"\)|reportsWith(?:Round|Subject)\(/).filter((file) =>
    /"(report\.)?result"|result ->/.test(readFileSync(file, "utf8")),
  );
  expect(readers).toEqual([
    `${reports}/report/report-reads.server.ts`,
    `${reports}/report/report-store.server.ts`,
  ]);
  expect(filesWith(/\breportGroups\b/)).toEqual([
    `${feedback}/closing/sever-cycle.server.ts`,
    `${reports}/index.server.ts`,
    `${reports}/report/report-store.server.ts`,
  ]);
});
