import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { peopleFile } from "../../app/features/people-import/testing/people-file.ts";
import { buildWhenNeeded, dataFolder, type Program } from "../../e2e/support/program.ts";
import { cleanUp, databasesOn, outcomeOf, STACK_TRACE, twohats } from "./running.ts";

// One data folder, from nothing to an organisation with people: the tests build on each other.
const dataDir = dataFolder();
const programs: Program[] = [];
const run = (words: string) => outcomeOf(words, { dataDir });

function fileOf(name: string, content: string | Buffer): string {
  const path = join(dataDir, name);
  writeFileSync(path, content);
  return path;
}

// Whole programs and databases start here: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000 });
beforeAll(buildWhenNeeded, 240_000);
afterAll(() => cleanUp(dataDir, programs));

test("--help lists the commands", async () => {
  const { code, output } = await run("--help");
  expect(code).toBe(0);
  for (const command of ["serve", "migrate", "demo", "import"])
    expect(output).toMatch(new RegExp(`^  ${command}\\b`, "m"));
});

test("an unknown command ends with an error and points to --help", async () => {
  for (const words of ["sing", "import songs"]) {
    const { code, output } = await run(words);
    expect([words, code]).toEqual([words, 1]);
    expect(output).toMatch(/unknown (command|option)/);
    expect(output).toContain("--help");
    expect(output).not.toMatch(STACK_TRACE);
  }
});

test("--version prints the package's version", async () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect((await run("--version")).output).toBe(`${version}\n`);
});

test("migrate applies everything once, and a second time has nothing to do", async () => {
  const first = await run("migrate");
  expect(first.code).toBe(0);
  expect(first.output).toMatch(/^applied \d+/m);
  expect(await run("migrate")).toEqual({ code: 0, output: "The database is up to date.\n" });
  expect(databasesOn(dataDir)).toEqual([]);
});

test("an import without an organisation says how to make one", async () => {
  const { code, output } = await run(`import people ${fileOf("people.csv", peopleFile(12))}`);
  expect(code).toBe(1);
  expect(output).toContain("There is no organisation yet.");
  expect(output).toContain("twohats serve");
  expect(output).not.toMatch(STACK_TRACE);
});

test("a new server is set up with the code that serve prints", async () => {
  const program = await twohats("serve", { dataDir });
  programs.push(program);
  const [, url = ""] = await program.printed(/^ready (.+)$/m);
  const code = program.output().match(/\/welcome with the code (\S+)$/m)?.[1] ?? "";
  const form = { organisation: "Skerry", name: "Ana", email: "ana@skerry.test" };
  const answer = await fetch(`${url}/welcome`, {
    method: "POST",
    body: new URLSearchParams({ ...form, code, password: "correct horse battery" }),
    headers: { origin: url },
    redirect: "manual",
  });
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "/people/import"]);
  expect(await program.stop()).toBe(0);
});

test("an import shows what would change, and stores it with --yes only", async () => {
  const file = fileOf("people.csv", peopleFile(12));
  const summary = "new 12, changed 0, unchanged 0, not in the file 0, rejected 0\n";
  expect(await run(`import people ${file}`)).toEqual({
    code: 0,
    output: `${summary}Nothing was stored. Add --yes to store it.\n`,
  });
  expect(await run(`import people ${file} --yes`), "nothing had been stored").toEqual({
    code: 0,
    output: `${summary}Stored.\n`,
  });
  const again = await run(`import people ${file} --organisation Skerry`);
  expect(again.code).toBe(0);
  expect(again.output).toMatch(/^new 0, changed 0, unchanged 12, not in the file 0, rejected 0$/m);
});

