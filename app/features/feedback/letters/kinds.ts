import { roundNotice as kindOf } from "~/features/rounds/index.server.ts";
import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";

const optional = (name: string): KindOfLetter => ({
  ...kindOf(name, "date"),
  mayBeDeclined: true,
});

export const nomination = kindOf("nomination", "date");
export const nominationReminder = optional("nomination-reminder");
export const nominationReturned = kindOf("nomination-returned", "date");
export const teamNomination = kindOf("team-nomination", "date");
export const teamNominationReminder = optional("team-nomination-reminder");
export const teamReturned = kindOf("team-returned", "date", "participant");
export const approvalRequest = kindOf("approval-request", "participant");
export const reportReady = kindOf("report-ready", "readers");
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
