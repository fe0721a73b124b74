import type { Tx } from "../db/database.server.ts";
import type { Platform } from "../platform.server.ts";
import type { IconName } from "./icon-name.ts";

/** A place in the navigation of every page of someone signed in. */
export type Place<Actor> = {
  /** Where it is; what lies below it belongs to it. */
  href: string;
  /** Its name: a text with its namespace, such as "people:place". */
  label: string;
  icon: IconName;
  /** Where it stands among all places of its sort, the lowest first. A phone's bar shows the first four. */
  at: number;
  /** Rarely used, such as settings. */
  secondary?: boolean;
  shownTo(actor: Actor): boolean;
  /** How much there waits for whoever asks; in the transaction it is given, as tasks are. */
  waiting?(platform: Platform, tx: Tx, actor: Actor): Promise<number>;
};
