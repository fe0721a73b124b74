import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";

/**
 * Lets an account in whose owner proved who they are by something that better-auth did not ask for. Called by this
 * server alone: it is reached by no address.
 */
export const openSession = {
  id: "open-session",
  endpoints: {
    unsafeOpenSession: createAuthEndpoint.serverOnly(
      { method: "POST", body: z.object({ accountId: z.string() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.accountId);
        if (!user) throw new Error("an account that is let in is gone");
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ token: session.token });
      },
    ),
  },
} as const;
