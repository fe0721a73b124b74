import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import { BlocksOnPage } from "~/ui/blocks/blocks.tsx";
import { PageSection } from "~/ui/blocks/page-section.tsx";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { FocusField, FocusProblem } from "../../domain/focus.ts";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { chosenFocus, focusHead } from "../../sections/focus.ts";
import { guidance } from "../../sections/guidance.ts";
import { FocusRow, ordinals } from "./focus-row.tsx";

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
  return (
    <PageSection {...focusHead(report, t)}>
      {answer?.chosen && <Notice tone="success">{t("focus.saved")}</Notice>}
      <BlocksOnPage blocks={chosenFocus(report, t)} />
      {report.reader === "participant" && (
        <FocusForm report={report} usualDueDay={usualDueDay} answer={answer} />
      )}
      <BlocksOnPage blocks={guidance(report, t)} />
    </PageSection>
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
