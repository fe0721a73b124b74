import { createHash } from "node:crypto";
import { type DisclosurePolicy, standardPolicy } from "@twohats/disclosure";
import { readdressings } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { peopleLedBy, todayWhere, workTimesOf } from "~/features/people/index.server.ts";
import { readdressedSince } from "~/features/rounds/domain/index.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { RaterAgain } from "../asking/raters-again.server.ts";
import { ASKED_WITHIN, type Away, faultOfAway, overlap } from "../domain/away/absence.ts";
import type { AwayBefore } from "../domain/away/away-turn.ts";
import { pulsePolicy } from "../domain/pulse-policy.ts";
import { awayTestsBefore } from "./away-reads.server.ts";

/** Whom whoever was away could ask, and about what. */
export type PlannedAway = {
  personId: string;
  today: string;
  /** Everybody they lead now, whoever joined while they were away among them; never a part. */
  team: RaterAgain[];
  /** Of whom the page speaks: pressed on an older one, nobody is asked whom it did not show. */
  mark: string;
  policy: DisclosurePolicy;
  /** How many of the team count towards the minimum. */
  counting: number;
  workingDays: string | null;
  before: AwayBefore[];
  /** Absences of theirs that are known and may be asked about, the newest first. */
  absences: Away[];
};

/** Null where somebody leads nobody. */
export async function plannedAway(
  { clock }: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
): Promise<PlannedAway | null> {
  const { personId } = actor;
  if (personId === null) return null;
  const team = await teamOf(tx, actor, personId, clock.now());
  if (team.length === 0) return null;
  const today = await todayWhere({ clock }, tx, actor);
  const since = daysAfter(today, -ASKED_WITHIN);
  const times = (await workTimesOf(tx, actor, [personId], since)).get(personId);
  const workingDays = times?.workingDays ?? null;
  const before = await awayTestsBefore(tx, actor);
  const told = before.filter(({ state }) => state !== "called-off");
  const absences = (times?.absences ?? [])
    .filter((each) => faultOfAway(each, today, workingDays) === null)
    .filter((each) => !told.some((other) => overlap(each, other)))
    .map(({ firstDay, lastDay }) => ({ firstDay, lastDay }))
    .toSorted((one, other) => (one.lastDay < other.lastDay ? 1 : -1));
  return {
    ...{ personId, today, team, mark: markOf(team), workingDays, before, absences },
    policy: pulsePolicy(standardPolicy),
    counting: team.filter(({ counts }) => counts).length,
  };
}

async function teamOf(tx: Tx, actor: Actor, personId: string, now: Date): Promise<RaterAgain[]> {
  const led = await peopleLedBy(tx, actor, personId);
  const ids = led.map(({ id }) => id);
  const changes = await readdressings(tx, actor, ids);
  return led.map(({ id, name, email: address, language }) => ({
    ...{ personId: id, relationship: "direct_report" as const, bySubject: false },
    ...{ name, address, language, gone: false },
    // Whoever can't be written to is asked where they sign in; an address that others changed lets somebody else in.
    counts: !readdressedSince(changes.get(id) ?? [], now),
  }));
}

function markOf(team: readonly RaterAgain[]): string {
  const ids = team.map(({ personId }) => personId).toSorted();
  return createHash("sha256").update(ids.join(" ")).digest("hex").slice(0, 16);
}
