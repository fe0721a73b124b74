import { type Disclosed, isDisclosed, seal } from "./disclosed.ts";

/**
 * A new disclosed value worked out from a disclosed one: gaps, intervals, plane coordinates, words.
 * Whatever depends on shown figures alone reveals nothing more, so `make` must use its argument and
 * public constants only, never a rating it closes over. Throws a TypeError when `from` was not made here.
 */
export function derive<T extends object, U extends object>(
  from: Disclosed<T>,
  make: (shown: T) => U,
): Disclosed<U> {
  if (!isDisclosed(from)) throw new TypeError("Only disclosed values can be derived from.");
  const value = make(from);
  // Copied when `make` hands back a part of its argument, which is already frozen and shared.
  return seal(Object.isFrozen(value) ? structuredClone(value) : value);
}
