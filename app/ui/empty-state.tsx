import type { ReactNode } from "react";

export interface EmptyStateProps {
  /** What will be here. */
  title: string;
  /** Why it matters, in a sentence or two. */
  children: ReactNode;
  /** The button that starts it. */
  action?: ReactNode;
  /** A small picture; leave it out inside tables and cards. */
  picture?: ReactNode;
  /** Heading level that fits the page around it. */
  level?: 2 | 3;
}

/** Stands where something will be, and teaches how it gets there. */
export function EmptyState({ title, children, action, picture, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="flex flex-col items-start gap-2 rounded-large border border-dashed border-line-strong/60 bg-surface px-5 py-8 sm:px-8 sm:py-10">
      {picture && <div className="mb-2 text-ink-faint">{picture}</div>}
      <Heading className="text-lg font-semibold">{title}</Heading>
      <div className="max-w-reading text-ink-muted">{children}</div>
      {action && <div className="mt-4 flex flex-wrap gap-3">{action}</div>}
    </div>
  );
}
