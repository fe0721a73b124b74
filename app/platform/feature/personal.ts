import type { Tx } from "../db/database.server.ts";
import type { OrganisationScope } from "../db/in-organisation.server.ts";
import type { Platform } from "../platform.server.ts";

/**
 * What a feature keeps of people, and what becomes of it: `personal.server.ts` of each that keeps anything. Everything
 * runs in the transaction of whoever asks, with people locked; from the highest feature down to the lowest, so that
 * what rests on a person goes before they do.
 */
export type Personal<Actor> = {
  /** Each of its columns that names a person by id, as "table.column", and what for. A test knows them all. */
  columns: Readonly<Record<string, string>>;
  /**
   * What it knows of a person that is theirs to take along, ready for JSON. Never what others said of them or anything
   * worked out from it, and of others only what the person may see of them anyway.
   */
  export: (tx: Tx, scope: OrganisationScope, personId: string) => Promise<Exported>;
  /** How what it exports is said to people: every key that can be in it. Left out, where nothing ever is. */
  record?: RecordPart;
  /** One of two records of the same person goes, and what hangs on it moves to the one that stays. */
  merge: Step<Actor, TwoRecords>;
  /** Nothing is left by which a person could be told. */
  erase: Step<Actor, KnownPerson>;
};

/** How a value is said: as it is, as a day where its reader is, in words. */
export type RecordValue =
  | ("text" | "day" | "moment" | "yes-no" | "language" | "zone" | "weekdays")
  /** One of a few words, or several in a list: each a text with its namespace. */
  | { word: (value: string) => string; of: readonly string[] }
  /** Facts of their own below it: once, or any number of times. */
  | RecordPart;

export type RecordPart = {
  /** Its heading, a text with its namespace. */
  title: string;
  /** Where the names of its fields are: "people:fields" names one "people:fields.email". */
  labels: string;
  fields: Readonly<Record<string, RecordValue>>;
};

export type Exported = Readonly<Record<string, unknown>>;

/**
 * Two records of one person. What is to be kept of the one that goes stands in the other already; `address` was its
 * own.
 */
export type TwoRecords = { goes: string; stays: string; address: string | null };

/** A person with everything they are or were called by, to find them in texts. */
export type KnownPerson = {
  personId: string;
  names: readonly string[];
  addresses: readonly string[];
  /** Addresses of theirs that are somebody else's now: what goes there goes to others. */
  handedOn: readonly string[];
  /** What stands where their name did. */
  pseudonym: string;
};

export type Step<Actor, Whom> = {
  /** Locks what others lock before they lock people, so that two transactions never wait for each other. */
  hold?: (tx: Tx, scope: OrganisationScope, personId: string) => Promise<void>;
  /** Why it can't be done, and what would be; the same words to whoever asks at the same time. Changes nothing. */
  look: (
    platform: Pick<Platform, "clock" | "secret">,
    tx: Tx,
    actor: Actor,
    whom: Whom,
  ) => Promise<Look>;
  carryOut: (platform: Platform, tx: Tx, actor: Actor, whom: Whom) => Promise<void>;
};

export type Look = {
  /** Reasons against it, each a text with its namespace. */
  hindrances: readonly Hindrance[];
  /** What it touches, each a text with its namespace that tells how many. */
  counts: readonly Counted[];
};

export type Hindrance = { word: string; values?: Readonly<Record<string, string | number>> };
export type Counted = { word: string; count: number };

/** Nothing against it, and nothing to be done. */
export const NOTHING: Look = { hindrances: [], counts: [] };

/** For whatever keeps nothing that a step would touch. */
export const noStep = {
  look: async () => NOTHING,
  carryOut: async () => undefined,
} satisfies Step<unknown, unknown>;
