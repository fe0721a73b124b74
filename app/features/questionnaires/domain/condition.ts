/** A condition, as fields of the form: it holds when one of them has its value. */
export type Alternatives = readonly { field: string; value: string }[];

/** Whether what was answered so far fulfils a condition; without one it always does. */
export function holds(when: Alternatives | null, said: (field: string) => string): boolean {
  return when === null || when.some(({ field, value }) => said(field) === value);
}
