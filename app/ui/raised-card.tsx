import type { ReactNode } from "react";

const edges = {
  both: "bg-linear-to-r from-managing-fill from-50% to-leading-fill to-50%",
  managing: "bg-managing-fill",
  leading: "bg-leading-fill",
};

export interface RaisedCardProps {
  /** The heading that names it. */
  labelledBy: string;
  /** The hat that its upper edge carries. */
  edge?: keyof typeof edges;
  children: ReactNode;
}

/** The one raised thing of a page: what to read or do before anything else. */
export function RaisedCard({ labelledBy, edge = "both", children }: RaisedCardProps) {
  return (
    <section
      aria-labelledby={labelledBy}
      data-print="together"
      className="relative min-w-0 overflow-hidden rounded-card border border-line bg-surface px-5 pt-6 pb-5 shadow-raised sm:p-8"
    >
      <div className={`absolute inset-x-0 top-0 h-1 ${edges[edge]}`} />
      {children}
    </section>
  );
}
