export type Figures = { asked: number; answered: number };

/** All of some groups together. */
export function sumOf(groups: readonly Figures[]): Figures {
  return groups.reduce<Figures>(
    (sum, { asked, answered }) => ({ asked: sum.asked + asked, answered: sum.answered + answered }),
    { asked: 0, answered: 0 },
  );
}
