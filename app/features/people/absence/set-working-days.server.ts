import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { type Outcome, type Problems, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changePeople } from "../change-people.server.ts";
import { changingPerson } from "../changing-person.server.ts";
import { weekdays } from "../domain/by-hand/person-input.ts";
import { keptDays } from "../domain/by-hand/working-days.ts";
import { asOrganisationHas } from "../domain/own-choices.ts";

/** None ticked: not known. `revision` is the person's as the form was opened. */
export const setWorkingDaysInput = z.object({
  workingDays: weekdays,
  revision: z.coerce.number().int(),
});

/** Says on which days of the week somebody works. */
export function setWorkingDays(
  platform: Pick<Platform, "database" | "clock" | "jobs">,
  actor: Actor,
  personId: string,
  { workingDays = [], revision }: z.output<typeof setWorkingDaysInput>,
): Promise<Outcome<void, "not-allowed" | "unknown"> | Problems> {
  return changingPerson(platform, actor, personId, async (tx, person) => {
    if (person.revision !== revision)
      return refuseInput({ code: "stale", values: { revision: person.revision } });
    const update = { ...asOrganisationHas(person), workingDays: keptDays(workingDays) };
    await changePeople(platform, tx, actor, "hand", [update]);
    await recordAudit(platform, tx, actor, {
      action: "person.working-days-set",
      subjectKind: "person",
      subjectId: personId,
    });
    return { ok: true } as const;
  });
}
