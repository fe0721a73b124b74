import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { linkVersions } from "./link-reads.server.ts";
import { linkToken } from "./personal-link.server.ts";

/**
 * The addresses of raters' own lists in a cycle, by invitation.
 * @returns a function that throws for an invitation that is not among them.
 */
export async function personalLinks(
  { secret, publicUrl }: Pick<Platform, "secret" | "publicUrl">,
  tx: Tx,
  scope: OrganisationScope,
  invitationIds: readonly string[],
): Promise<(invitationId: string) => string> {
  const versions = await linkVersions(tx, scope, invitationIds);
  const { organisationId } = scope;
  return (invitationId) => {
    const version = versions.get(invitationId);
    if (version === undefined) throw new Error("a link for no invitation");
    return `${publicUrl}/r/${linkToken(secret, { organisationId, invitationId, version })}`;
  };
}
