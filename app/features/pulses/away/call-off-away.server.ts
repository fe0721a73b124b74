import type { Actor } from "~/features/identity/index.ts";
import { callOff } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeAway } from "./change-away.server.ts";

/** Calls it off, for good: no answer of the team is kept, and whoever was asked is told why. */
export function callOffAway(
  platform: Platform,
  actor: Actor,
  roundId: string,
  { reason }: { reason: string },
) {
  const change = {
    may: mayRunRound,
    from: "call-off",
    late: "not-collecting",
    did: "called-off",
  } as const;
  return changeAway(platform, actor, roundId, change, async (tx, round) => {
    const { told, set } = await callOff(platform, tx, round, reason);
    return { ok: true, value: { told }, set: { ...set, isOpen: false }, detail: { told } };
  });
}
