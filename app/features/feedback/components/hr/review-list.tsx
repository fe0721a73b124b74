import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PreviewLink } from "~/features/rounds/index.ts";
import { listed, whole, writtenDate } from "~/platform/i18n/format.ts";
import { DescriptionList } from "~/ui/description-list.tsx";
import { Link } from "~/ui/link.tsx";
import { Panel } from "~/ui/panel.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import { needsOthers } from "../../domain/cycle-kind.ts";
import type { SetupFacts } from "./setup-facts.ts";
import { type SetupStep, stepPath } from "./setup-steps.ts";

/** Everything that was set, at a glance, each with a way to change it. */
export function ReviewList({ facts }: { facts: SetupFacts }) {
  const { t } = useTranslation("feedback-hr");
  const { t: tSetup } = useTranslation("cycle-setup");
  const { cycle, instrument, counts, asked } = facts;
  const row = (key: string, step: SetupStep, value: ReactNode) =>
    line(t(`setup.review.${key}`), step, value);
  const further = (key: string, step: SetupStep, value: ReactNode) =>
    line(tSetup(`glance.${key}`), step, value);
  const line = (term: string, step: SetupStep, value: ReactNode) => {
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
          further("kind", "details", tSetup(`kind.${cycle.kind}.label`)),
          row(
            "instrument",
            "details",
            <>
              {instrument?.name}
              <span className="block text-sm">
                <PreviewLink roundId={cycle.id} />
              </span>
            </>,
          ),
          row(
            "participants",
            "participants",
            t("setup.review.participantsValue", { count: counts.participants }),
          ),
          row("raters", "raters", raters),
          row(
            "dates",
            "dates",
            cycle.closesOn ? writtenDate(cycle.closesOn) : t("setup.review.unset"),
          ),
          ...(needsOthers(cycle.kind)
            ? [
                row(
                  "nominate",
                  "dates",
                  cycle.nominateBy ? writtenDate(cycle.nominateBy) : t("setup.review.nominateNone"),
                ),
              ]
            : []),
          further(
            "reminders",
            "dates",
            cycle.reminderDays.length > 0
              ? tSetup("glance.remindersValue", {
                  days: listed(cycle.reminderDays.map(String)),
                  count: cycle.reminderDays.at(-1),
                })
              : tSetup("glance.noReminders"),
          ),
          further(
            "release",
            "dates",
            tSetup(`glance.released.${cycle.releaseMode}`, {
              date: cycle.releaseOn ? writtenDate(cycle.releaseOn) : t("setup.review.unset"),
            }),
          ),
          further("keeps", "dates", tSetup(`glance.keepsReports.${cycle.hrKeepsReports}`)),
          row("invitation", "invitation", facts.invitationSubject),
        ]}
      />
    </Panel>
  );
}
