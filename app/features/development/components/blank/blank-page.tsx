import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";

/** A page to be printed and written on by hand: for everybody, without an account. */
export function BlankPage({
  title,
  lead,
  children,
}: {
  title: string;
  lead: string;
  children: ReactNode;
}) {
  const { t } = useTranslation("blank");
  return (
    <PlainShell>
      <PageTitle>{title}</PageTitle>
      <PageHeader title={title} lead={lead} />
      <p className="mb-8 max-w-reading text-ink-muted print:hidden">{t("print")}</p>
      <div className="grid gap-8">
        <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2 print:grid-cols-2">
          <ToFill label={t("name")} />
          <ToFill label={t("since")} />
        </div>
        {children}
      </div>
    </PlainShell>
  );
}

/** A line to write on, and under it what belongs there. */
export function ToFill({ label }: { label: string }) {
  return (
    <p className="grid gap-1">
      <span className="h-9 border-b border-line-strong" />
      <span className="text-sm text-ink-muted">{label}</span>
    </p>
  );
}

/** A heading, what is meant by it, and lines to write on. */
export function Lines({
  title,
  hint,
  count,
  level = 2,
}: {
  title: string;
  hint?: string;
  count: number;
  level?: 2 | 3;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="grid gap-1" data-print="together">
      <Heading className={level === 2 ? "font-serif text-xl font-semibold" : "font-semibold"}>
        {title}
      </Heading>
      {hint && <p className="text-sm text-ink-muted">{hint}</p>}
      <div aria-hidden="true">
        {Array.from({ length: count }, (_, at) => (
          <div key={at} className="h-9 border-b border-line-strong" />
        ))}
      </div>
    </section>
  );
}
