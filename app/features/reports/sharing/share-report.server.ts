import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { grantInput } from "~/features/people/domain/index.ts";
import { giveReading, todayWhere } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, type Problems, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isReportSection } from "../domain/report-reader.ts";
import { grantedReport } from "../report/granted-report.ts";
import { reportView } from "../report/report-reads.server.ts";

/** With whom, as what, which parts and until when a report is shared. */
export const shareReportInput = grantInput.extend({
  sections: z.array(z.string()).transform((keys) => keys.filter(isReportSection)),
});

export type ShareOutcome = Outcome<{ name: string }, "unknown"> | Problems;

/** Lets one person read parts of the participant's own report until a day. Nobody else can share it, HR included. */
export function shareReport(
  platform: Platform,
  actor: Actor,
  reportId: string,
  { sections, ...given }: z.output<typeof shareReportInput>,
): Promise<ShareOutcome> {
  return inOrganisation(platform, actor, async (tx): Promise<ShareOutcome> => {
    const today = await todayWhere(platform, tx, actor);
    const view = await reportView(tx, actor, reportId, today);
    if (view?.reader.reader !== "participant") return refuse("unknown");
    const owner = { ...actor, personId: view.participantPersonId };
    return giveReading(platform, tx, owner, grantedReport(reportId), { ...given, parts: sections });
  });
}
