import type { HomePanel } from "~/platform/feature/for-home.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { CalendarIcon } from "~/ui/icons.tsx";

type Props = { panel: Extract<HomePanel, { kind: "work" }> };

/** What somebody works on: each behaviour, what they wrote that they will do, and its day. */
export function WorkPanel({ panel: { id, title, items, action, href } }: Props) {
  const labelled = id.replaceAll(" ", "-");
  return (
    <section aria-labelledby={labelled} className="grid gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-5 gap-y-2">
        <h2 id={labelled} className="font-serif text-2xl font-semibold tracking-tight">
          {title}
        </h2>
        <ButtonLink href={href} variant="quiet" size="small">
          {action}
        </ButtonLink>
      </div>
      <ol className="divide-y divide-line rounded-large border border-line bg-surface">
        {items.map(({ what, aside, written, due }) => (
          <li key={what} className="grid gap-1 px-5 py-5 sm:px-7">
            <h3 className="font-serif text-xl font-semibold">
              {what}
              <span className="ms-2 font-sans text-sm font-normal text-ink-muted">{aside}</span>
            </h3>
            <p className="max-w-reading break-words whitespace-pre-line text-ink-muted" dir="auto">
              {written}
            </p>
            <p className="mt-1 flex items-center gap-1.5 text-sm font-medium">
              <CalendarIcon className="size-4 text-ink-muted" />
              {due}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
