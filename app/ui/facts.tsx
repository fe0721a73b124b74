import type { Description } from "./description-list.tsx";

/** Facts in a narrow column, each value on lines of its own. */
export function Facts({ items }: { items: readonly Description[] }) {
  return (
    <dl className="grid gap-3">
      {items.map(({ term, details }) => (
        <div key={term} className="min-w-0">
          <dt className="text-sm font-medium">{term}</dt>
          <dd className="text-ink-muted wrap-anywhere">{details}</dd>
        </div>
      ))}
    </dl>
  );
}
