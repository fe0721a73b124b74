/**
 * Closing a round of 2,000 participants with ten raters each (about a million ratings): from the job's start to
 * severed. On the embedded PostgreSQL, answers written straight into the tables; median of three, the process's peak
 * memory with everything included. Run with node; ends with 1 above the limits.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { standardPolicy } from "@twohats/disclosure";
import pg from "pg";
import type * as Scoring from "../app/features/feedback/closing/score-cycle.server.ts";
import type * as Content from "../app/features/questionnaires/instruments/built-in.server.ts";
import { systemChance } from "../app/platform/chance/chance.server.ts";
import { systemClock } from "../app/platform/clock/clock.ts";
import { asApp } from "../app/platform/db/connection.server.ts";
import type * as Db from "../app/platform/db/database.server.ts";
import type * as Embedded from "../app/platform/db/embedded/start-embedded.server.ts";
import { newId } from "../app/platform/db/ids.ts";
import type * as Migrate from "../app/platform/migrate/migrate.server.ts";
import { openApp } from "./support/load-app.ts";

const PARTICIPANTS = Number(process.argv[2] ?? 2_000);
const RATERS = 10;
const RUNS = Number(process.argv[3] ?? 3);
const MOST_SECONDS = 60;
const MOST_MEGABYTES = 1_000;
const ROLE_PASSWORD = "bench";

const app = await openApp();
const { scoreCycle } = await app.load<typeof Scoring>(
  "/app/features/feedback/closing/score-cycle.server.ts",
);
const { builtInContent } = await app.load<typeof Content>(
  "/app/features/questionnaires/instruments/built-in.server.ts",
);
const { openDatabase } = await app.load<typeof Db>("/app/platform/db/database.server.ts");
const { startEmbedded } = await app.load<typeof Embedded>(
  "/app/platform/db/embedded/start-embedded.server.ts",
);
const { migrate, readMigrations } = await app.load<typeof Migrate>(
  "/app/platform/migrate/migrate.server.ts",
);

const dataDir = mkdtempSync(join(tmpdir(), "twohats-bench-"));
const server = await startEmbedded({ dataDir, password: "bench" });
const times: number[] = [];
let ratings = 0;
try {
  await migrate(server.ownerUrl, await readMigrations("migrations"), ROLE_PASSWORD);
  const { database, close } = openDatabase(asApp(server.ownerUrl, ROLE_PASSWORD));
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  for (let run = 0; run < RUNS; run += 1) {
    const round = await closingRound(owner);
    ratings = round.ratings;
    const from = performance.now();
    await scoreCycle(platformOver(database), round);
    times.push((performance.now() - from) / 1000);
    const { rows } = await owner.query("SELECT state FROM round WHERE id = $1", [round.cycleId]);
    if (rows[0]?.state !== "closed") throw new Error("the round was not closed");
  }
  await owner.end();
  await close();
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  if (server.movedTo) rmSync(server.movedTo, { recursive: true, force: true });
  await app.close();
}

const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(
  `${PARTICIPANTS} participants, ${PARTICIPANTS * RATERS} responses, ${ratings} ratings: median ${median.toFixed(1)} s ` +
    `(${times.map((time) => time.toFixed(1)).join(", ")}), peak ${Math.round(megabytes)} MB, load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores`,
);
if (median > MOST_SECONDS || megabytes > MOST_MEGABYTES) process.exitCode = 1;

function platformOver(database: unknown) {
  return {
    database,
    clock: systemClock,
    chance: systemChance,
    secret: "bench",
    jobs: { enqueue: async () => {} },
  } as unknown as Parameters<typeof scoreCycle>[0];
}

/**
 * A cycle that is closing, in an organisation of its own: teams of nine rate each other and their lead, some across
 * teams.
 */
