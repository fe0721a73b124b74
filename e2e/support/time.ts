import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { onDatabase } from "./database.ts";
import { root } from "./program.ts";
import type { Server } from "./server.ts";

export type MovedClock = {
  /** Settings of a server that lives by it. */
  env: Record<string, string>;
  /** From now on it is this moment there. */
  set(moment: Date): void;
  /** Whoever comes by the clock comes now, and is done. */
  keepTime(server: Server): Promise<void>;
  end(): void;
};

const PATIENCE = 30_000;

/** A clock that a server's program lives by, which can be moved while it runs. Its database goes on by the real one. */
export function movedClock(): MovedClock {
  const folder = mkdtempSync(join(tmpdir(), "twohats-clock-"));
  const file = join(folder, "ahead");
  writeFileSync(file, "0");
  const preload = pathToFileURL(join(root, "e2e/support/moved-clock.js")).href;
  return {
    env: { NODE_OPTIONS: `--import ${preload}`, MOVED_CLOCK: file },
    set: (moment) => writeFileSync(file, String(moment.getTime() - Date.now())),
    keepTime: async ({ dataDir }) => {
      // What was read of the clock before is forgotten by then.
      await new Promise((passed) => setTimeout(passed, 100));
      const rows = await onDatabase(
        dataDir,
        "INSERT INTO pgboss.job (name, data) VALUES ('keep-time', '{}') RETURNING id",
      );
      const id = String(rows[0]?.id);
      const until = performance.now() + PATIENCE;
      for (;;) {
        const [job] = await onDatabase(
          dataDir,
          `SELECT state::text FROM pgboss.job WHERE name = 'keep-time' AND id = '${id}'`,
        );
        if (job === undefined || job.state === "completed") return;
        if (job.state === "failed") throw new Error("what comes by the clock failed");
        if (performance.now() > until) throw new Error("nobody came by the clock");
        await new Promise((passed) => setTimeout(passed, 200));
      }
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}
