import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { callOff } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeCycle } from "../cycle/change-cycle.server.ts";
import { eraseTakenOff } from "../lists/taken-off-store.server.ts";

export const callOffCycleInput = z.object({
  /** Everyone who was told of the cycle reads it. */
  reason: z.string("missing").trim().min(1, "missing").max(500, "too-long"),
  /** Typed by hand, so that nobody calls the wrong one off. */
  name: z.string("missing").trim().min(1, "missing"),
  /** The cycle as whoever calls it off saw it. */
  revision: z.int(),
});

/**
 * Calls off a cycle in which raters are chosen or answer, for good: no answer is kept and no report made.
 * @returns how many were told.
 */
export function callOffCycle(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  { reason, name, revision }: z.output<typeof callOffCycleInput>,
) {
  const change = {
    may: mayRunRound,
    from: "call-off",
    late: "not-running",
    revision,
    did: "called-off",
  } as const;
  return changeCycle(platform, actor, cycleId, change, async (tx, cycle) => {
    if (!sameWords(name, cycle.name)) return refuseInput({ field: "name", code: "another-name" });
    await eraseTakenOff(tx, cycle);
    const { told, set } = await callOff(platform, tx, { ...cycle, kind: "feedback" }, reason);
    return { ok: true, value: { told }, set, detail: { told } };
  });
}

function sameWords(typed: string, name: string): boolean {
  const plain = (words: string) =>
    words.normalize("NFKC").toLowerCase().split(/\s+/).join(" ").trim();
  return plain(typed) === plain(name);
}
