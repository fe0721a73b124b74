import type { Actor } from "~/features/identity/index.ts";
import { hasReadReports } from "~/features/reports/lent-reads.server.ts";
import { mayReadSomeFigures } from "~/features/rounds/index.ts";
import { lentRoundsOf, withinReach } from "~/features/rounds/lent-reads.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type FollowStep, followSteps } from "../domain/proof/followed.ts";
import type { ToldCount } from "../domain/proof/told-count.ts";

/** A round whose reports can be read, and how many did what after it, as it was told last. */
export type FollowedRound = {
  id: string;
  name: string;
  /** Null: nothing may be told yet. */
  steps: Record<FollowStep, ToldCount | null>;
};

/** Of every round within reach whose reports can be read, what became of them; the newest first. */
export function followedRounds(
  platform: Pick<Platform, "database">,
  actor: Actor,
): Promise<FollowedRound[]> {
  if (!mayReadSomeFigures(actor)) return Promise.resolve([]);
  return inOrganisation(platform, actor, async (tx) => {
    const rounds = await tx
      .selectFrom(lentRoundsOf(actor, "feedback"))
      .where(withinReach(actor))
      .where(hasReadReports(actor))
      .select(["round.id", "round.name"])
      .orderBy("round.createdAt", "desc")
      .orderBy("round.id", "desc")
      .execute();
    const told = await tx
      .selectFrom("followThrough")
      .where("organisationId", "=", actor.organisationId)
      .select(["roundId", "step", "told"])
      .execute();
    const of = new Map(
      told.map(({ roundId, step, told: figure }) => [`${roundId} ${step}`, figure]),
    );
    return rounds.map(({ id, name }) => ({
      ...{ id, name },
      steps: Object.fromEntries(
        followSteps.map((step) => [
          step,
          (of.get(`${id} ${step}`) as ToldCount | undefined) ?? null,
        ]),
      ) as FollowedRound["steps"],
    }));
  });
}
