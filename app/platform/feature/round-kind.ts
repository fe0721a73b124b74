import type { Tx } from "../db/database.server.ts";

/** A kind of round, as the feature whose it is registers it: what pages about any round ask of it. */
export type RoundKind<Actor> = {
  kind: string;
  /** Its page of a round, by the round's id. */
  path(roundId: string): string;
  /**
   * Under which relationships a round asks people about somebody, whether anybody is asked under them yet or not; none
   * where it is about nobody.
   */
  relationships(tx: Tx, actor: Actor, roundId: string): Promise<readonly string[]>;
};
