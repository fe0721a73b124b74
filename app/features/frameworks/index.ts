export type { Framework } from "./domain/framework.ts";
export { type Instrument, itemsOfSection } from "./domain/instrument.ts";
export { withName, wordingFor } from "./domain/wording.ts";
