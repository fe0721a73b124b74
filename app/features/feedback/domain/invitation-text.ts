/** What an invitation's text may refer to. */
export type InvitationFacts = { name: string; organisation: string; closes: string; count: string };

export const placeholders = [
  "name",
  "organisation",
  "closes",
  "count",
] as const satisfies (keyof InvitationFacts)[];

/** Puts facts in place of {{name}}, {{organisation}}, {{closes}} and {{count}}; anything else in braces stays as typed. */
export function fillIn(text: string, facts: InvitationFacts): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, key: string) =>
    Object.hasOwn(facts, key) ? facts[key as keyof InvitationFacts] : whole,
  );
}

/** Placeholders that mean nothing here, so that the author can be told before anyone gets them by mail. */
export function unknownPlaceholders(text: string): string[] {
  const found = [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map((match) => match[1] ?? "");
  return [...new Set(found)].filter((key) => !placeholders.some((known) => known === key));
}

/** A text's paragraphs, divided by empty lines. */
export function paragraphsOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}
