import { holdsOn } from "~/features/identity/index.server.ts";
import type { LetterWay } from "~/features/letters/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { LetterWays, MakeLinks } from "~/platform/feature/letter-ways.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { linkVersions } from "./link-reads.server.ts";
import { linkToken } from "./personal-link.server.ts";

/** Under this name letters that wait remember what their links are made from. */
const WAY = "rater-list";

/**
 * Whose invitation it is, and what the link to their list is made from when a letter with it leaves; null while nobody
 * may be sent one, because their address was changed.
 */
export type PersonalLink = { personId: string; from: string | null };

/**
 * What the links to raters' own lists in a round are made from, by invitation. It opens nothing, and so may be stored.
 * @returns a function that throws for an invitation that is not among them.
 */
export async function personalLinks(
  { clock }: Pick<Platform, "clock">,
  tx: Tx,
  scope: OrganisationScope,
  invitationIds: readonly string[],
): Promise<(invitationId: string) => PersonalLink> {
  const { versions, holds } = await linkable(clock.now(), tx, scope, invitationIds);
  return (invitationId) => {
    const found = versions.get(invitationId);
    if (found === undefined) throw new Error("a link for no invitation");
    const { personId, version } = found;
    return { personId, from: holds.has(personId) ? null : `${invitationId} ${version}` };
  };
}

/** What the links of one letter are made from when it leaves. */
export function listWay(...from: readonly string[]): LetterWay {
  return { to: "lent", by: WAY, from: [...from] };
}

/**
 * The links to raters' own lists, made now: null for one whose round was closed, and for whom the address was changed
 * since the letter was written. So a letter that waits brings nobody's link to an address that is not theirs.
 */
export const makeListLinks: MakeLinks = async ({ clock, secret, publicUrl }, tx, scope, from) => {
  const wanted = from.map((each) => {
    const [invitationId = "", version] = each.split(" ");
    return { invitationId, version: Number(version) };
  });
  const ids = wanted.map(({ invitationId }) => invitationId);
  const { versions, holds } = await linkable(clock.now(), tx, scope, ids);
  const { organisationId } = scope;
  return wanted.map(({ invitationId, version }) => {
    const found = versions.get(invitationId);
    if (found?.version !== version || holds.has(found.personId)) return null;
    return `${publicUrl}/r/${linkToken(secret, { organisationId, invitationId, version })}`;
  });
};

export const letterWays: LetterWays = { [WAY]: makeListLinks };

/** The version of each of these links, and whose address was changed a short while ago. */
async function linkable(
  now: Date,
  tx: Tx,
  scope: OrganisationScope,
  invitationIds: readonly string[],
) {
  const versions = await linkVersions(tx, scope, invitationIds);
  const personIds = [...new Set([...versions.values()].map(({ personId }) => personId))];
  return { versions, holds: await holdsOn(tx, scope, personIds, now) };
}
