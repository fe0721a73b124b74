import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const tree = mkdtempSync(join(tmpdir(), "twohats-adding-a-feature-"));
const PATIENCE = 240_000;
const TAKEN = [
  ...["app", "packages", "migrations", "package.json", "tsconfig.json", "vite.config.ts"],
  ...["react-router.config.ts", ".dependency-cruiser.mjs", "cli", "server", "content"],
];

const doc = readFileSync(join(root, "docs/adding-a-feature.md"), "utf8");
const blocks = [...doc.matchAll(/^```(\w+) (\S+)\n(.*?)^```$/gms)].map(
  ([, kind = "", path = "", code = ""]) => ({ kind, path, code }),
);

/** What script/generate-db-types.ts writes for the table of the migration. */
const TABLE = `export interface BoardNotice {
  id: string;
  lastDay: string;
  organisationId: string;
  personId: string;
  text: string;
}

export interface DB {
  boardNotice: BoardNotice;`;

beforeAll(() => {
  const filter = (path: string) => !/\.test\.tsx?$|\/(testing|node_modules|dist)$/.test(path);
  for (const each of TAKEN) cpSync(join(root, each), join(tree, each), { recursive: true, filter });
  install();
  for (const { kind, path, code } of blocks)
    if (kind === "diff") edit(path, (text) => patched(text, code));
    else write(path, code);
  edit("app/platform/db/schema.gen.ts", (text) => text.replace("export interface DB {", TABLE));
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

test("it is its folder, a migration and two lines elsewhere", () => {
  const elsewhere = blocks.filter(({ path }) => !path.startsWith("app/features/board/"));
  expect(elsewhere.map(({ kind, path }) => [kind, path])).toEqual([
    ["diff", "app/floors.json"],
    ["diff", "app/features.ts"],
    ["sql", "migrations/9999_board.sql"],
  ]);
  for (const { kind, code } of elsewhere)
    if (kind === "diff")
      expect(code.split("\n").filter((line) => line.startsWith("+"))).toHaveLength(1);
});

test("it has its address, and compiles", { timeout: PATIENCE }, () => {
  const routes = run("react-router", "routes", "--json");
  expect(routes).toContain('"features/board/routes/board.tsx"');
  run("react-router", "typegen");
  expect(run("tsc", "-b", ".")).toBe("");
});

test("it keeps the import rules", { timeout: PATIENCE }, () => {
  const found = run("depcruise", "--output-type", "err", "app/features/board", "app/features.ts");
  expect(found).toContain("no dependency violations found");
});

test("its texts are there for every key it names", () => {
  const texts = JSON.parse(
    readFileSync(join(tree, "app/features/board/texts/en/board.json"), "utf8"),
  );
  const named = blocks.flatMap(({ code }) => [...code.matchAll(/\bt\("([\w.]+)"/g)]);
  expect(named.length).toBeGreaterThan(5);
  for (const [, key = ""] of named)
    expect([key, texts[key] ?? texts[`${key}_other`]]).toEqual([key, expect.any(String)]);
});

function run(program: string, ...args: string[]): string {
  const bin = join(root, "node_modules/.bin", program);
  const { status, stdout, stderr } = spawnSync(bin, args, { cwd: tree, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}:\n${stdout}\n${stderr}`);
  return stdout;
}

/** The installed packages, with this tree's own in place of the ones it was copied from. */
function install(): void {
  const from = join(root, "node_modules");
  const to = join(tree, "node_modules");
  mkdirSync(join(to, "@twohats"), { recursive: true });
  for (const name of readdirSync(from))
    if (name !== "@twohats") symlinkSync(join(from, name), join(to, name));
  for (const name of readdirSync(join(tree, "packages")))
    symlinkSync(join(tree, "packages", name), join(to, "@twohats", name));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}

function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(join(tree, path), "utf8");
  const after = change(before);
  if (after === before) throw new Error(`${path} is not as the page says it is`);
  write(path, after);
}

/** A text with the lines of a patch in place of those that it takes away or keeps. */
function patched(text: string, patch: string): string {
  const lines = patch.trimEnd().split("\n");
  const side = (sign: string) =>
    lines.flatMap((line) => (line.startsWith(" ") || line.startsWith(sign) ? [line.slice(1)] : []));
  return text.replace(side("-").join("\n"), side("+").join("\n"));
}
