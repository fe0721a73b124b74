import { useTranslation } from "react-i18next";
import { BaseLink } from "./base-link.tsx";
import { cx } from "./cx.ts";
import { CheckIcon } from "./icons.tsx";

export interface Step {
  label: string;
  state: "done" | "current" | "todo";
  /** Steps that can be gone back to. */
  href?: string;
}

const circles = {
  done: "text-success-text max-sm:border max-sm:border-line-strong max-sm:bg-surface",
  current:
    "forced-color-adjust-none border border-accent-fill bg-accent-fill font-semibold text-on-accent",
  todo: "border border-line-strong bg-surface font-semibold text-ink-muted",
};

function StepBody({ step, number }: { step: Step; number: number }) {
  const { t } = useTranslation("ui");
  return (
    <>
      <span
        className={cx(
          "flex size-7 shrink-0 items-center justify-center rounded-full text-xs tabular-nums sm:size-5",
          circles[step.state],
        )}
      >
        {step.state === "done" ? <CheckIcon className="size-4.5" strokeWidth="2" /> : number}
      </span>
      <span className="text-sm max-sm:sr-only">
        {step.label}
        {step.state === "done" && <span className="sr-only"> {t("stepper.done")}</span>}
      </span>
    </>
  );
}

/**
 * The steps of a longer task, drawn by the server: done, at hand, to come. A phone shows them in one row and names only
 * the one at hand, below it.
 */
export function Stepper({ steps, label }: { steps: readonly Step[]; label: string }) {
  const { t } = useTranslation("ui");
  const current = steps.findIndex((step) => step.state === "current");
  return (
    <nav aria-label={label} className="sm:border-b sm:border-line">
      <ol className="flex max-sm:justify-between sm:-mb-px sm:flex-wrap sm:gap-x-5">
        {steps.map((step, index) => (
          <li key={step.label} aria-current={step.state === "current" ? "step" : undefined}>
            {step.href && step.state !== "current" ? (
              <BaseLink
                href={step.href}
                className="flex items-center gap-1.5 rounded-small text-ink-muted no-underline hover:text-ink max-sm:justify-center sm:border-b-2 sm:border-transparent sm:py-2.5 sm:hover:border-line-strong pointer-coarse:min-h-11 pointer-coarse:min-w-11"
              >
                <StepBody step={step} number={index + 1} />
              </BaseLink>
            ) : (
              <span
                className={cx(
                  "flex items-center gap-1.5 max-sm:justify-center sm:border-b-2 sm:py-2.5 pointer-coarse:min-h-11 pointer-coarse:min-w-11",
                  step.state === "current"
                    ? "font-semibold text-ink sm:border-accent-fill"
                    : "text-ink-muted sm:border-transparent",
                )}
              >
                <StepBody step={step} number={index + 1} />
              </span>
            )}
          </li>
        ))}
      </ol>
      {current >= 0 && (
        <p aria-hidden="true" className="mt-2 text-sm font-semibold sm:hidden">
          {t("stepper.place", {
            number: current + 1,
            count: steps.length,
            label: steps[current]?.label,
          })}
        </p>
      )}
    </nav>
  );
}
