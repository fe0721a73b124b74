import type { ReactNode } from "react";

export interface SectionProps {
  id: string;
  title: string;
  children: ReactNode;
}

/** A family of primitives. */
export function Section({ id, title, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="flex flex-col gap-8 pt-12">
      <h2
        id={`${id}-title`}
        className="border-b border-line pb-2 font-serif text-2xl font-semibold tracking-tight"
      >
        {title}
      </h2>
      {children}
    </section>
  );
}

/** One state of one primitive, with its name. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <p className="text-sm font-medium text-ink-faint">{name}</p>
      {children}
    </div>
  );
}

/** Specimens side by side. */
export function Shelf({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-start gap-3">{children}</div>;
}
