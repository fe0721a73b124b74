import { type RawBuilder, sql } from "kysely";

/**
 * How far a response is as far as HR and subjects are told: as of the last step (`domain/progress-steps`), not as
 * it is now. Whatever shows somebody else's progress, or acts on it where they can see, asks this and never a
 * response's state.
 */
export const told: Readonly<Record<"done" | "started", RawBuilder<boolean>>> = {
  done: sql<boolean>`response.told = 'done'`,
  started: sql<boolean>`response.told IS NOT NULL`,
};
