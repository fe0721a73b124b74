import { moveFigure, storedPolicy } from "~/features/rounds/index.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { followFigure } from "../domain/proof/follow-figure.ts";
import { contributionsTo, countOf, followSteps } from "../domain/proof/followed.ts";
import { toldCount } from "../domain/proof/told-count.ts";
import { keepTold, roundsFollowed, unsafeFollowed } from "./follow-through-store.server.ts";

/** So long after a report its round is followed; after that it stays as it was told last. */
const FOLLOWED_DAYS = 400;

/**
 * Tells how many participants of each round did what after their report, as far as it may be told: each count moves
 * by its own, and by several people at once, so that no single one follows from before and after.
 */
export async function tellFollowThrough(
  platform: Pick<Platform, "database" | "clock">,
  scope: OrganisationScope,
): Promise<void> {
  const since = new Date(platform.clock.now().getTime() - FOLLOWED_DAYS * 86_400_000);
  const rounds = await inOrganisation(platform, scope, (tx) => roundsFollowed(tx, scope, since));
  for (const round of rounds)
    await inOrganisation(platform, scope, async (tx) => {
      const people = await unsafeFollowed(tx, scope, round.id);
      const policy = storedPolicy(round.disclosurePolicy);
      for (const step of followSteps) {
        const behind = contributionsTo(step, people);
        const moves = await moveFigure(tx, round, followFigure(step), behind, policy);
        if (moves !== "moves") continue;
        await keepTold(tx, round, step, toldCount(countOf(step, people), policy.minimumInTables));
      }
    });
}
