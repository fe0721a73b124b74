import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type * as Begin from "../../app/features/frameworks/own/begin-own-framework.server.ts";
import type * as Publish from "../../app/features/frameworks/own/publish-own-framework.server.ts";
import type * as Own from "../../app/features/frameworks/testing/own-framework.ts";
import type { Actor } from "../../app/features/identity/index.ts";
import { asApp } from "../../app/platform/db/connection.server.ts";
import type * as Db from "../../app/platform/db/database.server.ts";
import type * as Embedded from "../../app/platform/db/embedded/start-embedded.server.ts";
import { newId } from "../../app/platform/db/ids.ts";
import type * as Migrate from "../../app/platform/migrate/migrate.server.ts";
import { openApp } from "../support/load-app.ts";

export const [PEOPLE, COMPETENCIES] = [10_000, 200];

const ROLE_PASSWORD = "bench";

/**
 * An organisation of 10,000 people in 100 departments with 400 job titles, and a framework of 200 competencies in three
 * levels, on an embedded PostgreSQL of its own. Close it at the end.
 */
export async function openOrganisation(today: string) {
  const app = await openApp();
  const load = <Module>(path: string) => app.load<Module>(`/app/${path}`);
  const { openDatabase } = await load<typeof Db>("platform/db/database.server.ts");
  const { startEmbedded } = await load<typeof Embedded>(
    "platform/db/embedded/start-embedded.server.ts",
  );
  const { migrate, readMigrations } = await load<typeof Migrate>(
    "platform/migrate/migrate.server.ts",
  );
  const dataDir = mkdtempSync(join(tmpdir(), "twohats-bench-"));
  const server = await startEmbedded({ dataDir, password: "bench" });
  await migrate(server.ownerUrl, await readMigrations("migrations"), ROLE_PASSWORD);
  const { database, close } = openDatabase(asApp(server.ownerUrl, ROLE_PASSWORD));
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  const organisationId = newId();
  const actor: Actor = {
    ...{ organisationId, accountId: "bench", personId: null, owner: true },
    role: "admin",
  };
  const platform = { database, clock: { now: () => new Date(`${today}T09:00:00Z`) } } as never;
  await fill(owner, organisationId);
  return {
    ...{ load, database, owner, actor, platform, organisationId },
    framework: await published(load, platform, actor),
    close: async () => {
      await owner.end();
      await close();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
      if (server.movedTo) rmSync(server.movedTo, { recursive: true, force: true });
      await app.close();
    },
  };
}

async function fill(client: pg.Client, organisationId: string): Promise<void> {
  await client.query(
    "INSERT INTO organisation (organisation_id, name, created_at) VALUES ($1, 'Bench', now())",
    [organisationId],
  );
  await client.query(
    `INSERT INTO person (organisation_id, id, name, email, job_title, job_level, department, created_at, updated_at)
     SELECT $1, gen_random_uuid(), 'Person ' || n, 'person.' || n || '@example.org', 'Mate of kind ' || n % 400,
            'Level ' || n % 6, 'Department ' || n % 100, now(), now()
       FROM generate_series(1, $2::int) AS n`,
    [organisationId, PEOPLE],
  );
  await client.query("VACUUM ANALYZE person");
}

type Load = <Module>(path: string) => Promise<Module>;

async function published(load: Load, platform: never, actor: Actor): Promise<string> {
  const own = "features/frameworks/own";
  const { beginOwnFramework } = await load<typeof Begin>(`${own}/begin-own-framework.server.ts`);
  const { publishOwnFramework } = await load<typeof Publish>(
    `${own}/publish-own-framework.server.ts`,
  );
  const { ownFramework, competency } = await load<typeof Own>(
    "features/frameworks/testing/own-framework.ts",
  );
  const definition = ownFramework({
    groups: [],
    competencies: Array.from({ length: COMPETENCIES }, (_, at) => ({
      ...competency(`c${at}`, `Competency ${at}`),
    })) as never,
  });
  const begun = await beginOwnFramework(platform, actor, definition, "new");
  if (!begun.ok) throw new Error("no framework");
  await publishOwnFramework(platform, actor, { id: begun.value.id, revision: 1 });
  return begun.value.id;
}
