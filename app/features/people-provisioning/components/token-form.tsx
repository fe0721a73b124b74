import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { makeTokenInput } from "../tokens/make-token.server.ts";

type TokenFormProps = { answer: FormAnswer | undefined; isFirst: boolean };

/** Makes a token under a name; where there is another, in its place. */
export function TokenForm({ answer, isFirst }: TokenFormProps) {
  const { t } = useTranslation("provisioning");
  const form = useFormFields<typeof makeTokenInput>({
    id: "make",
    intent: "make",
    answer,
    say: ({ field, code }) => t(field ? `problems.${field}.${code}` : `problems.${code}`),
  });
  return (
    <Panel title={t("tokens.makeTitle")} lead={t(isFirst ? "tokens.firstLead" : "tokens.makeLead")}>
      <Form {...form.form} action="/people/provisioning" className="grid max-w-form gap-4">
        <input type="hidden" name="intent" value="make" />
        <TextField {...form.field("name")} label={t("tokens.name")} hint={t("tokens.nameHint")} />
        <Button className="w-fit">{t("tokens.make")}</Button>
      </Form>
    </Panel>
  );
}
