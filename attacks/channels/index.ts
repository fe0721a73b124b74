import type { Attack } from "../attack.ts";
import { participantAlone } from "./participant-alone.ts";
import { readAnswersByLink } from "./read-answers-by-link.ts";
import { stolenDatabase } from "./stolen-database.ts";
import { takeOverAddress } from "./take-over-address.ts";
import { watchProgress } from "./watch-progress.ts";

/** Every channel that is attacked. A new one is its file and its line here. */
export const attacks: readonly Attack[] = [
  readAnswersByLink,
  takeOverAddress,
  stolenDatabase,
  participantAlone,
  watchProgress,
];
