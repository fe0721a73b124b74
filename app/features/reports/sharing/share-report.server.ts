import type { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { peopleByIds, todayWhere } from "~/features/people/index.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  accept,
  type Outcome,
  type Problems,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type shareReportInput, sharingProblems } from "../domain/sharing.ts";
import { insertGrant } from "../report/report-grant-store.server.ts";
import { reportView } from "../report/report-reads.server.ts";

export type ShareOutcome = Outcome<{ name: string }, "unknown"> | Problems;

/** Lets one person read parts of the participant's own report until a day. Nobody else can share it, HR included. */
export function shareReport(
  platform: Platform,
  actor: Actor,
  reportId: string,
  given: z.output<typeof shareReportInput>,
): Promise<ShareOutcome> {
  return inOrganisation(platform, actor, async (tx): Promise<ShareOutcome> => {
    const today = await todayWhere(platform, tx, actor);
    const view = await reportView(tx, actor, reportId, today);
    if (view?.reader.reader !== "participant") return refuse("unknown");
    const problems = sharingProblems(given, { own: view.participantPersonId, today });
    if (problems.length > 0) return refuseInput(...problems);
    const { person: personId, reader, sections, endsOn } = given;
    const [person] = await peopleByIds(tx, actor, [personId]);
    if (!person || person.external || person.status !== "active")
      return refuseInput({ field: "person", code: "person" });
    await insertGrant(tx, {
      organisationId: actor.organisationId,
      id: newId(),
      reportId,
      personId,
      reader,
      sections: reader === "coach" ? [] : sections,
      endsOn,
      grantedAt: platform.clock.now(),
    });
    await recordAudit(platform, tx, actor, {
      action: "report.shared",
      subjectKind: "report",
      subjectId: reportId,
      detail: { personId, reader, sections: sections.join(" "), endsOn },
    });
    return accept({ name: person.name });
  });
}
