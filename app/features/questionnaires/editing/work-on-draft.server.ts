import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, type Problems, refuse, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayKeepQuestionnaires } from "../policy.ts";
import { type LockedDraft, lockDraft } from "./draft-store.server.ts";

/** A draft as somebody looked at it: that of a questionnaire, and the save it was. */
export type SeenDraft = { id: string; revision: number };

export type Worked<Value> = Outcome<Value, "not-allowed" | "unknown"> | Problems;

/** Does something to a draft, locked, unless it changed since it was looked at. What `work` refuses changes nothing. */
export async function workOnDraft<Value>(
  platform: Pick<Platform, "database">,
  actor: Actor,
  { id, revision }: SeenDraft,
  work: (tx: Tx, draft: LockedDraft) => Promise<Worked<Value>>,
): Promise<Worked<Value>> {
  if (!mayKeepQuestionnaires(actor)) return refuse("not-allowed");
  if (!isId(id)) return refuse("unknown");
  return inOrganisation(platform, actor, async (tx): Promise<Worked<Value>> => {
    const draft = await lockDraft(tx, actor, id);
    if (!draft) return refuse("unknown");
    if (draft.revision !== revision) return refuseInput({ code: "changed-meanwhile" });
    return work(tx, draft);
  });
}
