import type { ReactNode } from "react";

export interface Description {
  term: string;
  details: ReactNode;
}

/** Facts about one thing, name beside value. */
export function DescriptionList({ items }: { items: readonly Description[] }) {
  return (
    <dl>
      {items.map(({ term, details }) => (
        <div
          key={term}
          className="grid gap-x-6 border-b border-line py-2.5 first:pt-0 last:border-b-0 last:pb-0 sm:grid-cols-[12rem_minmax(0,1fr)]"
        >
          <dt className="text-ink-muted">{term}</dt>
          <dd className="min-w-0">{details}</dd>
        </div>
      ))}
    </dl>
  );
}
