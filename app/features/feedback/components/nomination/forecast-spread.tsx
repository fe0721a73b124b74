import { useTranslation } from "react-i18next";
import { Panel } from "~/ui/panel.tsx";
import type { ForecastBasis, ForecastSpread as Spread } from "../../domain/reliability-forecast.ts";
import { BasisWords } from "./forecast-aside.tsx";

const kinds = ["enough", "fair", "first", "nobody"] as const;

/** Before a launch: for how many participants the result will be enough to rely on. */
export function ForecastSpread({ spread, basis }: { spread: Spread; basis: ForecastBasis }) {
  const { t } = useTranslation("nomination");
  return (
    <Panel title={t("forecast.spread.title")} lead={t("forecast.spread.lead")}>
      <ul className="grid gap-1">
        {kinds
          .filter((kind) => spread[kind] > 0)
          .map((kind) => (
            <li key={kind}>{t(`forecast.spread.${kind}`, { count: spread[kind] })}</li>
          ))}
      </ul>
      <p className="max-w-reading text-sm text-ink-muted">
        <BasisWords basis={basis} />
      </p>
    </Panel>
  );
}
