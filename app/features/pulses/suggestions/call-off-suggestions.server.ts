import type { Actor } from "~/features/identity/index.ts";
import { callOff } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeSuggestions } from "./change-suggestions.server.ts";

/** Calls it off, for good: no suggestion is kept, and whoever was asked is told why. */
export function callOffSuggestions(
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
  return changeSuggestions(platform, actor, roundId, change, async (tx, round) => {
    const { told, set } = await callOff(platform, tx, round, reason);
    return { ok: true, value: { told }, set, detail: { told } };
  });
}
