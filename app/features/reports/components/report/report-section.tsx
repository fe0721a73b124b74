import type { ReactNode } from "react";

type Props = { id: string; title: string; lead?: string; children: ReactNode };

/** One part of the report under its heading. */
export function ReportSection({ id, title, lead, children }: Props) {
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-4">
      <div>
        <h2 id={id} className="font-serif text-2xl font-semibold tracking-tight">
          {title}
        </h2>
        {lead && <p className="mt-1 max-w-reading text-ink-muted">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
