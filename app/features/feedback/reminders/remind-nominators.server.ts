import { resumedOn } from "~/features/identity/index.server.ts";
import { nominationReason } from "~/features/rounds/domain/index.ts";
import { aloneInReminding } from "~/features/rounds/index.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { openLists, toldOfNominatingSince } from "./nomination-reminder-reads.server.ts";
import { listMakers, remindMakers } from "./open-list-makers.server.ts";

const JUST_TOLD_MS = 20 * 3_600_000;

/**
 * Asks for lists of raters that are due within two days and not handed in, once each: the participant, or the manager
 * where managers make them. One letter per person and cycle. @returns how many are told.
 */
export function remindNominators(platform: Platform, scope: OrganisationScope): Promise<number> {
  return inOrganisation(platform, scope, async (tx) => {
    const lists = await openLists(tx, scope);
    if (lists.length === 0) return 0;
    await aloneInReminding(tx, scope);
    const since = new Date(platform.clock.now().getTime() - JUST_TOLD_MS);
    const justTold = await toldOfNominatingSince(tx, scope, since);
    const makers = await listMakers(platform, tx, scope, lists);
    const quietUntil = await resumedOn(tx, scope);
    const due = makers.flatMap((maker) => {
      const { list, email, local, unreachable } = maker;
      if (unreachable !== null || justTold.has(`${list.cycle.id} ${email}`)) return [];
      const reason = nominationReason(list.cycle, local, quietUntil);
      return reason === null ? [] : [{ maker, reason }];
    });
    return remindMakers(platform, tx, scope, due);
  });
}
