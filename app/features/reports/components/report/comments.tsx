import { useTranslation } from "react-i18next";
import { minimaOf } from "../../domain/report-content.ts";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { ReportSection } from "./report-section.tsx";

/** What people wrote, as far as disclosure lets it be shown. */
export function Comments({ report }: { report: ReportPageData }) {
  const { t } = useTranslation("report");
  const { questions } = report.content.comments;
  const minima = { ...minimaOf(report.content) };
  const any = questions.some((question) => question.groups.length > 0);
  return (
    <ReportSection
      id="comments"
      title={t("comments.title")}
      lead={any ? t("comments.lead") : undefined}
    >
      {!any && <p className="max-w-reading">{t("comments.none", minima)}</p>}
      {report.questions.map(({ key, text }) => {
        const found = questions.find((question) => question.question === key);
        if (!found || !any) return null;
        return (
          <div key={key} className="max-w-reading">
            <h3 className="mb-3 text-lg font-semibold">{text}</h3>
            {found.groups.map((group) => (
              <div key={group.id} className="mb-4">
                <h4 className="mb-2 text-sm font-semibold text-ink-muted">
                  {t(`groups.${group.id}`)}
                </h4>
                <ul className="grid gap-3">
                  {group.texts.map((words) => (
                    <li
                      key={words}
                      dir="auto"
                      className="border-s-2 border-line-strong ps-4 break-words whitespace-pre-line"
                    >
                      {words}
                    </li>
                  ))}
                </ul>
              </div>
            ))}
            {!found.anonymous.shown && (
              <p className="text-sm text-ink-muted">
                {t(`reasons.${found.anonymous.reason}`, minima)}
              </p>
            )}
          </div>
        );
      })}
    </ReportSection>
  );
}
