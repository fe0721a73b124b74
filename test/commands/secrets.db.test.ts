import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { buildWhenNeeded, dataFolder } from "../../e2e/support/program.ts";
import { type OwnServer, startOwnServer } from "./own-server.ts";
import { cleanUp, databasesOn, outcomeOf, STACK_TRACE } from "./running.ts";

// One data folder, and one server of the operator's own: the tests build on each other.
const dataDir = dataFolder();
const elsewhere = dataFolder();
const secret = join(dataDir, "secret");
const OTHER = "another secret that nobody made it with";
let server: OwnServer;

async function refused(words: string, env: Record<string, string> = {}): Promise<string> {
  const { code, output } = await outcomeOf(words, { dataDir, env });
  expect([code, output]).toEqual([1, expect.not.stringMatching(STACK_TRACE)]);
  expect(databasesOn(dataDir)).toEqual([]);
  return output;
}
const upToDate = (env: Record<string, string> = {}) =>
  outcomeOf("migrate", { dataDir, env }).then(({ output }) => output);

// Whole programs and databases start here: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000 });
beforeAll(async () => {
  await buildWhenNeeded();
  server = await startOwnServer(elsewhere);
}, 240_000);
afterAll(async () => {
  await server.stop();
  await cleanUp(dataDir, []);
  await cleanUp(elsewhere, []);
});

test("the embedded database refuses another secret in words, and takes the right one as before", async () => {
  expect(await upToDate()).toMatch(/^applied /m);
  expect(await refused("serve", { TWOHATS_SECRET: OTHER })).toMatch(
    /was made with another secret.*\nNothing was changed/,
  );
  expect(await upToDate()).toBe("The database is up to date.\n");
  const own = readFileSync(secret, "utf8");
  expect(await upToDate({ TWOHATS_SECRET: own })).toBe("The database is up to date.\n");
});

test("a secret file that is missing or emptied is said, and never made anew beside its database", async () => {
  renameSync(secret, `${secret}.kept`);
  expect(await refused("demo")).toContain(`The secret ${secret} is missing`);
  writeFileSync(secret, "");
  expect(await refused("serve")).toContain(`The secret ${secret} is empty`);
  renameSync(`${secret}.kept`, secret);
  expect(await upToDate()).toBe("The database is up to date.\n");
});

test("a database of the operator's own refuses another secret, until it is replaced knowingly", async () => {
  const DATABASE_URL = server.url;
  const own = { DATABASE_URL, TWOHATS_SECRET: "the secret that this database was made with" };
  const other = { DATABASE_URL, TWOHATS_SECRET: OTHER };
  expect(await upToDate(own)).toMatch(/^applied /m);
  for (const words of ["serve", "migrate"])
    expect(await refused(words, other)).toContain("made with another TWOHATS_SECRET");
  expect(await upToDate(own), "the first one works as before").toMatch(/up to date/);
  const replaced = await outcomeOf("migrate --new-secret", { dataDir, env: other });
  expect(replaced.code).toBe(0);
  expect(await refused("serve", own)).toContain("made with another TWOHATS_SECRET");
});

test.for<[name: string, spoil: Partial<URL>, words: RegExp]>([
  ["a wrong password", { password: "wrong" }, /refuses the user or the password/],
  ["a name that is not there", { pathname: "/none" }, /no database of that name/],
  ["a port nobody listens on", { port: "1" }, /cannot be reached/],
])("%s in DATABASE_URL is said in words", async ([, spoil, words]) => {
  const { href } = Object.assign(new URL(server.url), spoil);
  expect(await refused("migrate", { DATABASE_URL: href, TWOHATS_SECRET: OTHER })).toMatch(words);
});
