import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Select } from "~/ui/select.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { placeHoldInput } from "../holds/place-hold.server.ts";

type Props = {
  rounds: readonly { id: string; name: string }[];
  answer: FormAnswer | undefined;
};

/** Two forms: for somebody, and for a round. */
export function HoldForms({ rounds, answer }: Props) {
  const { t } = useTranslation("privacy");
  const person = useHoldForm("person", answer);
  const round = useHoldForm("round", answer);
  return (
    <div className="grid max-w-form gap-6">
      <ErrorSummary problems={[...person.problems, ...round.problems]} />
      <Panel title={t("hold.person.title")}>
        <Form {...person.form} className="grid gap-6">
          <input type="hidden" name="intent" value="person" />
          <TextField
            {...person.field("person")}
            label={t("hold.person.who")}
            hint={t("hold.person.whoHint")}
            autoComplete="off"
          />
          <TextArea
            {...person.field("reason")}
            label={t("hold.reason")}
            hint={t("hold.reasonHint")}
          />
          <Button variant="primary" className="w-fit">
            {t("hold.person.save")}
          </Button>
        </Form>
      </Panel>
      <Panel title={t("hold.round.title")}>
        {rounds.length === 0 ? (
          <p className="text-ink-muted">{t("hold.round.none")}</p>
        ) : (
          <Form {...round.form} className="grid gap-6">
            <input type="hidden" name="intent" value="round" />
            <Select
              {...round.field("round")}
              label={t("hold.round.which")}
              placeholder={t("hold.round.choose")}
              options={rounds.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextArea
              {...round.field("reason")}
              label={t("hold.reason")}
              hint={t("hold.reasonHint")}
            />
            <Button className="w-fit">{t("hold.round.save")}</Button>
          </Form>
        )}
      </Panel>
    </div>
  );
}

function useHoldForm(intent: "person" | "round", answer: FormAnswer | undefined) {
  const { t } = useTranslation("privacy");
  return useFormFields<typeof placeHoldInput>({
    ...{ id: `hold-${intent}`, intent, answer },
    say: ({ field = "", code }) => t(`problems.${field}.${code}`),
  });
}
