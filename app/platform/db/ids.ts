import { v4, v7, validate } from "uuid";

/** A new id that sorts by time of creation. */
export function newId(): string {
  return v7();
}

/** A new id that tells nothing, not even when it was made: for everything a rater writes. */
export function newTracelessId(): string {
  return v4();
}

/** Whether a text from outside can be anything's id; PostgreSQL refuses to compare ids with any other text. */
export function isId(text: string): boolean {
  return validate(text);
}
