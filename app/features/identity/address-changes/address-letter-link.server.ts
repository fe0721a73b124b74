import { z } from "zod";
import type { Platform } from "~/platform/platform.server.ts";
import { readClaims, signClaims } from "../signed-claims.server.ts";

const PURPOSE = "address letter";
const claims = z.object({ organisationId: z.uuid(), changeId: z.uuid() });

/** Which change a letter to the old address speaks of. */
export type LetterClaims = z.infer<typeof claims>;

/** The page on which the old address's owner says whether a change was theirs. It opens nothing else. */
export function addressLetterLink(
  { secret, publicUrl }: Pick<Platform, "secret" | "publicUrl">,
  { organisationId, changeId }: LetterClaims,
): string {
  return `${publicUrl}/address/${signClaims(secret, PURPOSE, { organisationId, changeId })}`;
}

/** Null when this server made no such link. */
export function readAddressLetterLink(secret: string, token: string): LetterClaims | null {
  const signed = readClaims(secret, PURPOSE, token);
  return signed === null ? null : claims.parse(signed);
}
