/** Something that a search found and whoever asked may open, in words that are ready to be shown. */
export type Found = { href: string; label: string; detail?: string };

/** What one feature found, under a heading of its own; the best first, and few. */
export type FoundGroup = { id: string; title: string; found: readonly Found[] };
