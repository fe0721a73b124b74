import type { Platform } from "../platform.server.ts";

/** An organisation that is made up and the same every time, for a feature to add what it shows in the demonstration. */
export type Sample<Actor> = {
  /** Whoever administers it. */
  admin: Actor;
  /** Those whom the terminal names to look around as: what is theirs to begin is left to whoever does. */
  lookAround: readonly string[];
  /** One of its people, by the number in its own directory. */
  personId(employeeId: string): string;
  /** The platform so many days from today, below 0 in the past, for what was done then. */
  on(days: number): Platform;
};
