export type { Framework } from "./domain/framework.ts";
export { type Instrument, isValidRating, type Item, itemsOfSection } from "./domain/instrument.ts";
export { withName, wordingFor } from "./domain/wording.ts";
