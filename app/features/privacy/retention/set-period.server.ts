import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, type Problems, refuse, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { afterChoosing } from "../domain/period.ts";
import { mayKeepPrivacy } from "../policy.ts";
import { chosenPeriods, lockForgetting, savePeriod } from "../store/period-store.server.ts";
import type { KeptOfAll } from "./kept-context.server.ts";

/** `years`: 0 for ever. */
export const setPeriodInput = z.object({
  kind: z.string().max(100),
  years: z.coerce.number("unknown").int("unknown").min(0, "unknown").max(100, "unknown"),
});

/**
 * Chooses how long a kind of data is kept. A shorter period than holds now waits a week before anything is forgotten by
 * it.
 */
export async function setPeriod(
  platform: Pick<Platform, "database" | "clock">,
  { kinds }: Pick<KeptOfAll, "kinds">,
  actor: Actor,
  { kind: name, years }: z.output<typeof setPeriodInput>,
): Promise<Outcome<void, "not-allowed"> | Problems> {
  if (!mayKeepPrivacy(actor)) return refuse("not-allowed");
  const kind = kinds.find((each) => each.name === name);
  const chosen = years === 0 ? null : years;
  if (!kind || (chosen !== null && !kind.choices.includes(chosen)))
    return refuseInput({ field: "years", code: "unknown" });
  return inOrganisation(platform, actor, async (tx) => {
    await lockForgetting(tx, actor);
    const current = (await chosenPeriods(tx, actor)).get(name) ?? null;
    if ((current?.years ?? null) === chosen) return { ok: true };
    const today = todayFor(platform, await organisationZone(tx, actor));
    const next = afterChoosing(current, chosen, today);
    await savePeriod(tx, actor, name, next);
    await recordAudit(platform, tx, actor, {
      action: "retention.chosen",
      subjectKind: "organisation",
      subjectId: actor.organisationId,
      detail: { kind: name, years, before: next.before ?? 0, from: next.holdsFrom },
    });
    return { ok: true };
  });
}
