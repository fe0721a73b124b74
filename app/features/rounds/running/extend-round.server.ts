import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { extensionProblem } from "../domain/extension.ts";
import { mayRunRound } from "../domain/may-run-rounds.ts";
import { isCollecting } from "../domain/round.ts";
import { changeRound } from "../store/change-round.server.ts";
import { sendExtension } from "./extension-letters.server.ts";

export const extendRoundInput = z.object({
  closesOn: z.iso.date("missing"),
  /** Whether those with work left are written to now; otherwise their next reminder has the new date. */
  tell: z.boolean().default(false),
  /** The round as whoever extends it saw it. */
  revision: z.int(),
});

/**
 * Takes answers for longer. The reminders before the last day are counted from the new one.
 * @returns how many were told.
 */
export function extendRound(
  platform: Platform,
  actor: Actor,
  roundId: string,
  { closesOn, tell, revision }: z.output<typeof extendRoundInput>,
) {
  const change = {
    may: mayRunRound,
    from: isCollecting,
    late: "not-collecting",
    revision,
    did: "extended",
  } as const;
  return changeRound(platform, actor, roundId, change, async (tx, round) => {
    const today = todayFor(platform, await organisationZone(tx, actor));
    const code = extensionProblem(closesOn, round, today);
    if (code) return refuseInput({ field: "closesOn", code });
    const told = tell ? await sendExtension(platform, tx, { ...round, closesOn }) : 0;
    const detail = { from: round.closesOn, to: closesOn, told };
    return { ok: true, value: { told }, set: { closesOn }, detail };
  });
}
