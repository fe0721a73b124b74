import { type ReactNode, useId } from "react";
import { cx } from "./cx.ts";

const STAYS =
  "beside:sticky beside:top-9 beside:-m-1 beside:max-h-[calc(100dvh-4rem)] beside:overflow-y-auto beside:p-1";

/** How much room there is for what stands beside, and whether it stays in sight. */
const sizes = {
  contents: { columns: "beside:grid-cols-[minmax(0,1fr)_var(--contents-size)]", place: STAYS },
  help: { columns: "beside:grid-cols-[minmax(0,1fr)_var(--aside-size)]", place: STAYS },
  // A table needs the room first.
  "help-for-table": {
    columns: "beside-table:grid-cols-[minmax(0,1fr)_var(--aside-size)]",
    place: "beside-table:sticky beside-table:top-9",
  },
  // Longer than a screen, so it moves with the page.
  preview: { columns: "beside:grid-cols-[minmax(0,1fr)_var(--preview-size)]", place: undefined },
};

export interface WithAsideProps {
  /** Of what stands beside, for those who hear the page. */
  label: string;
  aside: ReactNode;
  size?: keyof typeof sizes;
  children: ReactNode;
}

/** A page with what helps with it beside it; where there is no room, below it. */
export function WithAside({ label, aside, size = "help", children }: WithAsideProps) {
  const { columns, place } = sizes[size];
  return (
    <div className={cx("grid grid-cols-1 items-start gap-12 print:block", columns)}>
      <div className="min-w-0">{children}</div>
      <aside
        aria-label={label}
        // What scrolls must be reachable by keyboard.
        tabIndex={place === STAYS ? 0 : undefined}
        className={cx("print:hidden", place)}
      >
        <div className="grid grid-cols-1 divide-y divide-line *:py-5 *:first:pt-0 *:last:pb-0">
          {aside}
        </div>
      </aside>
    </div>
  );
}

/** One thing beside a page, under a small heading. */
export function AsidePart({
  title,
  icon,
  children,
}: {
  title: ReactNode;
  icon?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 flex items-center gap-1.5 font-semibold [&_svg]:size-4">
        {icon}
        {title}
      </h2>
      {children}
    </section>
  );
}
