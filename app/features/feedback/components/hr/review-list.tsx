import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { whole, writtenDate } from "~/platform/i18n/format.ts";
import { DescriptionList } from "~/ui/description-list.tsx";
import { Link } from "~/ui/link.tsx";
import { Panel } from "~/ui/panel.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { SetupFacts } from "./setup-facts.ts";
import { type SetupStep, stepPath } from "./setup-steps.ts";

/** Everything that was set, at a glance, each with a way to change it. */
export function ReviewList({ facts }: { facts: SetupFacts }) {
  const { t } = useTranslation("feedback-hr");
  const { cycle, instrument, participants, asked } = facts;
  const row = (key: string, step: SetupStep, value: ReactNode) => {
    const term = t(`setup.review.${key}`);
    return {
      term,
      details: (
        <span className="flex items-baseline justify-between gap-x-4">
          <span className="min-w-0 wrap-anywhere" dir="auto">
            {value}
          </span>
          <Link href={stepPath(cycle.id, step)} className="shrink-0">
            <span aria-hidden="true">{t("setup.change")}</span>
            <VisuallyHidden>{t("setup.review.changeItem", { item: term })}</VisuallyHidden>
          </Link>
        </span>
      ),
    };
  };
  const raters = t("setup.review.ratersValue", {
    count: asked.people,
    requests: whole(asked.requests),
  });
  return (
    <Panel title={t("setup.review.glance")}>
      <DescriptionList
        items={[
          row("name", "details", cycle.name),
          row("instrument", "details", instrument?.name),
          row(
            "participants",
            "participants",
            t("setup.review.participantsValue", { count: participants }),
          ),
          row("raters", "raters", raters),
          row(
            "dates",
            "dates",
            cycle.closesOn ? writtenDate(cycle.closesOn) : t("setup.review.unset"),
          ),
          row(
            "nominate",
            "dates",
            cycle.nominateBy ? writtenDate(cycle.nominateBy) : t("setup.review.nominateNone"),
          ),
          row("invitation", "invitation", facts.preview.subject),
        ]}
      />
    </Panel>
  );
}
