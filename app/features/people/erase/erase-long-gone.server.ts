import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Personal } from "~/platform/feature/personal.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { carryOutAll, holdAll } from "../personal/look-at.server.ts";
import { keptPeople, lockPeople } from "../store.server.ts";
import { planErasure } from "./erase-plan.server.ts";
import { recordErasure } from "./record-erasure.server.ts";

/**
 * Erases somebody who left long ago, as HR would, because their time has come. In the caller's transaction, which holds
 * nothing of people yet. @returns false where something stands against it: then nothing was done.
 */
export async function eraseLongGone(
  platform: Platform,
  personal: readonly Personal<Actor>[],
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<boolean> {
  const clock = { organisationId, accountId: "clock", personId: null, role: "admin" } as const;
  const erasing = personal.map(({ erase }) => erase);
  await holdAll(tx, clock, erasing, personId);
  await lockPeople(tx, clock);
  const person = (await keptPeople(tx, clock, [personId])).get(personId);
  if (!person || person.external || person.status === "active") return false;
  const plan = await planErasure(platform, tx, clock, personal, person);
  if (plan.hindrances.length > 0) return false;
  await carryOutAll(platform, tx, clock, erasing, plan.known);
  const byTheClock = { organisationId, accountId: null };
  await recordErasure(platform, tx, byTheClock, personId, plan.counts);
  return true;
}
