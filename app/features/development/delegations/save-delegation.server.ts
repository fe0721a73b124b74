import type { Actor } from "~/features/identity/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { accept, refuse, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import {
  type DelegationForm,
  MOST_DELEGATIONS,
  readDelegation,
} from "../domain/delegations/delegation.ts";
import { insertDelegation, updateDelegation } from "./delegation-store.server.ts";
import { noteOnRegister, type RegisterOutcome, workOnRegister } from "./work-on-register.server.ts";

/** A decision that is new, or one that stands already as somebody looked at it. */
export type DelegationTarget = null | { id: string; revision: number };

/**
 * Keeps a decision in the register of whoever asks. A form that was opened before another save is refused; the same
 * decision once more, such as by a second press of the button, adds nothing.
 */
export function saveDelegation(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  target: DelegationTarget,
  form: DelegationForm,
): Promise<RegisterOutcome<{ id: string }>> {
  return workOnRegister<{ id: string }>(platform, actor, async (held) => {
    const { tx, personId, today, delegations } = held;
    const before = target ? delegations.find(({ id }) => id === target.id) : null;
    if (before === undefined) return refuse("unknown");
    if (target && before?.revision !== target.revision)
      return refuseInput({ code: "changed-meanwhile" });
    const { facts, problems } = readDelegation(form, { today, before });
    if (problems.length > 0) return refuseInput(...problems);
    if (before) {
      await updateDelegation(tx, actor, before.id, facts);
      await noteOnRegister(platform, held, "changed", before.id);
      return accept({ id: before.id });
    }
    const same = delegations.find(
      ({ isHandedOver, decision, owner }) =>
        !isHandedOver && decision === facts.decision && owner === facts.owner,
    );
    if (same) return accept({ id: same.id });
    if (delegations.length >= MOST_DELEGATIONS)
      return refuseInput({ code: "enough", values: { most: MOST_DELEGATIONS } });
    const id = newId();
    await insertDelegation(tx, actor, personId, { id, ...facts });
    await noteOnRegister(platform, held, "added", id);
    return accept({ id });
  });
}
