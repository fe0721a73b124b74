import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayWithdraw } from "../policy.ts";
import { whoseLevels } from "../reach/level-reach.server.ts";
import { insertWithdrawal, lockEvidence } from "./evidence-store.server.ts";

export const withdrawInput = z.object({
  reason: z.string().trim().min(1).max(1_000),
});

export type Withdrawn = Outcome<{ already: boolean }, "unknown">;

/**
 * Takes a piece of evidence back, with a reason that its person reads: it counts no more from today, and what it had
 * replaced does again. What was taken back already stays as it was.
 */
export async function withdrawEvidence(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  { personId, evidenceId: id }: { personId: string; evidenceId: string },
  { reason }: z.output<typeof withdrawInput>,
): Promise<Withdrawn> {
  if (!isId(id)) return refuse("unknown");
  return inOrganisation(platform, actor, async (tx): Promise<Withdrawn> => {
    const person = await whoseLevels(tx, actor, personId);
    const evidence = person ? await lockEvidence(tx, actor, id) : null;
    if (!person || evidence?.personId !== personId) return refuse("unknown");
    const isOwn = actor.personId === personId;
    // Whoever can't read it has not heard of it.
    if (!isOwn && !evidence.purposes.includes("staffing")) return refuse("unknown");
    if (!mayWithdraw(actor, person.levelsOf, evidence)) return refuse("unknown");
    if (evidence.withdrawnOn !== null) return accept({ already: true });
    const withdrawnOn = await todayWhere(platform, tx, actor);
    const withdrawnBy = actor.personId;
    await insertWithdrawal(tx, actor, { evidenceId: id, withdrawnOn, withdrawnBy, reason });
    await recordAudit(platform, tx, actor, {
      action: "evidence.withdrawn",
      subjectKind: "person",
      subjectId: personId,
      detail: { evidence: id },
    });
    return accept({ already: false });
  });
}
