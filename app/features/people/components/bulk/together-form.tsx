import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { CheckboxGroup } from "~/ui/checkbox-group.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { type FormFields, useFormFields } from "~/ui/use-form-fields.ts";
import type { TogetherPage } from "../../bulk/people-together.server.ts";
import type { changeTogetherInput } from "../../domain/bulk/selection.ts";
import { WEEK } from "../../domain/by-hand/working-days.ts";
import { useProblemText } from "../by-hand/problem-words.ts";
import { LanguageSelect, ZoneSelect } from "../by-hand/record-selects.tsx";

type Props = {
  page: TogetherPage;
  answer: FormAnswer | undefined;
  /** With the selection in it. */
  action: string;
};

/** What is to stand there from now on, of all of them, and the button that does it. */
export function TogetherForm({ page, answer, action }: Props) {
  const { t } = useTranslation("people-together");
  const { what, fingerprint, people, today } = page;
  const say = useProblemText();
  const form = useFormFields<typeof changeTogetherInput>({
    id: "change",
    answer,
    start: { day: today },
    say: (problem) =>
      problem.code === "set-changed" || problem.code === "before-start-of-some"
        ? t(`problems.${problem.code}`, { ...problem.values })
        : say(problem),
  });
  return (
    <Form {...form.form} action={action} className="grid max-w-reading gap-6">
      <ErrorSummary problems={form.problems} />
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="fingerprint" value={fingerprint} />
      <Value page={page} form={form} />
      <div className="flex flex-wrap gap-3">
        <Button variant={what === "leave" ? "danger" : "primary"} wide>
          {t(`action.${what === "leave" ? "leave" : "change"}`, { count: people.length })}
        </Button>
        <ButtonLink href="/people" wide>
          {t("cancel")}
        </ButtonLink>
      </div>
    </Form>
  );
}

function Value({
  page,
  form,
}: {
  page: TogetherPage;
  form: FormFields<typeof changeTogetherInput>;
}) {
  const { t } = useTranslation(["people-together", "people-edit", "people"]);
  switch (page.what) {
    case "department":
      return (
        <>
          <TextField
            {...form.field("department")}
            label={t("people:fields.department")}
            list="departments"
          />
          <datalist id="departments">
            {page.departments.map((value) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        </>
      );
    case "language":
      return (
        <LanguageSelect
          {...form.field("language")}
          label={t("people:fields.language")}
          placeholder={t("choose")}
          choices={page.languages}
        />
      );
    case "timezone":
      return (
        <ZoneSelect
          {...form.field("timezone")}
          label={t("people:fields.timezone")}
          placeholder={t("choose")}
          choices={page.zones}
        />
      );
    case "workingDays":
      return (
        <CheckboxGroup
          {...form.boxes("workingDays")}
          legend={t("people:fields.workingDays")}
          choices={WEEK.map((value) => ({
            value,
            label: t(`people-edit:times.days.names.${value}`),
          }))}
        />
      );
    case "leave":
      return (
        <TextField
          {...form.field("day")}
          type="date"
          width="medium"
          label={t("people-edit:leaving.day")}
          hint={t("people-edit:leaving.dayHint")}
        />
      );
  }
}
