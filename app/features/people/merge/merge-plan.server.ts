import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { Look, Personal } from "~/platform/feature/personal.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { KeptPerson } from "../domain/by-hand/history.ts";
import { managerAfter, mergedPerson } from "../domain/merge/merged-person.ts";
import { lookAt, seenAs } from "../personal/look-at.server.ts";
import { bothAbove } from "../personal.server.ts";
import { keptPeople } from "../store.server.ts";

export type MergePlan = Look & {
  stays: KeptPerson;
  goes: KeptPerson;
  managerId: string | null;
  /** Differs as soon as anything else would come of it. */
  seen: string;
};

/** What would come of merging one record into another; null unless both are of the directory and two. */
export async function planMerge(
  platform: Pick<Platform, "clock" | "secret">,
  tx: Tx,
  actor: Actor,
  personal: readonly Personal<Actor>[],
  ids: { stays: string; goes: string },
): Promise<MergePlan | null> {
  if (!isId(ids.stays) || !isId(ids.goes)) return null;
  const people = await keptPeople(tx, actor, [ids.stays, ids.goes]);
  const [stays, goes] = [people.get(ids.stays), people.get(ids.goes)];
  if (!stays || !goes || stays === goes || stays.external || goes.external) return null;
  const pair = { ...ids, address: goes.email };
  const merging = personal.map(({ merge }) => merge);
  const look = await lookAt(platform, tx, actor, merging, pair);
  const above = managerAfter(stays, goes, await bothAbove(tx, actor, ids));
  const managerId = above === "loop" ? stays.managerId : above;
  const seen = seenAs(
    look,
    stays.revision,
    goes.revision,
    mergedPerson({ stays, goes }),
    managerId,
  );
  return { ...look, stays, goes, managerId, seen };
}
