/** How many may be at work at once, how many more may wait, and how long each of these waits, in milliseconds. */
export type TurnLimits = { atOnce: number; waiting: number; patience: number };

type Waiting = { owner: string; start(release: (() => void) | null): void };

/**
 * Lets so many work at once, in the order they came. No owner takes every place to work, nor more than half of those to
 * wait: whoever brings many slow files waits for itself.
 * @returns a function that resolves to the one that ends a turn, or to null when too many wait or the wait was too
 * long.
 */
export function createTurns({ atOnce, waiting: mostWaiting, patience }: TurnLimits) {
  const mostOfOne = Math.max(1, atOnce - 1);
  const mostWaitingOfOne = Math.ceil(mostWaiting / 2);
  const working = new Map<string, number>();
  const waiting: Waiting[] = [];
  let count = 0;

  const mayStart = (owner: string) => count < atOnce && (working.get(owner) ?? 0) < mostOfOne;

  function mayWait(owner: string): boolean {
    const own = waiting.filter((turn) => turn.owner === owner).length;
    return waiting.length < mostWaiting && own < mostWaitingOfOne;
  }

  function begin(owner: string): () => void {
    count += 1;
    working.set(owner, (working.get(owner) ?? 0) + 1);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      count -= 1;
      const left = (working.get(owner) ?? 1) - 1;
      if (left > 0) working.set(owner, left);
      else working.delete(owner);
      startNext();
    };
  }

  function startNext(): void {
    const next = waiting.findIndex(({ owner }) => mayStart(owner));
    const [turn] = next < 0 ? [] : waiting.splice(next, 1);
    turn?.start(begin(turn.owner));
  }

  return function take(owner: string): Promise<(() => void) | null> {
    if (mayStart(owner)) return Promise.resolve(begin(owner));
    if (!mayWait(owner)) return Promise.resolve(null);
    return new Promise((resolve) => {
      const turn: Waiting = {
        owner,
        start: (release) => {
          clearTimeout(timer);
          resolve(release);
        },
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(turn), 1);
        resolve(null);
      }, patience);
      waiting.push(turn);
    });
  };
}
