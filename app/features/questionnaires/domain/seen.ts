import { type Answers, CANT_SAY } from "./answers.ts";

// What else a form sends, such as the button that was pressed, is no answer.
const ANSWER = /^(?:item|comment|answer)-/;

/** A form's fields by name, as the page sends them. */
export type Fields = ReadonlyMap<string, string>;

/** Everything that was answered, as the fields of the form. */
export function fieldsOf(answers: Answers): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [index, rating] of answers.ratings.entries())
    if (rating !== null) fields.set(`item-${index}`, String(rating));
  for (const index of answers.cantSay) fields.set(`item-${index}`, CANT_SAY);
  for (const [key, text] of Object.entries(answers.comments))
    if (text) fields.set(`comment-${key}`, text);
  for (const [place, text] of Object.entries(answers.others))
    if (text) fields.set(`answer-${place}`, text);
  return fields;
}

/** A short print of a value, the same in browser and server: FNV-1a of 32 bits (Fowler, Noll and Vo, 1991), base 36. */
export function printOf(value: string): string {
  let hash = 0x811c9dc5;
  for (const character of value.replace(/\r\n?/g, "\n"))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** What a page was made with, small enough for a hidden field: each answered field and the print of its value. */
export function writeSeen(fields: Fields): string {
  return [...fields].map(([field, value]) => `${field}.${printOf(value)}`).join(" ");
}

export function readSeen(text: string): Map<string, string> {
  return new Map(
    text
      .split(" ")
      .map((each) => each.split("."))
      .flatMap(([field, print]) => (field && print ? [[field, print] as const] : [])),
  );
}

/**
 * Which of the fields sent are changes by this page, and not merely what it showed all along: a page opened earlier
 * undoes nothing. `replaced` holds what another tab or device put there meanwhile and this change writes over.
 */
export function changesSince(
  sent: Iterable<readonly [string, string]>,
  seen: ReadonlyMap<string, string> | null,
  now: Fields,
): { changes: [string, string][]; replaced: Map<string, string> } {
  const nothing = printOf("");
  const changes: [string, string][] = [];
  const replaced = new Map<string, string>();
  // The last one counts: a box that can be ticked is sent as unticked first, as forms leave out what is not ticked.
  for (const [field, value] of new Map(sent)) {
    if (!ANSWER.test(field)) continue;
    const shown = seen?.get(field) ?? nothing;
    const print = printOf(value);
    if (seen && print === shown) continue;
    changes.push([field, value]);
    const current = now.get(field) ?? "";
    const isOthers = printOf(current) !== shown && printOf(current) !== print;
    if (seen && current !== "" && isOthers) replaced.set(field, current);
  }
  return { changes, replaced };
}
