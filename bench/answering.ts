/**
 * Time to save one answer while 100 raters answer at once, in a round with 20,000 requests: a real server over a real
 * PostgreSQL, asked over loopback as the page's script asks. Each rater gives an answer every one to three seconds;
 * then, for comparison, without any pause. Run with node; ends with 1 above the limit.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { standardPolicy } from "@twohats/disclosure";
import pg from "pg";
import type * as Content from "../app/features/questionnaires/instruments/built-in.server.ts";
import type * as Links from "../app/features/rounds/answering/personal-link.server.ts";
import type * as Embedded from "../app/platform/db/embedded/start-embedded.server.ts";
import { newId } from "../app/platform/db/ids.ts";
import { buildWhenNeeded, freePort, startProgram } from "../e2e/support/program.ts";
import { openApp } from "./support/load-app.ts";

const PEOPLE = 2_000;
const REQUESTS_EACH = 10;
const RATERS = 100;
const ANSWERS_EACH = Number(process.argv[2] ?? 30);
const LIMIT = 50;
const SECRET = "a secret that only this bench knows, long enough";

type Asked = { link: string; requestId: string };

if (!process.env.TWOHATS_BUILT) await buildWhenNeeded();
const app = await openApp();
const { linkToken } = await app.load<typeof Links>(
  "/app/features/rounds/answering/personal-link.server.ts",
);
const { builtInContent } = await app.load<typeof Content>(
  "/app/features/questionnaires/instruments/built-in.server.ts",
);
const { startEmbedded } = await app.load<typeof Embedded>(
  "/app/platform/db/embedded/start-embedded.server.ts",
);
const dataDir = mkdtempSync(join(tmpdir(), "twohats-bench-"));
const database = await startEmbedded({ dataDir, password: "bench" });
const url = `http://127.0.0.1:${await freePort()}`;
const program = startProgram({
  args: ["serve"],
  env: {
    PORT: new URL(url).port,
    DATABASE_URL: database.ownerUrl,
    TWOHATS_SECRET: SECRET,
    LOG_LEVEL: "warn",
  },
});
try {
  await program.printed(/^ready (.+)$/m);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const asked = await collectingRound(owner);
  await owner.query("ANALYZE");
  await owner.end();
  await answering(asked, 3, () => 0);
  const steady = await answering(asked, ANSWERS_EACH, () => 1_000 + Math.random() * 2_000);
  const pressed = await answering(asked, ANSWERS_EACH, () => 0);
  report("an answer every 1 to 3 s each", steady);
  report("without a pause", pressed);
  if ((at(steady, 0.95) ?? 0) > LIMIT) process.exitCode = 1;
} finally {
  await program.stop();
  await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
  if (database.movedTo) rmSync(database.movedTo, { recursive: true, force: true });
  await app.close();
}

/** @returns milliseconds of each save, as a rater's browser would see them. */
async function answering(asked: readonly Asked[], answers: number, rest: () => number) {
  const times: number[] = [];
  await Promise.all(
    asked.map(async ({ link, requestId }, rater) => {
      await pause(rest() * Math.random());
      for (let answer = 0; answer < answers; answer += 1) {
        const body = new FormData();
        body.set(`item-${answer % 48}`, String(((answer + rater) % 5) - 2));
        body.set("seen", "");
        const from = performance.now();
        const saved = await fetch(`${url}/r/${link}/${requestId}/save`, {
          method: "POST",
          body,
          headers: { origin: url },
        });
        await saved.text();
        times.push(performance.now() - from);
        if (!saved.ok) throw new Error(`saving answered ${saved.status}`);
        await pause(rest());
      }
    }),
  );
  return times.toSorted((a, b) => a - b);
}

