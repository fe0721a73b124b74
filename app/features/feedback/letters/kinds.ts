import { ROUND_FOOTER } from "~/features/rounds/index.server.ts";
import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";

const kindOf = (name: string, ...further: string[]): KindOfLetter => ({
  name,
  facts: ["name", "organisation", "cycle", ...further],
  footer: ROUND_FOOTER,
});

export const nomination = kindOf("nomination", "date");
export const nominationReminder = kindOf("nomination-reminder", "date");
export const nominationReturned = kindOf("nomination-returned", "date");
export const teamNomination = kindOf("team-nomination", "date");
export const teamNominationReminder = kindOf("team-nomination-reminder", "date");
export const teamReturned = kindOf("team-returned", "date", "participant");
export const approvalRequest = kindOf("approval-request", "participant");
export const reportReady = kindOf("report-ready");
export const reportToRead = kindOf("report-to-read", "participant");

/** Letters with a page of their reader's, which wait while a changed address does. */
export const notices: readonly KindOfLetter[] = [
  nomination,
  nominationReminder,
  nominationReturned,
  teamNomination,
  teamNominationReminder,
  teamReturned,
  approvalRequest,
  reportReady,
  reportToRead,
];

/** Letters with a rater's personal link. */
export const extended = kindOf("extended", "closes");
export const newLink = kindOf("new-link", "closes");

/** A notice that waited, by the name it was kept under. */
export function noticeNamed(name: string): KindOfLetter {
  const found = notices.find((kind) => kind.name === name);
  if (!found) throw new Error(`unknown notice ${name}`);
  return found;
}
