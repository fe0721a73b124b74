import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import { instrumentById, measuredItems } from "~/features/questionnaires/index.server.ts";
import { ownFocus, ownNewestReport, type ReportAgain } from "~/features/reports/index.server.ts";
import { policyForList } from "~/features/rounds/domain/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type RaterAgain, ratersOfReport } from "../asking/raters-again.server.ts";
import type { PulseScale } from "../domain/judge-change.ts";
import { nextPulse, type PulseTurn } from "../domain/pulse.ts";
import { pulsePolicy } from "../domain/pulse-policy.ts";
import type { Direction } from "../domain/tell-pulse.ts";
import { type OwnPulse, ownPulses } from "./pulse-reads.server.ts";

export type PulseFocus = { item: string; label: string; direction: Direction };

/** What whoever asks could have asked once more, and of whom. */
export type PlannedPulse = {
  today: string;
  report: ReportAgain;
  focus: PulseFocus[];
  turn: PulseTurn;
  /** Who would be asked: of those who were asked before whoever has not left. */
  raters: RaterAgain[];
  /** How many who count a figure needs, and how many of those who would be asked do and may not be recognised. */
  minimum: number;
  counting: number;
  /** The pulses of that report, the newest first. */
  pulses: OwnPulse[];
};

/** The pulse of somebody's newest report; null where they can read none. */
export async function plannedPulse(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
): Promise<PlannedPulse | null> {
  const report = await ownNewestReport(tx, actor);
  if (!report) return null;
  const today = await todayWhere(platform, tx, actor);
  const pulses = (await ownPulses(tx, actor)).filter(({ reportId }) => reportId === report.id);
  const focus = (await ownFocus(tx, actor)).filter(({ reportId }) => reportId === report.id);
  const raters = (await ratersOfReport(tx, actor, report)).filter(({ gone }) => !gone);
  const policy = policyForList(pulsePolicy(report.policy), report.list);
  return {
    ...{ today, report, raters, pulses },
    focus: focus.map(({ item, label, direction }) => ({ item, label, direction })),
    turn: nextPulse(report.releasedOn, today, pulses),
    minimum: policy.minimum,
    counting: raters.filter(
      ({ counts, relationship }) => counts && !policy.identified.includes(relationship),
    ).length,
  };
}

/** How far the scale of each question reaches, by its key; null for what is measured on none. */
export async function scalesOf(
  tx: Tx,
  scope: OrganisationScope,
  instrumentId: string,
): Promise<(item: string) => PulseScale | null> {
  const found = await instrumentById(tx, scope, instrumentId);
  if (!found) throw new Error("a report without its questionnaire");
  const scales = new Map(
    measuredItems(found.instrument).map(({ item, scale }) => [item.key, scale]),
  );
  return (item) => scales.get(item) ?? null;
}
