import { useTranslation } from "react-i18next";
import { shareText } from "~/platform/i18n/format.ts";
import { Badge } from "~/ui/badge.tsx";
import type { Behaviour, BehaviourHighlights } from "../../domain/behaviours.ts";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { AllBehaviours } from "./all-behaviours.tsx";
import { signed } from "./figure-words.ts";
import { ReportSection } from "./report-section.tsx";

type Props = { report: ReportPageData };

/** The few behaviours to look at first, then all of them. */
export function Behaviours({ report }: Props) {
  const { t } = useTranslation("report");
  const found = report.findings.behaviours;
  const some = found && Object.values(found).some((each) => each.length > 0);
  return (
    <ReportSection id="behaviours" title={t("behaviours.title")} lead={t("behaviours.lead")}>
      {some ? (
        <Highlights report={report} found={found} />
      ) : (
        <p>{t("behaviours.highlights.none")}</p>
      )}
      <h3 className="mt-2 text-lg font-semibold">{t("behaviours.all")}</h3>
      <AllBehaviours report={report} />
    </ReportSection>
  );
}

function Highlights({ report, found }: Props & { found: BehaviourHighlights }) {
  const { t } = useTranslation("report");
  return (
    <div className="grid gap-6 md:grid-cols-2">
      {(["tooLittle", "tooMuch", "right"] as const).map((kind) =>
        found[kind].length === 0 ? null : (
          <div key={kind}>
            <h3 className="mb-2 font-semibold">{t(`behaviours.highlights.${kind}`)}</h3>
            <ul className="grid gap-2">
              {found[kind].map((each) => (
                <Line key={each.id} report={report} behaviour={each} doubt={kind !== "right"} />
              ))}
            </ul>
          </div>
        ),
      )}
      {found.split.length > 0 && (
        <div>
          <h3 className="mb-2 font-semibold">{t("behaviours.highlights.split")}</h3>
          <ul className="grid gap-2">
            {found.split.map(({ id, under, over, n }) => (
              <li key={id}>
                {report.itemLabels[id]}
                <span className="block text-sm text-ink-muted">
                  {t("behaviours.highlights.splitFigure", {
                    under: shareText(under),
                    over: shareText(over),
                    count: n,
                  })}
                </span>
              </li>
            ))}
          </ul>
          <p className="mt-2 text-sm text-ink-muted">{t("behaviours.highlights.splitNote")}</p>
        </div>
      )}
    </div>
  );
}

function Line({
  report,
  behaviour: { id, mean, n, clear },
  doubt,
}: Props & { behaviour: Behaviour; doubt: boolean }) {
  const { t } = useTranslation("report");
  return (
    <li>
      {report.itemLabels[id]}
      <span className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">
        {t("behaviours.highlights.figure", { mean: signed(mean), count: n })}
        {doubt && !clear && <Badge>{t("behaviours.highlights.maybe")}</Badge>}
      </span>
    </li>
  );
}
