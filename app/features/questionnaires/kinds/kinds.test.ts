import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { everyKind } from "../gallery/every-kind.ts";
import { kinds } from "./registry.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const SOURCES = ["app", "cli", "server", "bench", "packages"];

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.name === "node_modules" || entry.name === "dist") return [];
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

test("each kind is one folder with what it knows and how it looks", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.sort()).toEqual(Object.keys(kinds).sort());
  for (const name of folders)
    expect(readdirSync(join(import.meta.dirname, name))).toEqual(
      expect.arrayContaining([`${name}.ts`, `${name}-field.tsx`]),
    );
});

test("the sample asks something of every kind", () => {
  const asked = new Set(everyKind().items.map(({ kind }) => kind));
  expect([...asked].sort()).toEqual(Object.keys(kinds).sort());
});

const NAMES = Object.keys(kinds).join("|");
/** Comparing a kind with the name of one, in whatever way. */
const ASKS = new RegExp(
  `\\b(?:kind|scale)\\s*[!=]==?\\s*["'](?:${NAMES}|rating)["']|case\\s+["'](?:${NAMES})["']`,
);
/** The kinds themselves; the format before, which named its two scales; and what makes up ratings, on those two. */
const OTHERS = [
  // They know no item; their blocks have kinds of their own.
  "app/platform/",
  "app/ui/",
  "app/features/questionnaires/kinds/",
  "app/features/questionnaires/instruments/upgrade-instrument.ts",
  "app/sample/ratings.ts",
  // A check has one scale for all its items, of two; its result is worked out and drawn by that.
  "app/features/checks/browser/card.ts",
  "app/features/checks/domain/check.ts",
  "app/features/checks/domain/score.ts",
  "app/features/checks/result/",
  "bench/closing.ts",
];

test("nothing but the kinds themselves asks which kind an item is", () => {
  expect('if (item.kind === "choice") x();').toMatch(ASKS);
  expect('case "rank":').toMatch(ASKS);
  const sources = SOURCES.flatMap(filesIn).filter(
    (path) =>
      /\.tsx?$/.test(path) &&
      !/\.test\.tsx?$|\/testing\//.test(path) &&
      !OTHERS.some((folder) => path.startsWith(folder)),
  );
  expect(sources.length).toBeGreaterThan(500);
  const asking = sources.filter((path) => ASKS.test(readFileSync(join(ROOT, path), "utf8")));
  expect(asking).toEqual([]);
});
