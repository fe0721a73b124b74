import type { Tx } from "../db/database.server.ts";

/** What a feature writes into the audit record, and how much of it is shown to those who may read it. */
export type Audited<Actor> = {
  /** The namespace in which each of its actions has words, by its name. */
  words: string;
  /** Each action it records, by the name it is recorded under; whatever is not here is shown to nobody. */
  actions: Readonly<Record<string, ShownAct>>;
  /** How what records are about is called when they are read, by the kind they name. Whoever is missing is gone. */
  subjects?: Readonly<Record<string, NamesOf<Actor>>>;
};

/**
 * `whole`: what only administrators, the operator or the clock do, with its time, who did it and what it is about.
 * `day`: what others do as well; that it was done, from the next day on, and neither when on that day nor by whom nor
 * about whom. `hidden`: what people do with what is theirs.
 */
export type ShownAct = "whole" | "day" | "hidden";

export type NamesOf<Actor> = (
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, string>>;