async function closingRound(owner: pg.Client) {
  const organisationId = newId();
  const cycleId = newId();
  const { framework, instruments } = builtInContent();
  const [instrument] = instruments;
  if (!instrument) throw new Error("no instrument");
  const frameworkId = newId();
  const instrumentId = newId();
  const now = new Date();
  const insert = (table: string, columns: string, values: unknown[]) =>
    owner.query(
      `INSERT INTO ${table} (${columns}) VALUES (${values.map((_, at) => `$${at + 1}`).join(", ")})`,
      values,
    );
  await owner.query("BEGIN");
  await owner.query("SELECT set_config('twohats.organisation_id', $1, true)", [organisationId]);
  await insert("organisation", "organisation_id, name, created_at", [organisationId, "Bench", now]);
  await insert("framework", "organisation_id, id, key, version, name, definition, created_at", [
    organisationId,
    frameworkId,
    framework.key,
    framework.version,
    framework.name,
    JSON.stringify(framework),
    now,
  ]);
  await insert(
    "instrument",
    "organisation_id, id, key, version, name, framework_id, definition, created_at",
    [
      organisationId,
      instrumentId,
      instrument.key,
      instrument.version,
      instrument.name,
      frameworkId,
      JSON.stringify(instrument),
      now,
    ],
  );
  await insert(
    "round",
    "organisation_id, id, kind, name, instrument_id, state, release_mode, disclosure_policy, created_by, created_at",
    [
      organisationId,
      cycleId,
      "feedback",
      "Bench",
      instrumentId,
      "closing",
      "hr",
      JSON.stringify(standardPolicy),
      "bench",
      now,
    ],
  );
  await insert("cycle", "organisation_id, round_id, kind", [organisationId, cycleId, "360"]);
  await insert(
    "closure",
    "organisation_id, round_id, state, total, invited, answered, requested_by, requested_at",
    [
      organisationId,
      cycleId,
      "scoring",
      PARTICIPANTS,
      PARTICIPANTS * RATERS,
      PARTICIPANTS * RATERS,
      "bench",
      now,
    ],
  );
  await owner.query(
    `INSERT INTO person (organisation_id, id, name, email, created_at, updated_at)
     SELECT $1, gen_random_uuid(), 'Person ' || n, 'p' || n || '@bench.test', now(), now() FROM generate_series(0, $2 - 1) n`,
    [organisationId, PARTICIPANTS],
  );
  const people = (
    await owner.query<{ id: string }>(
      "SELECT id FROM person WHERE organisation_id = $1 ORDER BY email",
      [organisationId],
    )
  ).rows.map((row) => row.id);
  const participants = people.map((personId) => ({ id: newId(), personId }));
  await owner.query(
    `INSERT INTO subject (organisation_id, id, round_id, person_id, name)
     SELECT $1, (p->>'id')::uuid, $2, (p->>'personId')::uuid, 'Person' FROM jsonb_array_elements($3::jsonb) p`,
    [organisationId, cycleId, JSON.stringify(participants)],
  );
  await owner.query(
    "INSERT INTO participant (organisation_id, subject_id) SELECT organisation_id, id FROM subject WHERE round_id = $1",
    [cycleId],
  );
  const amount = instrument.items
    .filter((item) => "scale" in item)
    .map((item) => item.scale === "amount");
  const random = seeded(7);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const lenient = people.map(() => 0.3 * normal());
  let count = 0;
  for (let start = 0; start < PARTICIPANTS; start += 100) {
    const rows = [];
    for (let at = start; at < Math.min(PARTICIPANTS, start + 100); at += 1) {
      const truth = 0.6 * normal();
      const raters = ratersOf(at, random);
      for (const [index, rater] of raters.entries()) {
        const relationship =
          index === 0 ? "self" : index === 1 ? "manager" : index < 6 ? "peer" : "direct_report";
        const given = amount.map((byAmount) => {
          const value = Math.round(
            (byAmount ? 0 : 3) + truth + (lenient[rater] ?? 0) + 0.8 * normal(),
          );
          return byAmount ? Math.max(-2, Math.min(2, value)) : Math.max(1, Math.min(5, value));
        });
        count += given.length;
        rows.push({
          participant: participants[at]?.id,
          person: people[rater],
          relationship,
          pseudonym: rater.toString(16).padStart(64, "0"),
          ratings: given,
          comments: {
            keep: "Keeps calm when the quay is full",
            more: "Could tell us earlier what is planned",
          },
        });
      }
    }
    await owner.query(
      `WITH r AS (SELECT * FROM jsonb_to_recordset($3::jsonb) AS r(participant uuid, person uuid, relationship text, pseudonym text, ratings smallint[], comments jsonb)),
       asked AS (INSERT INTO request (organisation_id, id, round_id, subject_id, person_id, relationship, state)
         SELECT $1, gen_random_uuid(), $2, participant, person, relationship, 'invited' FROM r)
       INSERT INTO response (organisation_id, id, round_id, subject_id, relationship, pseudonym, state, ratings, comments, revision)
         SELECT $1, gen_random_uuid(), $2, participant, relationship, decode(pseudonym, 'hex'), 'submitted', ratings, comments, 5 FROM r`,
      [organisationId, cycleId, JSON.stringify(rows)],
    );
  }
  await owner.query("COMMIT");
  return { organisationId, cycleId, ratings: count };
}

/** Self, a lead of another team, six of the own team and two from anywhere, all different. */
function ratersOf(at: number, random: () => number): number[] {
  const team = Math.floor(at / 9) * 9;
  const chosen = new Set([at]);
  const add = (rater: number) => {
    if (rater < PARTICIPANTS) chosen.add(rater);
  };
  add((Math.floor(at / 81) * 81 + 1) % PARTICIPANTS);
  for (let mate = 0; mate < 9 && chosen.size < RATERS - 2; mate += 1) add(team + mate);
  while (chosen.size < RATERS) add(Math.floor(random() * PARTICIPANTS));
  return [...chosen];
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
