import type { Actor } from "~/features/identity/index.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayRunRound } from "../domain/may-run-rounds.ts";
import { isOver } from "../domain/round.ts";
import { changeAnyRound } from "../store/change-round.server.ts";

/** Takes a round that is over out of the list of rounds. All else stays as it is. Done twice, it is done once. */
export function archiveRound(platform: Platform, actor: Actor, roundId: string) {
  return setArchived(platform, actor, roundId, true);
}

/** Puts an archived round back on the list. */
export function unarchiveRound(platform: Platform, actor: Actor, roundId: string) {
  return setArchived(platform, actor, roundId, false);
}

function setArchived(platform: Platform, actor: Actor, roundId: string, archived: boolean) {
  const change = {
    may: mayRunRound,
    from: isOver,
    late: "not-over",
    did: archived ? "archived" : "unarchived",
  } as const;
  return changeAnyRound(platform, actor, roundId, change, async (_, round) => {
    if (round.archived === archived) return { ok: true, value: undefined, unchanged: true };
    return { ok: true, value: undefined, set: { archived } };
  });
}
