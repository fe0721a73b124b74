/** Whose view of somebody a sheet is: their own, that of whoever leads them, of a second assessor. */
export const parts = ["self", "manager", "second"] as const;
export type Part = (typeof parts)[number];

/** Where somebody is placed on one competency. A level of null: the assessor can't say. */
export type Placement = { level: number | null; words: string };

/** A sheet's placements by competency; of what is not there, nothing was said yet. */
export type Placements = Readonly<Record<string, Placement>>;

export function isPart(value: unknown): value is Part {
  return parts.some((part) => part === value);
}

/** How far a sheet is: on how many of its competencies something was said. */
export function saidOf(placements: Placements, competencies: readonly string[]): number {
  return competencies.filter((competency) => Object.hasOwn(placements, competency)).length;
}

/** The competencies on which nothing was said yet, in their order: a sheet with any is not sent. */
export function leftOf(placements: Placements, competencies: readonly string[]): string[] {
  return competencies.filter((competency) => !Object.hasOwn(placements, competency));
}

/** Of what was said, that which a sheet asks, on levels there are; the rest is no answer of a page of ours. */
export function placementsAsked(
  said: Placements,
  { competencies, levels }: { competencies: readonly string[]; levels: number },
): Placements {
  return Object.fromEntries(
    competencies.flatMap((competency): [string, Placement][] => {
      const placement = Object.hasOwn(said, competency) ? said[competency] : undefined;
      if (!placement) return [];
      const { level } = placement;
      const isThere = level === null || (Number.isInteger(level) && level >= 1 && level <= levels);
      return isThere ? [[competency, placement]] : [];
    }),
  );
}