test("the operator appoints an administrator, who opens an account by the printed link, and never removes the last", async () => {
  const listed = await run("administrator list");
  expect(listed.output).toMatch(/^ana@skerry\.test +owner +Ana, since \d{4}-\d{2}-\d{2}$/m);
  const appointed = await run("administrator appoint PERSON.3@example.org");
  expect(appointed).toMatchObject({ code: 0 });
  expect(appointed.output).toMatch(/has the office of owner as soon as they open an account\./);
  expect(appointed.output).toMatch(/within 60 days: http\S+\/join\/\S+$/m);
  for (const [words, message] of [
    ["administrator appoint person.3@example.org", /in office already, or was asked to be/],
    ["administrator appoint nobody@example.org", /Nobody in the directory has the address nobody@/],
    ["administrator remove person.3@example.org", /Nobody in office signs in with person\.3@/],
    ["administrator remove ana@skerry.test", /Ana is the last owner who is in\./],
  ] as const) {
    const { code, output } = await run(words);
    expect([words, code]).toEqual([words, 1]);
    expect(output).toMatch(message);
    expect(output).not.toMatch(STACK_TRACE);
  }
});

test("the operator prints a link to choose a new password, for whoever signs in here and nobody else", async () => {
  const printed = await run("account new-password Ana@skerry.test");
  expect(printed).toMatchObject({ code: 0 });
  expect(printed.output).toMatch(/^Ana chooses .* within an hour: http\S+\/new-password\/\S+$/m);
  for (const address of ["nobody@skerry.test", "person.4@example.org"]) {
    const { code, output } = await run(`account new-password ${address}`);
    expect(code).toBe(1);
    expect(output).toMatch(/Nobody in this organisation signs in with/);
    expect(output).not.toMatch(STACK_TRACE);
  }
});

test("the operator is told whether the audit record is whole", async () => {
  const { code, output } = await run("audit verify");
  expect(code).toBe(0);
  expect(output).toMatch(/^The audit record is whole: \d+ records in \d+ seals, and \d+ since/m);
});

test("the operator takes a second step from whoever has one and signs in here", async () => {
  for (const [address, words] of [
    ["ana@skerry.test", /Ana signs in without a second step/],
    ["nobody@skerry.test", /Nobody in this organisation signs in with/],
  ] as const) {
    const { code, output } = await run(`account no-second-step ${address}`);
    expect(code).toBe(1);
    expect(output).toMatch(words);
    expect(output).not.toMatch(STACK_TRACE);
  }
});

test("the operator lists somebody's passkeys, and takes them away from whoever has some and signs in here", async () => {
  const listed = await run("account passkeys ana@skerry.test");
  expect(listed).toMatchObject({ code: 0 });
  expect(listed.output).toContain("Ana has no passkey.");
  for (const [words, message] of [
    ["passkeys nobody@skerry.test", /Nobody in this organisation signs in with/],
    ["no-passkeys ana@skerry.test", /Ana has no passkey\.\s+Nothing was changed/],
    ["no-passkeys nobody@skerry.test", /Nobody in this organisation signs in with/],
  ] as const) {
    const { code, output } = await run(`account ${words}`);
    expect([words, code]).toEqual([words, 1]);
    expect(output).toMatch(message);
    expect(output).not.toMatch(STACK_TRACE);
  }
});

test.for([
  ["a missing file", "nowhere.csv", /There is no file nowhere\.csv\./],
  ["an unknown organisation", "PEOPLE --organisation Holm", /named Holm\.\s+There are: Skerry/],
  ["a file without the needed columns", "SONGS", /columns are not enough to recognise people/],
  ["a file that is no table", "NOISE", /Nothing was changed\./],
] as const)("%s is refused in words", async ([, words, message]) => {
  const files = {
    PEOPLE: fileOf("people.csv", peopleFile(12)),
    SONGS: fileOf("songs.csv", "Title,Length\nGrey seal,3:10\n"),
    NOISE: fileOf("noise.xlsx", Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1, 2, 250])),
  };
  const said = words.replace(/[A-Z]{5,}/, (name) => files[name as keyof typeof files] ?? name);
  const { code, output } = await run(`import people ${said}`);
  expect(code).toBe(1);
  expect(output).toMatch(message);
  expect(output).not.toMatch(STACK_TRACE);
  expect(databasesOn(dataDir)).toEqual([]);
});
