import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { callOff } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { ChangeAsked } from "./change-asked.ts";

/** Why it is called off, as everybody who was asked reads it. */
export const callOffAskedInput = z.object({
  reason: z.string("missing").trim().min(1, "missing").max(500, "too-long"),
});

/**
 * Makes the way in which rounds of a kind are called off, for good: no answer is kept, nothing is told, and whoever was
 * asked is told why. `own` is what its own half says from then on.
 */
export function callerOffOf(change: ChangeAsked, own: { isOpen?: false } = {}) {
  return (
    platform: Platform,
    actor: Actor,
    roundId: string,
    { reason }: z.output<typeof callOffAskedInput>,
  ) =>
    change(
      platform,
      actor,
      roundId,
      { may: mayRunRound, from: "call-off", late: "not-collecting", did: "called-off" } as const,
      async (tx, round) => {
        const { told, set } = await callOff(platform, tx, round, reason);
        return { ok: true, value: { told }, set: { ...set, ...own }, detail: { told } };
      },
    );
}
