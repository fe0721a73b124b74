import { createHmac } from "node:crypto";
import pg from "pg";
import { OperatorError } from "../errors/operator-error.ts";
import { asApp } from "./connection.server.ts";

const WRONG_PASSWORD = "28P01";

/**
 * Refuses a secret other than the one that the database was made with. A database from before fingerprints tells by its
 * application role, whose password comes from the secret.
 * @throws OperatorError; nothing was changed.
 */
export async function requireSameSecret(
  owner: pg.Client,
  ownerUrl: string,
  appPassword: string,
): Promise<void> {
  const kept = await keptFingerprint(owner);
  const isOther =
    kept === undefined
      ? (await hasHistory(owner)) && (await refusesApp(ownerUrl, appPassword))
      : kept !== null && kept !== fingerprintOf(appPassword);
  if (!isOther) return;
  throw new OperatorError(
    "This database was made with another TWOHATS_SECRET.",
    "Nothing was changed. Start with the secret it was made with. If that is lost for good, `twohats migrate --new-secret` goes on with this one; docs/operating.md says what is lost with it.",
  );
}

/** Notes by which secret this database is kept from now on. Does nothing where there is no place for it yet. */
export async function keepFingerprint(owner: pg.Client, appPassword: string): Promise<void> {
  const [kept, own] = [await keptFingerprint(owner), fingerprintOf(appPassword)];
  if (kept === undefined || kept === own) return;
  await owner.query(
    `INSERT INTO installation.secret (fingerprint) VALUES ($1)
     ON CONFLICT (the_only_row) DO UPDATE SET fingerprint = $1, kept_at = now()`,
    [own],
  );
}

/** Says nothing of the secret that trying secrets one by one would not say as well. */
function fingerprintOf(appPassword: string): string {
  return createHmac("sha256", appPassword).update("fingerprint").digest("base64url");
}

/** null when none is noted, undefined where there is no place for it yet. */
async function keptFingerprint(owner: pg.Client): Promise<string | null | undefined> {
  const place = await owner.query("SELECT to_regclass('installation.secret') AS found");
  if (place.rows[0]?.found === null) return undefined;
  const { rows } = await owner.query<{ fingerprint: string }>(
    "SELECT fingerprint FROM installation.secret",
  );
  return rows[0]?.fingerprint ?? null;
}

/** Whether a program with a secret has worked on this database, and the role that it signed in as is still there. */
async function hasHistory(owner: pg.Client): Promise<boolean> {
  const place = await owner.query("SELECT to_regclass('public.schema_migration') AS found");
  if (place.rows[0]?.found === null) return false;
  const { rows } = await owner.query<{ found: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM schema_migration)
        AND EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'twohats_app') AS found`,
  );
  return rows[0]?.found === true;
}

/** Only a refused password tells anything: servers may trust everyone, or let this role in from elsewhere only. */
async function refusesApp(ownerUrl: string, appPassword: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: asApp(ownerUrl, appPassword),
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === WRONG_PASSWORD;
  } finally {
    await client.end();
  }
}
