import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { claimDomainInput } from "../domains/claim-domain.server.ts";

/** Says that a domain is the organisation's. */
export function DomainForm({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useTranslation("sign-on");
  const form = useFormFields<typeof claimDomainInput>({
    id: "claim",
    intent: "claim",
    answer,
    say: ({ field, code }) => t(field ? `problems.${field}.${code}` : `problems.${code}`),
  });
  return (
    <Panel title={t("domains.add")} lead={t("domains.addLead")}>
      <Form {...form.form} action="/access/sign-on" className="grid max-w-form gap-4">
        <input type="hidden" name="intent" value="claim" />
        <TextField
          {...form.field("domain")}
          label={t("domains.domain")}
          hint={t("domains.hint")}
          autoCapitalize="none"
          spellCheck={false}
        />
        <Button className="w-fit">{t("domains.claim")}</Button>
      </Form>
    </Panel>
  );
}
