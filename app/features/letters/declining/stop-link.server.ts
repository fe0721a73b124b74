import { z } from "zod";
import { readClaims, signClaims } from "~/features/identity/index.server.ts";
import { peopleByAddress } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";

/** Where mail programs say so, and where a browser is sent from there. */
export const STOP_PATH = "/letters/stop";
export const stopPage = (token: string) => `/letters/without/${token}`;

const PURPOSE = "letters without";
const claims = z.object({
  organisationId: z.uuid(),
  personId: z.uuid(),
  kind: z.string(),
});

/** Whose link it is, and about which kind of letter. It shows nothing of theirs and opens nothing else. */
export type StopClaims = z.infer<typeof claims>;

type Leaving = OrganisationScope & {
  kind: string;
  mayBeDeclined: boolean;
  toAddress: string;
};

/**
 * The address by which the reader of a letter says that they want no more of its kind; null for a kind that always
 * comes, and for an address that is nobody's in the directory.
 */
export async function stopAddress(
  { secret, publicUrl }: Pick<Platform, "secret" | "publicUrl">,
  tx: Tx,
  { organisationId, kind, mayBeDeclined, toAddress }: Leaving,
): Promise<string | null> {
  if (!mayBeDeclined) return null;
  const people = await peopleByAddress(tx, { organisationId }, [toAddress]);
  const person = people.get(toAddress);
  if (!person) return null;
  const about: StopClaims = { organisationId, personId: person.id, kind };
  return `${publicUrl}${STOP_PATH}/${signClaims(secret, PURPOSE, about)}`;
}

/** Null when this server made no such link. */
export function readStopLink(secret: string, token: string): StopClaims | null {
  const signed = readClaims(secret, PURPOSE, token);
  return signed === null ? null : claims.parse(signed);
}
