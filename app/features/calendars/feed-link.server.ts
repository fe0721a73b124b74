import { z } from "zod";
import { readClaims, signClaims } from "~/features/identity/index.server.ts";
import type { Platform } from "~/platform/platform.server.ts";

const PURPOSE = "calendar feed";
/** What calendar programs know a file by. */
const ENDING = ".ics";

const claims = z.object({ organisationId: z.uuid(), personId: z.uuid(), feedId: z.uuid() });
export type FeedClaims = z.infer<typeof claims>;

/** Where somebody's calendar program fetches what is due for them. */
export function feedLink(
  { secret, publicUrl }: Pick<Platform, "secret" | "publicUrl">,
  { organisationId, personId, feedId }: FeedClaims,
): string {
  const token = signClaims(secret, PURPOSE, { organisationId, personId, feedId });
  return `${publicUrl}/calendar/${token}${ENDING}`;
}

/** Null when this server made no such link. */
export function readFeedLink(secret: string, file: string): FeedClaims | null {
  if (!file.endsWith(ENDING)) return null;
  const signed = readClaims(secret, PURPOSE, file.slice(0, -ENDING.length));
  return signed === null ? null : claims.parse(signed);
}
