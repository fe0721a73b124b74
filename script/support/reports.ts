import { stripVTControlCharacters } from "node:util";

/** What one suite came to. A suite that could not run, or ran nothing, counts as one failure. */
export type Tally = {
  passed: number;
  failed: number;
  skipped: number;
  /** One entry per failure: what failed, and the first lines of why. */
  failures: { title: string; reason: string }[];
};

export type VitestReport = {
  numPassedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: {
      fullName: string;
      status: string;
      /** Milliseconds; none where it did not run. */
      duration?: number | null;
      failureMessages?: string[] | null;
    }[];
  }[];
};

type PlaywrightSuite = {
  title: string;
  file: string;
  specs: {
    title: string;
    ok: boolean;
    tests: { results: { duration?: number; error?: { message?: string } }[] }[];
  }[];
  suites?: PlaywrightSuite[];
};

export type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: { message?: string }[];
  suites: PlaywrightSuite[];
};

/** Counts a Vitest JSON report. A file that could not be loaded is one failure. */
export function tallyVitest(report: VitestReport): Tally {
  const failures = report.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === "failed");
    if (failed.length === 0 && file.status === "failed") {
      return [{ title: file.name, reason: firstLines(file.message) }];
    }
    return failed.map(({ fullName, failureMessages }) => ({
      title: `${file.name}: ${fullName}`,
      reason: firstLines(failureMessages?.join("\n")),
    }));
  });
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  };
}

/** Counts a Playwright JSON report. Where a second try is allowed, passing it is passing. */
export function tallyPlaywright({ stats, errors, suites }: PlaywrightReport): Tally {
  const failures = [
    ...errors.map(({ message }) => ({ title: "Playwright", reason: firstLines(message) })),
    ...suites.flatMap(failedSpecs),
  ];
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    failures,
  };
}

/** A test with what it took, its further tries included, in milliseconds. */
export type Timed = { title: string; duration: number };

/** Every test of a Vitest JSON report with its time; what a file does before and after its tests is not in it. */
export function timesOfVitest({ testResults }: VitestReport): Timed[] {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      title: `${name}: ${fullName}`,
      duration: duration ?? 0,
    })),
  );
}

/** Every test of a Playwright JSON report with its time. */
export function timesOfPlaywright({ suites }: Pick<PlaywrightReport, "suites">): Timed[] {
  return suites.flatMap(({ file, specs, suites: inner = [] }) => [
    ...specs.map(({ title, tests }) => ({
      title: `${file}: ${title}`,
      duration: tests
        .flatMap(({ results }) => results)
        .reduce((sum, { duration = 0 }) => sum + duration, 0),
    })),
    ...timesOfPlaywright({ suites: inner }),
  ]);
}

/** The ten tests that took longest, longest first, one line each. */
export function slowestTen(times: readonly Timed[]): string[] {
  return times
    .toSorted((one, other) => other.duration - one.duration)
    .slice(0, 10)
    .map(({ title, duration }) => `${(duration / 1000).toFixed(1).padStart(6)} s  ${title}`);
}

/** A suite that gave no report. */
export function tallyBroken(title: string, reason: string): Tally {
  return { passed: 0, failed: 1, skipped: 0, failures: [{ title, reason }] };
}

/**
 * Holds a suite's count against its exit code: one that ended badly without a failed test, or ran
 * nothing, must not look green.
 */
export function settle(name: string, tally: Tally, exitCode: number): Tally {
  if (tally.failed > 0) return tally;
  if (tally.passed === 0) return addFailure(tally, name, "No test ran; see above.");
  if (exitCode !== 0) {
    return addFailure(
      tally,
      name,
      `No test failed, but the run ended with ${exitCode}; see above.`,
    );
  }
  return tally;
}

/** The closing line. */
export function summary(tallies: readonly Tally[]): string {
  const total = (key: "passed" | "failed" | "skipped") =>
    tallies.reduce((sum, tally) => sum + tally[key], 0);
  return `${total("passed")} passed, ${total("failed")} failed, ${total("skipped")} skipped`;
}

function addFailure(tally: Tally, title: string, reason: string): Tally {
  return {
    ...tally,
    failed: tally.failed + 1,
    failures: [...tally.failures, { title, reason }],
  };
}

function failedSpecs(suite: PlaywrightSuite): Tally["failures"] {
  const here = suite.specs
    .filter(({ ok }) => !ok)
    .map(({ title, tests }) => ({
      title: `${suite.file}: ${title}`,
      reason: firstLines(
        tests.flatMap(({ results }) => results).find((r) => r.error)?.error?.message,
      ),
    }));
  return [...here, ...(suite.suites ?? []).flatMap(failedSpecs)];
}

function firstLines(text: string | undefined): string {
  const ours = stripVTControlCharacters(text ?? "")
    .trim()
    .split("\n")
    .filter(isOurs);
  return ours.slice(0, 12).join("\n");
}

/** Whether a line says something about our code, rather than where the test runner was. */
function isOurs(line: string): boolean {
  return !/^\s+at (.*node_modules|new Promise )/.test(line);
}
