import { defineConfig } from "@playwright/test";
import { chromiumFlags, findChromium } from "./e2e/support/chromium.ts";

export default defineConfig({
  testDir: "./e2e",
  testMatch: "**/*.test.ts",
  outputDir: "./test-results",
  globalSetup: "./e2e/support/global-setup.ts",
  // A journey starts its own server (e2e/support), so that journeys share no data and need no order.
  fullyParallel: false,
  workers: 2,
  // One more try where the machine may be busy: a real fault fails twice.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  // Patience, not a promise: what is asked of the product's pace is in its own test.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    // The proxy before the sample's server makes its own certificate.
    ignoreHTTPSErrors: true,
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    locale: "en-GB",
    timezoneId: "Europe/London",
    screenshot: "only-on-failure",
    // Taking notes of every page makes a run a sixth longer; `--trace on` does it where they are wanted.
    trace: "on-first-retry",
    launchOptions: { executablePath: findChromium(), args: [...chromiumFlags] },
  },
});
