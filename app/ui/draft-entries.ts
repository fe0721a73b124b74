/** What was typed into one field: over what, and whether it was sent since. */
export type DraftEntry = { typed: string; over: string; sent: boolean };

/** By field. */
export type DraftEntries = Readonly<Record<string, DraftEntry>>;

type Values = Readonly<Record<string, string>>;

/**
 * What of a draft goes back into a form that is shown anew with these values. What was sent and is over something else
 * now was saved; what is not on the page stays as it is.
 */
export function resumed(draft: DraftEntries, shown: Values): { left: DraftEntries; into: Values } {
  const left: Record<string, DraftEntry> = {};
  const into: Record<string, string> = {};
  for (const [field, entry] of Object.entries(draft)) {
    const now = shown[field];
    if (now === undefined) left[field] = entry;
    if (now === undefined || now === entry.typed || (entry.sent && now !== entry.over)) continue;
    left[field] = { ...entry, over: now };
    into[field] = entry.typed;
  }
  return { left, into };
}

/** The draft once a form holds these values. Whatever is as it was shown is no draft. */
export function typedInto(draft: DraftEntries, shown: Values, holds: Values): DraftEntries {
  const left: Record<string, DraftEntry> = { ...draft };
  for (const [field, typed] of Object.entries(holds)) {
    const over = shown[field] ?? "";
    if (typed === over) delete left[field];
    else if (left[field]?.typed !== typed) left[field] = { typed, over, sent: false };
  }
  return left;
}

/** What the fields that hold something else now were shown with, by field. */
export function changedFrom(shown: Values, holds: Values): Values {
  return Object.fromEntries(
    Object.entries(holds).flatMap(([field, now]) => {
      const was = shown[field] ?? "";
      return now === was ? [] : [[field, was]];
    }),
  );
}

/** The draft once these fields were sent. */
export function sentOff(draft: DraftEntries, fields: readonly string[]): DraftEntries {
  const sent = new Set(fields);
  return Object.fromEntries(
    Object.entries(draft).map(([field, entry]) => [
      field,
      sent.has(field) ? { ...entry, sent: true } : entry,
    ]),
  );
}
