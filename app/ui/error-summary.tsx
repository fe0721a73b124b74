import { type MouseEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { AlertIcon } from "./icons.tsx";

export interface FieldProblem {
  /** Id of the control to go to; left out when the problem belongs to no field. */
  field?: string;
  message: string;
}

export interface ErrorSummaryProps {
  problems: readonly FieldProblem[];
  title?: string;
}

/**
 * What has to be put right, on top of the form; each line leads to its field. Takes the focus when it
 * appears, so that nobody misses it. Renders nothing without problems.
 */
export function ErrorSummary({ problems, title }: ErrorSummaryProps) {
  const { t } = useTranslation("ui");
  const box = useRef<HTMLDivElement>(null);
  const said = problems.map((problem) => problem.message).join("\n");
  useEffect(() => {
    if (said) box.current?.focus();
  }, [said]);
  if (problems.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby="error-summary-title"
      className="max-w-reading rounded-large border-2 border-danger-fill bg-surface p-5"
    >
      <h2 id="error-summary-title" className="flex items-center gap-2 text-lg font-semibold">
        <AlertIcon className="text-danger-text" />
        {title ?? t("errorSummary.title")}
      </h2>
      <ul className="mt-3 flex flex-col gap-2">
        {problems.map(({ field, message }) => (
          <li key={`${field ?? ""} ${message}`} className="font-medium text-danger-text">
            {field ? (
              <a
                className="rounded-small underline underline-offset-[0.2em]"
                href={`#${field}`}
                onClick={(event) => goTo(event, field)}
              >
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/**
 * By hand: the router takes a change of the fragment for a new page, and would drop the answer that holds the problems.
 */
function goTo(event: MouseEvent, field: string): void {
  const control = document.getElementById(field);
  if (!control) return;
  event.preventDefault();
  control.focus();
  control.scrollIntoView({ block: "center" });
}
