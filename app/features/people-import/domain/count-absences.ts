import type { ImportPlan } from "./plan.ts";

export type AbsenceCounts = {
  absencesNoted: number;
  /** Noted before, they go for those that overlap with them. */
  absencesReplaced: number;
  /** Noted before, they go because their cell is empty. */
  absencesErased: number;
};

/** What a plan does to absences, in numbers. */
export function countAbsences({ absences }: Pick<ImportPlan, "absences">): AbsenceCounts {
  const noted = absences.filter(({ outcome }) => outcome === "noted");
  return {
    absencesNoted: noted.length,
    absencesReplaced: noted.reduce((sum, { replaced }) => sum + replaced.length, 0),
    absencesErased: absences.filter(({ outcome }) => outcome === "erased").length,
  };
}
