import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  buildWhenNeeded,
  copyData,
  dataFolder,
  freePort,
  type Program,
} from "../../e2e/support/program.ts";
import { preparedSample } from "../../e2e/support/sample.ts";
import { ask, cleanUp, twohats } from "./running.ts";
import { cycleThatSays, signedIn } from "./visitor.ts";

// One data folder: the tests build on each other.
const dataDir = dataFolder();
const programs: Program[] = [];
let demo: Program;

async function start(words: string): Promise<{ program: Program; url: string }> {
  const port = await freePort();
  const program = await twohats(words, { dataDir, port });
  programs.push(program);
  await program.printed(/^ready (.+)$/m);
  return { program, url: `http://127.0.0.1:${port}` };
}

vi.setConfig({ testTimeout: 240_000 });
beforeAll(async () => {
  await buildWhenNeeded();
  copyData(await preparedSample(), dataDir);
}, 420_000);
afterAll(() => cleanUp(dataDir, programs));

test("killed while someone answers: what was said to be kept is there, once, and the rest can be given again", async () => {
  const { program, url } = await start("demo");
  demo = program;
  const rater = await signedIn(url, program, "rater with requests waiting");
  const request = (await rater.page("/requests")).match(/\/requests\/([0-9a-f-]{36})/)?.[1] ?? "";
  const kept = new Set<string>();
  const saves = Array.from({ length: 30 }, async (_, at) => {
    const field = `item-${at}`;
    const status = await rater.post(`/requests/${request}/save`, { [field]: "0" }).catch(() => 0);
    if (status === 200) kept.add(field);
  });
  await expect.poll(() => kept.size, { timeout: 20_000, interval: 1 }).toBeGreaterThan(3);
  await program.stop("SIGKILL");
  await Promise.all(saves);

  const next = await start("serve");
  const again = await signedIn(next.url, program, "rater with requests waiting", rater.jar);
  const stored = JSON.parse(await again.page(`/requests/${request}/save`)) as {
    fields: Record<string, string>;
  };
  expect([...kept].filter((field) => stored.fields[field] !== "0")).toEqual([]);
  expect(await again.post(`/requests/${request}/save`, { "item-29": "1" })).toBe(200);
  expect(await ask(dataDir, DOUBLED)).toBe(0);
  await next.program.stop("SIGINT");
});

const DOUBLED =
  "SELECT count(*) FROM (SELECT FROM response WHERE pseudonym IS NOT NULL GROUP BY subject_id, pseudonym HAVING count(*) > 1) d";

test("killed while it launches: all of it is done or none, and launched again nobody is asked or written to twice", async () => {
  const { program, url } = await start("serve");
  const hr = await signedIn(url, demo, "HR administrator");
  const cycle = await cycleThatSays(hr, "Choosing raters");
  const id = cycle.split("/").at(-1);
  const launched = hr.post(`${cycle}/setup/review`, { intent: "launch" }).catch(() => 0);
  await new Promise((resolve) => setTimeout(resolve, 40));
  await program.stop("SIGKILL");
  await launched;

  const state = (word: string) =>
    ask(dataDir, `SELECT count(*) FROM round WHERE id = '${id}' AND state = '${word}'`);
  const links = () => ask(dataDir, `SELECT count(*) FROM invitation WHERE round_id = '${id}'`);
  const next = await start("serve");
  const nothing = (await state("nominating")) === 1;
  expect(await links()).toBe(nothing ? 0 : await askedPeople(String(id)));
  const again = await signedIn(next.url, demo, "HR administrator");
  await again.post(`${cycle}/setup/review`, { intent: "launch" });
  expect(await state("collecting")).toBe(1);
  expect(await links()).toBe(await askedPeople(String(id)));
  const twice = `SELECT count(*) FROM (SELECT FROM message WHERE kind = 'invitation' AND about_id = '${id}' GROUP BY to_address HAVING count(*) > 1) d`;
  expect(await ask(dataDir, twice)).toBe(0);
  await next.program.stop("SIGINT");
});

const askedPeople = (cycleId: string) =>
  ask(
    dataDir,
    `SELECT count(DISTINCT person_id) FROM request WHERE round_id = '${cycleId}' AND state = 'invited'`,
  );
