import { standardPolicy } from "@twohats/disclosure";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { instrumentById } from "~/features/questionnaires/index.server.ts";
import { isMeasured } from "~/features/questionnaires/index.ts";
import { saveLetter } from "~/features/rounds/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { insertCycle } from "../cycle/cycle-store.server.ts";
import { cycleDetails } from "../domain/cycle-setup.ts";

export type NewCycle = {
  name: string;
  /** A 360 unless given. */
  kind?: unknown;
  instrumentId: string;
  /** The invitation in the questionnaire's own language; left out, it says what it usually says. */
  invitation?: { subject: string; body: string };
};

/** Starts a draft. Its disclosure policy is frozen with it: it may be tightened later, never loosened. */
export async function createCycle(
  platform: Platform,
  actor: Actor,
  input: NewCycle,
): Promise<Outcome<{ id: string }, "not-allowed" | "name" | "kind" | "instrument">> {
  if (!mayRunRounds(actor)) return refuse("not-allowed");
  const parsed = cycleDetails.safeParse(input);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path[0];
    return refuse(field === "name" || field === "kind" ? field : "instrument");
  }
  const { name, kind, instrumentId } = parsed.data;
  return inOrganisation(platform, actor, async (tx) => {
    const found = await instrumentById(tx, actor, instrumentId);
    if (!found || !isMeasured(found.instrument)) return refuse("instrument");
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
    if (input.invitation) {
      const { language } = found.instrument;
      const cycle = { organisationId: actor.organisationId, id };
      await saveLetter(tx, cycle, { kind: "invitation", language, ...input.invitation });
    }
    await recordAudit(platform, tx, actor, {
      action: "cycle.created",
      subjectKind: "cycle",
      subjectId: id,
    });
    return accept({ id });
  });
}
