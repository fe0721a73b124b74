import { z } from "zod";
import { tidyWords } from "./tidy-words.ts";

const LONGEST_TYPED = 10_000;

/** A line of words that must be there. */
export function line(most: number) {
  return z.string().max(LONGEST_TYPED).transform(tidyWords).pipe(z.string().min(1).max(most));
}

/** A line of words that may be left empty. */
export function lineOrNone(most: number) {
  return z.string().max(LONGEST_TYPED).default("").transform(tidyWords).pipe(z.string().max(most));
}
