import type { Tx } from "../db/database.server.ts";
import type { OrganisationScope } from "../db/in-organisation.server.ts";
import type { Platform } from "../platform.server.ts";
import type { Personal } from "./personal.ts";

/** What a feature keeps for how long: kinds of data whose period is chosen, and periods that are fixed by its code. */
export type Retention<Actor> = {
  kinds?: readonly KindKept<Actor>[];
  fixed?: readonly FixedPeriod[];
};

/** Kept for ever unless an organisation chooses how many years. */
export type KindKept<Actor> = {
  /** Its name where choices are stored: never changed. */
  name: string;
  /** Its texts, with their namespace: `title`, `what` is forgotten, and what counts as its `age`. */
  words: string;
  /** Years to choose from. */
  choices: readonly number[];
  /** How many are forgotten in one transaction. */
  atOnce: number;
  /** How many there are of it that are old enough. */
  count(tx: Tx, scope: OrganisationScope, wanted: Old): Promise<number>;
  /** Which, by the same query as they are counted, in the order of their ids. */
  pick(tx: Tx, scope: OrganisationScope, wanted: Old & Picking): Promise<readonly Picked[]>;
  /** @returns how many were forgotten: fewer where something stands against one of them. */
  forget(
    parts: Forgetting<Actor>,
    tx: Tx,
    scope: OrganisationScope,
    ids: readonly string[],
  ): Promise<number>;
};

/** Older than a calendar date, and of nobody and no round for whom a hold stands. */
export type Old = { before: string; spared: Spared };
export type Spared = { people: readonly string[]; rounds: readonly string[] };
export type Picking = { after: string | null; most: number };
/** `name`: for HR, who looks at what would be forgotten. */
export type Picked = { id: string; name: string };

export type Forgetting<Actor> = {
  platform: Platform;
  /** What every feature keeps of people, from the highest to the lowest. */
  personal: readonly Personal<Actor>[];
};

/** `words`: a text with its namespace; how much of which unit is in `values`, from the constant that the code uses. */
export type FixedPeriod = { words: string; values?: Readonly<Record<string, number>> };

/** Nobody is spared. */
export const NONE_SPARED: Spared = { people: [], rounds: [] };

/** From which a choice is usually made. */
export const USUAL_YEARS = [1, 2, 3, 5, 7, 10] as const;
