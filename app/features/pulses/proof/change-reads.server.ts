import { differenceOfProportions } from "@twohats/psychometrics";
import type { Actor } from "~/features/identity/index.ts";
import { hasReadReports } from "~/features/reports/lent-reads.server.ts";
import { mayReadSomeFigures } from "~/features/rounds/index.ts";
import { lentRoundsOf, withinReach } from "~/features/rounds/lent-reads.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { NoComparison, Share, ToldChange } from "../domain/proof/told-change.ts";

/** Those who practised beside those who did not, with the difference of their shares and its 95 % interval. */
export type ComparedShares = {
  practised: Share;
  not: Share;
  difference: number;
  low: number;
  high: number;
};

/** A round whose reports can be read, and what its pulses say of all who asked for one. */
export type RoundOfChange = {
  id: string;
  name: string;
  /** Null: nothing was told of it yet. */
  change: {
    on: string;
    moved: ToldChange["moved"];
    others: ToldChange["others"];
    compared: ComparedShares | NoComparison;
  } | null;
};

/** Of every round within reach whose reports can be read, how its pulses went; the newest first. */
export function roundsOfChange(
  platform: Pick<Platform, "database">,
  actor: Actor,
): Promise<RoundOfChange[]> {
  if (!mayReadSomeFigures(actor)) return Promise.resolve([]);
  return inOrganisation(platform, actor, async (tx) => {
    const rows = await tx
      .selectFrom(lentRoundsOf(actor, "feedback"))
      .leftJoin("changeProof", (join) =>
        join
          .onRef("changeProof.roundId", "=", "round.id")
          .on("changeProof.organisationId", "=", actor.organisationId),
      )
      .where(withinReach(actor))
      .where(hasReadReports(actor))
      .select(["round.id", "round.name", "changeProof.told", "changeProof.toldOn"])
      .orderBy("round.createdAt", "desc")
      .orderBy("round.id", "desc")
      .execute();
    return rows.map(({ id, name, told, toldOn }) => ({
      ...{ id, name },
      // Only `keepToldChange` writes it, so the shape is its own.
      change: told && toldOn ? { on: toldOn, ...shown(told as ToldChange) } : null,
    }));
  });
}

/** Nothing but what was told: the difference and its interval follow from it. */
function shown({ moved, others, byPractice }: ToldChange) {
  if (!byPractice.told) return { moved, others, compared: byPractice.why };
  const { practised, not } = byPractice;
  const share = ({ n, moved: count }: Share) => ({ count, of: n });
  const found = differenceOfProportions(share(practised), share(not));
  if (!found) throw new Error("people were compared with nobody");
  const { difference, lower: low, upper: high } = found;
  return { moved, others, compared: { practised, not, difference, low, high } };
}
