import type pg from "pg";
import { PgBoss, type Queue } from "pg-boss";
import { queues, schedules } from "./queues.ts";

/** Installs or upgrades the job tables, queues and schedules as their owner, and lets the application role use them. */
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
    for (const [name, options] of Object.entries(queues)) await prepareQueue(boss, name, options);
    await prepareSchedules(boss);
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

async function prepareQueue(
  boss: PgBoss,
  name: string,
  { policy = "standard", ...options }: Omit<Queue, "name">,
): Promise<void> {
  const there = await boss.getQueue(name);
  if (there?.policy === policy) return boss.updateQueue(name, options);
  // Which jobs exclude each other is settled when a queue is made. The queues for which that changed are those by the
  // clock, whose work comes again.
  if (there) await boss.deleteQueue(name);
  await boss.createQueue(name, { ...options, policy });
}

/** Exactly the schedules that are named. What was missed while no process ran is made up for once. */
async function prepareSchedules(boss: PgBoss): Promise<void> {
  for (const [name, cron] of Object.entries(schedules))
    await boss.schedule(name, cron, {}, { missed: "once" });
  for (const { name, key } of await boss.getSchedules())
    if (!(name in schedules) || key !== "") await boss.unschedule(name, key);
}
