import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button.tsx";
import { Link } from "~/ui/link.tsx";
import { type SetupStep, stepAfter, stepBefore, stepPath } from "./setup-steps.ts";

type Props = { step: SetupStep; cycle: string; lead?: string; children: ReactNode };

/** One step: its question, a word on it, and what there is to do. */
export function StepSection({ step, cycle, lead, children }: Props) {
  const { t } = useTranslation("feedback-hr");
  return (
    <section className="grid grid-cols-1 gap-6">
      <title>{`${t(`setup.steps.${step}`)} · ${cycle}`}</title>
      <div>
        <h2 className="font-serif text-xl font-semibold">{t(`setup.${step}.title`)}</h2>
        <p className="mt-1 max-w-reading text-ink-muted">{lead ?? t(`setup.${step}.lead`)}</p>
      </div>
      {children}
    </section>
  );
}

type StepFooterProps = {
  step: SetupStep;
  cycleId: string;
  /** Shares its line with something else, so a phone has no room for the way back. */
  narrow?: boolean;
  children?: ReactNode;
};

/** The way on and the way back. Without children a link leads on, because there is nothing to save. */
export function StepFooter({ step, cycleId, narrow, children }: StepFooterProps) {
  const { t } = useTranslation("feedback-hr");
  const before = stepBefore(step);
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
      {children ?? (
        <ButtonLink variant="primary" href={stepPath(cycleId, stepAfter(step))}>
          {t("setup.onward")}
        </ButtonLink>
      )}
      {before && (
        <Link
          tone="muted"
          href={stepPath(cycleId, before)}
          className={narrow ? "max-sm:hidden" : undefined}
        >
          {t("setup.back")}
        </Link>
      )}
    </div>
  );
}
