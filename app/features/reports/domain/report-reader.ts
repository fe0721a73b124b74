import type { Actor } from "~/features/identity/domain/index.ts";
import type { GrantedReader, ReadingGrant } from "~/features/people/domain/index.ts";

/** The parts of a report that can be shared one by one; how to read it goes with each. */
export const reportSections = [
  "glance",
  "balance",
  "competencies",
  "gaps",
  "behaviours",
  "comments",
  "change",
  "focus",
] as const;

export type ReportSectionKey = (typeof reportSections)[number];

/** The participant, while they are in or after they left: then they read, and change nothing. */
const ownReaders = ["participant", "leaver"] as const;
export type OwnReader = (typeof ownReaders)[number];

/** Whether a report speaks to its reader about themselves. */
export function isOwnReport(reader: ReportReader["reader"]): boolean {
  return ownReaders.some((own) => own === reader);
}

/** In what part someone reads a report, and which sections they see. */
export type ReportReader = {
  reader: OwnReader | GrantedReader;
  sections: readonly ReportSectionKey[];
};

export type ReportFacts = {
  participantPersonId: string;
  /** Every report of the cycle is made, and ties are cut. */
  closed: boolean;
  released: boolean;
  releaseMode: string | null;
  coachPersonId: string | null;
  /** What the participant granted to whoever asks, in force today. */
  grant: Pick<ReadingGrant, "reader" | "parts"> | null;
  /** The participant took a reading back from whoever asks. */
  takenBack: boolean;
};

/**
 * Who may read a report, and what of it; null for everyone else, HR and the manager included. The participant once it
 * was released (and who left nothing else); the coach HR named for them, where coaches release and once the cycle is
 * closed, until the participant takes that back; and whoever the participant granted it to, until the last day or until
 * taken back.
 */
export function readerOfReport(
  { personId, role }: Pick<Actor, "personId" | "role">,
  facts: ReportFacts,
): ReportReader | null {
  const { participantPersonId, closed, released, releaseMode, coachPersonId } = facts;
  const { grant, takenBack } = facts;
  if (personId === null) return null;
  if (personId === participantPersonId)
    return released
      ? { reader: role === "leaver" ? "leaver" : "participant", sections: reportSections }
      : null;
  if (role === "leaver") return null;
  const named = closed && releaseMode === "coach" && personId === coachPersonId;
  if (named && !takenBack) return { reader: "coach", sections: reportSections };
  if (!released || !grant) return null;
  const sections = grant.reader === "coach" ? reportSections : grant.parts.filter(isReportSection);
  return { reader: grant.reader, sections };
}

export function isReportSection(value: string): value is ReportSectionKey {
  return reportSections.some((section) => section === value);
}
