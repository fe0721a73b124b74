import { z } from "zod";
import { type AskingByLetter, askByLetter } from "../ask-by-letter.server.ts";
import type { TooMany } from "../count-tries.server.ts";
import { LONGEST_EMAIL } from "../domain/fields.ts";
import { newPasswordBuckets } from "../try-buckets.server.ts";
import type { Visitor } from "../visitor.server.ts";

export const askNewPasswordInput = z.object({
  email: z.string("missing").trim().max(LONGEST_EMAIL, "missing").pipe(z.email("missing")),
});

/** Somebody forgot the password of this address: a link to a new one goes there, if it has an account. */
export function askNewPassword(
  platform: AskingByLetter,
  visitor: Visitor,
  { email }: z.output<typeof askNewPasswordInput>,
): Promise<{ ok: true } | TooMany> {
  const buckets = newPasswordBuckets(platform, visitor, email);
  return askByLetter(platform, buckets, email, "forgotten");
}
