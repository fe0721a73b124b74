import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { dateIn, lastAtHour, nextAtHour } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { KindKept } from "~/platform/feature/retention.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { forgottenBefore } from "../domain/period.ts";
import { keptByHolds } from "../holds/kept-by-holds.server.ts";
import {
  chosenPeriods,
  lastNight,
  lockForgetting,
  noteNight,
} from "../store/period-store.server.ts";
import type { KeptOfAll } from "./kept-context.server.ts";

/** By the clocks where the organisation is: nobody works then. */
export const NIGHT_HOUR = 2;

type Where = { night: string };

/**
 * Forgets what had its time, once a night, kind by kind and some at a time, each time with what holds then: whatever is
 * stopped in between goes on later, and whatever was put on hold meanwhile stays.
 */
export async function forgetDue(
  platform: Platform,
  { kinds, personal }: KeptOfAll,
  scope: OrganisationScope,
): Promise<void> {
  const night = await inOrganisation(platform, scope, async (tx) => {
    const zone = await organisationZone(tx, scope);
    const now = dateIn(zone, lastAtHour(zone, platform.clock.now(), NIGHT_HOUR));
    return (await lastNight(tx, scope)) === now ? null : now;
  });
  if (night === null) return;
  for (const kind of kinds) {
    let after: string | null = null;
    do after = await forgetSome(platform, { kind, personal }, scope, { night, after });
    while (after !== null);
  }
  await inOrganisation(platform, scope, async (tx) => {
    await lockForgetting(tx, scope);
    await noteNight(tx, scope, night);
  });
}

/** @returns after which to go on; null when there is nothing more. */
function forgetSome(
  platform: Platform,
  { kind, personal }: { kind: KindKept<Actor>; personal: KeptOfAll["personal"] },
  scope: OrganisationScope,
  { night, after }: Where & { after: string | null },
): Promise<string | null> {
  return inOrganisation(platform, scope, async (tx) => {
    await lockForgetting(tx, scope);
    const chosen = (await chosenPeriods(tx, scope)).get(kind.name) ?? null;
    const before = forgottenBefore(chosen, night);
    if (before === null) return null;
    const most = kind.atOnce;
    const spared = await keptByHolds(tx, scope);
    const picked = await kind.pick(tx, scope, { before, spared, after, most });
    const ids = picked.map(({ id }) => id);
    if (ids.length === 0) return null;
    const count = await kind.forget({ platform, personal }, tx, scope, ids);
    if (count > 0)
      await recordAudit(
        platform,
        tx,
        { ...scope, accountId: null },
        {
          action: "retention.forgotten",
          subjectKind: "organisation",
          subjectId: scope.organisationId,
          detail: { kind: kind.name, count },
        },
      );
    return ids.length < most ? null : (ids.at(-1) ?? null);
  });
}

/** When the clock forgets next: tonight, where anything has a period. */
export async function nextNight(tx: Tx, scope: OrganisationScope, now: Date): Promise<Date | null> {
  const chosen = [...(await chosenPeriods(tx, scope)).values()];
  if (chosen.every(({ years, before }) => years === null && before === null)) return null;
  const zone = await organisationZone(tx, scope);
  const due = dateIn(zone, lastAtHour(zone, now, NIGHT_HOUR));
  return (await lastNight(tx, scope)) === due ? nextAtHour(zone, now, NIGHT_HOUR) : now;
}
