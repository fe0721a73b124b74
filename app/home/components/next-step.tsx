import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Task } from "~/platform/feature/for-home.ts";
import { NamedIcon } from "~/shell/named-icon.tsx";
import { ButtonLink } from "~/ui/button.tsx";
import { ArrowRightIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import { NextStepCard } from "~/ui/next-step-card.tsx";

/** The one thing to do first. */
export function FirstStep({ task: { line, detail, action, href } }: { task: Task }) {
  const { t } = useTranslation("home");
  return (
    <NextStepCard
      eyebrow={t("next")}
      title={line}
      why={detail}
      actions={
        <ButtonLink href={href} variant="primary" wide>
          {action}
          <ArrowRightIcon className="rtl:-scale-x-100" />
        </ButtonLink>
      }
    />
  );
}

/** What waits besides, beside the page. */
export function AlsoWaiting({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="grid gap-4">
      {tasks.map(({ id, line, detail, action, href }) => (
        <li key={id}>
          <p className="font-medium wrap-anywhere" dir="auto">
            {line}
          </p>
          {detail && (
            <p className="mt-0.5 text-sm text-ink-muted wrap-anywhere" dir="auto">
              {detail}
            </p>
          )}
          <p className="mt-1">
            <Link href={href}>{action}</Link>
          </p>
        </li>
      ))}
    </ul>
  );
}

type NextStepProps = {
  task: Task;
  /** The one thing to do first, where nothing waits for themselves. */
  first: boolean;
};

/** One of the things that somebody sees to for others: a line that says what, and one button. */
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
          {detail && (
            <p className="mt-0.5 text-ink-muted wrap-anywhere" dir="auto">
              {detail}
            </p>
          )}
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
    <section className="grid gap-3">
      <h2 className="font-serif text-2xl font-semibold tracking-tight">{title}</h2>
      <ul className="divide-y divide-line rounded-large border border-line bg-surface">
        {children}
      </ul>
    </section>
  );
}
