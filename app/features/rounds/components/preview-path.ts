/** What of a round is looked at, as whom and in what; what is left out is up to the page. */
export type PreviewOf = {
  as?: string;
  in?: string;
  page?: string | null;
  questionnaire?: string | null;
};

/** Where HR sees what a round's raters will. */
export function previewPath(roundId: string, view: PreviewOf = {}): string {
  const said = Object.entries(view).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const query = new URLSearchParams(said).toString();
  return `/rounds/${roundId}/preview${query && `?${query}`}`;
}
