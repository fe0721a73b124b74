import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import { Button } from "~/ui/button.tsx";
import { CheckboxGroup } from "~/ui/checkbox-group.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { reportSections, sharedReaders } from "../../domain/report-reader.ts";
import type { SharingProblem } from "../../domain/sharing.ts";
import type { SharePage } from "../../sharing/share-page.server.ts";

type Typed = { personId: string; reader: string; sections: string[]; endsOn: string };

type Props = {
  page: SharePage;
  search: string;
  typed: Typed | null;
  problems: readonly SharingProblem[];
};

const fields = {
  person: "person",
  self: "person",
  reader: "reader",
  sections: "section",
  "endsOn-missing": "endsOn",
  "endsOn-past": "endsOn",
  "endsOn-far": "endsOn",
} as const satisfies Record<SharingProblem, string>;

/** With whom, as what, which parts, until when. The search stands first, so that nothing typed below is lost by it. */
export function ShareForm({ page, search, typed, problems }: Props) {
  const { t } = useTranslation("report");
  const error = (field: (typeof fields)[SharingProblem]) => {
    const found = problems.find((problem) => fields[problem] === field);
    return found && t(`share.problems.${found}`);
  };
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
        <Form method="post" noValidate className="grid grid-cols-1 gap-6">
          <ErrorSummary
            title={t("share.problems.title")}
            problems={problems.map((problem) => ({
              field: fields[problem],
              message: t(`share.problems.${problem}`),
            }))}
          />
          <RadioGroup
            name="person"
            legend={t("share.found")}
            choices={page.candidates.map(({ id, name, jobTitle, isManager }) => ({
              value: id,
              label: name,
              hint: [isManager && t("groups.manager"), jobTitle].filter(Boolean).join(" · "),
            }))}
            defaultValue={typed?.personId ?? page.candidates.find((each) => each.isManager)?.id}
            error={error("person")}
          />
          <RadioGroup
            name="reader"
            legend={t("share.as")}
            choices={sharedReaders.map((reader) => ({
              value: reader,
              label: t(`share.reader.${reader}`),
            }))}
            defaultValue={typed?.reader ?? "manager"}
            error={error("reader")}
          />
          <CheckboxGroup
            name="section"
            legend={t("share.what")}
            choices={reportSections.map((section) => ({
              value: section,
              label: t(`share.section.${section}`),
            }))}
            defaultValues={typed?.sections ?? ["glance", "focus"]}
            error={error("section")}
          />
          <TextField
            type="date"
            name="endsOn"
            label={t("share.endsOn")}
            defaultValue={typed?.endsOn ?? page.usualEnd}
            error={error("endsOn")}
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
