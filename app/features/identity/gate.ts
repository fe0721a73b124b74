/** Lets work through a few at a time. */
export type Gate = {
  /** @returns what `work` gives, or null, without doing it, when too many wait already. */
  run<Result>(work: () => Promise<Result>): Promise<Result | null>;
};

export function createGate({ atOnce, waiting }: { atOnce: number; waiting: number }): Gate {
  let inside = 0;
  const queue: (() => void)[] = [];
  return {
    async run(work) {
      if (inside >= atOnce) {
        if (queue.length >= waiting) return null;
        // Whoever leaves hands over the place, so that nobody slips in between.
        await new Promise<void>((enter) => queue.push(enter));
      } else inside += 1;
      try {
        return await work();
      } finally {
        const next = queue.shift();
        if (next) next();
        else inside -= 1;
      }
    },
  };
}