function at(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function report(how: string, times: readonly number[]): void {
  const [median, p95, most] = [0.5, 0.95, 1].map((share) => at(times, share)?.toFixed(1));
  console.log(
    `${RATERS} raters at once, ${how}: ${times.length} saves, median ${median} ms, p95 ${p95} ms, longest ${most} ms ` +
      `(${PEOPLE * REQUESTS_EACH} requests in the round; load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores)`,
  );
}

/**
 * A collecting round in which everybody rates the next ten people. @returns the links and first requests of 100 raters.
 */
async function collectingRound(owner: pg.Client): Promise<Asked[]> {
  const [organisationId, cycleId, frameworkId, instrumentId] = [newId(), newId(), newId(), newId()];
  const { framework, instruments } = builtInContent();
  const [instrument] = instruments;
  if (!instrument) throw new Error("no instrument");
  await owner.query("BEGIN");
  await owner.query("SELECT set_config('twohats.organisation_id', $1, true)", [organisationId]);
  await owner.query(
    "INSERT INTO organisation (organisation_id, name, created_at) VALUES ($1, 'Bench', now())",
    [organisationId],
  );
  await owner.query(
    "INSERT INTO framework (organisation_id, id, key, version, name, definition, created_at) VALUES ($1, $2, $3, $4, $5, $6, now())",
    [
      organisationId,
      frameworkId,
      framework.key,
      framework.version,
      framework.name,
      JSON.stringify(framework),
    ],
  );
  await owner.query(
    `INSERT INTO instrument (organisation_id, id, key, version, name, framework_id, definition, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, now())`,
    [
      organisationId,
      instrumentId,
      instrument.key,
      instrument.version,
      instrument.name,
      frameworkId,
      JSON.stringify(instrument),
    ],
  );
  await owner.query(
    `INSERT INTO round (organisation_id, id, kind, name, instrument_id, state, release_mode, disclosure_policy, created_by, created_at)
     VALUES ($1, $2, 'feedback', 'Bench', $3, 'collecting', 'hr', $4, 'bench', now())`,
    [organisationId, cycleId, instrumentId, JSON.stringify(standardPolicy)],
  );
  await owner.query("INSERT INTO round_secret VALUES ($1, $2, $3)", [
    organisationId,
    cycleId,
    Buffer.alloc(32, 7),
  ]);
  await owner.query(
    `INSERT INTO person (organisation_id, id, name, email, created_at, updated_at)
     SELECT $1, gen_random_uuid(), 'Person ' || n, 'p' || n || '@bench.test', now(), now() FROM generate_series(1, $2::int) n`,
    [organisationId, PEOPLE],
  );
  await owner.query(
    `INSERT INTO subject (organisation_id, id, round_id, person_id, name)
     SELECT organisation_id, gen_random_uuid(), $2, id, name FROM person WHERE organisation_id = $1`,
    [organisationId, cycleId],
  );
  await owner.query(
    `WITH placed AS (SELECT id, person_id, row_number() OVER (ORDER BY id) - 1 AS place FROM subject WHERE organisation_id = $1)
     INSERT INTO request (organisation_id, id, round_id, subject_id, person_id, relationship, state)
     SELECT $1, gen_random_uuid(), $2, rated.id, rater.person_id, 'peer', 'invited'
       FROM placed rated CROSS JOIN generate_series(1, $3::int) n
       JOIN placed rater ON rater.place = (rated.place + n) % $4::int`,
    [organisationId, cycleId, REQUESTS_EACH, PEOPLE],
  );
  await owner.query(
    `INSERT INTO invitation (organisation_id, id, round_id, person_id)
     SELECT organisation_id, gen_random_uuid(), $2, id FROM person WHERE organisation_id = $1`,
    [organisationId, cycleId],
  );
  await owner.query("COMMIT");
  const { rows } = await owner.query<{ invitation: string; request: string }>(
    `SELECT DISTINCT ON (i.person_id) i.id AS invitation, r.id AS request FROM invitation i
       JOIN request r ON r.organisation_id = i.organisation_id AND r.person_id = i.person_id
      WHERE i.organisation_id = $1 ORDER BY i.person_id LIMIT ${RATERS}`,
    [organisationId],
  );
  return rows.map(({ invitation, request }) => ({
    link: linkToken(SECRET, { organisationId, invitationId: invitation, version: 0 }),
    requestId: request,
  }));
}
