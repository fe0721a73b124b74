import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayReadTalk, sideOf } from "../../domain/assessments/assessment-readers.ts";
import { stillOpen } from "../../domain/assessments/side-by-side.ts";
import { holdWork } from "../sheets/sheet-work.server.ts";
import { assessedByIds } from "../store/assessed-store.server.ts";
import { outcomesAbout } from "../store/outcome-store.server.ts";
import { viewsOf } from "../store/sheet-store.server.ts";
import { keepEvidence } from "./keep-evidence.server.ts";
import { isSide, talkOf } from "./talk-of.ts";

/**
 * Ends a conversation in which nothing is open: either of the two does, as both have had their word on each competency.
 * From then on what they said is evidence. Done twice, it is done once.
 */
export async function concludeTalk(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  subjectId: string,
): Promise<Outcome<undefined, "unknown" | "over" | "still-open">> {
  return inOrganisation(platform, actor, async (tx) => {
    const [about] = await assessedByIds(tx, actor, [subjectId]);
    const work = about && (await holdWork(platform, tx, actor, about));
    if (!work) return refuse("unknown");
    const { assessed, sheets, round, today } = work;
    const views = viewsOf(assessed, sheets);
    if (!isSide(sideOf(actor.personId, views)) || !mayReadTalk(actor.personId, views))
      return refuse("unknown");
    if (assessed.concludedOn !== null) return accept(undefined);
    if (!work.isOpen) return refuse("over");
    const outcomes = (await outcomesAbout(tx, actor, [subjectId])).get(subjectId) ?? new Map();
    const { rows } = talkOf(assessed.competencies, sheets, outcomes);
    if (stillOpen(rows).length > 0) return refuse("still-open");
    const kept = await keepEvidence(tx, actor, {
      ...{ assessed, sheets, round, on: today },
      recordedBy: actor.personId,
    });
    await recordAudit(platform, tx, actor, {
      action: "assessment.concluded",
      subjectKind: "person",
      subjectId: assessed.personId,
      detail: { evidence: kept },
    });
    return accept(undefined);
  });
}
