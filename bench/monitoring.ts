/**
 * How long HR's pages of a running round take on the server: 2,000 participants with 20,000 requests, half of them
 * answered. `node bench/monitoring.ts` prints medians one by one, and with twenty at once; it fails above 200 ms.
 */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import pg from "pg";
import { derive } from "../app/platform/db/connection.server.ts";
import { buildWhenNeeded, dataFolder, freePort, startProgram } from "../e2e/support/program.ts";

const PARTICIPANTS = 2_000;
const RATERS_EACH = 10;
const RUNS = 11;
const AT_ONCE = 20;
const TARGET_MS = 200;

const dataDir = dataFolder();
await buildWhenNeeded();
const url = `http://127.0.0.1:${await freePort()}`;
const program = startProgram({
  args: ["demo"],
  env: { PORT: new URL(url).port, TWOHATS_DATA_DIR: dataDir, LOG_LEVEL: "warn" },
});
try {
  await program.printed(/^ready (.+)$/m);
  const cycleId = await fill();
  const cookie = await signIn();
  let slowest = 0;
  for (const query of ["", "?tab=people", "?tab=departments", "?tab=people&q=7", "?page=20"]) {
    const path = `/cycles/${cycleId}${query}`;
    const one = median(await times(RUNS, () => get(path, cookie)));
    const begun = performance.now();
    await Promise.all(Array.from({ length: AT_ONCE }, () => get(path, cookie)));
    const each = (performance.now() - begun) / AT_ONCE;
    slowest = Math.max(slowest, one);
    console.log(
      `${one.toFixed(0).padStart(6)} ms   ${each.toFixed(0).padStart(6)} ms each, ${AT_ONCE} at once   ${query || "participants"}`,
    );
  }
  process.exitCode = slowest > TARGET_MS ? 1 : 0;
} finally {
  await program.stop();
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Makes the sample's collecting round large, in the database itself; answers are by pseudonyms of nobody. */
async function fill(): Promise<string> {
  const pid = readFileSync(join(dataDir, "postgres/data/postmaster.pid"), "utf8");
  const client = new pg.Client({
    host: "127.0.0.1",
    port: Number(pid.split("\n")[3]),
    user: "postgres",
    password: derive(readFileSync(join(dataDir, "secret"), "utf8").trim(), "owner role"),
    database: "postgres",
  });
  await client.connect();
  const { rows } = await client.query("SELECT * FROM round WHERE state = 'collecting' LIMIT 1");
  const { id, organisation_id: organisation } = rows[0];
  await client.query(
    `INSERT INTO person (organisation_id, id, name, email, status, created_at, updated_at)
     SELECT $1, gen_random_uuid(), 'Person ' || n, 'p' || n || '@large.test', 'active', now(), now()
       FROM generate_series(1, $2::int) n`,
    [organisation, PARTICIPANTS],
  );
  await client.query(
    `CREATE TEMP TABLE large AS
     SELECT id, row_number() OVER (ORDER BY name) - 1 AS n FROM person WHERE email LIKE '%@large.test'`,
  );
  await client.query(
    `INSERT INTO subject (organisation_id, id, round_id, person_id, name, department)
     SELECT $1, gen_random_uuid(), $2, id, 'Person ' || n, 'Department ' || n % 40 FROM large`,
    [organisation, id],
  );
  await client.query(
    `INSERT INTO participant (organisation_id, subject_id)
     SELECT organisation_id, subject.id FROM subject JOIN large ON large.id = person_id WHERE round_id = $1`,
    [id],
  );
  await client.query(
    `INSERT INTO invitation (organisation_id, id, round_id, person_id)
     SELECT $1, gen_random_uuid(), $2, id FROM large`,
    [organisation, id],
  );
  await client.query(
    `INSERT INTO request (organisation_id, id, round_id, subject_id, person_id, relationship, state)
     SELECT $1, gen_random_uuid(), $2, p.id, r.id,
            (ARRAY['manager', 'peer', 'peer', 'peer', 'peer', 'direct_report', 'direct_report', 'direct_report', 'direct_report', 'other'])[k + 1],
            'invited'
       FROM subject p
       JOIN large l ON l.id = p.person_id
       CROSS JOIN generate_series(0, $3::int - 1) k
       JOIN large r ON r.n = (l.n + 1 + k * 37) % $4::int
      WHERE p.round_id = $2`,
    [organisation, id, RATERS_EACH, PARTICIPANTS],
  );
  await client.query(
    `INSERT INTO response (organisation_id, id, round_id, subject_id, relationship, pseudonym, state, ratings, revision)
     SELECT organisation_id, gen_random_uuid(), round_id, subject_id, relationship, sha256(person_id::text::bytea), 'submitted',
            '{1,0,-1}', 2
       FROM request WHERE round_id = $1 AND person_id IN (SELECT id FROM large WHERE n % 2 = 0)`,
    [id],
  );
  await client.query("ANALYZE");
  await client.end();
  return id;
}

async function signIn(): Promise<string> {
  const password = program.output().match(/password is: (.+)$/m)?.[1] ?? "";
  const email = program.output().match(/^ {2}(\S+@\S+) .+HR administrator$/m)?.[1] ?? "";
  const answer = await fetch(`${url}/sign-in`, {
    method: "POST",
    body: new URLSearchParams({ email, password, next: "/" }),
    headers: { origin: url },
    redirect: "manual",
  });
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
}

async function get(path: string, cookie: string): Promise<void> {
  const answer = await fetch(url + path, { headers: { cookie } });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  await answer.text();
}

async function times(runs: number, work: () => Promise<void>): Promise<number[]> {
  await work();
  await work();
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    await work();
    taken.push(performance.now() - begun);
  }
  return taken;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
