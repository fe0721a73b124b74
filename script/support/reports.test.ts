import { expect, test } from "vitest";
import {
  settle,
  slowestTen,
  summary,
  tallyBroken,
  tallyPlaywright,
  tallyVitest,
  timesOfPlaywright,
  timesOfVitest,
} from "./reports.ts";

const passing = { passed: 3, failed: 0, skipped: 1, failures: [] };

const stack = [
  "expected 1",
  "    at mean.test.ts:3:1",
  "    at file:///node_modules/vitest/run.js:1:1",
  "    at new Promise (<anonymous>)",
].join("\n");

test("a Vitest report is counted by its tests, each failure with its reason", () => {
  const tally = tallyVitest({
    numPassedTests: 2,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      {
        name: "mean.test.ts",
        status: "failed",
        assertionResults: [
          { fullName: "mean of none", status: "failed", failureMessages: [stack] },
          { fullName: "mean of one", status: "passed", failureMessages: [] },
        ],
      },
    ],
  });
  expect(tally).toEqual({
    passed: 2,
    failed: 1,
    skipped: 2,
    failures: [
      { title: "mean.test.ts: mean of none", reason: "expected 1\n    at mean.test.ts:3:1" },
    ],
  });
});

test("a test file that could not be loaded is a failure, though it holds no test", () => {
  const tally = tallyVitest({
    numPassedTests: 5,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      { name: "a.test.ts", status: "failed", message: "Cannot find x", assertionResults: [] },
    ],
  });
  expect(tally).toMatchObject({
    passed: 5,
    failed: 1,
    failures: [{ title: "a.test.ts", reason: "Cannot find x" }],
  });
});

test("a Playwright report is counted, nested tests found, and a second try counts", () => {
  const spec = (title: string, ok: boolean) => ({
    title,
    ok,
    tests: [{ results: ok ? [{}] : [{ error: { message: "no such button" } }] }],
  });
  const tally = tallyPlaywright({
    stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [{ message: "could not load rate.test.ts" }],
    suites: [
      {
        title: "launch",
        file: "launch.test.ts",
        specs: [spec("opens", true)],
        suites: [{ title: "on a phone", file: "launch.test.ts", specs: [spec("closes", false)] }],
      },
    ],
  });
  expect(tally).toMatchObject({ passed: 5, failed: 2, skipped: 2 });
  expect(tally.failures).toEqual([
    { title: "Playwright", reason: "could not load rate.test.ts" },
    { title: "launch.test.ts: closes", reason: "no such button" },
  ]);
});

test("a run that ended badly without a failed test counts as a failure", () => {
  expect(settle("unit", passing, 1)).toMatchObject({ passed: 3, failed: 1, skipped: 1 });
  expect(settle("unit", passing, 0)).toEqual(passing);
});

test("a suite that ran nothing counts as a failure", () => {
  expect(settle("browser", { ...passing, passed: 0 }, 0).failed).toBe(1);
});

test("of a Vitest report the ten slowest tests are named, slowest first", () => {
  const assertionResults = Array.from({ length: 12 }, (_, at) => ({
    fullName: `test ${at}`,
    status: "passed",
    duration: at * 1000,
  }));
  const skipped = { fullName: "not run", status: "pending" };
  const lines = slowestTen(
    timesOfVitest({
      numPassedTests: 12,
      numPendingTests: 1,
      numTodoTests: 0,
      testResults: [
        {
          name: "a.test.ts",
          status: "passed",
          assertionResults: [skipped, ...assertionResults],
        },
      ],
    }),
  );
  expect(lines).toHaveLength(10);
  expect(lines[0]).toBe("  11.0 s  a.test.ts: test 11");
  expect(lines.at(-1)).toBe("   2.0 s  a.test.ts: test 2");
});

test("of a Playwright report too, with nested tests, and a second try added to the first", () => {
  const spec = (title: string, ...durations: number[]) => ({
    title,
    ok: true,
    tests: [{ results: durations.map((duration) => ({ duration })) }],
  });
  const file = "launch.test.ts";
  const suites = [
    {
      title: "launch",
      file,
      specs: [spec("opens", 1_200)],
      suites: [{ title: "on a phone", file, specs: [spec("closes", 2_000, 500)] }],
    },
  ];
  expect(slowestTen(timesOfPlaywright({ suites }))).toEqual([
    "   2.5 s  launch.test.ts: closes",
    "   1.2 s  launch.test.ts: opens",
  ]);
});

test("the closing line adds up every suite", () => {
  expect(summary([passing, tallyBroken("browser", "no report"), passing])).toBe(
    "6 passed, 1 failed, 2 skipped",
  );
});
