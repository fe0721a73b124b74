import { useTranslation } from "react-i18next";
import { decimal, whole } from "~/platform/i18n/format.ts";
import { AsidePart } from "~/ui/with-aside.tsx";
import type { Forecast, ForecastBasis, GroupForecast } from "../../domain/reliability-forecast.ts";

/** How reliable a report from this list would be, group by group, and where that is known from. */
export function ForecastAside({ forecast, basis }: { forecast: Forecast; basis: ForecastBasis }) {
  const { t } = useTranslation("nomination");
  const { groups, all, needed } = forecast;
  const rows = all && groups.length > 1 ? [...groups, all] : groups;
  return (
    <AsidePart title={t("forecast.title")}>
      {rows.length > 0 && (
        <>
          <p className="text-ink-muted">{t("forecast.lead")}</p>
          <ul className="my-3 grid divide-y divide-line border-y border-line">
            {rows.map((row) => (
              <ForecastRow key={row.group} row={row} />
            ))}
          </ul>
        </>
      )}
      <p className="max-w-reading text-sm text-ink-muted">
        {needed !== null && (
          <span className="block">
            {t(rows.length === 0 ? "forecast.none" : "forecast.needed", { needed })}
          </span>
        )}
        <BasisWords basis={basis} />
      </p>
    </AsidePart>
  );
}

function ForecastRow({ row }: { row: GroupForecast }) {
  const { t } = useTranslation(["nomination", "relationships"]);
  const { group, raters, reliability, verdict } = row;
  return (
    <li className="py-2">
      <span className={group === "all" ? "block font-semibold" : "block font-medium"}>
        {group === "all"
          ? t("forecast.all", { count: raters })
          : t("forecast.group", {
              group: t(`groups.${group}`, { ns: "relationships" }),
              count: raters,
            })}
      </span>
      <span className="text-ink-muted">
        {t(`forecast.verdict.${verdict}`)}
        {", "}
        <span className="tabular-nums">
          {t("forecast.about", { value: reliabilityText(reliability) })}
        </span>
      </span>
    </li>
  );
}

/** Where a forecast comes from, in a sentence. */
export function BasisWords({ basis }: { basis: ForecastBasis }) {
  const { t } = useTranslation("nomination");
  if (basis.source === "built-in") return t("forecast.basis.built-in");
  const { cycleName, raters, ratings, participants } = basis;
  return t("forecast.basis.cycle", {
    cycle: cycleName,
    raters: whole(raters),
    ratings: whole(ratings),
    participants: whole(participants),
  });
}

/** A reliability, such as "0.72". Never rounded up to certainty. */
function reliabilityText(value: number): string {
  return decimal(Math.min(value, 0.99), 2);
}
