import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import floors from "../../app/floors.json" with { type: "json" };

const root = resolve(import.meta.dirname, "../..");
const MOST_LINES = 400;
const MOST_FILES = 220;

test(`no source file is longer than ${MOST_LINES} lines: past that, a noun is missing`, () => {
  const folders = ["app", "packages", "cli", "server", "bin", "e2e", "bench", "script", ".ci"];
  const sources = folders.flatMap(filesIn).filter(isWrittenByHand);
  const long = sources
    .map((path) => ({ path, lines: readFileSync(join(root, path), "utf8").split("\n").length - 1 }))
    .filter(({ lines }) => lines > MOST_LINES);
  expect(sources.length).toBeGreaterThan(10);
  expect(long).toEqual([]);
});

test("content/ holds data only, so that it can be edited without running anything", () => {
  const others = filesIn("content").filter((path) => !/\.(json|md|csv|txt)$/.test(path));
  expect(others).toEqual([]);
});

test("every feature says in its README what it owns", () => {
  const features = readdirSync(join(root, "app/features"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && filesIn(`app/features/${entry.name}`).length > 0)
    .map(({ name }) => name);
  expect(features.length).toBeGreaterThan(0);
  const silent = features.filter(
    (name) => !filesIn(`app/features/${name}`).includes(`app/features/${name}/README.md`),
  );
  expect(silent).toEqual([]);
});

test("a feature's README names files and folders that are there", () => {
  const all = ["app", "bench", "content", "packages"].flatMap(filesIn);
  const there = (path: string) =>
    all.some((file) => file === path || file.startsWith(`${path}.`) || file.startsWith(`${path}/`));
  const lost = floors.flat().flatMap((name) => {
    const readme = `app/features/${name}/README.md`;
    if (!all.includes(readme)) return [];
    const named = readFileSync(join(root, readme), "utf8").matchAll(
      /`([a-z][\w.-]*(?:\/[\w.-]+)+)\/?`/g,
    );
    return [...named]
      .map(([, path = ""]) => path)
      .filter((path) => !["app/features/", "app/", ""].some((from) => there(`${from}${path}`)))
      .filter((path) => !there(`app/features/${name}/${path}`))
      .map((path) => `${name}: ${path}`);
  });
  expect(lost).toEqual([]);
});

test("every feature stands on a floor", () => {
  const features = readdirSync(join(root, "app/features"));
  expect(features.filter((name) => !floors.flat().includes(name))).toEqual([]);
});

test(`no feature has more than ${MOST_FILES} files, tests not counted`, () => {
  const counts = floors.flat().map((name) => {
    const own = filesIn(`app/features/${name}`).filter(
      (path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\/testing\//.test(path),
    );
    return { name, files: own.length };
  });
  expect(counts.filter(({ files }) => files > MOST_FILES)).toEqual([]);
});

function isWrittenByHand(path: string): boolean {
  const isSource = /(\.(tsx?|mjs|css|sh|grit)|\/[^./]+)$/.test(path);
  return isSource && !/\.(gen|test)\.tsx?$/.test(path);
}

function filesIn(folder: string): string[] {
  let entries: ReturnType<typeof readFolder>;
  try {
    entries = readFolder(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.name === "node_modules" || entry.name === "dist") return [];
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

function readFolder(folder: string) {
  return readdirSync(join(root, folder), { withFileTypes: true });
}
