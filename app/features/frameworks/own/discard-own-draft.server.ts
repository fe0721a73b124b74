import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  accept,
  type Outcome,
  type Problems,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayKeepFrameworks } from "../policy.ts";
import { deleteDraft, lockDraft } from "./own-framework-store.server.ts";

export type Discarded = Outcome<{ whole: boolean }, "not-allowed" | "unknown"> | Problems;

/** Throws a draft away; what was published stays. Of a framework that never was, nothing is left (`whole`). */
export async function discardOwnDraft(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  target: { id: string; revision: number },
): Promise<Discarded> {
  if (!mayKeepFrameworks(actor)) return refuse("not-allowed");
  if (!isId(target.id)) return refuse("unknown");
  return inOrganisation(platform, actor, async (tx): Promise<Discarded> => {
    const draft = await lockDraft(tx, actor, target.id);
    if (!draft) return refuse("unknown");
    if (draft.revision !== target.revision) return refuseInput({ code: "changed-meanwhile" });
    const whole = draft.basedOn === null;
    await deleteDraft(tx, actor, target.id, { whole });
    await recordAudit(platform, tx, actor, {
      action: "own-framework.draft-discarded",
      subjectKind: "own-framework",
      subjectId: target.id,
      detail: { name: draft.definition.name },
    });
    return accept({ whole });
  });
}
