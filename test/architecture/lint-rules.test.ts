import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const tree = mkdtempSync(join(tmpdir(), "twohats-lint-rules-"));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** What the house allows and a rule must not mistake for a slip. */
const clean: Record<string, string> = {
  "packages/psychometrics/src/dated.ts": "export const at = (ms: number) => new Date(ms);\n",
  "packages/psychometrics/src/dated.test.ts": "export const today = new Date();\n",
  "app/platform/clock/clock.ts": "export const clock = () => new Date();\n",
  "app/features/people/reads.server.ts": `${query("selectFrom")}`,
  "app/features/people/import-store.server.ts": `${query("insertInto")}`,
  "app/features/people/components/name.tsx":
    "export const Name = ({ name }: { name: string }) => <p>{name} · </p>;\n",
  "app/features/rounds/routes/rater-save.tsx":
    "export const action = async ({ request }: { request: Request }) => request.formData();\n",
  "app/platform/http/read-form.server.ts":
    "export const read = async (request: Request) => request.formData();\n",
  "cli/main.ts": 'console.log("ready");\n',
};

const pure = [
  "packages/psychometrics/src",
  "packages/disclosure/src",
  "app/features/people/domain",
].flatMap((folder) => [
  slip(`${folder}/now.ts`, "export const now = Date.now();\n", "takes the time"),
  slip(`${folder}/today.ts`, "export const today = new Date();\n", "takes the time"),
  slip(`${folder}/chance.ts`, "export const chance = Math.random();\n", "takes chance"),
  slip(`${folder}/call.ts`, 'export const call = () => fetch("/");\n', "global variable fetch"),
  slip(`${folder}/machine.ts`, "export const machine = process.env;\n", "global variable process"),
]);

const slips = [
  ...pure,
  slip("app/features/people/policy.ts", "export const now = Date.now();\n", "takes the time"),
  slip("app/features/people/list.server.ts", query("selectFrom"), "Queries live in"),
  slip("app/features/people/restore.server.ts", query("deleteFrom"), "Queries live in"),
  slip(
    "app/features/people/routes/person.tsx",
    "export const action = async ({ request }: { request: Request }) => request.formData();\n",
    "by its operation's schema",
  ),
  slip(
    "app/home/routes/welcome.tsx",
    "export async function action(args: { request: Request }) {\n  return new Map(await args.request.formData());\n}\n",
    "by its operation's schema",
  ),
  slip(
    "app/features/people/inline.ts",
    'export type Row = import("./row.ts").Row;\n',
    "Import the type at the top",
  ),
  slip(
    "app/features/people/components/title.tsx",
    "export const Title = () => <h1>People</h1>;\n",
    "string literal",
  ),
  slip(
    "app/features/people/components/close.tsx",
    "export const Close = ({ x }: { x: string }) => <button>{x}</button>;\n",
    "explicit type",
  ),
  slip(
    "app/features/people/components/form.tsx",
    'import { Form } from "react-router";\nexport const Ask = Form;\n',
    "a tab of another organisation",
  ),
  slip("app/features/people/list.ts", 'console.log("people");\n', "console"),
  slip(
    "app/features/people/forget.server.ts",
    "const save = async () => 1;\nexport const forget = () => {\n  save();\n};\n",
    "floating",
  ),
];

let messages: Map<string, string>;

beforeAll(() => {
  for (const path of ["biome.json", "script/lint"]) {
    cpSync(join(root, path), join(tree, path), { recursive: true });
  }
  write({ ".gitignore": "node_modules/\n", "package.json": "{}\n" });
  write(clean);
  write(Object.fromEntries(slips.map(({ file, code }) => [file, code])));
  messages = lint();
}, 60_000);

test.each(slips)("$file is refused: $message", ({ file, message }) => {
  expect(messages.get(file)).toContain(message);
});

test("what keeps the rules is left alone", () => {
  expect(Object.keys(clean).filter((file) => messages.has(file))).toEqual([]);
});

/** Lints the tree. @returns the messages by file. */
function lint(): Map<string, string> {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/@biomejs/biome/bin/biome"),
      "lint",
      "--reporter=json",
      "--max-diagnostics=none",
      ".",
    ],
    { cwd: tree, encoding: "utf8" },
  );
  const found = new Map<string, string>();
  const { diagnostics } = JSON.parse(stdout || "{}") as {
    diagnostics?: { message: string; location: { path: string } }[];
  };
  if (!diagnostics) throw new Error(`Biome gave no result: ${stderr}`);
  for (const { message, location } of diagnostics) {
    found.set(location.path, `${found.get(location.path) ?? ""}${message}\n`);
  }
  return found;
}

function query(verb: string): string {
  return `type Db = { ${verb}(table: string): number };\nexport const rows = (db: Db) => db.${verb}("person");\n`;
}

function slip(file: string, code: string, message: string) {
  return { file, code, message };
}

function write(files: Record<string, string>): void {
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), contents);
  }
}
