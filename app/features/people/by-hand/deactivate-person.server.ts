import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { accept, type Outcome, type Problems, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changingPerson } from "../changing-person.server.ts";
import { dayInput } from "../domain/by-hand/person-input.ts";
import { letLeave } from "../leave-people.server.ts";
import { isLastOwnerAmong } from "../owner-stays.server.ts";
import { organisationZone } from "../zone-reads.server.ts";

/** `day` is the first one on which they are inactive; `revision` the person's as the form was opened. */
export const deactivatePersonInput = z.object({
  day: dayInput,
  revision: z.coerce.number().int(),
});

/**
 * Sets someone inactive from a day on: at once where it has come, otherwise by the clock. Nobody is deleted. Nobody
 * does it to themselves, so whoever did it can undo it.
 */
export function deactivatePerson(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  personId: string,
  { day, revision }: z.output<typeof deactivatePersonInput>,
): Promise<Outcome<{ when: "now" | "later" }, "not-allowed" | "unknown"> | Problems> {
  return changingPerson(platform, actor, personId, async (tx, person) => {
    if (person.revision !== revision || person.status === "inactive")
      return refuseInput({ code: "stale", values: { revision: person.revision } });
    if (personId === actor.personId) return refuseInput({ code: "self" });
    if (person.startDate !== null && day < person.startDate)
      return refuseInput({
        field: "day",
        code: "before-start",
        values: { date: person.startDate },
      });
    const today = todayFor(platform, await organisationZone(tx, actor));
    if (day <= today && (await isLastOwnerAmong(platform, tx, actor, [personId])))
      return refuseInput({ code: "last-owner" });
    const by = { ...actor, way: "hand" as const, at: platform.clock.now() };
    const when = await letLeave(tx, by, [personId], day, today);
    await recordAudit(platform, tx, actor, {
      action: when === "now" ? "person.deactivated" : "person.leaving-planned",
      subjectKind: "person",
      subjectId: personId,
      detail: { day },
    });
    return accept({ when });
  });
}

/** Takes the day back on which someone was to become inactive. */
export function keepPerson(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  personId: string,
): Promise<Outcome<void, "not-allowed" | "unknown">> {
  return changingPerson(platform, actor, personId, async (tx, person) => {
    if (person.leavesOn === null) return { ok: true } as const;
    const by = { ...actor, way: "hand" as const, at: platform.clock.now() };
    await letLeave(tx, by, [personId], null, "");
    await recordAudit(platform, tx, actor, {
      action: "person.leaving-taken-back",
      subjectKind: "person",
      subjectId: personId,
    });
    return { ok: true } as const;
  });
}
