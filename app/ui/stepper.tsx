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
          "text-sm",
          step.state === "current" ? "font-semibold" : "text-ink-muted max-sm:sr-only",
        )}
      >
        {step.label}
        {step.state === "done" && <span className="sr-only"> {t("stepper.done")}</span>}
      </span>
    </>
  );
}

/** The steps of a longer task, drawn by the server: done, at hand, to come. A phone names only the one at hand. */
export function Stepper({ steps, label }: { steps: readonly Step[]; label: string }) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap items-center gap-x-2 gap-y-2 sm:gap-x-3">
        {steps.map((step, index) => (
          <li
            key={step.label}
            aria-current={step.state === "current" ? "step" : undefined}
            className={cx(
              "flex items-center gap-2",
              index > 0 &&
                "before:h-px before:w-3 before:bg-line-strong sm:gap-3 sm:before:w-6 lg:before:w-8",
            )}
          >
            {step.href && step.state !== "current" ? (
              <BaseLink
                href={step.href}
                className="flex items-center gap-2 rounded-medium hover:underline pointer-coarse:min-h-11 pointer-coarse:min-w-11"
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
    </nav>
  );
}
