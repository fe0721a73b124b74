import { ownAreas } from "~/features/development/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { instrumentToRead } from "~/features/questionnaires/index.server.ts";
import type { ReportAgain } from "~/features/reports/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { ALL, groupOf, UNTOLD } from "../domain/asked.ts";
import { behavioursOf, meansInReport } from "../domain/behaviours.ts";
import { smallestClearChange } from "../domain/judge-change.ts";
import { closesOnFrom, type PulseTurn } from "../domain/pulse.ts";
import {
  type PlannedPulse,
  type PulseFocus,
  plannedPulse,
  scalesOf,
} from "./planned-pulse.server.ts";
import type { OwnPulse } from "./pulse-reads.server.ts";

/** A behaviour that could be asked about, with how large a change of it could be seen. */
export type AskableBehaviour = PulseFocus & {
  /**
   * The smallest clear change of all others together if everybody answers, in points of a scale of so many; null where
   * the report shows no figure of them.
   */
  clear: { change: number; length: number; assumed: boolean } | null;
};

/** What of one's plan is not asked about: it was in no question, or was not chosen from the report. */
export type NotAskable = { title: string; why: "not-in-report" | "not-chosen" };

export type PulsePage = {
  report: Pick<ReportAgain, "id" | "roundName" | "releasedOn">;
  behaviours: AskableBehaviour[];
  notAsked: NotAskable[];
  turn: PulseTurn;
  /** Who would be asked, by the groups of the report; whom it showed in none, under none. */
  asked: { group: string | null; count: number }[];
  raters: number;
  counting: number;
  minimum: number;
  closesOn: string;
  pulses: Pick<
    OwnPulse,
    "id" | "day" | "state" | "opensOn" | "closesOn" | "paused" | "calledOffReason"
  >[];
};

/** What whoever asks can have asked again, and what was; null where they can read no report. */
export function pulsePage(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
): Promise<PulsePage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const planned = await plannedPulse(platform, tx, actor);
    if (!planned) return null;
    const { report, turn, raters, counting, minimum, pulses, today } = planned;
    const byGroup = Map.groupBy(raters, ({ relationship }) =>
      groupOf(report.content.groups, relationship),
    );
    return {
      report: { id: report.id, roundName: report.roundName, releasedOn: report.releasedOn },
      behaviours: await askable(tx, actor, planned),
      notAsked: await notAskable(tx, actor, planned),
      ...{ turn, counting, minimum },
      asked: [...byGroup]
        .map(([group, own]) => ({ group: group === UNTOLD ? null : group, count: own.length }))
        .toSorted((one, other) => other.count - one.count),
      raters: raters.length,
      closesOn: closesOnFrom(today),
      pulses: pulses.map(({ id, day, state, opensOn, closesOn, paused, calledOffReason }) => ({
        ...{ id, day, state, opensOn, closesOn, paused, calledOffReason },
      })),
    };
  });
}

async function askable(
  tx: Tx,
  actor: Actor,
  { report, focus, raters }: PlannedPulse,
): Promise<AskableBehaviour[]> {
  const { items } = report.content;
  const scaleOf = await scalesOf(tx, actor, report.instrumentId);
  const means = meansInReport(items);
  const pairs = focus.map(({ item }) => ({ item, since: item }));
  const behaviours = behavioursOf(items, scaleOf, pairs);
  return focus.map((each, at) => {
    const [behaviour, before] = [behaviours[at], means[each.item]?.[ALL]];
    if (!behaviour || !before) return { ...each, clear: null };
    const n = { before: before.n, now: raters.length };
    const change = smallestClearChange(n, behaviour.spread);
    const { low, high } = behaviour.scale;
    const assumed = behaviour.spread.from === "assumed";
    return { ...each, clear: change === null ? null : { change, length: high - low, assumed } };
  });
}

async function notAskable(
  tx: Tx,
  actor: Actor,
  { report, focus }: PlannedPulse,
): Promise<NotAskable[]> {
  const { personId } = actor;
  if (personId === null) return [];
  const found = await instrumentToRead(tx, actor, report.instrumentId);
  const rated = new Map(
    (found?.instrument.items ?? []).flatMap(({ key, behaviour }) =>
      behaviour ? [[behaviour, key] as const] : [],
    ),
  );
  const areas = await ownAreas(tx, { ...actor, personId });
  return areas.flatMap(({ title, behaviour }): NotAskable[] => {
    if (behaviour === null) return [];
    const item = rated.get(behaviour);
    if (item === undefined) return [{ title, why: "not-in-report" }];
    return focus.some((each) => each.item === item) ? [] : [{ title, why: "not-chosen" }];
  });
}
