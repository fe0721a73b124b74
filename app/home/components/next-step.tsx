import type { ReactNode } from "react";
import type { Task } from "~/platform/feature/for-home.ts";
import { NamedIcon } from "~/shell/named-icon.tsx";
import { ButtonLink } from "~/ui/button.tsx";

export type NextStepProps = {
  task: Task;
  /** The one thing to do first. */
  first: boolean;
};

/** One thing that waits: a line that says what, and one button. */
export function NextStep({ task: { line, detail, action, href, icon }, first }: NextStepProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 px-4 py-4 sm:px-5">
      <div className="flex min-w-0 flex-1 basis-72 gap-3.5">
        <span className="mt-0.5 text-accent">
          <NamedIcon name={icon} />
        </span>
        <div className="min-w-0">
          <h3 className="font-semibold wrap-anywhere" dir="auto">
            {line}
          </h3>
          {detail && <p className="mt-0.5 text-ink-muted">{detail}</p>}
        </div>
      </div>
      <ButtonLink href={href} variant={first ? "primary" : "secondary"} wide>
        {action}
      </ButtonLink>
    </li>
  );
}

/** Steps under a heading, in one sheet. */
export function NextSteps({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid max-w-224 gap-3">
      <h2 className="text-lg font-semibold">{title}</h2>
      <ul className="divide-y divide-line rounded-large border border-line bg-surface">
        {children}
      </ul>
    </section>
  );
}
