import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
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
import { mayKeepQuestionnaires } from "../policy.ts";
import { keyOfOwn } from "./draft.ts";
import { insertDraft } from "./draft-store.server.ts";
import { startingPoint } from "./starting-point.server.ts";
import { line } from "./typed.ts";

/** How a questionnaire is begun: its name, and the key of the one it copies; "" for none. */
export const beginInput = z.object({ name: line(80), from: z.string().max(100).default("") });

/** Begins a questionnaire as a draft that nobody but HR sees. `firstPage`: what the page of an empty one is called. */
export async function beginQuestionnaire(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  { name, from }: z.output<typeof beginInput>,
  firstPage: string,
): Promise<Outcome<{ key: string }, "not-allowed"> | Problems> {
  if (!mayKeepQuestionnaires(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const draft = await startingPoint(tx, actor, from, { name, firstPage });
    if (!draft) return refuseInput({ field: "from", code: "unknown" });
    const id = newId();
    const changedAt = platform.clock.now();
    await insertDraft(tx, actor, { id, draft, basedOn: null, changedAt });
    await recordAudit(platform, tx, actor, {
      action: "questionnaire.begun",
      subjectKind: "questionnaire",
      subjectId: id,
      detail: { name, copy: from !== "", items: draft.items.length },
    });
    return accept({ key: keyOfOwn(id) });
  });
}
