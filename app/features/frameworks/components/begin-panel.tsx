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
import type { beginInput } from "../own/begin-input.ts";
import type { OwnFrameworkEntry } from "../own/own-framework-reads.server.ts";

type Props = { frameworks: readonly OwnFrameworkEntry[]; answer: FormAnswer | undefined };

/** Begins a framework: with nothing, with the one that comes along, or with a copy. */
export function BeginPanel({ frameworks, answer }: Props) {
  const { t } = useTranslation("frameworks");
  const sending = useNavigation().state === "submitting";
  const form = useFormFields<typeof beginInput>({
    id: "begin",
    answer,
    say: ({ field, code, values }) =>
      t(`own.problems.${field === "from" ? "from-gone" : code}`, { ...values }),
  });
  const published = frameworks.filter(({ version }) => version !== null);
  const options = [
    { value: "", label: t("own.begin.empty") },
    { value: "built-in", label: t("own.begin.builtIn") },
    ...published.map(({ id, name }) => ({ value: id, label: t("own.begin.copy", { name }) })),
  ];
  return (
    <Panel title={t("own.begin.title")} lead={t("own.begin.lead")}>
      <Form {...form.form} className="grid max-w-form gap-5">
        <ErrorSummary problems={form.problems} />
        <TextField {...form.field("name")} label={t("own.name")} autoComplete="off" />
        <Select {...form.field("from")} label={t("own.begin.from")} options={options} />
        <Button variant="primary" className="w-fit" busy={sending}>
          {t("own.begin.action")}
        </Button>
      </Form>
    </Panel>
  );
}
