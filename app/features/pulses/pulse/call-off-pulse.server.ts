import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { callOff } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changePulse } from "./change-pulse.server.ts";

/** Why it is called off, as everybody who was asked reads it. */
export const callOffPulseInput = z.object({
  reason: z.string("missing").trim().min(1, "missing").max(500, "too-long"),
});

/** Calls a pulse off, for good: no answer is kept, nothing is told, and whoever was asked is told why. */
export function callOffPulse(
  platform: Platform,
  actor: Actor,
  pulseId: string,
  { reason }: z.output<typeof callOffPulseInput>,
) {
  const change = {
    may: mayRunRound,
    from: "call-off",
    late: "not-collecting",
    did: "called-off",
  } as const;
  return changePulse(platform, actor, pulseId, change, async (tx, pulse) => {
    const { told, set } = await callOff(platform, tx, pulse, reason);
    return { ok: true, value: { told }, set: { ...set, isOpen: false }, detail: { told } };
  });
}
