import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

// A browser that was left signed in takes no files about people away and gives nobody rights (docs/security.md): such
// routes ask for a recent proof, and a new one fails here until it does, or says why it need not.

const root = resolve(import.meta.dirname, "../..");
const routes = globSync("app/**/routes/*.{ts,tsx}", { cwd: root })
  .filter((path) => !/\.test\.tsx?$/.test(path))
  .sort();
const text = (path: string) => readFileSync(resolve(root, path), "utf8");
const ASKS = /\brequireRecent\w+\(/;

/** Files that need none, each with why. */
const WITHOUT: Record<string, string> = {
  "app/features/branding/routes/logo.ts": "a picture that is on every page",
  "app/features/calendars/routes/calendar-feed.ts":
    "when something is due for one person, never what",
  "app/features/development/routes/plan-pdf.ts": "one plan, whose page says the same",
  "app/features/frameworks/routes/framework-export.ts": "about nobody",
  "app/features/frameworks/routes/roles-export.ts": "about nobody",
  "app/features/people-import/routes/import-template.ts": "empty",
  "app/features/reports/routes/report-figures-csv.ts": "one report, whose page says the same",
  "app/features/reports/routes/report-figures-xlsx.ts": "one report, whose page says the same",
  "app/features/reports/routes/report-pdf.ts": "one report, whose page says the same",
};

test("files leave after a recent proof, but for those that are about nobody or one page in another form", () => {
  const answersFile =
    /\b(?:csvResponse|xlsxResponse|exportOwnFramework|new Response)\(|Content-Disposition/;
  const files = routes.filter((path) => answersFile.test(text(path)));
  expect(files.length).toBeGreaterThan(12);
  const without = files.filter((path) => !ASKS.test(text(path)));
  expect(without.filter((path) => !/\/shell\//.test(path))).toEqual(Object.keys(WITHOUT).sort());
});

test("the directory asks whether HR takes all of it or somebody what they see", () => {
  const [, hr = "", others = ""] = text("app/features/people/routes/directory-export.ts").split(
    /await requireRecent(?:Admin|Reader)/,
  );
  expect([hr, others].map((part) => part.includes("csvResponse("))).toEqual([true, true]);
});

test("who has which rights, and by whose word people get in, is changed after a recent proof", () => {
  const changes =
    /\b(?:appointFromDirectory|changeOffice|removeOfficial|withdrawAppointment|giveUnits|setAddressWait|setLeaversReading|setSecondStepFor|saveProvider|saveSamlProvider|switchProvider|demandProvider|makeToken|forgetLink)\(/;
  const found = routes.filter((path) => changes.test(text(path)));
  expect(found).toEqual([
    "app/features/people-provisioning/routes/provisioning.tsx",
    "app/features/people/routes/access-units.tsx",
    "app/features/people/routes/access.tsx",
    "app/features/single-sign-on/routes/links.tsx",
    "app/features/single-sign-on/routes/provider-new-saml.tsx",
    "app/features/single-sign-on/routes/provider-new.tsx",
    "app/features/single-sign-on/routes/provider.tsx",
    "app/features/single-sign-on/routes/sign-on.tsx",
  ]);
  for (const path of found) {
    const action = text(path).split("export async function action")[1] ?? "";
    expect(ASKS.test(action), path).toBe(true);
  }
});
