/** The fields of the timeline's form, under the names that the timeline gives them. */
export const timelineFields = [
  "nominateBy",
  "opensOn",
  "closesOn",
  "closesItself",
  "reminderDays",
  "releaseMode",
  "releaseOn",
  "hrKeepsReports",
] as const;

export type TypedDates = Record<(typeof timelineFields)[number], string>;
