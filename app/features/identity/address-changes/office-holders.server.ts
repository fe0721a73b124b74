import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Directory } from "../directory.ts";
import type { OfficeHolder } from "../domain/second-person.ts";
import { administratorsOf } from "../offices/official-reads.server.ts";
import { presenceIn } from "../presence.server.ts";
import { readdressings } from "./readdressing-reads.server.ts";

type Parts = Pick<Platform, "clock"> & { directory: Directory };

/** An organisation's administrators, or those of these accounts, as far as it matters for whether two are two. */
export async function officeHolders(
  parts: Parts,
  tx: Tx,
  scope: OrganisationScope,
  accountIds: readonly string[] | "all" = "all",
): Promise<(OfficeHolder & { name: string })[]> {
  const all = await administratorsOf(tx, scope);
  const found = all.filter((each) => accountIds === "all" || accountIds.includes(each.accountId));
  const changes = await readdressings(
    tx,
    scope,
    found.flatMap(({ personId }) => personId ?? []),
  );
  const holders = [];
  for (const { personId, accountId, since, givenBy, memberSince, name } of found) {
    const membership = { active: true, since: memberSince };
    const { presence } = await presenceIn(parts, tx, scope, { personId, membership });
    const readdressed = personId ? (changes.get(personId) ?? []) : [];
    holders.push({ accountId, since, givenBy, name, present: presence === "in", readdressed });
  }
  return holders;
}
