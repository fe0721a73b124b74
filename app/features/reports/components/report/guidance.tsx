import { useTranslation } from "react-i18next";
import { Disclosure } from "~/ui/disclosure.tsx";
import type { ReportPageData } from "../../report/report-page.server.ts";

const MOST_STEPS = 2;

/** From finding to doing: guidance and one practice for what stands out most. */
export function Guidance({ report }: { report: ReportPageData }) {
  const { t } = useTranslation("report");
  const places = report.findings.places.slice(0, MOST_STEPS);
  if (places.length === 0) {
    const { suggestions, anyCompetency } = report.findings;
    // Single behaviours are suggested even where no whole competency stands out.
    if (suggestions.some((each) => each.direction !== "keep")) return null;
    return <p className="max-w-reading">{t(anyCompetency ? "next.none" : "next.hidden")}</p>;
  }
  return (
    <Disclosure summary={t("focus.help")}>
      <div className="grid gap-4 lg:grid-cols-2">
        {places.map(({ id, direction }) => {
          const guide = report.guides[id];
          const practice = guide?.practices.find((each) => each.direction === direction);
          return (
            <section key={id} className="rounded-large border border-line bg-surface p-5">
              <h3 className="mb-2 text-lg font-semibold">
                {t(`next.${direction}`, { name: guide?.name ?? id })}
              </h3>
              <ul className="grid list-disc gap-1.5 ps-5 marker:text-ink-faint">
                {(direction === "more" ? guide?.doMore : guide?.doLess)?.map((advice) => (
                  <li key={advice}>{advice}</li>
                ))}
              </ul>
              {practice && (
                <div className="mt-4 rounded-medium bg-sunken p-4">
                  <p className="font-semibold">{t("next.practice", { name: practice.name })}</p>
                  <p className="mt-1">{practice.how}</p>
                </div>
              )}
            </section>
          );
        })}
      </div>
    </Disclosure>
  );
}
