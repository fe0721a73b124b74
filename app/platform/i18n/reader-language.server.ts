import { AsyncLocalStorage } from "node:async_hooks";
import { readersAreKnownBy } from "./reader-language.ts";

const reading = new AsyncLocalStorage<{ language: string }>();

readersAreKnownBy(() => reading.getStore()?.language);

/** Does something for whoever reads this language: all that is said meanwhile, and what follows from it, is in it. */
export function readIn<Done>(language: string, work: () => Done): Done {
  return reading.run({ language }, work);
}

/** The request turns out to be somebody's who reads another language: what is said from here on is in that. */
export function readOnIn(language: string): void {
  const request = reading.getStore();
  if (request) request.language = language;
}
