import { expect, test } from "vitest";
import { type Lock, licenceProblems } from "./licence-problems.ts";

const lock = (license: string | undefined, more: Lock["packages"][string] = {}): Lock => ({
  packages: {
    "": { license: "AGPL-3.0-or-later" },
    "packages/ours": { license: "MIT" },
    "node_modules/@ours/ours": { link: true },
    "node_modules/outer/node_modules/inner": {
      ...(license === undefined ? {} : { license }),
      ...more,
    },
  },
});

test.each(["MIT", "Apache-2.0 AND MIT", "(MIT OR EUPL-1.1+)", "MIT AND OFL-1.1", "MPL-2.0"])(
  "%s may be shipped",
  (licence) => {
    expect(licenceProblems(lock(licence))).toEqual([]);
  },
);

test.each([
  "GPL-2.0-only",
  "MIT AND SSPL-1.0",
  "BUSL-1.1",
  "UNLICENSED",
  "SEE LICENSE IN LICENSE.md",
  "",
])("%s may not, and the package is named", (licence) => {
  expect(licenceProblems(lock(licence))).toEqual([
    `inner has the licence ${licence}, and is shipped`,
  ]);
});

test("what only builds and tests may have more, and no licence at all is none", () => {
  expect(licenceProblems(lock("CC-BY-4.0", { dev: true }))).toEqual([]);
  expect(licenceProblems(lock("CC-BY-4.0"))).toHaveLength(1);
  expect(licenceProblems(lock("SSPL-1.0", { dev: true }))).toEqual([
    "inner has the licence SSPL-1.0",
  ]);
  expect(licenceProblems(lock(undefined))).toEqual(["inner names no licence"]);
});
