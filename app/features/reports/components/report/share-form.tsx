import { useTranslation } from "react-i18next";
import { grantedReaders } from "~/features/people/domain/index.ts";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button } from "~/ui/button.tsx";
import { CheckboxGroup } from "~/ui/checkbox-group.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { reportSections } from "../../domain/report-reader.ts";
import type { SharePage } from "../../sharing/share-page.server.ts";
import type { shareReportInput } from "../../sharing/share-report.server.ts";

type Props = { page: SharePage; search: string; answer: FormAnswer | undefined };

/** With whom, as what, which parts, until when. The search stands first, so that nothing typed below is lost by it. */
export function ShareForm({ page, search, answer }: Props) {
  const { t } = useTranslation("report");
  const form = useFormFields<typeof shareReportInput>({
    id: "sharing",
    answer,
    start: {
      person: page.candidates.find((each) => each.isManager)?.id,
      reader: "manager",
      sections: ["glance", "focus"],
      endsOn: page.usualEnd,
    },
    say: ({ code }) => t(`share.problems.${code}`),
  });
  return (
    <section aria-labelledby="share" className="grid max-w-reading grid-cols-1 gap-5">
      <h2 id="share" className="text-lg font-semibold">
        {t("share.to")}
      </h2>
      <SearchField
        label={t("share.search")}
        defaultValue={search}
        action={`/reports/${page.reportId}/share#share`}
      />
      {search !== "" && !page.candidates.some((each) => !each.isManager) && (
        <p className="text-ink-muted">{t("share.noneFound")}</p>
      )}
      {page.candidates.length > 0 && (
        <Form {...form.form} className="grid grid-cols-1 gap-6">
          <ErrorSummary title={t("share.problems.title")} problems={form.problems} />
          <RadioGroup
            {...form.field("person")}
            legend={t("share.found")}
            choices={page.candidates.map(({ id, name, jobTitle, isManager }) => ({
              value: id,
              label: name,
              hint: [isManager && t("groups.manager"), jobTitle].filter(Boolean).join(" · "),
            }))}
          />
          <RadioGroup
            {...form.field("reader")}
            legend={t("share.as")}
            choices={grantedReaders.map((reader) => ({
              value: reader,
              label: t(`share.reader.${reader}`),
            }))}
          />
          <CheckboxGroup
            {...form.boxes("sections")}
            legend={t("share.what")}
            choices={reportSections.map((section) => ({
              value: section,
              label: t(`share.section.${section}`),
            }))}
          />
          <TextField
            type="date"
            {...form.field("endsOn")}
            label={t("share.endsOn")}
            width="short"
          />
          <div>
            <Button variant="primary" name="intent" value="share">
              {t("share.save")}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
