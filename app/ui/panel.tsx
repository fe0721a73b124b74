import { type ReactNode, useId } from "react";

export interface PanelProps {
  title?: ReactNode;
  /** Heading level that fits the page around it. */
  level?: 2 | 3;
  lead?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}

/** A sheet of paper on the page: one subject, quietly bordered. */
export function Panel({ title, level = 2, lead, action, children }: PanelProps) {
  const id = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className="flex min-w-0 flex-col gap-4 rounded-large border border-line bg-surface p-5 sm:p-6"
    >
      {(title || action) && (
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div className="min-w-0">
            {title && (
              <Heading id={id} className="text-lg font-semibold">
                {title}
              </Heading>
            )}
            {lead && <p className="mt-0.5 max-w-reading text-ink-muted">{lead}</p>}
          </div>
          {action}
        </div>
      )}
      {children}
    </section>
  );
}
