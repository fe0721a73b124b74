import { administratorsOf, presenceIn } from "~/features/identity/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { directory } from "./standing-reads.server.ts";

/** Who of those that are about to leave administers; and whether somebody else does who is in. */
export async function whoAdministers<Each extends { id: string }>(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  scope: OrganisationScope,
  due: readonly Each[],
): Promise<[(Each & { administers: boolean })[], boolean]> {
  const administrators = await administratorsOf(tx, scope);
  const own = new Set(administrators.map(({ personId }) => personId));
  const leaving = new Set(due.map(({ id }) => id));
  let others = false;
  for (const { personId, memberSince } of administrators) {
    if (personId !== null && leaving.has(personId)) continue;
    const asked = { personId, membership: { active: true, since: memberSince } };
    const parts = { ...platform, directory };
    if ((await presenceIn(parts, tx, scope, asked)).presence === "in") others = true;
  }
  return [due.map((each) => ({ ...each, administers: own.has(each.id) })), others];
}
