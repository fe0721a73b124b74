import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { ratersAbout } from "../cycle/rater-store.server.ts";
import { mayReplaceRaters } from "../domain/nomination.ts";
import { changeNomination } from "../nomination/nomination-change.server.ts";
import { type AddRefusals, putOnList } from "./add-rater.server.ts";

/** Asks someone else, under the same relationship, in place of a rater who declined; once for each who did. */
export function replaceRater(
  platform: Platform,
  actor: Actor,
  participantId: string,
  raterId: string,
  personId: string,
): Promise<Outcome<void, AddRefusals | "not-declined" | "replaced" | "on-list">> {
  return changeNomination<Outcome<void, AddRefusals | "not-declined" | "replaced" | "on-list">>(
    platform,
    actor,
    participantId,
    mayReplaceRaters,
    async (tx, found) => {
      const raters = await ratersAbout(tx, actor, found.participant.id);
      const declined = raters.find((each) => each.id === raterId);
      if (!declined) return refuse("unknown");
      if (declined.state !== "declined") return refuse("not-declined");
      if (raters.some((each) => each.replaces === raterId)) return refuse("replaced");
      if (raters.some((each) => each.personId === personId && each.state !== "withdrawn"))
        return refuse("on-list");
      const rater = { personId, relationship: declined.relationship };
      const outcome = await putOnList(platform, tx, actor, found, rater, declined.id);
      if (outcome.ok)
        await recordAudit(platform, tx, actor, {
          action: "rater.replaced",
          subjectKind: "participant",
          subjectId: found.participant.id,
        });
      return outcome;
    },
  );
}
