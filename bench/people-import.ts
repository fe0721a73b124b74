/**
 * Time to import 10,000 people: reading the file, planning and storing in one transaction, into an empty organisation
 * and again with every job title changed. On the embedded PostgreSQL; median of three. Run with node; ends with 1 above
 * the limit.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type * as PeopleImport from "../app/features/people-import/index.server.ts";
import { peopleFile } from "../app/features/people-import/testing/people-file.ts";
import { systemClock } from "../app/platform/clock/clock.ts";
import { asApp } from "../app/platform/db/connection.server.ts";
import type * as Db from "../app/platform/db/database.server.ts";
import type { Database } from "../app/platform/db/database.server.ts";
import type * as Embedded from "../app/platform/db/embedded/start-embedded.server.ts";
import { newId } from "../app/platform/db/ids.ts";
import type * as JobsModule from "../app/platform/jobs/jobs.server.ts";
import type { Jobs } from "../app/platform/jobs/jobs.server.ts";
import type * as Log from "../app/platform/log/log.server.ts";
import type * as Migrate from "../app/platform/migrate/migrate.server.ts";
import { openApp } from "./support/load-app.ts";

const PEOPLE = 10_000;
const RUNS = 3;
const LIMIT = 10_000;
const ROLE_PASSWORD = "bench";

const app = await openApp();
const { importPeopleFile } = await app.load<typeof PeopleImport>(
  "/app/features/people-import/index.server.ts",
);
const { openDatabase } = await app.load<typeof Db>("/app/platform/db/database.server.ts");
const { startEmbedded } = await app.load<typeof Embedded>(
  "/app/platform/db/embedded/start-embedded.server.ts",
);
const { startJobs } = await app.load<typeof JobsModule>("/app/platform/jobs/jobs.server.ts");
const { createLog } = await app.load<typeof Log>("/app/platform/log/log.server.ts");
const { migrate, readMigrations } = await app.load<typeof Migrate>(
  "/app/platform/migrate/migrate.server.ts",
);

const dataDir = mkdtempSync(join(tmpdir(), "twohats-bench-"));
const server = await startEmbedded({ dataDir, password: "bench" });
try {
  await migrate(server.ownerUrl, await readMigrations("migrations"), ROLE_PASSWORD);
  const appUrl = asApp(server.ownerUrl, ROLE_PASSWORD);
  const { database, close } = openDatabase(appUrl);
  const jobs = await startJobs(appUrl, createLog("warn"), false);
  const times: { first: number; again: number }[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const organisationId = await newOrganisation();
    const first = await timeOf(
      { database, jobs },
      organisationId,
      peopleFile(PEOPLE, "Specialist"),
    );
    const again = await timeOf({ database, jobs }, organisationId, peopleFile(PEOPLE, "Expert"));
    times.push({ first, again });
  }
  await jobs.stop();
  await close();
  report(
    "new",
    times.map(({ first }) => first),
  );
  report(
    "changed",
    times.map(({ again }) => again),
  );
} finally {
  await server.stop();
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
  if (server.movedTo) rmSync(server.movedTo, { recursive: true, force: true });
}

async function newOrganisation(): Promise<string> {
  const organisationId = newId();
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  await owner.query(
    "INSERT INTO organisation (organisation_id, name, created_at) VALUES ($1, 'Bench', now())",
    [organisationId],
  );
  await owner.end();
  return organisationId;
}

async function timeOf(
  parts: { database: Database; jobs: Jobs },
  organisationId: string,
  content: Buffer,
): Promise<number> {
  const actor = { organisationId, accountId: "bench", personId: null, role: "admin" } as const;
  const request = { content, dateOrder: null, emptyCells: "clear", store: true } as const;
  const start = performance.now();
  const outcome = await importPeopleFile({ ...parts, clock: systemClock }, actor, request);
  const time = performance.now() - start;
  if (!outcome.ok || outcome.value.plan.rejected.length > 0) throw new Error("Rows were rejected.");
  return time;
}

function report(what: string, times: number[]): void {
  const median = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
  console.log(`${PEOPLE} people ${what}: median ${Math.round(median)} ms (limit ${LIMIT} ms)`);
  if (median > LIMIT) process.exitCode = 1;
}
