import { Trans, useTranslation } from "react-i18next";
import { amountFinding } from "../../domain/findings.ts";
import { OTHERS } from "../../domain/report-content.ts";
import type { ReportPageData } from "../../report-page.server.ts";
import { figureWords } from "./figure-words.ts";
import { ReportSection } from "./report-section.tsx";

const MOST_PLACES = 3;

/** The three things to know first, in sentences that claim no more than the intervals allow. */
export function AtAGlance({ report }: { report: ReportPageData }) {
  const { t } = useTranslation("report");
  const { findings, content } = report;
  if (!content.all)
    return (
      <ReportSection id="glance" title={t("glance.title")}>
        {<p className="max-w-reading">{t("glance.nothing")}</p>}
      </ReportSection>
    );
  return (
    <ReportSection id="glance" title={t("glance.title")}>
      <div className="grid max-w-reading gap-3 text-lg">
        {content.hats.map((row) => (
          <HatSentence key={row.id} report={report} hatId={row.id} />
        ))}
        <p className="text-sm text-ink-muted">{t("glance.scale")}</p>
      </div>
      <div className="grid max-w-reading gap-6 sm:grid-cols-[3fr_2fr]">
        <div>
          <h3 className="mb-2 font-semibold">{t("glance.places")}</h3>
          {findings.places.length === 0 ? (
            <p className="text-ink-muted">{t("glance.placesNone")}</p>
          ) : (
            <ul className="grid gap-2">
              {findings.places.slice(0, MOST_PLACES).map(({ id, direction }) => (
                <li key={id}>
                  <Trans
                    t={t}
                    i18nKey={`glance.${direction}`}
                    values={{ name: report.guides[id]?.name ?? id }}
                    components={{ strong: <strong /> }}
                  />
                </li>
              ))}
            </ul>
          )}
        </div>
        <div>
          <h3 className="mb-2 font-semibold">{t("glance.right")}</h3>
          {findings.right.length === 0 ? (
            <p className="text-ink-muted">{t("glance.rightNone")}</p>
          ) : (
            <ul className="grid gap-2">
              {findings.right.slice(0, MOST_PLACES).map(({ id }) => (
                <li key={id}>{report.guides[id]?.name ?? id}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </ReportSection>
  );
}

function HatSentence({ report, hatId }: { report: ReportPageData; hatId: string }) {
  const { t } = useTranslation("report");
  const estimate = report.content.hats.find((row) => row.id === hatId)?.estimates[OTHERS];
  const finding = amountFinding(estimate);
  if (!finding || !estimate?.shown) return null;
  const hat = (report.hats.find((each) => each.key === hatId)?.name ?? hatId).toLowerCase();
  return (
    <p>
      <Trans
        t={t}
        i18nKey={`glance.hat.${finding}`}
        values={{ hat, figure: figureWords(t, estimate) }}
        components={{ strong: <strong /> }}
      />
    </p>
  );
}
