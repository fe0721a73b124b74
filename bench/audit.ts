/**
 * How long it takes to seal a backlog of the audit record, and what the clock costs when it comes by afterwards. `node
 * bench/audit.ts 200000` on the embedded PostgreSQL; prints each quarter, and ends with 1 when the last took more than
 * three times as long as the first, or the clock more than a second.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import pg from "pg";
import type * as Seal from "../app/features/identity/audit/seal-audit.server.ts";
import type * as Connection from "../app/platform/db/connection.server.ts";
import type * as Databases from "../app/platform/db/database.server.ts";
import { startEmbedded } from "../app/platform/db/embedded/start-embedded.server.ts";
import type * as Ids from "../app/platform/db/ids.ts";
import { migrate, readMigrations } from "../app/platform/migrate/migrate.server.ts";
import { openApp } from "./support/load-app.ts";

const records = Number(process.argv[2] ?? 200_000);
const QUARTERS = 4;
const app = await openApp();
const dataDir = mkdtempSync(join(tmpdir(), "twohats-bench-"));
const server = await startEmbedded({ dataDir, password: "bench" });
try {
  await migrate(server.ownerUrl, await readMigrations("migrations"), "bench");
  const { sealAudit, sealRecentAudit } = await app.load<typeof Seal>(
    "/app/features/identity/audit/seal-audit.server.ts",
  );
  const { newId } = await app.load<typeof Ids>("/app/platform/db/ids.ts");
  const { asApp } = await app.load<typeof Connection>("/app/platform/db/connection.server.ts");
  const { openDatabase } = await app.load<typeof Databases>("/app/platform/db/database.server.ts");
  const opened = openDatabase(asApp(server.ownerUrl, "bench"));
  const platform = {
    database: opened.database,
    clock: { now: () => new Date() },
    secret: "a secret of this bench alone, long enough",
  };
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  const scope = { organisationId: newId() };
  await owner.query(
    "INSERT INTO organisation (organisation_id, name, created_at, time_zone) VALUES ($1, 'Bench', now(), 'UTC')",
    [scope.organisationId],
  );
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
  const took: number[] = [];
  for (let quarter = 0; quarter < QUARTERS; quarter += 1) {
    await owner.query(
      `INSERT INTO audit_record (organisation_id, id, at, action, subject_kind, detail)
       SELECT $1, gen_random_uuid(), now() - interval '100 days' + make_interval(secs => $2::int + n), 'bench', 'test',
              jsonb_build_object('n', n)
         FROM generate_series(1, $3::int) n`,
      [scope.organisationId, quarter * records, Math.floor(records / QUARTERS)],
    );
    took.push(await seconds(() => sealAudit(platform, scope)));
    console.log(
      `${(quarter + 1) * Math.floor(records / QUARTERS)} records: ${took.at(-1)?.toFixed(2)} s`,
    );
  }
  const clock = await seconds(() => sealRecentAudit(platform, scope));
  console.log(`the clock comes by and finds nothing: ${clock.toFixed(3)} s`);
  const [first = 0, last = 0] = [took[0], took.at(-1)];
  process.exitCode = last <= first * 3 && clock <= 1 ? 0 : 1;
  await owner.end();
  await opened.close();
} finally {
  await app.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  if (server.movedTo) rmSync(server.movedTo, { recursive: true, force: true });
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}
