import { LONGEST_TITLE, NO_TITLE } from "./time.ts";

/** Numbers, and all that neither is a letter nor goes with one. */
const CHANGING = /[^\p{L}\p{M}]+/gu;
/** What programs put before a title when a meeting is passed on or changed. */
const PASSED_ON =
  /^(?:(?:re|aw|fw|fwd|wg|updated|canceled|cancelled|aktualisiert|abgesagt)\s*:\s*)+/iu;

/**
 * What meetings are one series by: their title without what changes from one time to the next, such as dates and
 * numbers, and without signs. "Sprint 14: review" and "Sprint 15, Review" are one.
 */
export function seriesOf(title: string): string {
  const shown = shownTitle(title);
  const letters = shown.normalize("NFKC").toLowerCase().replace(CHANGING, " ").trim();
  if (letters !== "") return letters;
  // Of numbers and signs alone: itself. The sign in front keeps it apart from what stands for others.
  return shown === "" ? NO_TITLE : `=${shown}`;
}

/** A title as it is shown: one line, no longer than one can read. */
export function shownTitle(title: string): string {
  const line = title.replace(/\s+/gu, " ").trim().replace(PASSED_ON, "");
  return line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE - 1).toWellFormed()}…` : line;
}
