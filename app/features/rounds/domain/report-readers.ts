/** What was settled, before anybody was asked, about who reads a report beside the one whom it is about. */
export type Reading = {
  releaseMode: string | null;
  hrKeepsReports: boolean;
  /** Of one report: whether somebody coaches whom it is about. Of a whole round everybody has a coach. */
  coached?: boolean;
};

export const readerKinds = ["own", "kept", "coach", "coach-kept"] as const;
export type ReaderKind = (typeof readerKinds)[number];

/**
 * Who can read a released report until its participant shares it: they alone, HR by a file it may keep, their coach, or
 * both. Every page and letter that says so says what stands under this name in `texts/readers.json`.
 */
export function readersOf({ releaseMode, hrKeepsReports, coached = true }: Reading): ReaderKind {
  if (releaseMode === "coach" && coached) return hrKeepsReports ? "coach-kept" : "coach";
  return hrKeepsReports ? "kept" : "own";
}
