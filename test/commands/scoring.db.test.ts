import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { onDatabase } from "../../e2e/support/database.ts";
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

const dataDir = dataFolder();
const programs: Program[] = [];

// A process that was killed is looked for every second, instead of every minute.
const env = { MISSED_JOBS_SECONDS: "1" };

async function start(words: string): Promise<{ program: Program; url: string }> {
  const port = await freePort();
  const program = await twohats(words, { dataDir, port, env });
  programs.push(program);
  await program.printed(/^ready (.+)$/m);
  return { program, url: `http://127.0.0.1:${port}` };
}

// Whole programs and databases start here: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000 });
beforeAll(async () => {
  await buildWhenNeeded();
  copyData(await preparedSample(), dataDir);
}, 420_000);
afterAll(() => cleanUp(dataDir, programs));

const CLOSING = "SELECT count(*) FROM round WHERE state = 'closing'";
/** As if the queue's half a minute had passed since the killed process last gave a sign of life. */
const SILENT = `UPDATE pgboss.job SET heartbeat_on = heartbeat_on - heartbeat_seconds * interval '1 second'
  WHERE name = 'score-cycle' AND state = 'active' AND heartbeat_seconds = 30 RETURNING id`;
const THE_CYCLE = "(SELECT round_id FROM closure ORDER BY requested_at DESC LIMIT 1)";

test("killed while it scores, the next run goes on: every report once, every tie cut", async () => {
  const { program, url } = await start("demo");
  const hr = await signedIn(url, program, "HR administrator");
  const cycle = await cycleThatSays(hr, "Collecting answers");
  const revision = (await hr.page(`${cycle}/close`)).match(/name="revision" value="(\d+)"/)?.[1];
  await hr.send(`${cycle}/close`, { revision: revision ?? "" });
  expect(await ask(dataDir, CLOSING)).toBe(1);
  expect(await ask(dataDir, "SELECT count(*) FROM closure WHERE state = 'waiting'")).toBe(1);
  await hr.send(cycle, { intent: "score-now" });
  const scoring = "SELECT count(*) FROM closure WHERE state = 'scoring'";
  await expect.poll(() => ask(dataDir, scoring), { timeout: 20_000, interval: 5 }).toBe(1);
  await program.stop("SIGKILL");
  expect(await ask(dataDir, CLOSING), "killed before it was finished").toBe(1);

  expect(await onDatabase(dataDir, SILENT)).toHaveLength(1);
  const next = await start("serve");
  await expect.poll(() => ask(dataDir, CLOSING), { timeout: 180_000, interval: 100 }).toBe(0);
  const participants = await ask(
    dataDir,
    `SELECT count(*) FROM subject WHERE round_id = ${THE_CYCLE} AND NOT withdrawn`,
  );
  const about = `FROM report WHERE cycle_id = ${THE_CYCLE}`;
  expect(await ask(dataDir, `SELECT count(*) ${about}`)).toBe(participants);
  expect(await ask(dataDir, `SELECT count(DISTINCT participant_id) ${about}`)).toBe(participants);
  const tied = `FROM response WHERE round_id = ${THE_CYCLE} AND pseudonym IS NOT NULL`;
  expect(await ask(dataDir, `SELECT count(*) ${tied}`)).toBe(0);
  const severed = `FROM audit_record WHERE action = 'cycle.severed' AND subject_id = ${THE_CYCLE}`;
  expect(await ask(dataDir, `SELECT count(*) ${severed}`)).toBe(1);
  expect(await next.program.stop("SIGINT")).toBe(0);
});
