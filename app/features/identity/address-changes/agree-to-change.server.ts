import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Directory } from "../directory.ts";
import type { Actor } from "../domain/actor.ts";
import { holdOf } from "../domain/address-change.ts";
import { domainMoves } from "../domain/domain-move.ts";
import { type NoSecond, noSecond } from "../domain/second-person.ts";
import { mayAdminister } from "../policy.ts";
import {
  lockLatestChange,
  lockWaitingOf,
  type StoredChange,
} from "./address-change-store.server.ts";
import { officeHolders } from "./office-holders.server.ts";
import { settleChange } from "./settle-change.server.ts";

type Parts = Pick<Platform, "database" | "clock" | "jobs"> & { directory: Directory };
type Agreed = Outcome<{ agreed: number }, "not-allowed" | "unknown" | NoSecond>;

/** A second administrator agrees to one change, refused by its owner or not: the wait ends. */
export async function agreeToChange(parts: Parts, actor: Actor, changeId: string): Promise<Agreed> {
  if (!mayAdminister(actor)) return refuse("not-allowed");
  if (!isId(changeId)) return refuse("unknown");
  return inOrganisation(parts, actor, async (tx) => {
    const change = await lockLatestChange(tx, actor, changeId);
    return agree(parts, tx, actor, change ? [change] : []);
  });
}

/** A second administrator agrees to a whole domain's move, as far as it was made at once and nobody refused. */
export async function agreeToDomain(
  parts: Parts,
  actor: Actor,
  { batchId, from, to }: { batchId: string; from: string; to: string },
): Promise<Agreed> {
  if (!mayAdminister(actor)) return refuse("not-allowed");
  if (!isId(batchId)) return refuse("unknown");
  return inOrganisation(parts, actor, async (tx) => {
    const moves = domainMoves(await lockWaitingOf(tx, actor, batchId));
    const move = moves.find((each) => each.from === from && each.to === to);
    return agree(parts, tx, actor, move?.changes ?? []);
  });
}

async function agree(
  parts: Parts,
  tx: Tx,
  actor: Actor,
  changes: readonly StoredChange[],
): Promise<Agreed> {
  const now = parts.clock.now();
  const open = changes.filter((change) => holdOf(change, now) !== null);
  if (open.length === 0) return refuse("unknown");
  const [second] = await officeHolders(parts, tx, actor, [actor.accountId]);
  if (!second) return refuse("not-allowed");
  const reasons = open.map((change) => noSecond(change, second));
  const agreed = open.filter((_, index) => reasons[index] === null).map(({ id }) => id);
  const [reason] = reasons;
  if (agreed.length === 0 && reason) return refuse(reason);
  const settling = { how: "second-administrator", by: actor.accountId } as const;
  await settleChange(parts, tx, actor, agreed, "confirmed", settling);
  return accept({ agreed: agreed.length });
}
