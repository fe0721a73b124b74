import { roundNotice as kindOf } from "~/features/rounds/index.server.ts";
import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";

export const nomination = kindOf("nomination", "date");
export const nominationReminder = kindOf("nomination-reminder", "date");
export const nominationReturned = kindOf("nomination-returned", "date");
export const teamNomination = kindOf("team-nomination", "date");
export const teamNominationReminder = kindOf("team-nomination-reminder", "date");
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
