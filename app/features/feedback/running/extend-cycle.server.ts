import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { isCollecting } from "~/features/rounds/domain/index.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeCycle } from "../cycle/change-cycle.server.ts";
import { extensionProblem } from "../domain/extension.ts";
import { sendExtension } from "../letters/extension-letters.server.ts";

export const extendCycleInput = z.object({
  closesOn: z.iso.date("missing"),
  /** Whether those with work left are written to now; otherwise their next reminder has the new date. */
  tell: z.boolean().default(false),
  /** The cycle as whoever extends it saw it. */
  revision: z.int(),
});

/**
 * Takes answers for longer. The reminders before the last day are counted from the new one.
 * @returns how many were told.
 */
export function extendCycle(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  { closesOn, tell, revision }: z.output<typeof extendCycleInput>,
) {
  const change = {
    may: mayRunRounds,
    from: isCollecting,
    late: "not-collecting",
    revision,
    action: "cycle.extended",
  } as const;
  return changeCycle(platform, actor, cycleId, change, async (tx, cycle) => {
    const today = todayFor(platform, await organisationZone(tx, actor));
    const code = extensionProblem(closesOn, cycle, today);
    if (code) return refuseInput({ field: "closesOn", code });
    const told = tell ? await sendExtension(platform, tx, { ...cycle, closesOn }) : 0;
    const detail = { from: cycle.closesOn, to: closesOn, told };
    return { ok: true, value: { told }, set: { closesOn }, detail };
  });
}
