import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Stepper } from "~/ui/stepper.tsx";
import { CycleNotice } from "./cycle-notice.tsx";
import { cyclePath } from "./notices.ts";
import type { SetupFacts } from "./setup-facts.ts";
import { isDone, type SetupStep, setupSteps, stepPath } from "./setup-steps.ts";
import { StateBadge } from "./state-badge.tsx";

type Props = { step: SetupStep; facts: SetupFacts; title: string; lead: string };

/** The head of every step: of which round, what it asks, and how far the others are. */
export function SetupHead({ step, facts, title, lead }: Props) {
  const { t } = useTranslation(["feedback-hr", "cycle-over"]);
  const { cycle, word } = facts;
  const draft = cycle.state === "draft";
  return (
    <>
      <PageTitle>{`${title} · ${cycle.name}`}</PageTitle>
      <PageHeader
        breadcrumbs={[
          { label: t("cycles.title"), href: "/cycles" },
          {
            label: cycle.name,
            href: draft ? stepPath(cycle.id, "details") : cyclePath(cycle.id),
          },
        ]}
        title={title}
        lead={lead}
        status={<StateBadge state={cycle.state} />}
        action={
          draft && (
            <ButtonLink variant="quiet" size="small" href={`/cycles/${cycle.id}/delete`}>
              {t("delete.link", { ns: "cycle-over" })}
            </ButtonLink>
          )
        }
      />
      <div className="pb-8">
        <Stepper
          label={t("setup.label")}
          steps={setupSteps.map((each) => ({
            label: t(`setup.steps.${each}`),
            state: each === step ? "current" : isDone(each, facts) ? "done" : "todo",
            href: stepPath(cycle.id, each),
          }))}
        />
      </div>
      <CycleNotice {...word} />
    </>
  );
}
