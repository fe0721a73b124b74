import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
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
import { insertAssessment } from "../store/assessment-store.server.ts";
import type { AssessmentInput } from "./assessment-input.ts";
import { readSetup } from "./read-setup.server.ts";

/** Starts a draft of a round in which people are placed on levels; nobody is told of it yet. */
export async function createAssessment(
  platform: Platform,
  actor: Actor,
  input: AssessmentInput,
): Promise<Outcome<{ id: string }, "not-allowed"> | Problems> {
  if (!mayRunSomeRounds(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const read = await readSetup(platform, tx, actor, input);
    if (!read.ok) return refuseInput(...read.problems);
    const id = newId();
    await insertAssessment(
      tx,
      {
        ...{ organisationId: actor.organisationId, id, name: input.name, state: "draft" },
        ...{ closesOn: input.closesOn, closesItself: true, createdBy: actor.accountId },
        createdAt: platform.clock.now(),
      },
      read.half,
    );
    await recordAudit(platform, tx, actor, {
      action: "assessment.created",
      subjectKind: "assessment",
      subjectId: id,
    });
    return accept({ id });
  });
}
