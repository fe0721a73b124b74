/** Whose view of somebody a sheet is: their own, that of whoever leads them, of a second assessor. */
export const parts = ["self", "manager", "second"] as const;
export type Part = (typeof parts)[number];

/** Where somebody is placed on one competency. A level of null: the assessor can't say. */
export type Placement = { level: number | null; words: string };
/** The same while it is written: words may be there before it is said on which level. */
export type Draft = { level?: number | null | undefined; words: string };

/** What a sheet says by competency; of what is not there, nothing was said yet. */
export type Placements = Readonly<Record<string, Draft>>;

export function isPart(value: unknown): value is Part {
  return parts.some((part) => part === value);
}

/** How far a sheet is: on how many of its competencies something was said. */
export function saidOf(placements: Placements, competencies: readonly string[]): number {
  return competencies.length - leftOf(placements, competencies).length;
}

/** The competencies on which nothing was said yet, in their order: a sheet with any is not sent. */
export function leftOf(placements: Placements, competencies: readonly string[]): string[] {
  return competencies.filter(
    (competency) =>
      !Object.hasOwn(placements, competency) || placements[competency]?.level === undefined,
  );
}

/** Of what was said, that which a sheet asks, on levels there are; the rest is no answer of a page of ours. */
export function placementsAsked(
  said: Placements,
  { competencies, levels }: { competencies: readonly string[]; levels: number },
): Placements {
  return Object.fromEntries(
    competencies.flatMap((competency): [string, Draft][] => {
      const placement = Object.hasOwn(said, competency) ? said[competency] : undefined;
      if (!placement) return [];
      const { level, words } = placement;
      if (level === undefined) return words === "" ? [] : [[competency, { words }]];
      const isThere = level === null || (Number.isInteger(level) && level >= 1 && level <= levels);
      return isThere ? [[competency, placement]] : [];
    }),
  );
}

/** What a sheet says, without what is still open on it. */
export function placed(placements: Placements): Record<string, Placement> {
  return Object.fromEntries(
    Object.entries(placements).flatMap(([competency, { level, words }]): [string, Placement][] =>
      level === undefined ? [] : [[competency, { level, words }]],
    ),
  );
}
