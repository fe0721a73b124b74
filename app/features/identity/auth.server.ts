import { type BetterAuthOptions, betterAuth } from "better-auth";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "./domain/fields.ts";

export type AuthSettings = {
  /** A pool that finds the sign-in tables first. */
  pool: BetterAuthOptions["database"];
  secret: string;
  publicUrl: string;
};

/** Sign-in, kept by better-auth in its own tables (schema `auth`), reached as the application role. */
export function createAuth({ pool, secret, publicUrl }: AuthSettings) {
  return betterAuth({
    database: pool,
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
    },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    // The address a session came from is nobody's business here.
    advanced: {
      cookiePrefix: "twohats",
      ipAddress: { disableIpTracking: true },
      // An account with its password in one query: otherwise a known address takes one more than an unknown one.
      database: { joins: true },
    },
    // Its own limiter sees only what passes its HTTP handler, which we don't serve: tries are counted by countTries.
    rateLimit: { enabled: false },
  });
}

export type Auth = ReturnType<typeof createAuth>;
