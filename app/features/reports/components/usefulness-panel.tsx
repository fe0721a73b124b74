import { useTranslation } from "react-i18next";
import { decimal } from "~/platform/i18n/format.ts";
import { Panel } from "~/ui/panel.tsx";
import { Progress } from "~/ui/progress.tsx";
import { type UsefulnessFigures, usefulnessRatings } from "../domain/usefulness-scale.ts";

/** How useful participants found a cycle, as far as it may be shown. */
export function UsefulnessPanel({ figures }: { figures: UsefulnessFigures | null }) {
  const { t } = useTranslation("usefulness");
  if (!figures)
    return (
      <Panel title={t("result.title")}>
        <p className="max-w-reading text-ink-muted">{t("result.few")}</p>
      </Panel>
    );
  const { n, mean, interval, counts } = figures;
  return (
    <Panel title={t("result.title")}>
      <p className="max-w-reading text-lg">
        {t("result.mean", {
          mean: decimal(mean, 1),
          low: decimal(interval.low, 1),
          high: decimal(interval.high, 1),
          count: n,
        })}
      </p>
      {counts ? (
        <ul className="grid max-w-form gap-3">
          {usefulnessRatings.map((rating, index) => (
            <li key={rating}>
              <Progress
                label={t(`result.ratings.${rating}`)}
                value={counts[index] ?? 0}
                max={n}
                text={t("result.people", { count: counts[index] ?? 0 })}
              />
            </li>
          ))}
        </ul>
      ) : (
        <p className="max-w-reading text-ink-muted">{t("result.noCounts")}</p>
      )}
      <p className="max-w-reading text-sm text-ink-muted">{t("result.steps")}</p>
    </Panel>
  );
}
