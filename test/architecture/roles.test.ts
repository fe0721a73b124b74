import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rolesTable } from "./roles-table.ts";

test("docs/roles.md says who may do what, cell by cell (then: npm run generate:roles)", async () => {
  const told = readFileSync("docs/roles.md", "utf8")
    .split("\n")
    .filter((line) => /^\| +[^-]/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(told).toEqual(await rolesTable());
});

/** What decides about something else than who asks, or by rules that have rows. */
const ABOUT_NOBODY: Record<string, string> = {
  mayBeAskedAgain: "how many may be asked of one person",
  mayWiden: "how wide the rules of a round are",
  mayTakePart: "who can be in a round that is copied",
  mayAdd: "either of two rules that have rows",
  mayBeCalibrated: "what evidence was given for",
  mayClose: "whoever runs the round, which has rows, and the clock",
  mayRunServer: "whoever runs the server, who is no account",
  mayBeRead: "whether this server shows letters at all",
};

test("everything that decides who may do what has a row there, asked by itself or by what has one", () => {
  const sources = globSync("app/features/**/*.ts").filter((path) => !/\.test\.ts$/.test(path));
  const rows = sources
    .filter((path) => /\/(?:feature\.server|abilities)\.ts$/.test(path))
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");
  const [missing, used]: [string[], Set<string>] = [[], new Set()];
  for (const path of sources) {
    const text = readFileSync(path, "utf8");
    for (const [, name = ""] of text.matchAll(
      /^(?:export )?(?:const|function) (may[A-Z]\w+)\b/gm,
    )) {
      if (name in ABOUT_NOBODY) used.add(name);
      else if (!isAsked(name, rows, text)) missing.push(`${name} in ${path}`);
    }
  }
  expect(missing).toEqual([]);
  expect([...used].sort()).toEqual(Object.keys(ABOUT_NOBODY).sort());
});

/** Asked by the rows of its feature, or by another rule beside it that is. */
function isAsked(name: string, rows: string, beside: string): boolean {
  const word = (text: string, one: string) => text.split(/\W+/).includes(one);
  if (word(rows, name)) return true;
  return beside.split(/^(?=(?:export )?(?:const|function) )/m).some((rule) => {
    const [, asker = ""] = /^(?:export )?(?:const|function) (\w+)/.exec(rule) ?? [];
    return asker !== name && word(rule, name) && word(rows, asker);
  });
}
