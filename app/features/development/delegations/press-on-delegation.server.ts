import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { monthsAfter } from "~/platform/calendar/days.ts";
import { newId } from "~/platform/db/ids.ts";
import { refuse, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import {
  type Delegation,
  LONGEST_WHY,
  lastToday,
  REVIEW_AFTER_MONTHS,
  type StepKind,
} from "../domain/delegations/delegation.ts";
import {
  deleteDelegation,
  deleteStep,
  insertStep,
  updateDelegation,
} from "./delegation-store.server.ts";
import {
  type HeldRegister,
  noteOnRegister,
  type RegisterOutcome,
  workOnRegister,
} from "./work-on-register.server.ts";

/** Which decision: as the forms of one page tell each other apart. */
const intent = z.string().max(60);

/** What the buttons of the register do. */
export const delegationPress = z.discriminatedUnion("step", [
  z.object({ step: z.enum(["hand-over", "reviewed", "undo", "remove"]), intent }),
  z.object({
    step: z.literal("take-back"),
    intent,
    why: z.string().trim().min(1).max(LONGEST_WHY),
  }),
]);
export type DelegationPress = z.output<typeof delegationPress>;

/**
 * Carries out what one button of the register says. What is so already stays so: pressed twice, it is done once. What
 * was pressed today can be undone today.
 */
export function pressOnDelegation(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  press: DelegationPress,
): Promise<RegisterOutcome> {
  return workOnRegister<void>(platform, actor, async (held) => {
    const one = held.delegations.find(({ id }) => id === press.intent);
    // Removed in another tab, or by the first press of two: it is as was wanted.
    if (!one) return press.step === "remove" ? { ok: true } : refuse("unknown");
    switch (press.step) {
      case "hand-over":
        return handOver(platform, held, one);
      case "take-back":
        return takeBack(platform, held, one, press.why);
      case "reviewed":
        return review(platform, held, one);
      case "undo":
        return undo(platform, held, one);
      case "remove":
        await deleteDelegation(held.tx, actor, one.id);
        await noteOnRegister(platform, held, "removed", one.id);
        return { ok: true };
    }
  });
}

type Parts = Pick<Platform, "database" | "clock">;

async function handOver(
  platform: Parts,
  held: HeldRegister,
  { id, owner, isHandedOver, reviewOn }: Delegation,
): Promise<RegisterOutcome> {
  if (isHandedOver) return { ok: true };
  if (owner === "") return refuseInput({ code: "nobody" });
  await updateDelegation(held.tx, held.actor, id, {
    isHandedOver: true,
    reviewOn: reviewOn !== null && reviewOn > held.today ? reviewOn : nextReview(held),
  });
  await addStep(held, id, "handed-over", owner);
  await noteOnRegister(platform, held, "handed-over", id);
  return { ok: true };
}

async function takeBack(
  platform: Parts,
  held: HeldRegister,
  { id, isHandedOver }: Delegation,
  why: string,
): Promise<RegisterOutcome> {
  if (!isHandedOver) return { ok: true };
  await updateDelegation(held.tx, held.actor, id, { isHandedOver: false });
  await addStep(held, id, "taken-back", why);
  await noteOnRegister(platform, held, "taken-back", id);
  return { ok: true };
}

async function review(
  platform: Parts,
  held: HeldRegister,
  { id, isHandedOver, reviewOn }: Delegation,
): Promise<RegisterOutcome> {
  if (!isHandedOver || reviewOn === null || reviewOn > held.today) return { ok: true };
  await updateDelegation(held.tx, held.actor, id, { reviewOn: nextReview(held) });
  await addStep(held, id, "reviewed", "");
  await noteOnRegister(platform, held, "reviewed", id);
  return { ok: true };
}

async function undo(
  platform: Parts,
  { steps, ...held }: HeldRegister,
  { id }: Delegation,
): Promise<RegisterOutcome> {
  const last = lastToday(steps, id, held.today);
  if (!last) return { ok: true };
  await deleteStep(held.tx, held.actor, last.id);
  await updateDelegation(held.tx, held.actor, id, {
    isHandedOver: last.kind !== "handed-over",
    // What was to be looked at is to be looked at again.
    ...(last.kind === "reviewed" ? { reviewOn: held.today } : {}),
  });
  await noteOnRegister(platform, { ...held, steps }, "undone", id);
  return { ok: true };
}

function nextReview({ today }: HeldRegister): string {
  return monthsAfter(today, REVIEW_AFTER_MONTHS);
}

function addStep(
  { tx, actor, today: takenOn }: HeldRegister,
  delegationId: string,
  kind: StepKind,
  words: string,
): Promise<void> {
  return insertStep(tx, actor, { id: newId(), delegationId, kind, takenOn, words });
}
