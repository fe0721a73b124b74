import type { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Outcome } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changePeople } from "../change-people.server.ts";
import { giveBackInput } from "../domain/choosing/choice-input.ts";
import { asOrganisationHas, chosenIn, withoutChoices } from "../domain/own-choices.ts";
import { changingOneself } from "./changing-oneself.server.ts";

export const giveChoiceBackInput: typeof giveBackInput = giveBackInput;

/** A field of whoever asks is as their organisation has it again. Pressed twice, nothing more happens. */
export function giveChoiceBack(
  platform: Pick<Platform, "database" | "clock" | "jobs">,
  actor: Actor,
  { field }: z.output<typeof giveChoiceBackInput>,
): Promise<Outcome<void, "not-allowed">> {
  return changingOneself(platform, actor, async (tx, person): Promise<Outcome<void, never>> => {
    if (!chosenIn(person).includes(field)) return { ok: true };
    const record = asOrganisationHas(person);
    const own = withoutChoices(record.own, [field]);
    await changePeople(platform, tx, actor, "self", [{ ...record, own }]);
    await recordAudit(platform, tx, actor, {
      action: "person.gave-choice-back",
      subjectKind: "person",
      subjectId: person.id,
    });
    return { ok: true };
  });
}
