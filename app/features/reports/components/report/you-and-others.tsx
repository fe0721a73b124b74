import { Trans, useTranslation } from "react-i18next";
import { SELF } from "../../domain/report-content.ts";
import type { SelfOtherFinding } from "../../domain/self-and-others.ts";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { signed } from "./figure-words.ts";
import { ReportSection } from "./report-section.tsx";

type Props = { report: ReportPageData };

/** Differences between the participant's view and others', and only those that are clear. */
export function YouAndOthers({ report }: Props) {
  const { t } = useTranslation("report");
  const { gaps, selfAndOthers } = report.findings;
  const rated = report.content.groups.some((group) => group.id === SELF);
  if (!rated) {
    return (
      <ReportSection id="gaps" title={t("gaps.title")}>
        <p className="max-w-reading">{t("gaps.noSelf")}</p>
      </ReportSection>
    );
  }
  const named = new Set(selfAndOthers.map((each) => each.id));
  const others = gaps.filter((each) => !named.has(each.id));
  const of = (kind: SelfOtherFinding["kind"]) => selfAndOthers.filter((each) => each.kind === kind);
  return (
    <ReportSection
      id="gaps"
      title={t("gaps.title")}
      lead={gaps.length > 0 ? t("gaps.lead") : undefined}
    >
      {gaps.length === 0 ? (
        <p className="max-w-reading">
          {t(report.findings.anyCompetency ? "gaps.none" : "gaps.hiddenAll")}
        </p>
      ) : (
        <div className="grid max-w-reading gap-5">
          <Findings title={t("gaps.blind")} report={report} found={of("blind-spot")} />
          <Findings title={t("gaps.hidden")} report={report} found={of("hidden-strength")} />
          {others.length > 0 && (
            <div>
              <h3 className="mb-2 font-semibold">{t("gaps.other")}</h3>
              <ul className="grid gap-2">
                {others.map(({ id, sees }) => (
                  <li key={id}>
                    <Trans
                      t={t}
                      i18nKey={`gaps.${sees}`}
                      values={{ name: report.guides[id]?.name ?? id }}
                      components={{ strong: <strong /> }}
                    />
                  </li>
                ))}
              </ul>
            </div>
          )}
          <p className="text-ink-muted">{t("gaps.rest")}</p>
        </div>
      )}
    </ReportSection>
  );
}

const sentences = {
  "blind-spot": { more: "gaps.blindMore", less: "gaps.blindLess" },
  "hidden-strength": { more: "gaps.hiddenMore", less: "gaps.hiddenLess" },
} as const;

function Findings({ title, report, found }: Props & { title: string; found: SelfOtherFinding[] }) {
  const { t } = useTranslation("report");
  if (found.length === 0) return null;
  return (
    <div>
      <h3 className="mb-2 font-semibold">{title}</h3>
      <ul className="grid gap-2">
        {found.map(({ id, kind, direction, self, others, n }) => (
          <li key={id}>
            <Trans
              t={t}
              i18nKey={sentences[kind][direction]}
              values={{
                name: report.guides[id]?.name ?? id,
                self: signed(self),
                others: signed(others),
                n,
              }}
              components={{ strong: <strong /> }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
