import { createHmac } from "node:crypto";
import type { Env } from "../env/env.server.ts";
import type { OperatorError } from "../errors/operator-error.ts";
import { startEmbedded } from "./embedded/start-embedded.server.ts";
import { keptSecret } from "./kept-secret.server.ts";

export type Connection = {
  ownerUrl: string;
  appUrl: string;
  appPassword: string;
  secret: string;
  movedTo: string | null;
  /** Settles when the embedded database died and could not be brought back; never otherwise. */
  lost: Promise<OperatorError>;
  stop(): Promise<void>;
};

/** The database to use: the given one, or the embedded one, started now and kept running. */
export async function connect(env: Env): Promise<Connection> {
  if (env.DATABASE_URL && env.TWOHATS_SECRET) {
    const appPassword = derive(env.TWOHATS_SECRET, "application role");
    return {
      ownerUrl: env.DATABASE_URL,
      appUrl: env.APP_DATABASE_URL ?? asApp(env.DATABASE_URL, appPassword),
      appPassword,
      secret: env.TWOHATS_SECRET,
      movedTo: null,
      lost: new Promise(() => {}),
      stop: async () => {},
    };
  }
  const secret = env.TWOHATS_SECRET ?? keptSecret(env.TWOHATS_DATA_DIR);
  const appPassword = derive(secret, "application role");
  const embedded = await startEmbedded({
    dataDir: env.TWOHATS_DATA_DIR,
    password: derive(secret, "owner role"),
    tell: (words) => process.stderr.write(`${words}\n`),
  });
  return { ...embedded, appUrl: asApp(embedded.ownerUrl, appPassword), appPassword, secret };
}

/** The same server and database, signed in as the application role. */
export function asApp(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = "twohats_app";
  url.password = password;
  return url.href;
}

export function derive(secret: string, purpose: string): string {
  return createHmac("sha256", secret).update(purpose).digest("base64url");
}
