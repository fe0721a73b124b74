import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { accept, type Outcome, type Problems, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changePeople } from "../change-people.server.ts";
import { changingPerson } from "../changing-person.server.ts";
import { overruling } from "../domain/by-hand/overrule.ts";
import { personInput } from "../domain/by-hand/person-input.ts";
import { settlePerson } from "./settle-person.server.ts";
import { staleProblems } from "./stale-person.server.ts";

/**
 * `revision` is the person's as the form was opened. `overrule`: what they chose themselves may be replaced by what was
 * typed.
 */
export const editPersonInput = personInput.extend({
  revision: z.coerce.number().int(),
  overrule: z.array(z.literal("yes")).max(1).optional(),
});

type Typed = z.output<typeof editPersonInput>;

/**
 * Replaces what is known of someone by what was typed. Another address waits (decision 26). A form that was opened
 * before somebody else changed them is refused, and says what they changed. What they chose themselves is replaced only
 * knowingly, and they are told. @returns whether their address waits.
 */
export function editPerson(
  platform: Pick<Platform, "database" | "clock" | "jobs">,
  actor: Actor,
  personId: string,
  { revision, overrule = [], ...typed }: Typed,
): Promise<Outcome<{ waits: boolean }, "not-allowed" | "unknown"> | Problems> {
  return changingPerson(platform, actor, personId, async (tx, person) => {
    if (person.revision !== revision) return staleProblems(tx, actor, person, revision, typed);
    const settled = await settlePerson(tx, actor, typed, person);
    if (!settled.ok) return settled;
    const { managerId } = settled.value;
    const { overruled, facts, own } = overruling(person, settled.value.facts);
    if (overruled.length > 0 && overrule.length === 0)
      return refuseInput(...overruled.map((field) => ({ field, code: "own-choice" })));
    const update = { ...facts, own, id: personId, managerId, status: person.status };
    const waiting = await changePeople(platform, tx, actor, "hand", [update]);
    await recordAudit(platform, tx, actor, {
      action: "person.edited",
      subjectKind: "person",
      subjectId: personId,
      ...(overruled.length > 0 && { detail: { overruled: overruled.length } }),
    });
    if (overruled.length > 0) {
      const { organisationId } = actor;
      const told = { organisationId, personId, fields: overruled };
      await platform.jobs.enqueue(tx, "tell-of-choices", [told]);
    }
    return accept({ waits: waiting > 0 });
  });
}
