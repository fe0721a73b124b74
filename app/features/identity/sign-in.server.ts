import { z } from "zod";
import { accept, type Outcome, type Refusal, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "./auth.server.ts";
import { countPasswordTries, type TooMany } from "./count-tries.server.ts";
import { emailField, LONGEST_PASSWORD } from "./domain/fields.ts";
import { startSession } from "./start-session.server.ts";
import { passwordBuckets } from "./try-buckets.server.ts";
import type { Visitor } from "./visitor.server.ts";

const signInForm = z.object({ email: emailField, password: z.string().min(1) });

export type SignInRefusal = Refusal<"incomplete" | "too-long" | "wrong" | "busy"> | TooMany;

/** Starts a session. No refusal tells whether the address is known, neither by its words nor by the time it takes. */
export async function signIn(
  platform: Pick<Platform, "clock" | "database" | "secret" | "publicUrl">,
  auth: Auth,
  visitor: Visitor,
  form: { email: unknown; password: unknown },
): Promise<{ ok: true; value: { headers: Headers } } | SignInRefusal> {
  if (typeof form.password === "string" && form.password.length > LONGEST_PASSWORD)
    return refuse("too-long");
  const parsed = signInForm.safeParse(form);
  if (!parsed.success) return refuse("incomplete");
  const { email, password } = parsed.data;
  return countPasswordTries(
    platform,
    passwordBuckets(platform, visitor, email),
    async (): Promise<Outcome<{ headers: Headers }, "wrong">> => {
      const headers = await startSession(platform, auth, visitor, { email, password });
      return headers ? accept({ headers }) : refuse("wrong");
    },
  );
}
