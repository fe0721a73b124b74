import { join } from "node:path";
import { hasAnyAccount, setUpCode } from "~/features/identity/index.server.ts";
import { connect } from "~/platform/db/connection.server.ts";
import { readEnv } from "~/platform/env/env.server.ts";
import { serve } from "../server/serve.ts";
import { bringUpToDate } from "./migrate.ts";
import { projectFolder } from "./project-folder.ts";
import { untilStopped } from "./until-stopped.ts";

export async function serveUntilStopped(): Promise<void> {
  const env = readEnv(process.env);
  const connection = await connect(env);
  await untilStopped(connection, async () => {
    await bringUpToDate(connection);
    const running = await serve({
      env,
      connection,
      build: await pages(),
      clientFolder: builtPages(),
    });
    if (!(await hasAnyAccount(running.platform))) {
      process.stdout.write(
        `Set this server up at ${env.PUBLIC_URL}/welcome with the code ${setUpCode(connection.secret)}\n`,
      );
    }
    process.stdout.write(`ready ${env.PUBLIC_URL}\n`);
    return running;
  });
}

export function pages() {
  return import("virtual:react-router/server-build");
}

export function builtPages(): string {
  return join(projectFolder(), "build", "client");
}
