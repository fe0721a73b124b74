import { join } from "node:path";
import { isSetUp, setUpCode } from "~/features/identity/index.server.ts";
import { type Connection, connect } from "~/platform/db/connection.server.ts";
import { readEnv } from "~/platform/env/env.server.ts";
import { serve } from "../server/serve.ts";
import { bringUpToDate } from "./migrate.ts";
import { projectFolder } from "./project-folder.ts";
import { untilStopped } from "./until-stopped.ts";

export async function serveUntilStopped(): Promise<void> {
  const env = readEnv(process.env);
  await untilStopped(
    () => connect(env),
    async (connection) => {
      tellWhereDataIs(connection);
      await bringUpToDate(connection);
      const running = await serve({
        env,
        connection,
        build: await pages(),
        clientFolder: builtPages(),
      });
      if (!(await isSetUp(running.platform))) {
        process.stdout.write(
          `Set this server up at ${env.PUBLIC_URL}/welcome with the code ${setUpCode(connection.secret)}\n`,
        );
      }
      process.stdout.write(`ready ${env.PUBLIC_URL}\n`);
      return running;
    },
  );
}

export function pages() {
  return import("virtual:react-router/server-build");
}

export function builtPages(): string {
  return join(projectFolder(), "build", "client");
}

/** Says when the data could not be in the folder that was asked for. */
export function tellWhereDataIs({ movedTo }: Connection): void {
  if (!movedTo) return;
  process.stdout.write(
    `The database's own user cannot enter this folder, so the data is in ${movedTo}\n`,
  );
}
