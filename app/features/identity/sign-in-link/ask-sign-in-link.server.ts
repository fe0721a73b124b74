import type { z } from "zod";
import { type AskingByLetter, askByLetter } from "../ask-by-letter.server.ts";
import type { TooMany } from "../count-tries.server.ts";
import type { askNewPasswordInput } from "../passwords/ask-new-password.server.ts";
import { signInLinkBuckets } from "../try-buckets.server.ts";
import type { Visitor } from "../visitor.server.ts";

/** Somebody wants to sign in without a password: a link goes to the address if it has an account. None is made. */
export function askSignInLink(
  platform: AskingByLetter,
  visitor: Visitor,
  { email }: z.output<typeof askNewPasswordInput>,
): Promise<{ ok: true } | TooMany> {
  const buckets = signInLinkBuckets(platform, visitor, email);
  return askByLetter(platform, buckets, email, "sign-in");
}
