import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { SaveBar } from "~/ui/save-bar.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { areaInput } from "../../domain/plan/area-form.ts";
import { BOTH_HATS } from "../../domain/plan/plan.ts";
import type { AreaFormPage } from "../../plan/area-form-page.server.ts";
import { draftOf } from "../draft-of.ts";

/** What to work on, and its goal: one text for each letter of SMART, and a day. */
export function AreaForm({ page, answer }: { page: AreaFormPage; answer: FormAnswer | undefined }) {
  const { t } = useTranslation("plan");
  const form = useFormFields<typeof areaInput>({
    id: "area",
    answer,
    start: page.start,
    draft: { name: `area ${page.draft}`, ...draftOf(page.revision) },
    say: ({ field, code, values }) =>
      t([`problems.${field}.${code}`, `problems.${code}`], { ...values }),
  });
  return (
    <Form {...form.form} className="grid max-w-form gap-6">
      <ErrorSummary problems={form.problems} />
      {page.revision !== null && <input type="hidden" name="revision" value={page.revision} />}
      <TextField
        {...form.field("title")}
        label={t("area.form.title")}
        hint={t("area.form.titleHint")}
        width="full"
        autoComplete="off"
      />
      <RadioGroup
        {...form.field("hat")}
        legend={t("area.form.hat")}
        choices={[
          ...page.hats.map(({ key, name }) => ({ value: key, label: name })),
          { value: BOTH_HATS, label: t("practices:bothHats") },
        ]}
      />
      <TextArea
        {...form.field("goal")}
        rows={3}
        optional
        label={t("area.form.goal")}
        hint={t("area.form.goalHint")}
      />
      <TextArea
        {...form.field("measure")}
        rows={2}
        optional
        label={t("area.form.measure")}
        hint={t("area.form.measureHint")}
      />
      <TextArea
        {...form.field("means")}
        rows={2}
        optional
        label={t("area.form.means")}
        hint={t("area.form.meansHint")}
      />
      <TextArea
        {...form.field("reason")}
        rows={2}
        optional
        label={t("area.form.reason")}
        hint={t("area.form.reasonHint")}
      />
      <TextField
        {...form.field("dueOn")}
        type="date"
        width="short"
        optional
        label={t("area.form.dueOn")}
        hint={t("area.form.dueOnHint")}
      />
      <SaveBar draft={form.draft}>
        <Button variant="primary">{t("form.save")}</Button>
        <ButtonLink href="/plan">{t("form.cancel")}</ButtonLink>
      </SaveBar>
    </Form>
  );
}
