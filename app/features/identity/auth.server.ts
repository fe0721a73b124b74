import { betterAuth } from "better-auth";
import { openSignInPool } from "~/platform/db/database.server.ts";
import { SHORTEST_PASSWORD } from "./password.ts";

export type AuthSettings = { appUrl: string; secret: string; publicUrl: string };

/** Sign-in, kept by better-auth in its own tables (schema `auth`), reached as the application role. */
export function createAuth({ appUrl, secret, publicUrl }: AuthSettings) {
  const pool = openSignInPool(appUrl);
  const auth = betterAuth({
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
      autoSignIn: false,
    },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    // The address a session came from is nobody's business here.
    advanced: { cookiePrefix: "twohats", ipAddress: { disableIpTracking: true } },
    // Brute force is slowed per address by the sign-in route, which does not store addresses.
    rateLimit: { enabled: false },
  });
  return { auth, close: () => pool.end() };
}

export type Auth = ReturnType<typeof createAuth>["auth"];
