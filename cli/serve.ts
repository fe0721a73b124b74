import { join } from "node:path";
import { isSetUp, setUpCode } from "~/features/identity/index.server.ts";
import { type Connection, connect } from "~/platform/db/connection.server.ts";
import { type Env, readEnv } from "~/platform/env/env.server.ts";
import { type Running, serve } from "../server/serve.ts";
import { bringUpToDate } from "./migrate.ts";
import { operatorIn } from "./operator-in.ts";
import { socketPath } from "./people/socket-path.ts";
import { takeFiles } from "./people/take-files.ts";
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
      const taking = await withCommands(env, connection, running);
      process.stdout.write(`ready ${env.PUBLIC_URL}\n`);
      return taking;
    },
  );
}

/** The same, and files that the command line hands over are taken while it runs. */
export async function withCommands(
  env: Env,
  connection: Connection,
  running: Running,
): Promise<Running> {
  const end = await takeFiles(socketPath(env), running.platform, (organisation) =>
    operatorIn(connection, organisation),
  );
  return {
    ...running,
    close: async () => {
      await end();
      await running.close();
    },
  };
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
