import type { ReactNode } from "react";

export interface Pair {
  term: string;
  details: ReactNode;
}

/** Short facts in a narrow column: the name at the start of a line, the figure at its end. */
export function Pairs({ items }: { items: readonly Pair[] }) {
  return (
    <dl className="divide-y divide-line">
      {items.map(({ term, details }) => (
        <div key={term} className="flex items-baseline justify-between gap-x-4 py-2">
          <dt className="min-w-0 text-ink-muted">{term}</dt>
          <dd className="shrink-0 font-semibold tabular-nums">{details}</dd>
        </div>
      ))}
    </dl>
  );
}
