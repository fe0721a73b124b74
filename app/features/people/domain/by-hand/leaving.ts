/** What a day on which somebody leaves means: they are out from now on, or the clock sees to it. Calendar dates. */
export type Leaving = { when: "now"; since: string } | { when: "later"; on: string };

/** From `day` on somebody is inactive: at once where that day has come, otherwise when it comes. */
export function leavingOn(day: string, today: string): Leaving {
  return day <= today ? { when: "now", since: day } : { when: "later", on: day };
}

/** Someone of an organisation whose day to leave has come. */
export type Due = { id: string; administers: boolean };

/**
 * Who leaves now of those whose day has come. Where nobody would be left who administers, those who do stay until
 * somebody else does: nobody could let anyone in again.
 */
export function leavingNow<Each extends Due>(
  due: readonly Each[],
  othersAdminister: boolean,
): Each[] {
  return due.filter(({ administers }) => othersAdminister || !administers);
}
