import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Directory } from "../directory.ts";
import { presenceIn } from "../presence.server.ts";
import { organisationStanding } from "../reads.server.ts";
import { type Official, officialsOf } from "./official-reads.server.ts";

type Parts = Pick<Platform, "clock"> & { directory: Directory };

type Without =
  | { membershipId: string }
  | { accountId: string }
  | { personIds: ReadonlySet<string> };

/**
 * Whether an organisation has an owner who is in without these people or that account; and where it demands its
 * provider, and one of those may come in past it, another who may. Ask under `lockAdministrators`.
 */
export async function anyOwnerBeside(
  parts: Parts,
  tx: Tx,
  scope: OrganisationScope,
  without: Without,
): Promise<boolean> {
  const owners = (await officialsOf(tx, scope)).filter(({ owner }) => owner);
  const goes = goesBy(without);
  const { providerOnly } = await organisationStanding(tx, scope);
  const needsGlass = providerOnly && owners.some((each) => each.breakGlass && goes(each));
  for (const each of owners) {
    if (goes(each) || !(await isIn(parts, tx, scope, each))) continue;
    if (!needsGlass || (each.breakGlass && each.hasFactor)) return true;
  }
  return false;
}

/** Whether somebody in office is in at this moment: not left, on hold or shut out. */
export async function isIn(
  parts: Parts,
  tx: Tx,
  scope: OrganisationScope,
  { personId, memberSince }: Pick<Official, "personId" | "memberSince">,
): Promise<boolean> {
  const asked = { personId, membership: { active: true, since: memberSince } };
  return (await presenceIn(parts, tx, scope, asked)).presence === "in";
}

function goesBy(without: Without): (official: Official) => boolean {
  if ("membershipId" in without) return ({ membershipId }) => membershipId === without.membershipId;
  if ("accountId" in without) return ({ accountId }) => accountId === without.accountId;
  return ({ personId }) => personId !== null && without.personIds.has(personId);
}
