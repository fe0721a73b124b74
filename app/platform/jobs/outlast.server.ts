import { setTimeout as passed } from "node:timers/promises";
import type { PgBoss } from "pg-boss";

const TRIES = 3;
const ASK_EVERY_MS = 500;

/** The server ended, is starting, or was not there: the database may be back by the time the failure is heard of. */
const CUT_OFF = /^(57P0[123]|08...|ECONNRESET|ECONNREFUSED|EPIPE)$/;
/** Said by the driver without a code. */
const CUT_OFF_WORDS = /^(Connection terminated|timeout exceeded when trying to connect)/;

/** The database that holds the jobs, as one that may be away for a while. */
export type Outlast = {
  /** A failure while the database is away says nothing about the job: it is done again once the database is back. */
  work<Payload>(handler: (payload: Payload) => Promise<void>): (payload: Payload) => Promise<void>;
  /** Waits until it answers. @returns false when the jobs were stopped before it did. */
  back(): Promise<boolean>;
};

export function outlast(boss: PgBoss): Outlast {
  let stopped = false;
  boss.once("stopped", () => {
    stopped = true;
  });
  const answers = () =>
    boss
      .getDb()
      .executeSql("SELECT 1")
      .then(
        () => true,
        () => false,
      );
  const back = async () => {
    while (!stopped) {
      if (await answers()) return true;
      await passed(ASK_EVERY_MS);
    }
    return false;
  };
  return {
    back,
    work: (handler) => async (payload) => {
      for (let tries = 1; ; tries += 1) {
        try {
          return await handler(payload);
        } catch (error) {
          const away = isCutOff(error) || !(await answers());
          if (tries === TRIES || !away || !(await back())) throw error;
        }
      }
    },
  };
}

function isCutOff(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    CUT_OFF.test("code" in error ? String(error.code) : "") || CUT_OFF_WORDS.test(error.message)
  );
}
