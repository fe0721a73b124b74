import { z } from "zod";
import {
  accept,
  type Outcome,
  type Problems,
  type Refusal,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "../auth.server.ts";
import { countPasswordTries, type TooMany } from "../count-tries.server.ts";
import type { Directory } from "../directory.ts";
import type { PasswordProblem } from "../domain/fields.ts";
import { presentMemberships } from "../resolve-session.server.ts";
import type { SignedInBy } from "../signed-in-by.ts";
import { startSession, unlessShut } from "../start-session.server.ts";
import { newPasswordLinkBuckets } from "../try-buckets.server.ts";
import type { Visitor } from "../visitor.server.ts";
import { chosenPasswordProblem } from "./chosen-password.server.ts";
import type { Credential } from "./credential-reads.server.ts";
import { credentialOfLink } from "./new-password-link.server.ts";
import { replacePassword } from "./replace-password.server.ts";

export const setNewPasswordInput = z.object({ password: z.string().default("") });

type Parts = Platform & { directory: Directory };

/** Whose new password a link is for; null when it has ended, or its account opens nothing any more. */
export async function newPasswordFor(platform: Parts, token: string): Promise<Credential | null> {
  const credential = await credentialOfLink(platform, token);
  if (!credential) return null;
  const present = await presentMemberships(platform, credential.accountId);
  return present.length > 0 ? credential : null;
}

/**
 * Gives an account another password by the link in a letter, ends its sessions everywhere, and signs in, a second step
 * included where there is one. The link is good once: it hangs on the password that was.
 */
export async function setNewPassword(
  platform: Parts,
  auth: Auth,
  visitor: Visitor,
  token: string,
  { password }: z.output<typeof setNewPasswordInput>,
): Promise<
  | { ok: true; value: SignedInBy }
  | Refusal<"expired" | "busy">
  | Problems<PasswordProblem>
  | TooMany
> {
  const credential = await newPasswordFor(platform, token);
  if (!credential) return refuse("expired");
  const { email, name } = credential;
  const problem = chosenPasswordProblem(password, [email, name]);
  if (problem !== null) return refuseInput({ field: "password", code: problem });
  return countPasswordTries(
    platform,
    newPasswordLinkBuckets(platform, token),
    async (): Promise<Outcome<SignedInBy, "expired">> => {
      const replaced = await replacePassword(platform, credential, { password, stays: null });
      if (!replaced) return refuse("expired");
      const started = await startSession(platform, auth, visitor, { email, password });
      if (!started) return refuse("expired");
      const present = await presentMemberships(platform, credential.accountId);
      return accept(await unlessShut(platform, auth, started, present));
    },
  );
}
