import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Select } from "~/ui/select.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { beginInput } from "../../editing/begin-questionnaire.server.ts";
import type { ListedQuestionnaire } from "../../editing/questionnaires-page.server.ts";

type Props = {
  questionnaires: readonly ListedQuestionnaire[];
  /** The key of the one to copy, if the way here was a wish for a copy. */
  from: string;
  answer: FormAnswer | undefined;
};

/** Begins a questionnaire, with nothing or with a copy. */
export function BeginQuestionnaire({ questionnaires, from, answer }: Props) {
  const { t } = useTranslation("questionnaires");
  const sending = useNavigation().state === "submitting";
  const form = useFormFields<typeof beginInput>({
    id: "begin",
    answer,
    start: { from },
    say: ({ field, code, values }) =>
      t(field === "from" ? "problems.from-gone" : `problems.${code}`, { ...values }),
  });
  const options = [
    { value: "", label: t("begin.empty") },
    ...questionnaires
      .filter(({ published }) => published !== null)
      .map(({ key, name }) => ({ value: key, label: t("begin.copy", { name }) })),
  ];
  return (
    <Panel title={t("begin.title")} lead={t("begin.lead")}>
      <Form {...form.form} className="grid max-w-form gap-5">
        <ErrorSummary problems={form.problems} />
        <TextField {...form.field("name")} label={t("name")} autoComplete="off" />
        <Select {...form.field("from")} label={t("begin.from")} options={options} />
        <Button variant="primary" className="w-fit" busy={sending}>
          {t("begin.action")}
        </Button>
      </Form>
    </Panel>
  );
}
