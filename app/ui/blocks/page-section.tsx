import type { ReactNode } from "react";
import type { Section } from "~/platform/blocks/block.ts";
import type { Chart } from "../charts/chart.ts";
import { RaisedCard } from "../raised-card.tsx";
import { BlocksOnPage } from "./blocks.tsx";

type Props = { id: string; title: string; lead?: string | undefined; children: ReactNode };

/** One part of a report under its heading. */
export function PageSection({ id, title, lead, children }: Props) {
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-4 print:block print:*:mb-4">
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

/** The part to read before anything else: the page's one raised card, its title small over what it says. */
export function RaisedSection({
  section: { id, title, lead, blocks },
}: {
  section: Section<Chart>;
}) {
  return (
    <RaisedCard labelledBy={id}>
      <h2 id={id} className="mb-2.5 text-sm font-semibold text-ink-muted">
        {title}
      </h2>
      {lead && <p className="mb-3 max-w-reading text-ink-muted">{lead}</p>}
      <BlocksOnPage blocks={blocks} />
    </RaisedCard>
  );
}

/** A part of a report on a page, of blocks alone. */
export function SectionOnPage({ section }: { section: Section<Chart> | null }) {
  if (!section) return null;
  const { blocks, ...head } = section;
  return (
    <PageSection {...head}>
      <BlocksOnPage blocks={blocks} />
    </PageSection>
  );
}
