import { useTranslation } from "react-i18next";
import type { DestinationShown } from "~/platform/feature/destination.ts";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { BlocksOnPage } from "~/ui/blocks/blocks.tsx";
import { PageSection } from "~/ui/blocks/page-section.tsx";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { chooseFocusInput } from "../../domain/focus.ts";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { chosenFocus, focusHead } from "../../sections/focus.ts";
import { guidance } from "../../sections/guidance.ts";
import { FocusRow, ordinals } from "./focus-row.tsx";

export type FocusAnswer = { chosen: boolean; answer?: FormAnswer | undefined };

type Props = { report: ReportPageData; usualDueDay: string; answer: FocusAnswer | null };
type Ways = { destinations: readonly DestinationShown[] };

/**
 * Where every report ends: what to work on, what to do, by when. The participant chooses; others see what was chosen.
 */
export function Focus({ report, usualDueDay, answer, destinations }: Props & Ways) {
  const { t } = useTranslation("report");
  return (
    <PageSection {...focusHead(report, t)}>
      {answer?.chosen && <Notice tone="success">{t("focus.saved")}</Notice>}
      <BlocksOnPage blocks={chosenFocus(report, t)} />
      {destinations.length > 0 && (
        <div className="flex flex-wrap gap-3">
          {destinations.map(({ label, href }) => (
            <ButtonLink key={href} href={href}>
              {label}
            </ButtonLink>
          ))}
        </div>
      )}
      <BlocksOnPage blocks={guidance(report, t)} />
      {report.reader === "participant" && (
        // Kept, the form says so: what was typed is a draft no longer.
        <FocusForm key={JSON.stringify(report.focus)} {...{ report, usualDueDay, answer }} />
      )}
    </PageSection>
  );
}

/** Starts from what was typed, else from what was chosen before, else from the first suggestion. */
function FocusForm({ report, usualDueDay, answer }: Props) {
  const { t } = useTranslation("report");
  const [suggested] = report.findings.suggestions;
  const first = { item: suggested?.item ?? "", nextStep: "", dueOn: usualDueDay };
  const before = report.focus.length > 0 ? report.focus : [first];
  const none = { item: "", nextStep: "", dueOn: "" };
  const form = useFormFields<typeof chooseFocusInput>({
    id: "choose-focus",
    draft: { name: `focus:${report.id}` },
    answer: answer?.answer,
    start: { focus: [0, 1, 2].map((position) => before[position] ?? none) },
    say: ({ code, values: { position, part } = {} }) =>
      t(`focus.problems.${part}.${code}`, { ordinal: ordinals(t)[Number(position)] }),
  });
  return (
    <Form {...form.form} action="#focus" className="grid grid-cols-1 gap-5">
      <p className="max-w-reading text-ink-muted">{t("focus.lead")}</p>
      <ErrorSummary title={t("focus.problems.title")} problems={form.problems} />
      <FocusRow report={report} position={0} form={form} />
      <Disclosure
        framed
        summary={t("focus.more")}
        open={report.focus.length > 1 || form.problems.length > 0}
      >
        <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
          {[1, 2].map((position) => (
            <FocusRow key={position} report={report} position={position} form={form} />
          ))}
        </div>
      </Disclosure>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button variant="primary">{t("focus.save")}</Button>
        {form.draft.keeps && <span className="text-sm text-ink-muted">{t("focus.draft")}</span>}
      </div>
    </Form>
  );
}
