/** What waits for somebody of assessments, their own and those of others. */
export const ownAssessmentsPath = "/assess";

export const sheetPath = (sheetId: string): string => `/assess/${sheetId}`;

export const talkPath = (subjectId: string): string => `/assess/talk/${subjectId}`;

/** A round of assessments, for whoever runs it. */
export const roundPath = (roundId: string, said?: Readonly<Record<string, string>>): string =>
  said ? `/assessments/${roundId}?${new URLSearchParams(said)}` : `/assessments/${roundId}`;
