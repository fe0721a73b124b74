/**
 * What is taken to be so until an organisation knows better. Every one can be told otherwise.
 *
 * - One other rater's reliability: Zhou, Sackett, Shen and Beatty (2024), supervisors of the same person, managers'
 *   jobs and all others.
 * - Self-assessment against performance: mean correlation of Mabe and West (1982).
 * - Ageing and the correlations of changed wordings are conventions of ours; no study is known that would tell them.
 */
export const proficiencyDefaults = {
  raterReliability: { manager: 0.57, other: 0.68 },
  selfCorrelation: 0.29,
  /** By how much of the population's variance an estimate becomes less sure in a month. */
  ageingPerMonth: 0.024,
  /** How far levels before and after a change of wording go together. */
  carriedCorrelation: { same: 1, reworded: 0.95, merged: 0.9, split: 0.8 },
} as const;

export type JobKind = keyof typeof proficiencyDefaults.raterReliability;
