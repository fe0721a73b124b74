import { z } from "zod";
import type { Platform } from "~/platform/platform.server.ts";
import { readClaims, signClaims } from "../signed-claims.server.ts";

const PURPOSE = "own address";

/** `old`: whoever reads it may stop the change, or agree. `new`: whoever reads it says that it is theirs. */
const claimed = z.object({ wish: z.uuid(), side: z.enum(["old", "new"]) });

export type WishClaims = z.output<typeof claimed>;

/** The page on which whoever reads an address speaks of a wish. It opens nothing. */
export function wishLink(
  { secret, publicUrl }: Pick<Platform, "secret" | "publicUrl">,
  { wish, side }: WishClaims,
): string {
  return `${publicUrl}/new-address/${signClaims(secret, PURPOSE, { wish, side })}`;
}

/** Null when this server made no such link. */
export function readWishLink(secret: string, token: string): WishClaims | null {
  const signed = readClaims(secret, PURPOSE, token);
  return signed === null ? null : claimed.parse(signed);
}
