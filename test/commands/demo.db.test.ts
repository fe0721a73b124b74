import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { onDatabase } from "../../e2e/support/database.ts";
import { buildWhenNeeded, dataFolder, freePort, type Program } from "../../e2e/support/program.ts";
import { ask, cleanUp, databasesOn, outcomeOf, STACK_TRACE, twohats } from "./running.ts";
import { signedIn } from "./visitor.ts";

// One data folder from a first run that is killed to a last one that is refused: the tests build on each other.
const dataDir = dataFolder();
const programs: Program[] = [];
let running: Program;
let port: number;

const ACCOUNTS = 'SELECT count(*) FROM auth."user"';
const PEOPLE = "SELECT count(*) FROM person WHERE status = 'active'";

async function start(words: string): Promise<Program> {
  port = await freePort();
  const program = await twohats(words, { dataDir, port });
  programs.push(program);
  return program;
}

// Whole programs and databases start here: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000 });
beforeAll(buildWhenNeeded, 240_000);
afterAll(() => cleanUp(dataDir, programs));

test("a first run killed while it loads the sample leaves half of it, and its database running", async () => {
  const first = await start("demo");
  await first.printed(/^Loading the sample organisation/m);
  await expect.poll(() => ask(dataDir, PEOPLE), { timeout: 60_000, interval: 50 }).toBe(240);
  await first.stop("SIGKILL");
  expect(databasesOn(dataDir)).toHaveLength(1);
  expect(await ask(dataDir, ACCOUNTS)).toBe(0);
});

test("the next run starts afresh, is complete and prints who can sign in", async () => {
  const [orphan] = databasesOn(dataDir);
  running = await start("demo");
  const [, url] = await running.printed(/^ready (.+)$/m);
  expect(url).toBe(`http://127.0.0.1:${port}`);
  expect(running.output()).toMatch(/^Loading the sample organisation/m);
  expect(running.output().match(/^ {2}\S+@harbourline\.example +\S.+, \S.+$/gm)).toHaveLength(4);
  expect(databasesOn(dataDir), "the database left behind is used").toEqual([orphan]);
  expect(await ask(dataDir, "SELECT count(*) FROM organisation")).toBe(1);
  expect(await ask(dataDir, PEOPLE)).toBe(240);
  expect(await ask(dataDir, ACCOUNTS)).toBe(4);
});

test("everyone who is printed can sign in with the printed password", async () => {
  const password = running.output().match(/password is: (.+)$/m)?.[1] ?? "";
  const emails = [...running.output().matchAll(/^ {2}(\S+@\S+)/gm)].map((found) => found[1] ?? "");
  for (const email of emails) {
    const answer = await fetch(`http://127.0.0.1:${port}/sign-in`, {
      method: "POST",
      body: new URLSearchParams({ email, password, next: "/" }),
      headers: { origin: `http://127.0.0.1:${port}` },
      redirect: "manual",
    });
    expect([email, answer.status]).toEqual([email, 302]);
  }
  expect(emails).toHaveLength(4);
});

test("a second run on the same data says that one is running, and leaves it alone", async () => {
  const { code, output } = await outcomeOf("serve", { dataDir });
  expect(code).toBe(1);
  expect(output).toMatch(
    new RegExp(`already running with this data folder \\(process ${running.child.pid}\\)`),
  );
  expect(output).not.toMatch(STACK_TRACE);
  expect((await fetch(`http://127.0.0.1:${port}/sign-in`)).status).toBe(200);
});

test("SIGINT ends the program and its database", async () => {
  expect(await running.stop("SIGINT")).toBe(0);
  expect(databasesOn(dataDir)).toEqual([]);
});

test("after a run that was killed while serving, everything is still there", async () => {
  const killed = await start("serve");
  await killed.printed(/^ready /m);
  await killed.stop("SIGKILL");
  expect(databasesOn(dataDir)).toHaveLength(1);
  const next = await start("demo");
  await next.printed(/^ready /m);
  expect(next.output(), "the sample is not loaded again").not.toMatch(/^Loading/m);
  expect(next.output().match(/^ {2}\S+@harbourline\.example /gm)).toHaveLength(4);
  expect(await ask(dataDir, PEOPLE)).toBe(240);
  expect(await next.stop("SIGINT")).toBe(0);
  expect(databasesOn(dataDir)).toEqual([]);
});

test("letters are shown in the demonstration while its own people are the only ones, and then no more", async () => {
  const outbox = async (meanwhile: string) => {
    const program = await start("demo");
    const [, url = ""] = await program.printed(/^ready (.+)$/m);
    const hr = await signedIn(url, running, "HR administrator");
    const page = await hr.page("/outbox");
    await onDatabase(dataDir, meanwhile);
    expect(await program.stop("SIGINT")).toBe(0);
    return page;
  };
  const letter = /href="\/outbox\/[0-9a-f-]+"/;
  const shown = await outbox(
    `INSERT INTO auth."user" (id, name, email, "emailVerified") VALUES ('ada', 'Ada', 'ada@house.example', true)`,
  );
  expect(shown).toMatch(letter);
  const closed = await outbox(`DELETE FROM auth."user" WHERE id = 'ada'`);
  expect(closed).toContain("No letter leaves this server");
  expect(closed).not.toMatch(letter);
});

test.for(["serve", "demo"])(
  "%s on a busy port names another and leaves nothing running",
  async (command) => {
    const holder = createServer();
    const busy = await new Promise<number>((listening) => {
      holder.listen(0, "127.0.0.1", () => {
        const address = holder.address();
        listening(address !== null && typeof address === "object" ? address.port : 0);
      });
    });
    const { code, output } = await outcomeOf(command, { dataDir, port: busy });
    holder.close();
    expect(code).toBe(1);
    expect(output).toContain(`Port ${busy} is in use by another program`);
    expect(output).toMatch(new RegExp(`PORT=${busy + 1}`));
    expect(output).not.toMatch(STACK_TRACE);
    expect(databasesOn(dataDir)).toEqual([]);
  },
);

test("data of another PostgreSQL version is refused and stays as it is", async () => {
  const path = join(dataDir, "postgres/data/PG_VERSION");
  const own = readFileSync(path, "utf8");
  writeFileSync(path, "17\n");
  const { code, output } = await outcomeOf("migrate", { dataDir });
  expect(code).toBe(1);
  expect(output).toMatch(/was made by PostgreSQL 17; this Twohats brings PostgreSQL 18/);
  expect(output).not.toMatch(STACK_TRACE);
  expect(readFileSync(path, "utf8")).toBe("17\n");
  writeFileSync(path, own);
  expect((await outcomeOf("migrate", { dataDir })).output).toMatch(/up to date/);
});
