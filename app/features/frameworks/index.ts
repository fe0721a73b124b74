export type { Framework } from "./domain/framework.ts";
export { type Instrument, type Item, isValidRating, itemsOfSection } from "./domain/instrument.ts";
export { withName, wordingFor } from "./domain/wording.ts";
