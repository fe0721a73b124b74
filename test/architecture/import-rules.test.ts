import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import floors from "../../app/floors.json" with { type: "json" };
import { cleanTree } from "./clean-tree.ts";
import { planted } from "./planted-violations.ts";

type Rules = { forbidden: { name: string; comment: string }[] };
type Violation = { rule: string; file: string; to: string; comment: string };

const root = resolve(import.meta.dirname, "../..");
const config = join(root, ".dependency-cruiser.mjs");
const { default: rules } = (await import(config)) as { default: Rules };
const tree = mkdtempSync(join(tmpdir(), "twohats-import-rules-"));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

let caughtWhenClean: Violation[];
let caught: Violation[];

beforeAll(() => {
  write(cleanTree);
  for (const name of ["psychometrics", "disclosure"]) {
    write({ [`packages/${name}/package.json`]: packageOf(name) });
    mkdirSync(join(tree, "node_modules/@twohats"), { recursive: true });
    symlinkSync(join(tree, "packages", name), join(tree, "node_modules/@twohats", name));
  }
  caughtWhenClean = cruise();
  write(Object.fromEntries(planted.map(({ file, code }) => [file, code])));
  write({
    // The other ends of a policy that reads the database, of figures that lead to paper, and of a cycle.
    "app/features/reports/report/printed.server.ts":
      'export { printed } from "~/platform/print/printed.ts";',
    "app/platform/print/printed.ts": "export const printed = 1;",
    "app/features/frameworks/reads.server.ts": "export const readFrameworks = 1;",
    "app/features/people/hen.server.ts":
      'import type { Egg } from "./egg.server.ts"; export type Hen = { egg: Egg };',
  });
  caught = cruise();
}, 60_000);

test("an application that keeps the rules passes", () => {
  expect(caughtWhenClean).toEqual([]);
});

describe("each planted violation is caught by its own rule, with a reason", () => {
  test.each(planted)("$rule: $file", ({ rule, file, to }) => {
    const found = caught.filter((violation) => violation.file === file);
    expect(found.map((violation) => [violation.rule, violation.to])).toEqual([[rule, to]]);
    expect(found[0]?.comment).toMatch(/\w+ \w+/);
  });
});

test("nothing is caught that was not planted", () => {
  const files = new Set(planted.map(({ file }) => file));
  expect(caught.filter(({ file }) => !files.has(file))).toEqual([]);
});

test("every rule has a planted violation", () => {
  const written = rules.forbidden.map(({ name }) => name).sort();
  // The top floor may import every feature, so nothing can break its line in the table.
  const top = new Set(floors.at(-1)?.map((feature) => `feature-table-${feature}`));
  const breakable = written.filter((name) => !top.has(name));
  expect([...new Set(planted.map(({ rule }) => rule))].sort()).toEqual(breakable);
});

describe("folders", () => {
  const folderConfig = join(root, ".dependency-cruiser.folders.mjs");
  const comments = async () =>
    ((await import(folderConfig)) as { default: Rules }).default.forbidden.map(
      ({ comment }) => comment,
    );

  test("stand on each other, doors not counted, and two that need each other are caught with a reason", async () => {
    const circular = () =>
      cruise(folderConfig).filter(
        ({ rule, file }) => rule === "no-folder-cycles" && /\/(coop|nest)$/.test(file),
      );
    expect(circular()).toEqual([]);
    write({
      "app/features/people/nest/hatch.ts":
        'import type { Chick } from "../coop/chick.ts"; export type Hatch = { chick: Chick };',
      "app/features/people/nest/straw.ts": "export type Straw = 1;",
      "app/features/people/coop/chick.ts":
        'import type { Straw } from "../nest/straw.ts"; export type Chick = { straw: Straw };',
    });
    expect(circular().map(({ file }) => file)).toEqual([
      "app/features/people/coop",
      "app/features/people/nest",
    ]);
    expect(await comments()).toEqual([expect.stringMatching(/\w+ \w+/)]);
  }, 60_000);
});

/** Runs dependency-cruiser over the tree, as `npm run check` does over this checkout. */
function cruise(rulesOf = config): Violation[] {
  const folders = ["app", "packages", "cli", "server", "content", "e2e"];
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs"),
      "--config",
      rulesOf,
      "--output-type",
      "json",
      ...folders,
    ],
    { cwd: tree, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  if (!stdout.startsWith("{")) throw new Error(`dependency-cruiser gave no result: ${stderr}`);
  const { summary } = JSON.parse(stdout) as {
    summary: {
      violations: { from: string; to: string; rule: { name: string }; comment?: string }[];
    };
  };
  const comments = new Map(rules.forbidden.map(({ name, comment }) => [name, comment]));
  return summary.violations.map(({ from, to, rule }) => ({
    rule: rule.name,
    file: from,
    to,
    comment: comments.get(rule.name) ?? "",
  }));
}

function packageOf(name: string): string {
  return JSON.stringify({ name: `@twohats/${name}`, exports: { ".": "./src/index.ts" } });
}

function write(files: Record<string, string>): void {
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), contents);
  }
}
