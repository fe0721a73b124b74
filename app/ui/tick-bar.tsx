import { type ReactNode, useId } from "react";

export interface TickBarProps {
  title: string;
  /** What comes of it; left out where the bar stays in sight of a phone. */
  lead: ReactNode;
  /** The form to which the ticks belong. */
  children: ReactNode;
}

/** Below a list with ticks: what to do with those ticked. As soon as one is, it stays in sight. */
export function TickBar({ title, lead, children }: TickBarProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="mt-6 rounded-large border border-line bg-surface p-5 max-sm:ticked:p-3 ticked:sticky ticked:bottom-0 ticked:z-20 ticked:rounded-b-none ticked:border-line-strong ticked:shadow-raised max-lg:ticked:bottom-(--bar-size) print:hidden"
    >
      <h2 id={id} className="text-lg font-semibold max-sm:ticked:sr-only">
        {title}
      </h2>
      <p className="mt-0.5 mb-4 max-w-reading text-ink-muted max-sm:ticked:hidden">{lead}</p>
      {children}
    </section>
  );
}
