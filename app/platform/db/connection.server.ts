import { createHmac, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Env } from "../env/env.server.ts";
import { OperatorError } from "../errors/operator-error.ts";
import { startEmbedded } from "./embedded/start-embedded.server.ts";

export type Connection = {
  ownerUrl: string;
  appUrl: string;
  appPassword: string;
  secret: string;
  movedTo: string | null;
  stop(): Promise<void>;
};

/** The database to use: the given one, or the embedded one, started now. */
export async function connect(env: Env): Promise<Connection> {
  if (env.DATABASE_URL && env.TWOHATS_SECRET) {
    const appPassword = derive(env.TWOHATS_SECRET, "application role");
    return {
      ownerUrl: env.DATABASE_URL,
      appUrl: env.APP_DATABASE_URL ?? asApp(env.DATABASE_URL, appPassword),
      appPassword,
      secret: env.TWOHATS_SECRET,
      movedTo: null,
      stop: async () => {},
    };
  }
  const secret = env.TWOHATS_SECRET ?? keptSecret(env.TWOHATS_DATA_DIR);
  const appPassword = derive(secret, "application role");
  const embedded = await startEmbedded({
    dataDir: env.TWOHATS_DATA_DIR,
    password: derive(secret, "owner role"),
  });
  return {
    ownerUrl: embedded.ownerUrl,
    appUrl: asApp(embedded.ownerUrl, appPassword),
    appPassword,
    secret,
    movedTo: embedded.movedTo,
    stop: embedded.stop,
  };
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

function keptSecret(dataDir: string): string {
  const path = join(resolve(dataDir), "secret");
  try {
    mkdirSync(resolve(dataDir), { recursive: true });
    if (!existsSync(path))
      writeFileSync(path, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
    return readFileSync(path, "utf8").trim();
  } catch (cause) {
    throw new OperatorError(
      `The data folder ${dataDir} cannot be written to.`,
      "Change its permissions, or set TWOHATS_DATA_DIR to a folder you may write to.",
      { cause },
    );
  }
}
