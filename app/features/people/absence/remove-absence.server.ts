import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Outcome } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changingPerson } from "../changing-person.server.ts";
import { deleteAbsence } from "./absence-store.server.ts";

export const removeAbsenceInput = z.object({ absence: z.uuid() });

/** Takes an absence away. One that is gone already is no refusal: it is what was wanted. */
export function removeAbsence(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  personId: string,
  { absence }: z.output<typeof removeAbsenceInput>,
): Promise<Outcome<void, "not-allowed" | "unknown">> {
  return changingPerson(platform, actor, personId, async (tx) => {
    if (await deleteAbsence(tx, actor, { personId, absenceId: absence }))
      await recordAudit(platform, tx, actor, {
        action: "person.absence-removed",
        subjectKind: "person",
        subjectId: personId,
      });
    return { ok: true } as const;
  });
}
