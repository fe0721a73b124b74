declare const mark: unique symbol;

/**
 * A value that this package decided may be shown. The mark exists only for the type checker, so the
 * value stays plain, frozen, JSON-safe data; a second, hidden record of every value made here lets
 * `assertDisclosed` refuse look-alikes at run time. After a round trip through storage a value is
 * plain again: what was stored was disclosed, so readers need no mark and cannot store it a second time.
 */
export type Disclosed<T> = T & { readonly [mark]: true };

/** The plain data inside a disclosed value, as it comes back from storage. */
export type Plain<D> = D extends Disclosed<infer T> ? T : never;

const made = new WeakSet<object>();

function deepFreeze(value: unknown): void {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const key in value) deepFreeze(value[key as keyof typeof value]);
}

/** Marks a value as decided. Package-internal: the index does not export it. */
export function seal<T extends object>(value: T): Disclosed<T> {
  deepFreeze(value);
  made.add(value);
  return value as Disclosed<T>;
}

/** Whether this very object was made by this package in this process (copies and casts are not). */
export function isDisclosed(value: unknown): boolean {
  return typeof value === "object" && value !== null && made.has(value);
}

/**
 * Throws a TypeError unless `value` was made here. For the one place that stores reports: it stops
 * what a cast such as `as Disclosed<…>` would let past the type checker.
 */
export function assertDisclosed(value: unknown): void {
  if (!isDisclosed(value)) {
    throw new TypeError("Only a value made by the disclosure package may be stored or sent.");
  }
}
