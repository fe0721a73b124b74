import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { CheckboxGroup } from "~/ui/checkbox-group.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { DraftNote } from "~/ui/draft-note.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { Select } from "~/ui/select.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { SetupPage } from "../../assessments/round-page.server.ts";
import {
  type editAssessmentInput,
  MOST_COMPETENCIES,
} from "../../assessments/setup/assessment-input.ts";
import { purposes } from "../../domain/purpose.ts";

type Start = {
  name: string;
  which: "roles" | "chosen";
  competencies: string[];
  purposes: string[];
  closesOn: string | undefined;
};

/** What a round is: its name, framework, what people are placed on, what for, and until when. */
export function SetupForm({
  page,
  start,
  revision,
  path,
  cancel,
  answer,
}: {
  page: SetupPage;
  start: Start;
  /** Of what is edited; left out, it is new. */
  revision?: number;
  path: string;
  cancel: string;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation(["assessments", "competencies"]);
  const { framework, frameworks } = page;
  const form = useFormFields<typeof editAssessmentInput>({
    id: "assessment",
    draft: { name: `assessment-setup:${path}`, endsWhenSent: true },
    answer,
    start,
    say: ({ field, code }) =>
      field === undefined
        ? t(`setup.refused.${code}`)
        : t([`setup.problems.${field}.${code}`, `setup.problems.${code}`], {
            count: MOST_COMPETENCIES,
          }),
  });
  const boxes = form.boxes("competencies");
  return (
    <div className="grid max-w-form gap-8">
      {frameworks.length > 1 && (
        <Form method="get" action={path} className="flex flex-wrap items-end gap-3">
          <Select
            name="framework"
            label={t("setup.framework")}
            options={frameworks.map(({ framework: value, name }) => ({ value, label: name }))}
            defaultValue={framework.framework}
          />
          <Button>{t("setup.showFramework")}</Button>
        </Form>
      )}
      <Form {...form.form} className="grid gap-6">
        <ErrorSummary problems={form.problems} />
        <input type="hidden" name="framework" value={framework.framework} />
        {revision !== undefined && <input type="hidden" name="revision" value={revision} />}
        <TextField
          {...form.field("name")}
          label={t("setup.name")}
          hint={t("setup.nameHint")}
          autoComplete="off"
        />
        <RadioGroup
          {...form.field("which")}
          legend={t("setup.which", { framework: framework.name })}
          choices={(["roles", "chosen"] as const).map((value) => ({
            value,
            label: t(`setup.whichChoice.${value}`),
            hint: t(`setup.whichHint.${value}`),
          }))}
        />
        <Disclosure
          summary={t("setup.competencies", { count: framework.count })}
          open={boxes.error !== undefined || boxes.defaultValues.length > 0}
          framed
        >
          <div className="grid gap-6">
            {framework.groups.map(({ name, competencies }, at) => (
              <CheckboxGroup
                key={name ?? ""}
                {...boxes}
                id={at === 0 ? boxes.id : `${boxes.id}-${at}`}
                error={at === 0 ? boxes.error : undefined}
                legend={name ?? t(at === 0 ? "setup.competenciesLegend" : "setup.furtherLegend")}
                choices={competencies.map(({ id, name: label }) => ({ value: id, label }))}
              />
            ))}
          </div>
        </Disclosure>
        <CheckboxGroup
          {...form.boxes("purposes")}
          legend={t("setup.purposes")}
          hint={t("setup.purposesHint")}
          choices={purposes.map((purpose) => ({
            value: purpose,
            label: t(`purpose.${purpose}`, { ns: "competencies" }),
            hint: t(`purposeHint.${purpose}`, { ns: "competencies" }),
          }))}
        />
        <TextField
          {...form.field("closesOn")}
          type="date"
          width="medium"
          label={t("setup.closesOn")}
          hint={t("setup.closesOnHint")}
        />
        <DraftNote isBack={form.draft.isBack} />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" wide>
            {t(revision === undefined ? "setup.create" : "setup.save")}
          </Button>
          <ButtonLink href={cancel} wide>
            {t("cancel")}
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}
