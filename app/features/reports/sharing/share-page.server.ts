import type { Actor } from "~/features/identity/index.ts";
import { usualEnd } from "~/features/people/domain/index.ts";
import {
  type CurrentGrant,
  currentGrants,
  type DirectoryPerson,
  findColleagues,
  peopleByIds,
  todayWhere,
} from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isReportSection, type ReportSectionKey } from "../domain/report-reader.ts";
import { grantedReport } from "../report/granted-report.ts";
import { reportView } from "../report/report-reads.server.ts";
import { coachOf } from "./named-coach-reads.server.ts";
import { type ReportReaders, reportReaders } from "./report-readers.server.ts";

export type Candidate = { id: string; name: string; jobTitle: string | null; isManager: boolean };

export type SharePage = {
  reportId: string;
  /** Until when it is shared when nobody says otherwise. */
  usualEnd: string;
  grants: (Omit<CurrentGrant, "parts"> & { sections: ReportSectionKey[] })[];
  coach: { personId: string; name: string } | null;
  readers: ReportReaders;
  /** The manager, then whoever a search found. */
  candidates: Candidate[];
};

/** Who can read the actor's own report now, and with whom it could be shared; null for a report that isn't theirs. */
export function sharePage(
  platform: Platform,
  actor: Actor,
  reportId: string,
  search: string,
): Promise<SharePage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const today = await todayWhere(platform, tx, actor);
    const view = await reportView(tx, actor, reportId, today);
    if (view?.reader.reader !== "participant") return null;
    const [own] = await peopleByIds(tx, actor, [view.participantPersonId]);
    const manager = own?.managerId ? await peopleByIds(tx, actor, [own.managerId]) : [];
    const candidate = ({ id, name, jobTitle }: DirectoryPerson): Candidate => ({
      ...{ id, name, jobTitle },
      isManager: id === own?.managerId,
    });
    const { found } = await findColleagues(tx, actor, search, {
      except: [own?.id, own?.managerId],
    });
    const grants = await currentGrants(tx, actor, grantedReport(reportId), today);
    return {
      reportId,
      usualEnd: usualEnd(today),
      grants: grants.map(({ parts, ...grant }) => ({
        ...grant,
        sections: parts.filter(isReportSection),
      })),
      coach: await coachOf(tx, actor, reportId),
      readers: await reportReaders(tx, actor, reportId, today),
      candidates: [...manager.filter(({ status }) => status === "active"), ...found].map(candidate),
    };
  });
}
