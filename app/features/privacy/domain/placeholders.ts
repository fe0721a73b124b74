/** What may stand in double braces in a text: filled in when it is published, from what the settings say that day. */
export const PLACEHOLDERS = [
  "organisation",
  "responsible",
  "contact",
  "basis",
  "minimum",
  "times",
  "leavers",
  "retention",
  "fixed",
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** These become a list, and so have a line of their own. */
const LISTS: readonly string[] = ["retention", "fixed"] satisfies Placeholder[];
const IN_BRACES = /\{\{([^{}]*)\}\}/g;

/** Those of a text that mean nothing. */
export function unknownIn(text: string): string[] {
  const known: readonly string[] = PLACEHOLDERS;
  return [...new Set(namesIn(text))].filter((name) => !known.includes(name));
}

/** Those that become a list and share their line with something else. */
export function notAloneIn(text: string): string[] {
  const shared = text.split("\n").filter((line) => !/^\s*\{\{[^{}]*\}\}\s*$/.test(line));
  return [...new Set(shared.flatMap(namesIn))].filter((name) => LISTS.includes(name));
}

/** A text with all of them filled in, by the name of each. */
export function filledIn(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text.replaceAll(IN_BRACES, (whole, name: string) => {
    const known = PLACEHOLDERS.find((each) => each === name.trim());
    return known ? values[known] : whole;
  });
}

function namesIn(text: string): string[] {
  return [...text.matchAll(IN_BRACES)].map(([, name = ""]) => name.trim());
}
