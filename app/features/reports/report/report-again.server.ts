import type { DisclosurePolicy } from "@twohats/disclosure";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import type { ListShape } from "~/features/rounds/domain/index.ts";
import { storedPolicy, storedShape } from "~/features/rounds/index.server.ts";
import { dateIn } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { ReportContent } from "../domain/report-content.ts";
import { ownReportsWithInstrument } from "./report-reads.server.ts";
import { releasedReport } from "./report-store.server.ts";

/** A report of somebody, with what its round promised those who were asked: to ask them once more. */
export type ReportAgain = {
  id: string;
  roundId: string;
  roundName: string;
  /** The calendar date since when nobody was asked before: addresses that others changed since count for nobody. */
  opensOn: string | null;
  instrumentId: string;
  policy: DisclosurePolicy;
  subjectId: string;
  personId: string;
  list: ListShape;
  releasedOn: string;
  content: ReportContent;
};

/** The newest report that whoever asks can read about themselves; null where there is none. */
export async function ownNewestReport(tx: Tx, actor: Actor): Promise<ReportAgain | null> {
  const [newest] = await ownReportsWithInstrument(tx, actor);
  return newest && actor.personId
    ? reportAgain(tx, actor, { reportId: newest.id, personId: actor.personId })
    : null;
}

/** A report that its person could read, by whom it is about; for scoring what was asked of the same people again. */
export async function reportAgain(
  tx: Tx,
  scope: OrganisationScope,
  which: { reportId: string; personId: string },
): Promise<ReportAgain | null> {
  const row = await releasedReport(tx, scope, which);
  if (!row) return null;
  const { disclosurePolicy, list, releasedAt, ...report } = row;
  const zone = await organisationZone(tx, scope);
  return {
    ...report,
    policy: storedPolicy(disclosurePolicy),
    list: storedShape(list),
    releasedOn: dateIn(zone, releasedAt),
  };
}
