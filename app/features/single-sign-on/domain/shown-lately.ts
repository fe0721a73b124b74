/** Milliseconds since somebody showed their provider who they are, where that is asked, with clocks a minute apart. */
const LATELY = 360_000;

/**
 * Whether somebody showed their provider who they are a moment ago. Not where it does not say when: it may have let
 * them through by what it remembered of this morning.
 */
export function isShownLately(shownAt: Date | null, now: Date): boolean {
  return shownAt !== null && now.getTime() - shownAt.getTime() <= LATELY;
}
