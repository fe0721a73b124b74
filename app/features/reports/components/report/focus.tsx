import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { FocusField, FocusProblem } from "../../domain/focus.ts";
import { isOwnReport } from "../../domain/report-reader.ts";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { FocusRow, ordinals } from "./focus-row.tsx";
import { Guidance } from "./guidance.tsx";
import { ReportSection } from "./report-section.tsx";

export type FocusAnswer = {
  chosen: boolean;
  typed: Record<FocusField, string>[] | null;
  problems: FocusProblem[];
};

type Props = { report: ReportPageData; usualDueDay: string; answer: FocusAnswer | null };

/**
 * Where every report ends: what to work on, what to do, by when. The participant chooses; others see what was chosen.
 */
export function Focus({ report, usualDueDay, answer }: Props) {
  const { t } = useTranslation("report");
  const own = isOwnReport(report.reader);
  return (
    <ReportSection id="focus" title={own ? t("focus.title") : t("focus.theirs")}>
      {answer?.chosen && <Notice tone="success">{t("focus.saved")}</Notice>}
      <Chosen report={report} />
      {report.reader === "participant" && (
        <FocusForm report={report} usualDueDay={usualDueDay} answer={answer} />
      )}
      <Guidance report={report} />
    </ReportSection>
  );
}

function Chosen({ report }: { report: ReportPageData }) {
  const { t } = useTranslation("report");
  if (report.focus.length === 0)
    return report.reader === "participant" ? null : (
      <p className="text-ink-muted">{t("focus.noneChosen")}</p>
    );
  return (
    <ol className="grid max-w-reading gap-3">
      {report.focus.map(({ item, direction, nextStep, dueOn }) => (
        <li key={item} className="rounded-large border border-line bg-surface p-4">
          <p className="font-semibold">
            {report.itemLabels[item]}
            <span className="ms-2 text-sm font-normal text-ink-muted">
              {t(`focus.direction.${direction}`)}
            </span>
          </p>
          <p className="mt-1 break-words whitespace-pre-line" dir="auto">
            {nextStep}
          </p>
          <p className="mt-1 text-sm text-ink-muted">
            {t("focus.by", { date: writtenDate(dueOn) })}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Starts from what was typed, else from what was chosen before, else from the first suggestion. */
function FocusForm({ report, usualDueDay, answer }: Props) {
  const { t } = useTranslation("report");
  const [suggested] = report.findings.suggestions;
  const first = { item: suggested?.item ?? "", nextStep: "", dueOn: usualDueDay };
  const before = report.focus.length > 0 ? report.focus : [first];
  const rows = answer?.typed ?? before;
  const problems = answer?.problems ?? [];
  const message = ({ position, field, problem }: FocusProblem) =>
    t(`focus.problems.${field}.${problem}`, { ordinal: ordinals(t)[position] });
  return (
    <Form
      method="post"
      action="#focus"
      noValidate
      className="grid grid-cols-1 gap-5"
      key={answer?.chosen ? "kept" : "open"}
    >
      <p className="max-w-reading text-ink-muted">{t("focus.lead")}</p>
      <ErrorSummary
        title={t("focus.problems.title")}
        problems={problems.map((each) => ({
          field: `${each.field}-${each.position}`,
          message: message(each),
        }))}
      />
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-3">
        {[0, 1, 2].map((position) => (
          <FocusRow
            key={position}
            report={report}
            position={position}
            values={rows[position] ?? { item: "", nextStep: "", dueOn: "" }}
            problems={Object.fromEntries(
              problems
                .filter((each) => each.position === position)
                .map((each) => [each.field, message(each)]),
            )}
          />
        ))}
      </div>
      <div>
        <Button variant="primary">{t("focus.save")}</Button>
      </div>
    </Form>
  );
}
