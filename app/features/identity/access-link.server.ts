import { z } from "zod";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { holdsOn } from "./hold-reads.server.ts";
import { withAccount } from "./reads.server.ts";
import { readClaims, signClaims } from "./signed-claims.server.ts";

const VALID_DAYS = 60;
const PURPOSE = "join link";

const joinClaims = z.object({
  organisationId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  // Checked when it came into the directory, which takes more than ASCII.
  email: z.string(),
  until: z.iso.datetime(),
  next: z.string(),
  /** The person's at that time: a corrected address ends the link. */
  linkVersion: z.number().int().default(0),
});

/** Who may open an account by a link, and until when. */
export type JoinClaims = z.infer<typeof joinClaims>;

type Guest = { personId: string; name: string; email: string; linkVersion: number };

/** What a link to a page is made from when a letter leaves: whose it is, and where it leads. It opens nothing. */
export type AccessWay = {
  to: "account";
  personId: string;
  path: string;
  /** The person's when the letter was written: to a corrected address the link has ended before it is made. */
  linkVersion: number;
};

type Issuer = Pick<Platform, "clock" | "secret" | "publicUrl">;

/**
 * The addresses of pages for people, in the order given: the page itself for those with an account, otherwise by way of
 * opening one. Null for whoever may not be sent any now, because their address was changed.
 */
export async function accessLinks(
  { clock, secret, publicUrl }: Issuer,
  tx: Tx,
  scope: OrganisationScope,
  guests: readonly (Guest & { path: string })[],
): Promise<(string | null)[]> {
  const ids = [...new Set(guests.map((guest) => guest.personId))];
  const members = await withAccount(tx, scope, ids);
  const now = clock.now();
  const holds = await holdsOn(tx, scope, ids, now);
  const until = new Date(now.getTime() + VALID_DAYS * 86_400_000).toISOString();
  const { organisationId } = scope;
  return guests.map(({ path, ...guest }) => {
    if (holds.has(guest.personId)) return null;
    if (members.has(guest.personId)) return `${publicUrl}${path}`;
    const claims = { organisationId, ...guest, until, next: path };
    return `${publicUrl}/join/${joinToken(secret, claims)}`;
  });
}

/**
 * What letters to people keep in the place of their links, in the order given. Null for whoever may not be sent any
 * now, because their address was changed.
 */
export async function accessWays(
  { clock }: Pick<Platform, "clock">,
  tx: Tx,
  scope: OrganisationScope,
  guests: readonly Omit<AccessWay, "to">[],
): Promise<(AccessWay | null)[]> {
  const ids = [...new Set(guests.map((guest) => guest.personId))];
  const holds = await holdsOn(tx, scope, ids, clock.now());
  return guests.map(({ personId, path, linkVersion }) =>
    holds.has(personId) ? null : { to: "account", personId, path, linkVersion },
  );
}

export function joinToken(secret: string, claims: JoinClaims): string {
  return signClaims(secret, PURPOSE, claims);
}

/** The claims of a token of ours that has not run out; null otherwise. */
export function readJoinToken(secret: string, token: string, now: Date): JoinClaims | null {
  const claims = unsafeReadPastJoinToken(secret, token);
  return claims && new Date(claims.until) > now ? claims : null;
}

/** The claims of a token of ours, whether it has run out or not: they let nobody in. */
export function unsafeReadPastJoinToken(secret: string, token: string): JoinClaims | null {
  const signed = readClaims(secret, PURPOSE, token);
  return signed === null ? null : joinClaims.parse(signed);
}
