import { holdsOn } from "~/features/identity/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { linkVersions } from "./link-reads.server.ts";
import { linkToken } from "./personal-link.server.ts";

/**
 * Whose invitation it is, and the address of their list; null while nobody may be sent one, because theirs was changed.
 */
export type PersonalLink = { personId: string; link: string | null };

/**
 * The addresses of raters' own lists in a round, by invitation.
 * @returns a function that throws for an invitation that is not among them.
 */
export async function personalLinks(
  { clock, secret, publicUrl }: Pick<Platform, "clock" | "secret" | "publicUrl">,
  tx: Tx,
  scope: OrganisationScope,
  invitationIds: readonly string[],
): Promise<(invitationId: string) => PersonalLink> {
  const versions = await linkVersions(tx, scope, invitationIds);
  const personIds = [...new Set([...versions.values()].map(({ personId }) => personId))];
  const holds = await holdsOn(tx, scope, personIds, clock.now());
  const { organisationId } = scope;
  return (invitationId) => {
    const found = versions.get(invitationId);
    if (found === undefined) throw new Error("a link for no invitation");
    const { personId, version } = found;
    if (holds.has(personId)) return { personId, link: null };
    const token = linkToken(secret, { organisationId, invitationId, version });
    return { personId, link: `${publicUrl}/r/${token}` };
  };
}
