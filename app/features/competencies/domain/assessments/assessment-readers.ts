import type { Purpose } from "../purpose.ts";
import type { Part } from "./placement.ts";

/** Who sent what of one assessment, as far as it decides who reads what. */
export type Views = {
  /** The parts there are, with who writes each and whether they sent it. */
  sheets: readonly { part: Part; authorId: string | null; isSent: boolean }[];
  subjectPersonId: string;
};

/** As what somebody is to an assessment; null for whoever has nothing to do with it. */
export function sideOf(personId: string | null, views: Views): Part | null {
  if (personId === null) return null;
  if (personId === views.subjectPersonId) return "self";
  return views.sheets.find(({ authorId }) => authorId === personId)?.part ?? null;
}

/**
 * Whether the two views may be laid beside each other: once everybody who was to give one has. Before that nobody reads
 * another's, so that none is written with an eye on it.
 */
export function isLaidOpen({ sheets }: Views): boolean {
  return sheets.length > 1 && sheets.every(({ isSent }) => isSent);
}

/** The two who talk read what is laid open; a second assessor reads their own sheet, and it ends there. */
export function mayReadTalk(personId: string | null, views: Views): boolean {
  const side = sideOf(personId, views);
  return (side === "self" || side === "manager") && isLaidOpen(views);
}

/**
 * Whether HR reads single levels of a round before they are evidence, and calibrates them: only what people were told
 * to be for more than their own development.
 */
export function mayBeCalibrated(purposes: readonly Purpose[]): boolean {
  return purposes.includes("staffing") || purposes.includes("appraisal");
}
