import { z } from "zod";
import { accept, type Outcome, type Refusal, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "./auth.server.ts";
import type { ShutOrganisation } from "./context.server.ts";
import { countPasswordTries, type TooMany } from "./count-tries.server.ts";
import type { Directory } from "./directory.ts";
import { LONGEST_EMAIL, LONGEST_PASSWORD } from "./domain/fields.ts";
import { everyMembership } from "./resolve-session.server.ts";
import type { SignedInBy } from "./signed-in-by.ts";
import { startSession, unlessShut } from "./start-session.server.ts";
import { passwordBuckets } from "./try-buckets.server.ts";
import type { Visitor } from "./visitor.server.ts";

export const signInInput = z.object({
  email: z.string("incomplete").trim().max(LONGEST_EMAIL, "incomplete").pipe(z.email("incomplete")),
  password: z
    .string("incomplete")
    .min(1, "incomplete")
    .refine((text) => text.length <= LONGEST_PASSWORD, "too-long"),
});

/** Their organisation is suspended; only to the right password it is said of which, and why. */
type ShutOut = Refusal<"suspended"> & ShutOrganisation;

export type SignInRefusal = Refusal<"wrong" | "out" | "busy"> | ShutOut | TooMany;

/**
 * Starts a session, or the second step where the account has one. No refusal tells whether the address is known, by
 * words or by time; only to the right password it is said that its account is out.
 */
export async function signIn(
  platform: Pick<Platform, "clock" | "database" | "secret" | "publicUrl"> & {
    directory: Directory;
  },
  auth: Auth,
  visitor: Visitor,
  { email, password }: z.output<typeof signInInput>,
): Promise<{ ok: true; value: SignedInBy } | SignInRefusal> {
  const shutOut: ShutOrganisation[] = [];
  const outcome = await countPasswordTries(
    platform,
    await passwordBuckets(platform, visitor, email),
    async (): Promise<Outcome<SignedInBy, "wrong" | "out">> => {
      const started = await startSession(platform, auth, visitor, { email, password });
      if (!started) return refuse("wrong");
      const { accountId, token } = started;
      const { present, shut } = await everyMembership(platform, accountId);
      if (present.length > 0) return accept(await unlessShut(platform, auth, started, present));
      const { internalAdapter } = await auth.$context;
      if (token !== null) await internalAdapter.deleteSession(token);
      shutOut.push(...shut);
      return refuse("out");
    },
  );
  const [first] = shutOut;
  return first && !outcome.ok ? { ...refuse("suspended"), ...first } : outcome;
}
