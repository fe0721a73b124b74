import { v4, v7 } from "uuid";

/** A new id that sorts by time of creation. */
export function newId(): string {
  return v7();
}

/** A new id that tells nothing, not even when it was made: for everything a rater writes. */
export function newTracelessId(): string {
  return v4();
}
