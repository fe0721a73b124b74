import type { ComponentProps, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useOutletContext } from "react-router";
import { ButtonLink } from "~/ui/button.tsx";
import { Link } from "~/ui/link.tsx";
import { SaveBar } from "~/ui/save-bar.tsx";
import { WithAside } from "~/ui/with-aside.tsx";
import type { SetupFacts } from "./setup-facts.ts";
import { SetupHead } from "./setup-head.tsx";
import { type SetupStep, stepAfter, stepBefore, stepPath } from "./setup-steps.ts";

type Props = {
  step: SetupStep;
  title?: string;
  lead?: string;
  /** What helps with the step: beside it, or below where there is no room. */
  aside?: ReactNode;
  size?: ComponentProps<typeof WithAside>["size"];
  /** Takes the whole width, below both. */
  below?: ReactNode;
  children: ReactNode;
};

/** One step: its question, a word on it, what there is to do, and what helps with that. */
export function StepSection({ step, title, lead, aside, size, below, children }: Props) {
  const { t } = useTranslation("feedback-hr");
  const { t: beside } = useTranslation("setup-aside");
  const facts = useOutletContext<SetupFacts>();
  const work = <div className="grid grid-cols-1 gap-6">{children}</div>;
  return (
    <>
      <SetupHead
        step={step}
        facts={facts}
        title={title ?? t(`setup.${step}.title`)}
        lead={lead ?? t(`setup.${step}.lead`)}
      />
      {aside ? (
        <WithAside label={beside("label")} aside={aside} {...(size && { size })}>
          {work}
        </WithAside>
      ) : (
        work
      )}
      {below && <div className="mt-10 grid grid-cols-1 gap-6">{below}</div>}
    </>
  );
}

type StepFooterProps = {
  step: SetupStep;
  cycleId: string;
  /** What is typed and not saved, where the step has a form of its own. */
  draft?: ComponentProps<typeof SaveBar>["draft"];
  /** Shares its line with something else, so a phone has no room for the way back. */
  narrow?: boolean;
  children?: ReactNode;
};

/** The way on and the way back. Without children a link leads on, because there is nothing to save. */
export function StepFooter({ step, cycleId, draft, narrow, children }: StepFooterProps) {
  const { t } = useTranslation("feedback-hr");
  const before = stepBefore(step);
  const ways = (
    <>
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
    </>
  );
  if (draft) return <SaveBar draft={draft}>{ways}</SaveBar>;
  return <div className="flex flex-wrap items-center gap-x-5 gap-y-3">{ways}</div>;
}
