import type { DraftOptions } from "~/ui/use-draft.ts";

/**
 * How what is typed is kept in the form of something that stands in the revision it was opened with, or of something
 * new: once that is sent, the same form is for the next.
 */
export function draftOf(revision: number | null): Omit<DraftOptions, "name"> {
  return revision === null ? { endsWhenSent: true } : { seen: "revision", marks: true };
}
