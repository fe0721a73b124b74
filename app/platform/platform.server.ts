import type { Chance } from "./chance/chance.server.ts";
import type { Clock } from "./clock/clock.ts";
import type { Database } from "./db/database.server.ts";
import type { Jobs } from "./jobs/jobs.server.ts";
import type { Log } from "./log/log.server.ts";
import type { Mailer } from "./mail/mailer.server.ts";
import type { Outside } from "./outside/outside.server.ts";

/** What every use case may lean on, passed as its first argument. */
export type Platform = {
  readonly database: Database;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly jobs: Pick<Jobs, "enqueue">;
  readonly mailer: Mailer;
  readonly log: Log;
  readonly outside: Outside;
  /** Keys for pseudonyms and links are derived from it. */
  readonly secret: string;
  /** Where people reach this server, without a slash at the end. */
  readonly publicUrl: string;
};
