import { betterAuth } from "better-auth";
import type { signInTables } from "~/platform/db/database.server.ts";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "./domain/fields.ts";
import { openSession } from "./open-session.server.ts";
import { hashing } from "./passwords/hash-password.server.ts";
import { lookForOldHashes } from "./passwords/old-hash-reads.server.ts";

/** For how many days a browser stays signed in. */
/** How long a session lasts without signing in again. */
export const SESSION_DAYS = 14;

export type AuthSettings = {
  /** Where its tables are (`signInTables`). */
  tables: ReturnType<typeof signInTables>;
  secret: string;
  publicUrl: string;
};

/** Sign-in, kept by better-auth in its own tables (schema `auth`), reached as the application role. */
export function createAuth({ tables, secret, publicUrl }: AuthSettings) {
  return betterAuth({
    database: tables,
    secret,
    baseURL: publicUrl,
    basePath: "/api/auth",
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: false,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      autoSignIn: false,
      password: hashing(lookForOldHashes(tables)),
    },
    // Their last use is noted by noteLastUse.
    session: { expiresIn: 60 * 60 * 24 * SESSION_DAYS, disableSessionRefresh: true },
    // Whoever holds the database learns on which day someone was here, and not when: raters sign in to answer.
    databaseHooks: {
      session: {
        create: { before: async (session) => ({ data: byDay(session) }) },
        update: { before: async (session) => ({ data: byDay(session) }) },
      },
    },
    // The address a session came from is nobody's business here.
    advanced: {
      cookiePrefix: "twohats",
      ipAddress: { disableIpTracking: true },
      // An account with its password in one query: otherwise a known address takes one more than an unknown one.
      database: { joins: true },
    },
    // Its own limiter sees only what passes its HTTP handler, which we don't serve: tries are counted by countTries.
    rateLimit: { enabled: false },
    plugins: [openSession],
  });
}

/** The same with all its times at the beginning of their day, in UTC. */
function byDay<Row extends object>(row: Row): Row {
  const entries = Object.entries(row).map(([key, value]) => [
    key,
    value instanceof Date ? new Date(value.toISOString().slice(0, 10)) : value,
  ]);
  return Object.fromEntries(entries) as Row;
}

export type Auth = ReturnType<typeof createAuth>;
