import type pg from "pg";
import { PgBoss } from "pg-boss";
import { queues } from "./queues.ts";

/** Installs or upgrades the job tables and queues as their owner, and lets the application role use them. */
export async function prepareJobs(ownerUrl: string, client: pg.Client): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    max: 2,
    supervise: false,
    schedule: false,
  });
  const faults: unknown[] = [];
  boss.on("error", (error) => faults.push(error));
  await boss.start();
  try {
    for (const [name, options] of Object.entries(queues)) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, options);
      else await boss.createQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  if (faults.length > 0)
    throw new Error("The job tables could not be prepared.", { cause: faults[0] });
  await client.query(
    `GRANT USAGE ON SCHEMA pgboss TO twohats_app;
     GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO twohats_app;
     GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO twohats_app;
     GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO twohats_app`,
  );
}
