/** For how many days what the operator hands over may be used: a link for a first owner, and a code to make an organisation. */
export const DAYS_GOOD = 7;

export function goodUntil(now: Date): Date {
  return new Date(now.getTime() + DAYS_GOOD * 86_400_000);
}
