/** Somebody of the directory, as their page shows them. */
export type PersonShown = {
  id: string;
  name: string;
  email: string | null;
  jobTitle: string | null;
};

/** What a feature has on the page of a person, in words that are ready to be shown. */
export type PersonPanel = {
  id: string;
  title: string;
  rows: { line: string; detail?: string; href?: string }[];
  /** Said where there are no rows. */
  none: string;
};
