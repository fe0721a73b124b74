import { type Alternatives, holds } from "./condition.ts";

type Conditional = {
  key: string;
  when: Alternatives | null;
  fields: Readonly<Record<string, string>>;
};

/**
 * Which items are asked while the fields of a form say this, by key. An answer to an item that is not asked fulfils
 * nothing.
 */
export function askedKeys(
  items: readonly Conditional[],
  said: (field: string) => string,
): Set<string> {
  const asked = new Set<string>();
  const known = new Set<string>();
  for (const { key, when, fields } of items) {
    if (!holds(when, (field) => (known.has(field) ? said(field) : ""))) continue;
    asked.add(key);
    for (const field of Object.values(fields)) known.add(field);
  }
  return asked;
}
