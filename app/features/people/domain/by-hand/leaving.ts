/** What a day on which somebody leaves means: they are out from now on, or the clock sees to it. Calendar dates. */
export type Leaving = { when: "now"; since: string } | { when: "later"; on: string };

/** From `day` on somebody is inactive: at once where that day has come, otherwise when it comes. */
export function leavingOn(day: string, today: string): Leaving {
  return day <= today ? { when: "now", since: day } : { when: "later", on: day };
}

/** Someone of an organisation whose day to leave has come. */
export type Due = { id: string; owns: boolean };

/**
 * Who leaves now of those whose day has come. Where no owner would be left, those who are stay until somebody
 * else is: nobody could decide about access again.
 */
export function leavingNow<Each extends Due>(due: readonly Each[], othersOwn: boolean): Each[] {
  return due.filter(({ owns }) => othersOwn || !owns);
}
