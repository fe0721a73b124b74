import { z } from "zod";
import { readClaims, signClaims } from "~/features/identity/index.server.ts";
import type { Platform } from "~/platform/platform.server.ts";

const PURPOSE = "first owner";

const ownerClaims = z.object({ organisationId: z.uuid(), id: z.uuid(), email: z.string() });

/** For which organisation's first owner a link is, and by which address they sign in. */
export type OwnerClaims = z.infer<typeof ownerClaims>;

export function ownerLink(
  { secret, publicUrl }: Pick<Platform, "secret" | "publicUrl">,
  claims: OwnerClaims,
): string {
  return `${publicUrl}/organisations/owner/${signClaims(secret, PURPOSE, claims)}`;
}

/** What a token of ours claims; null for any other text. Whether it is good still, the database knows. */
export function readOwnerLink(
  { secret }: Pick<Platform, "secret">,
  token: string,
): OwnerClaims | null {
  const signed = readClaims(secret, PURPOSE, token);
  return signed === null ? null : ownerClaims.parse(signed);
}
