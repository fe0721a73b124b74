import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { lockSubject, moveFigure, storedPolicy } from "~/features/rounds/index.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { discloseUsefulness } from "../domain/usefulness.ts";
import { usefulnessRatings as ratingsToGive } from "../domain/usefulness-scale.ts";
import { mayRateUsefulness } from "../policy.ts";
import { participantOfReport } from "./release-store.server.ts";
import {
  keepUsefulness,
  keepUsefulnessShown,
  usefulnessPseudonym,
  usefulnessRatings,
} from "./usefulness-store.server.ts";

export const rateUsefulnessInput = z.object({ rating: z.literal(ratingsToGive) });

/**
 * A participant says how useful a cycle was to them, and may change it. No audit record names them: a rating has no
 * person and no time.
 */
export async function rateUsefulness(
  platform: Platform,
  actor: Actor,
  reportId: string,
  { rating }: z.output<typeof rateUsefulnessInput>,
): Promise<Outcome<void, "unknown">> {
  const { personId } = actor;
  if (personId === null || !isId(reportId)) return refuse("unknown");
  return inOrganisation(platform, actor, async (tx) => {
    const report = await participantOfReport(tx, actor, reportId);
    const found = report && (await lockSubject(tx, actor, report.participantId));
    if (!found) return refuse("unknown");
    const { subject: participant, round: cycle } = found;
    const facts = { participantPersonId: participant.personId, released: report.released };
    if (!mayRateUsefulness(actor, facts)) return refuse("unknown");
    const pseudonym = usefulnessPseudonym(platform.secret, cycle.id, personId);
    await keepUsefulness(tx, cycle, pseudonym, rating);
    const given = await usefulnessRatings(tx, cycle);
    const ids = given.map(({ id }) => id);
    const policy = storedPolicy(cycle.disclosurePolicy);
    if ((await moveFigure(tx, cycle, "usefulness", ids, policy)) === "moves") {
      const values = given.map((each) => each.rating);
      await keepUsefulnessShown(tx, cycle, discloseUsefulness(values, policy, platform.chance));
    }
    return { ok: true };
  });
}
