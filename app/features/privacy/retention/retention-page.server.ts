import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import { dateIn, nextAtHour } from "~/platform/calendar/zones.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type KindKept, NONE_SPARED, type Spared } from "~/platform/feature/retention.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type Chosen, forgottenBefore, type Period } from "../domain/period.ts";
import { type HoldShown, standingHolds } from "../holds/holds-shown.server.ts";
import { keptByHolds } from "../holds/kept-by-holds.server.ts";
import { mayKeepPrivacy } from "../policy.ts";
import { chosenPeriods } from "../store/period-store.server.ts";
import { NIGHT_HOUR } from "./forget-due.server.ts";
import type { KeptOfAll } from "./kept-context.server.ts";

const SAMPLES = 5;
const AHEAD_DAYS = 30;

/** What is old enough on a day: how many, how many more a hold keeps, and some of them by name. */
export type Forgotten = { count: number; held: number; samples: string[] };

export type KindShown = Pick<KindKept<Actor>, "name" | "words" | "choices"> & {
  years: Period;
  /** While a shorter period waits: from when on it holds, and what holds until then. */
  waits: { from: string; before: Period } | null;
  tonight: Forgotten | null;
  /** All that is forgotten until then; null where nothing is. */
  ahead: Forgotten | null;
};

export type RetentionPage = {
  kinds: KindShown[];
  fixed: KeptOfAll["fixed"];
  holds: HoldShown[];
};

/** How long everything is kept, and what would be forgotten. For whoever decides on it: null for everyone else. */
export async function readRetentionPage(
  platform: Platform,
  { kinds, fixed }: KeptOfAll,
  actor: Actor,
): Promise<RetentionPage | null> {
  if (!mayKeepPrivacy(actor)) return null;
  return inOrganisation(platform, actor, async (tx) => {
    const zone = await organisationZone(tx, actor);
    const now = platform.clock.now();
    const days = {
      today: todayFor(platform, zone),
      night: dateIn(zone, nextAtHour(zone, now, NIGHT_HOUR)),
    };
    const spared = await keptByHolds(tx, actor);
    const chosen = await chosenPeriods(tx, actor);
    const shown: KindShown[] = [];
    for (const kind of kinds)
      shown.push(
        await shownAs(tx, actor, kind, { chosen: chosen.get(kind.name) ?? null, spared, ...days }),
      );
    return { kinds: shown, fixed, holds: await standingHolds(tx, actor) };
  });
}

async function shownAs(
  tx: Tx,
  actor: Actor,
  kind: KindKept<Actor>,
  known: { chosen: Chosen | null; spared: Spared; today: string; night: string },
): Promise<KindShown> {
  const { name, words, choices } = kind;
  const { chosen, spared, today, night } = known;
  const on = (day: string) => forgottenOn(tx, actor, kind, { chosen, spared, day });
  const waits = chosen !== null && today < chosen.holdsFrom;
  return {
    ...{ name, words, choices, years: chosen?.years ?? null },
    waits: waits ? { from: chosen.holdsFrom, before: chosen.before } : null,
    tonight: await on(night),
    ahead: await on(daysAfter(today, AHEAD_DAYS)),
  };
}

/** By the queries that the night itself asks. */
async function forgottenOn(
  tx: Tx,
  actor: Actor,
  kind: KindKept<Actor>,
  { chosen, spared, day }: { chosen: Chosen | null; spared: Spared; day: string },
): Promise<Forgotten | null> {
  const before = forgottenBefore(chosen, day);
  if (before === null) return null;
  const count = await kind.count(tx, actor, { before, spared });
  const all = await kind.count(tx, actor, { before, spared: NONE_SPARED });
  const picked = await kind.pick(tx, actor, { before, spared, after: null, most: SAMPLES });
  return { count, held: all - count, samples: picked.map(({ name }) => name) };
}
