import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayRunRound } from "../domain/may-run-rounds.ts";
import { isPastClosing } from "../domain/round.ts";
import { changeRound } from "../store/change-round.server.ts";
import { deleteWaitingClosure } from "./closure-store.server.ts";

/**
 * Takes a closing back before scoring begins: answers count as they did, links work, and more can be answered. A round
 * that would close by itself at once again is from then on closed by hand.
 */
export function reopenRound(platform: Platform, actor: Actor, roundId: string) {
  const change = {
    may: mayRunRound,
    from: "reopen",
    late: "not-waiting",
    did: "reopened",
  } as const;
  return changeRound(platform, actor, roundId, change, async (tx, round) => {
    if (!(await deleteWaitingClosure(tx, round))) return refuse("not-waiting");
    const today = todayFor(platform, await organisationZone(tx, actor));
    const closesItself = round.closesItself && !isPastClosing(round, today);
    return { ok: true, value: undefined, set: { closesItself } };
  });
}
