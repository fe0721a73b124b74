import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { type Outcome, type Problems, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changingPerson } from "../changing-person.server.ts";
import { faultOfAbsence, MOST_ABSENCES } from "../domain/absence-rules.ts";
import { dayInput } from "../domain/by-hand/person-input.ts";
import { absencesOf } from "./absence-reads.server.ts";
import { insertAbsences } from "./absence-store.server.ts";

/** Both days are included. */
export const noteAbsenceInput = z.object({ firstDay: dayInput, lastDay: dayInput });

/** Notes that somebody is away. Why is not asked, and neither days nor a name are in the audit record. */
export function noteAbsence(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  personId: string,
  { firstDay, lastDay }: z.output<typeof noteAbsenceInput>,
): Promise<Outcome<void, "not-allowed" | "unknown"> | Problems> {
  return changingPerson(platform, actor, personId, async (tx) => {
    const fault = faultOfAbsence({ firstDay, lastDay });
    if (fault) return refuseInput({ field: "lastDay", code: fault });
    const known = await absencesOf(tx, actor, personId);
    if (known.length >= MOST_ABSENCES) return refuseInput({ code: "too-many" });
    const other = known.find((each) => each.firstDay <= lastDay && each.lastDay >= firstDay);
    if (other) {
      const values = { first: other.firstDay, last: other.lastDay };
      return refuseInput({ field: "firstDay", code: "overlaps", values });
    }
    await insertAbsences(tx, actor, [{ id: newId(), personId, firstDay, lastDay }]);
    await recordAudit(platform, tx, actor, {
      action: "person.absence-noted",
      subjectKind: "person",
      subjectId: personId,
    });
    return { ok: true } as const;
  });
}
