import { standardPolicy } from "@twohats/disclosure";
import { instrumentById } from "~/features/frameworks/index.server.ts";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { insertCycle } from "./cycle-store.server.ts";
import { cycleDetails } from "./domain/cycle-setup.ts";
import { mayRunCycles } from "./policy.ts";

export type NewCycle = {
  name: string;
  instrumentId: string;
  invitation: { subject: string; body: string };
};

/** Starts a draft. Its disclosure policy is frozen with it: it may be tightened later, never loosened. */
export async function createCycle(
  platform: Platform,
  actor: Actor,
  input: NewCycle,
): Promise<Outcome<{ id: string }, "not-allowed" | "name" | "instrument">> {
  if (!mayRunCycles(actor)) return refuse("not-allowed");
  const parsed = cycleDetails.safeParse(input);
  if (!parsed.success)
    return refuse(parsed.error.issues[0]?.path[0] === "name" ? "name" : "instrument");
  const { name, instrumentId } = parsed.data;
  return inOrganisation(platform, actor, async (tx) => {
    if (!(await instrumentById(tx, actor, instrumentId))) return refuse("instrument");
    const id = newId();
    await insertCycle(tx, {
      organisationId: actor.organisationId,
      id,
      name,
      instrumentId,
      state: "draft",
      invitationSubject: input.invitation.subject,
      invitationBody: input.invitation.body,
      disclosurePolicy: JSON.stringify(standardPolicy),
      createdBy: actor.accountId,
      createdAt: platform.clock.now(),
    });
    await recordAudit(platform, tx, actor, {
      action: "cycle.created",
      subjectKind: "cycle",
      subjectId: id,
    });
    return accept({ id });
  });
}
