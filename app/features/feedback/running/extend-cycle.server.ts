import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockCycle, updateCycle } from "../cycle/cycle-store.server.ts";
import { type ExtensionProblem, readExtension } from "../domain/extension.ts";
import { sendExtension } from "../letters/extension-letters.server.ts";

type Extension = {
  closesOn: unknown;
  /** Whether those with work left are written to now; otherwise their next reminder has the new date. */
  tell: boolean;
  /** The cycle as whoever extends it saw it. */
  revision: number;
};

/** Takes answers for longer. The reminders before the last day are counted from the new one. */
export async function extendCycle(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  { closesOn: typed, tell, revision }: Extension,
): Promise<
  Outcome<
    { told: number },
    "not-allowed" | "unknown" | "not-collecting" | "changed" | ExtensionProblem
  >
> {
  if (!mayRunRounds(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await lockCycle(tx, actor, cycleId);
    if (!cycle) return refuse("unknown");
    if (cycle.state !== "collecting") return refuse("not-collecting");
    if (revision !== cycle.revision) return refuse("changed");
    const today = todayFor(platform, await organisationZone(tx, actor));
    const read = readExtension(typed, cycle, today);
    if (!read.ok) return refuse(read.problem);
    const { closesOn } = read;
    await updateCycle(tx, cycle, { closesOn });
    const told = tell ? await sendExtension(platform, tx, { ...cycle, closesOn }) : 0;
    await recordAudit(platform, tx, actor, {
      action: "cycle.extended",
      subjectKind: "cycle",
      subjectId: cycleId,
      detail: { from: cycle.closesOn, to: closesOn, told },
    });
    return accept({ told });
  });
}
