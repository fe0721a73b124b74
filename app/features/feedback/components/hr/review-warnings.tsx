import { useTranslation } from "react-i18next";
import { listed } from "~/platform/i18n/format.ts";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { LaunchObstacle } from "../../domain/cycle-setup.ts";
import type { SetupFacts } from "./setup-facts.ts";
import { type SetupStep, stepPath } from "./setup-steps.ts";

const stepOf: Record<LaunchObstacle, SetupStep> = {
  "no-participants": "participants",
  "no-raters": "raters",
  "only-self": "raters",
  "no-dates": "dates",
  "closes-in-the-past": "dates",
};

/** What stands in the way of launching, and what should be looked at before. Each leads to its step. */
export function ReviewWarnings({ facts }: { facts: SetupFacts }) {
  const { t } = useTranslation("feedback-hr");
  const { cycle, obstacles, unknownPlaceholders, withSmallGroups, minimum, asked } = facts;
  return (
    <>
      {obstacles.length > 0 && (
        <Notice tone="danger" title={t("setup.review.missing")}>
          <ul className="grid gap-1">
            {obstacles.map((obstacle) => (
              <li key={obstacle}>
                <Link href={stepPath(cycle.id, stepOf[obstacle])}>
                  {t(`setup.review.obstacles.${obstacle}`)}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {unknownPlaceholders.length > 0 && (
        <Notice tone="danger">
          <Link href={stepPath(cycle.id, "invitation")}>
            {t("setup.review.unknown", {
              names: listed(unknownPlaceholders.map((name) => `{{${name}}}`)),
            })}
          </Link>
        </Notice>
      )}
      {withSmallGroups > 0 && (
        <Notice>
          <Link href={stepPath(cycle.id, "raters")}>
            {t("setup.raters.small", { count: withSmallGroups })}
          </Link>
          {": "}
          {t("setup.review.small", { minimum })}
        </Notice>
      )}
      {asked.unreachable.length > 0 && (
        <Notice>
          <Disclosure summary={t("setup.review.unreachable", { count: asked.unreachable.length })}>
            {listed(asked.unreachable)}
          </Disclosure>
        </Notice>
      )}
    </>
  );
}
