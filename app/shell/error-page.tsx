import type { ReactNode } from "react";

export interface ErrorPageProps {
  title: string;
  /** What happened and what was kept, in plain words. */
  message: ReactNode;
  /** Ways on: one or two buttons or links. */
  actions?: ReactNode;
  /** Something to quote when asking for help, such as a request id, already worded. */
  reference?: ReactNode;
}

/** Says what went wrong and how to go on. Stands inside either shell. */
export function ErrorPage({ title, message, actions, reference }: ErrorPageProps) {
  return (
    <div className="flex max-w-reading flex-col items-start gap-4 py-4 sm:py-10">
      <h1 className="font-serif text-2xl font-semibold tracking-tight sm:text-3xl">{title}</h1>
      <div className="text-lg text-ink-muted">{message}</div>
      {actions && <div className="mt-2 flex flex-wrap gap-3">{actions}</div>}
      {reference && (
        <p className="mt-6 w-full border-t border-line pt-4 text-sm text-ink-faint">{reference}</p>
      )}
    </div>
  );
}
