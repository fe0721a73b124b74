import type { Tx } from "../db/database.server.ts";
import type { OrganisationScope } from "../db/in-organisation.server.ts";
import type { JobPayloads, QueueName } from "../jobs/queues.ts";
import type { Platform } from "../platform.server.ts";
import type { Audited } from "./audited.ts";
import type { CalendarEntries } from "./calendar-entry.ts";
import type { Destination } from "./destination.ts";
import type { ForHome } from "./for-home.ts";
import type { FoundGroup } from "./found.ts";
import type { KindOfLetter } from "./kind-of-letter.ts";
import type { LettersAgain } from "./letter-again.ts";
import type { LetterWays } from "./letter-ways.ts";
import type { OpenPages } from "./open-pages.ts";
import type { PersonPanel, PersonShown } from "./person-panel.ts";
import type { Personal } from "./personal.ts";
import type { Place } from "./place.ts";
import type { ProgramDoor } from "./program-door.ts";
import type { Retention } from "./retention.ts";
import type { RoundKind } from "./round-kind.ts";
import type { Sample } from "./sample.ts";
import type { UploadPath } from "./upload-path.ts";

/**
 * What a feature adds to the application: its manifest, `app/features/<name>/feature.server.ts`. Whoever shows or does
 * something of every feature reads it here and knows none of them. `Actor` is whoever asks, a word of the ground floor.
 */
export type Feature<Actor> = {
  navigation?: readonly Place<Actor>[];
  /** For the home page of whoever asks; reads in the transaction it is given, which is of their organisation. */
  tasks?: (platform: Platform, tx: Tx, actor: Actor) => Promise<ForHome>;
  /** What words somebody typed find, of what whoever asks may open; in the transaction it is given, as tasks are. */
  search?: (platform: Platform, tx: Tx, actor: Actor, words: string) => Promise<FoundGroup>;
  /** What stands on the page of a person; nothing for whom that is not for. */
  personPanels?: (tx: Tx, actor: Actor, person: PersonShown) => Promise<readonly PersonPanel[]>;
  /** Where it takes on what lower features show. */
  destinations?: readonly Destination<Actor>[];
  /** What it keeps of people, and how that is exported, merged into another record and erased. */
  personal?: Personal<Actor>;
  /** What it keeps for how long. */
  retention?: Retention<Actor>;
  /** What it writes into the audit record, in which words, and how much of it is shown. */
  audited?: Audited<Actor>;
  /** What somebody may do at all, by a name for `docs/roles.md`; what depends on a record is its policy's own. */
  abilities?: Readonly<Record<string, (actor: Actor) => boolean>>;
  /** Every kind of letter it sends. */
  letters?: readonly KindOfLetter[];
  /** Links of its letters that are made when these leave. */
  letterWays?: LetterWays;
  /** Letters it writes anew when HR asks for it. */
  lettersAgain?: LettersAgain<Actor>;
  /** The kinds of rounds that are its own. */
  roundKinds?: readonly RoundKind<Actor>[];
  /** What it puts into somebody's own calendar. */
  calendar?: CalendarEntries;
  /** What it opens to everyone, without an account. */
  openPages?: OpenPages;
  /** Addresses that take files. */
  uploads?: readonly UploadPath[];
  /** Where programs of others come in. */
  doors?: readonly ProgramDoor[];
  jobs?: Jobs;
  clock?: Clock;
  /** Adds what it shows in the demonstration, by its own operations, once the rounds of the sample are there. */
  sample?: (sample: Sample<Actor>) => Promise<void>;
};

/** What works on the queues that are the feature's, by their names. */
export type Jobs = { readonly [Name in QueueName]?: Job<JobPayloads[Name]> };

/** What features lend to those below them: whoever starts the work hands it in. */
export type Lent = { ways: LetterWays };

export type Job<Payload> = {
  work(platform: Platform, payload: Payload, lent: Lent): Promise<unknown>;
  /** How many jobs are taken at each look at the queue; left out, one. */
  batch?: number;
  /** How many of them are worked on at a time; left out, one. */
  atOnce?: number;
};

/**
 * What comes by the clock. Of each phase all features do theirs, from the ground up, before the next phase begins:
 * `settle` what was begun and perhaps lost, `act` on a date that has come, `remind` whoever is still asked for
 * something, `tidy` what has had its time.
 */
export const clockPhases = ["settle", "act", "remind", "tidy"] as const;
export type ClockPhase = (typeof clockPhases)[number];

/** Idempotent, and a transaction of its own or several: it may run at any time and twice at once. */
export type ClockStep = (platform: Platform, scope: OrganisationScope) => Promise<unknown>;

export type Clock = {
  /** By a name for the log, in the order in which they are done, each in an organisation that has something to do. */
  readonly [Phase in ClockPhase]?: Readonly<Record<string, ClockStep>>;
} & {
  /** Each time, once, for what belongs to no organisation. */
  everywhere?: (platform: Platform) => Promise<unknown>;
  /**
   * When the clock may ask an organisation for one of these steps although nobody changes anything; null when never.
   * Rather too early than too late. Left out only where every step follows an audited change (decision 33).
   */
  nextTime?: (tx: Tx, scope: OrganisationScope, now: Date) => Promise<Date | null>;
};

/** A feature's manifest, as it is. */
export function feature<Actor>(manifest: Feature<Actor>): Feature<Actor> {
  return manifest;
}

type Listed<Actor> = Readonly<Record<string, () => Promise<{ default: Feature<Actor> }>>>;

/** The manifests of a list of features, in its order, each with its feature's name. */
export function manifestsOf<Actor>(
  list: Listed<Actor>,
): Promise<(Feature<Actor> & { name: string })[]> {
  return Promise.all(
    Object.entries(list).map(async ([name, load]) => ({ ...(await load()).default, name })),
  );
}
