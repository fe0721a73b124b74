import { Trans, useTranslation } from "react-i18next";
import { SELF } from "../../domain/report-content.ts";
import type { ReportPageData } from "../../report-page.server.ts";
import { ReportSection } from "./report-section.tsx";

/** Differences between the participant's view and others', and only those that are clear. */
export function YouAndOthers({ report }: { report: ReportPageData }) {
  const { t } = useTranslation("report");
  const { gaps } = report.findings;
  const rated = report.content.groups.some((group) => group.id === SELF);
  if (!rated) {
    return (
      <ReportSection id="gaps" title={t("gaps.title")}>
        <p className="max-w-reading">{t("gaps.noSelf")}</p>
      </ReportSection>
    );
  }
  return (
    <ReportSection
      id="gaps"
      title={t("gaps.title")}
      lead={gaps.length > 0 ? t("gaps.lead") : undefined}
    >
      {gaps.length === 0 ? (
        <p className="max-w-reading">{t("gaps.none")}</p>
      ) : (
        <ul className="grid max-w-reading gap-2">
          {gaps.map(({ id, sees }) => (
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
      )}
    </ReportSection>
  );
}
