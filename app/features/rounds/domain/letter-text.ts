import { z } from "zod";

/** The letters of a round whose wording HR may change. */
export const letterKinds = ["invitation", "reminder", "closing"] as const;

export type LetterKind = (typeof letterKinds)[number];

export function isLetterKind(value: unknown): value is LetterKind {
  return letterKinds.some((kind) => kind === value);
}

export const letterWording = z.object({
  subject: z.string().trim().min(1).max(150),
  body: z.string().trim().min(1).max(4_000),
});

/** What may stand in double braces, by letter. */
export const placeholders = {
  invitation: ["name", "organisation", "cycle", "count", "closes"],
  reminder: ["name", "organisation", "cycle", "count", "closes"],
  closing: ["name", "organisation", "cycle"],
} as const satisfies Record<LetterKind, readonly string[]>;

/** Placeholders that mean nothing in this letter, so that its author is told before anyone gets them by mail. */
export function unknownPlaceholders(kind: LetterKind, text: string): string[] {
  const found = [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, key = ""]) => key.trim());
  const known: readonly string[] = placeholders[kind];
  return [...new Set(found)].filter((key) => !known.includes(key));
}

/** Which of the languages on offer someone gets: their own ("de-AT" takes "de"), else `fallback`. */
export function languageFor(
  wanted: string | null,
  offered: readonly string[],
  fallback: string,
): string {
  if (!wanted) return fallback;
  const exact = offered.find((each) => each.toLowerCase() === wanted.toLowerCase());
  return exact ?? offered.find((each) => primary(each) === primary(wanted)) ?? fallback;
}

function primary(language: string): string {
  return language.toLowerCase().split(/[-_]/, 1)[0] ?? "";
}
