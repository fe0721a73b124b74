import { z } from "zod";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "./auth.server.ts";
import { signInThrottle } from "./sign-in-throttle.server.ts";

export const signInForm = z.object({ email: z.email(), password: z.string().min(1) });

type SignedInHeaders = { headers: Headers };

/** Starts a session. The refusal never tells whether the address is known. */
export async function signIn(
  { clock }: Pick<Platform, "clock">,
  auth: Auth,
  form: unknown,
): Promise<Outcome<SignedInHeaders, "incomplete" | "wrong" | "too-many">> {
  const parsed = signInForm.safeParse(form);
  if (!parsed.success) return refuse("incomplete");
  const { email, password } = parsed.data;
  if (signInThrottle.isBlocked(email, clock.now())) return refuse("too-many");
  const response = await auth.api.signInEmail({ body: { email, password }, asResponse: true });
  if (!response.ok) {
    signInThrottle.failed(email, clock.now());
    return refuse("wrong");
  }
  signInThrottle.succeeded(email);
  return { ok: true, value: { headers: cookiesOf(response) } };
}

/** Only the cookies of one of better-auth's answers. */
export function cookiesOf(response: Response): Headers {
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append("Set-Cookie", cookie);
  return headers;
}
