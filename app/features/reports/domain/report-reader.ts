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

export const sharedReaders = ["coach", "manager", "colleague"] as const;
export type SharedReader = (typeof sharedReaders)[number];

/** The participant, while they are in or after they left: then they read, and change nothing. */
const ownReaders = ["participant", "leaver"] as const;
export type OwnReader = (typeof ownReaders)[number];

/** Whether a report speaks to its reader about themselves. */
export function isOwnReport(reader: ReportReader["reader"]): boolean {
  return ownReaders.some((own) => own === reader);
}

/** In what part someone reads a report, and which sections they see. */
export type ReportReader = {
  reader: OwnReader | SharedReader;
  sections: readonly ReportSectionKey[];
};

export type ReportGrant = {
  personId: string;
  reader: SharedReader;
  sections: readonly ReportSectionKey[];
  /** The last day, as a calendar date. */
  endsOn: string;
  revoked: boolean;
};

export type ReportFacts = {
  participantPersonId: string;
  /** Every report of the cycle is made, and ties are cut. */
  closed: boolean;
  released: boolean;
  releaseMode: string | null;
  coachPersonId: string | null;
  grants: readonly ReportGrant[];
};

/**
 * Who may read a report, and what of it; null for everyone else, HR and the manager included. The participant once it
 * was released (and who left nothing else); the coach HR named for them, where coaches release and once the cycle is
 * closed, until the participant takes that back; and whoever the participant granted it to, until the last day or until
 * taken back.
 */
export function readerOfReport(
  { personId, role }: { personId: string | null; role: "admin" | "member" | "leaver" },
  { participantPersonId, closed, released, releaseMode, coachPersonId, grants }: ReportFacts,
  today: string,
): ReportReader | null {
  if (personId === null) return null;
  if (personId === participantPersonId)
    return released
      ? { reader: role === "leaver" ? "leaver" : "participant", sections: reportSections }
      : null;
  if (role === "leaver") return null;
  const own = grants.filter((grant) => grant.personId === personId);
  const named = closed && releaseMode === "coach" && personId === coachPersonId;
  if (named && !own.some((each) => each.revoked))
    return { reader: "coach", sections: reportSections };
  const grant = own.find((each) => !each.revoked && today <= each.endsOn);
  if (!released || !grant) return null;
  return {
    reader: grant.reader,
    sections: grant.reader === "coach" ? reportSections : grant.sections,
  };
}

export function isReportSection(value: string): value is ReportSectionKey {
  return reportSections.some((section) => section === value);
}
