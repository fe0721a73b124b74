import { settlePractised, unsafePractisedAsTold } from "~/features/development/index.server.ts";
import { lockRound, storedPolicy } from "~/features/rounds/index.server.ts";
import { todayOf } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { toldChange } from "../domain/proof/told-change.ts";
import { toldBetween } from "../domain/proof/when-told.ts";
import { keepToldChange, roundsUntold, unsafePulsed } from "./change-store.server.ts";

/**
 * Tells of each round whose pulses had their time how many moved, and whether practising goes with it, as far as it may
 * be told: once, so that nobody sees it before and after somebody's pulse. Of too few it waits.
 */
export async function tellChange(
  platform: Pick<Platform, "database" | "clock">,
  scope: OrganisationScope,
): Promise<void> {
  const now = platform.clock.now();
  const due = (await inOrganisation(platform, scope, (tx) => roundsUntold(tx, scope))).filter(
    ({ lastReleased }) => {
      const { from, until } = toldBetween(lastReleased);
      return from <= now && now < until;
    },
  );
  for (const { id } of due)
    await inOrganisation(platform, scope, async (tx) => {
      // Whoever waited here for somebody else finds it told.
      await lockRound(tx, scope, id);
      const round = (await roundsUntold(tx, scope)).find((each) => each.id === id);
      if (!round) return;
      const least = storedPolicy(round.disclosurePolicy).minimumInTables;
      const practice = await unsafePractisedAsTold(tx, round);
      const told = toldChange(await unsafePulsed(tx, round), practice, least);
      if (told.moved.told === "too-few") return;
      await keepToldChange(tx, round, told, todayOf(platform));
      if (told.byPractice.told) await settlePractised(tx, round);
    });
}

/** When the next round may be told of; null where none waits. What became due before is looked at with every change. */
export async function nextToldAt(
  tx: Tx,
  scope: OrganisationScope,
  now: Date,
): Promise<Date | null> {
  const times = (await roundsUntold(tx, scope))
    .map(({ lastReleased }) => toldBetween(lastReleased).from)
    .filter((time) => time > now)
    .toSorted((one, other) => one.getTime() - other.getTime());
  return times[0] ?? null;
}
