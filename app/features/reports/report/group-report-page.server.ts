import { organisationName } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { instrumentToRead } from "~/features/questionnaires/index.server.ts";
import { mayRunRound } from "~/features/rounds/domain/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { groupFindings, reliabilityOfMean } from "../domain/group/group-findings.ts";
import { groupReportView } from "./group-report-reads.server.ts";

/** What a usual participant has, for saying how reliable that is. */
const USUAL_RATERS = 8;

/** HR's report on a closed cycle with the names it needs; null for everyone else and before closing. */
export function groupReportPage(platform: Platform, actor: Actor, cycleId: string) {
  return inOrganisation(platform, actor, async (tx) => {
    const read = await groupReportView(tx, actor, cycleId);
    if (!read) return null;
    // Variances stay here: more of them than is shown would tell answers apart.
    const { variances, ...view } = read;
    const found = await instrumentToRead(tx, actor, view.instrumentId);
    if (!found) throw new Error("a cycle without its instrument");
    const { framework } = found;
    return {
      ...view,
      runsRounds: mayRunRound(actor, cycleId),
      organisationName: await organisationName(tx, actor),
      names: Object.fromEntries([
        ...framework.hats.map(({ key, name }) => [key, name]),
        ...framework.competencies.map(({ key, name }) => [key, name]),
      ]) as Record<string, string>,
      findings: groupFindings(view.content),
      reliability: variances.flatMap(({ figure, participants, raters, ...parts }) => {
        const value = reliabilityOfMean(parts, USUAL_RATERS);
        const tenths = value === null ? null : Math.round(10 * value) / 10;
        return tenths === null ? [] : [{ figure, participants, raters, value: tenths }];
      }),
      usualRaters: USUAL_RATERS,
    };
  });
}

export type GroupReportData = NonNullable<Awaited<ReturnType<typeof groupReportPage>>>;
