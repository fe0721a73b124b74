import { standardPolicy } from "@twohats/disclosure";
import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { instrumentById } from "~/features/questionnaires/index.server.ts";
import { suitsFeedback } from "~/features/questionnaires/index.ts";
import { letterWording } from "~/features/rounds/domain/index.ts";
import { saveLetter } from "~/features/rounds/index.server.ts";
import { mayRunSomeRounds } from "~/features/rounds/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  accept,
  type Outcome,
  type Problems,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { insertCycle } from "../cycle/cycle-store.server.ts";
import { cycleKinds } from "../domain/cycle-kind.ts";
import { cycleDetails } from "../domain/cycle-setup.ts";

export const createCycleInput = cycleDetails.extend({
  kind: z.enum(cycleKinds).default("360"),
  /** In the questionnaire's own language; left out, it says what it usually says. */
  invitation: letterWording.optional(),
});

/** Starts a draft. Its disclosure policy is frozen with it: it may be tightened later, never loosened. */
export async function createCycle(
  platform: Platform,
  actor: Actor,
  { name, kind, instrumentId, invitation }: z.output<typeof createCycleInput>,
): Promise<Outcome<{ id: string }, "not-allowed"> | Problems> {
  if (!mayRunSomeRounds(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const found = await instrumentById(tx, actor, instrumentId);
    if (!found || !suitsFeedback(found))
      return refuseInput({ field: "instrumentId", code: "unknown" });
    const id = newId();
    await insertCycle(tx, {
      organisationId: actor.organisationId,
      id,
      name,
      kind,
      instrumentId,
      state: "draft",
      releaseMode: "hr",
      disclosurePolicy: JSON.stringify(standardPolicy),
      createdBy: actor.accountId,
      createdAt: platform.clock.now(),
    });
    if (invitation) {
      const { language } = found.instrument;
      const cycle = { organisationId: actor.organisationId, id };
      await saveLetter(tx, cycle, { kind: "invitation", language, ...invitation });
    }
    await recordAudit(platform, tx, actor, {
      action: "cycle.created",
      subjectKind: "cycle",
      subjectId: id,
    });
    return accept({ id });
  });
}
