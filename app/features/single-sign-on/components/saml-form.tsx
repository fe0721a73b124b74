import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { samlInput } from "../providers/provider-input.server.ts";
import type { KnownProvider } from "../providers/provider-reads.server.ts";
import { CommonFields, SaveButtons } from "./common-fields.tsx";

type Props = { provider: KnownProvider | null; answer: FormAnswer | undefined };

/** A SAML provider: where it is asked, by what its word is known, and what that is good for. */
export function SamlForm({ provider, answer }: Props) {
  const { t } = useTranslation("sign-on");
  const form = useFormFields<typeof samlInput>({
    id: "provider",
    answer,
    start: provider
      ? {
          ...provider,
          certificates: provider.certificates.join("\n"),
          bothSteps: provider.bothSteps ? "on" : undefined,
        }
      : { joins: "known" },
    say: ({ field, code }) => t(field ? `problems.${field}.${code}` : `problems.${code}`),
  });
  return (
    <Form {...form.form} className="grid max-w-form gap-6">
      <ErrorSummary problems={form.problems} />
      <TextField {...form.field("name")} label={t("form.name")} hint={t("form.nameHint")} />
      <TextField
        {...form.field("issuer")}
        label={t("form.entityId")}
        hint={t(provider ? "form.issuerStays" : "form.entityIdHint")}
        readOnly={provider !== null}
        spellCheck={false}
      />
      <TextField
        {...form.field("entryPoint")}
        label={t("form.entryPoint")}
        hint={t("form.entryPointHint")}
        spellCheck={false}
      />
      <TextArea
        {...form.field("certificates")}
        label={t("form.certificates")}
        hint={t("form.certificatesHint")}
        spellCheck={false}
      />
      <CommonFields
        joins={form.field("joins")}
        bothSteps={form.box("bothSteps")}
        groups={[form.field("groupClaim"), form.field("adminGroup"), form.field("analystGroup")]}
      />
      <SaveButtons isNew={provider === null} />
    </Form>
  );
}
