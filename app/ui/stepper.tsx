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
  done: "border-accent-fill bg-accent-soft text-accent",
  current: "forced-color-adjust-none border-accent-fill bg-accent-fill text-on-accent",
  todo: "border-line-strong bg-surface text-ink-muted",
};

function StepBody({ step, number }: { step: Step; number: number }) {
  const { t } = useTranslation("ui");
  return (
    <>
      <span
        className={cx(
          "flex size-7 shrink-0 items-center justify-center rounded-full border text-sm font-semibold tabular-nums",
          circles[step.state],
        )}
      >
        {step.state === "done" ? <CheckIcon className="size-4" strokeWidth="2" /> : number}
      </span>
      <span
        className={cx(
          "text-sm max-sm:sr-only",
          step.state === "current" ? "font-semibold" : "text-ink-muted",
        )}
      >
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
    <nav aria-label={label}>
      <ol className="flex items-center gap-x-3 gap-y-2 max-sm:justify-between max-sm:gap-x-0 sm:flex-wrap">
        {steps.map((step, index) => (
          <li
            key={step.label}
            aria-current={step.state === "current" ? "step" : undefined}
            className={cx(
              "flex items-center gap-3",
              index > 0 &&
                "before:h-px before:w-6 before:bg-line-strong max-sm:before:hidden lg:before:w-8",
            )}
          >
            {step.href && step.state !== "current" ? (
              <BaseLink
                href={step.href}
                className="flex items-center gap-2 rounded-medium hover:underline max-sm:justify-center pointer-coarse:min-h-11 pointer-coarse:min-w-11"
              >
                <StepBody step={step} number={index + 1} />
              </BaseLink>
            ) : (
              <span className="flex items-center gap-2">
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
