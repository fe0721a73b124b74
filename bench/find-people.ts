/**
 * Time to find colleagues by what is typed, among 10,000 and among 50,000 people, with two more organisations of the
 * same size in the tables. On the embedded PostgreSQL; median and slowest of thirty. Run with node; ends with 1 above
 * the limit.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type * as People from "../app/features/people/index.server.ts";
import { asApp } from "../app/platform/db/connection.server.ts";
import type * as Db from "../app/platform/db/database.server.ts";
import type * as Embedded from "../app/platform/db/embedded/start-embedded.server.ts";
import { newId } from "../app/platform/db/ids.ts";
import type * as Scope from "../app/platform/db/in-organisation.server.ts";
import type * as Migrate from "../app/platform/migrate/migrate.server.ts";
import { openApp } from "./support/load-app.ts";

const SIZES = [10_000, 50_000];
const RUNS = 30;
const LIMIT = 250;
const ROLE_PASSWORD = "bench";
const SEARCHES = ["Ana Lima", "ines", "skipper deck", "person.77", "nobody of this name", "e"];

const app = await openApp();
const { findColleagues } = await app.load<typeof People>("/app/features/people/index.server.ts");
const { openDatabase } = await app.load<typeof Db>("/app/platform/db/database.server.ts");
const { inOrganisation } = await app.load<typeof Scope>(
  "/app/platform/db/in-organisation.server.ts",
);
const { startEmbedded } = await app.load<typeof Embedded>(
  "/app/platform/db/embedded/start-embedded.server.ts",
);
const { migrate, readMigrations } = await app.load<typeof Migrate>(
  "/app/platform/migrate/migrate.server.ts",
);

const dataDir = mkdtempSync(join(tmpdir(), "twohats-bench-"));
const server = await startEmbedded({ dataDir, password: "bench" });
try {
  await migrate(server.ownerUrl, await readMigrations("migrations"), ROLE_PASSWORD);
  const { database, close } = openDatabase(asApp(server.ownerUrl, ROLE_PASSWORD));
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  for (const size of SIZES) {
    const organisationId = await filled(owner, size);
    for (let other = 0; other < 2; other += 1) await filled(owner, size);
    await owner.query("VACUUM ANALYZE person");
    const actor = { organisationId, accountId: "bench", personId: null, role: "admin" } as const;
    for (const search of SEARCHES) {
      const times: number[] = [];
      let matching = 0;
      for (let run = 0; run < RUNS; run += 1) {
        const from = performance.now();
        const outcome = await inOrganisation({ database }, actor, (tx) =>
          findColleagues(tx, actor, search),
        );
        times.push(performance.now() - from);
        matching = outcome.matching;
      }
      report(size, `“${search}”, which finds ${matching}`, times);
    }
  }
  await owner.end();
  await close();
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  if (server.movedTo) rmSync(server.movedTo, { recursive: true, force: true });
  await app.close();
}

async function filled(owner: pg.Client, size: number): Promise<string> {
  const organisationId = newId();
  await owner.query(
    "INSERT INTO organisation (organisation_id, name, created_at) VALUES ($1, 'Bench', now())",
    [organisationId],
  );
  await owner.query(
    `INSERT INTO person (organisation_id, id, name, email, job_title, department, created_at, updated_at)
     SELECT $1, gen_random_uuid(),
            (ARRAY['Ana','Bo','Chidi','Dagny','Elif','Farah','Goran','Hiroshi','Inês'])[1 + n % 9] || ' '
              || (ARRAY['Lima','Chen','Okafor','Nilsen','Yılmaz','Haddad','Petrović','Sato'])[1 + n / 9 % 8] || ' ' || n,
            'person.' || n || '@example.org',
            (ARRAY['Skipper','Mate','Head cook','Purser'])[1 + n % 4],
            (ARRAY['Deck','Engine','Catering','Terminals','Finance','People'])[1 + n / 4 % 6], now(), now()
       FROM generate_series(1, $2::int) AS n`,
    [organisationId, size],
  );
  return organisationId;
}

function report(size: number, what: string, times: readonly number[]): void {
  const sorted = times.toSorted((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const slowest = (sorted.at(-1) ?? 0).toFixed(0);
  console.log(`${size} people, ${what}: median ${median.toFixed(1)} ms, slowest ${slowest} ms`);
  if (median > LIMIT) process.exitCode = 1;
}
