import { useTranslation } from "react-i18next";
import { listed } from "~/platform/i18n/format.ts";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { RatersStep } from "../../setup/raters-step.server.ts";
import type { SetupFacts } from "./setup-facts.ts";
import { stepPath } from "./setup-steps.ts";

type Props = { facts: SetupFacts; alone: RatersStep["alone"] };

/** What should be looked at in the lists of raters, the most pressing first. */
export function RatersNotices({ facts, alone }: Props) {
  const { t } = useTranslation("cycle-setup");
  const { t: inCycles } = useTranslation("feedback-hr");
  const { cycle, counts, asked, minimum } = facts;
  const { requestCap } = cycle.rules;
  const others = alone.count - alone.names.length;
  const names =
    others > 0 ? [...alone.names, t("raters.andOthers", { count: others })] : alone.names;
  return (
    <>
      {alone.count > 0 && (
        <Notice tone="danger" title={inCycles("setup.raters.nobody", { count: alone.count })}>
          {inCycles("setup.raters.nobodyBody", { names: listed(names) })}
        </Notice>
      )}
      {asked.overCap > 0 && (
        <Notice
          tone="danger"
          title={t("raters.overCap", { count: asked.overCap, cap: requestCap })}
        >
          <Link href={`${stepPath(cycle.id, "review")}/dry-run?kind=invitation`}>
            {t("raters.overCapBody")}
          </Link>
        </Notice>
      )}
      {counts.belowMinimum > 0 && (
        <Notice title={t("raters.below", { count: counts.belowMinimum })}>
          {t("raters.belowBody")}
        </Notice>
      )}
      {counts.aboveMaximum > 0 && (
        <Notice title={t("raters.above", { count: counts.aboveMaximum })}>
          {t("raters.aboveBody")}
        </Notice>
      )}
      {counts.withSmallGroups > 0 && (
        <Notice title={inCycles("setup.raters.small", { count: counts.withSmallGroups })}>
          {inCycles("setup.raters.smallBody", {
            minimum: minimum.usual,
            shaped: minimum.shaped,
          })}
        </Notice>
      )}
      {asked.askedOften > 0 && (
        <Notice title={t("raters.often", { count: asked.askedOften })}>
          {t("raters.oftenBody")}
        </Notice>
      )}
    </>
  );
}
