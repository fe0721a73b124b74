import { loadavg } from "node:os";
import { performance } from "node:perf_hooks";
import { sql } from "kysely";
import pg from "pg";
import pino from "pino";
import { collectingCycle } from "../../app/features/feedback/testing/cycle.ts";
import { createHouse } from "../../app/features/feedback/testing/house.ts";
import { isSetUp } from "../../app/features/identity/index.server.ts";
import { wakeLetters } from "../../app/features/letters/index.server.ts";
import { upgradeBuiltIn } from "../../app/features/questionnaires/index.server.ts";
import { renewPseudonyms } from "../../app/features/rounds/index.server.ts";
import { keepTime } from "../../app/keep-time.server.ts";
import { systemChance } from "../../app/platform/chance/chance.server.ts";
import { fixedClock } from "../../app/platform/clock/clock.ts";
import { openDatabase } from "../../app/platform/db/database.server.ts";
import { inOrganisation } from "../../app/platform/db/in-organisation.server.ts";
import { startJobs } from "../../app/platform/jobs/jobs.server.ts";
import { nobodyOutside } from "../../app/platform/outside/testing.ts";
import type { Platform } from "../../app/platform/platform.server.ts";
import { addOrganisations } from "../../test/database/many-organisations.ts";

const ORGANISATIONS = 10_000;
const OPEN_ROUNDS = 20;
const PEOPLE_OF_ONE = 20_000;
const KEYED_READS = 2_000;

// What a busy machine must still do, in seconds, and megabytes; a quiet one is several times as quick.
const limits = { start: 1, idleClock: 1, clock: 10, content: 20 };

/** Prints what was measured. @returns whether all of it is within the limits. */
export async function measureOrganisations(appUrl: string, ownerUrl: string): Promise<boolean> {
  const { database, close } = openDatabase(appUrl);
  const log = pino({ level: "silent" });
  const jobs = await startJobs(appUrl, log, false);
  const clock = fixedClock(new Date("2026-03-02T12:00:00Z"));
  const platform: Platform = {
    ...{ database, clock, chance: systemChance, jobs, log },
    outside: nobodyOutside(),
    mailer: { kind: "outbox" },
    secret: "a secret that only this measurement knows",
    publicUrl: "http://twohats.example",
  };
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
  await upgradeBuiltIn(platform);
  await addOrganisations(owner, ORGANISATIONS);
  await owner.query("ANALYZE");

  const start = await timed(async () => {
    await upgradeBuiltIn(platform);
    await renewPseudonyms(platform);
    await isSetUp(platform);
  });
  print(`start, ${ORGANISATIONS} organisations`, `${start.toFixed(3)} s`);
  const idleClock = await timed(() => keepTime(platform));
  print("the clock, nothing due", `${idleClock.toFixed(3)} s`);

  for (let made = 0; made < OPEN_ROUNDS; made += 1)
    await collectingCycle(platform, await createHouse(platform));
  const ticks: number[] = [];
  for (let quarter = 0; quarter < 3; quarter += 1) {
    clock.set(new Date(clock.now().getTime() + 15 * 60_000));
    ticks.push(await timed(() => keepTime(platform)));
  }
  const busiest = Math.max(...ticks);
  print(
    `the clock, ${OPEN_ROUNDS} open rounds`,
    `${ticks.map((tick) => tick.toFixed(2)).join(", ")} s`,
  );
  print("looking for letters", `${(await timed(() => wakeLetters(platform))).toFixed(3)} s`);

  const { rows } = await owner.query<{ megabytes: number }>(
    `SELECT sum(pg_total_relation_size(c))::float8 / 1e6 AS megabytes
       FROM unnest(ARRAY['framework', 'instrument', 'content.framework', 'content.instrument']::regclass[]) AS c`,
  );
  const content = rows[0]?.megabytes ?? Number.POSITIVE_INFINITY;
  print("built-in content on disk", `${content.toFixed(1)} MB`);
  await measurePolicies(platform, owner);

  await jobs.stop();
  await close();
  await owner.end();
  const measured = { start, idleClock, clock: busiest, content };
  return Object.entries(limits).every(([name, limit]) => {
    const kept = measured[name as keyof typeof limits] <= limit;
    if (!kept) console.log(`above the limit: ${name}, ${limit}`);
    return kept;
  });
}

/** The same reads under the policy that asks the setting itself, and under the one with a query, for comparison. */
async function measurePolicies({ database }: Platform, owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    "SELECT organisation_id AS id FROM organisation LIMIT 1",
  );
  const scope = { organisationId: rows[0]?.id ?? "" };
  await owner.query(
    `INSERT INTO person (organisation_id, id, name, created_at, updated_at)
     SELECT $1, gen_random_uuid(), 'Person ' || n, now(), now() FROM generate_series(1, $2::int) AS n`,
    [scope.organisationId, PEOPLE_OF_ONE],
  );
  await owner.query("ANALYZE person");
  const found = await owner.query<{ id: string }>("SELECT id FROM person LIMIT 1");
  const setting = "nullif(current_setting('twohats.organisation_id', true), '')::uuid";
  for (const [name, asked] of [
    ["the setting itself", setting],
    ["a query for it", `(SELECT ${setting})`],
  ] as const) {
    await owner.query(`ALTER POLICY own_organisation ON person USING (organisation_id = ${asked})`);
    await inOrganisation({ database }, scope, async (tx) => {
      const keyed = await timed(async () => {
        for (let n = 0; n < KEYED_READS; n += 1)
          await sql`SELECT name FROM person WHERE organisation_id = ${scope.organisationId}::uuid
                     AND id = ${found.rows[0]?.id}::uuid`.execute(tx);
      });
      const scans: number[] = [];
      for (let n = 0; n < 5; n += 1)
        scans.push(
          await timed(() =>
            sql`SELECT count(*), max(name) FROM person WHERE organisation_id = ${scope.organisationId}::uuid`.execute(
              tx,
            ),
          ),
        );
      const one = ((keyed / KEYED_READS) * 1_000).toFixed(2);
      const all = (Math.min(...scans) * 1_000).toFixed(1);
      print(`policy with ${name}`, `one row ${one} ms, ${PEOPLE_OF_ONE} rows ${all} ms`);
    });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}

function print(what: string, value: string): void {
  console.log(`${what.padEnd(40)}${value}`);
}
