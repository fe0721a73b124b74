import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { oidcInput } from "../providers/provider-input.server.ts";
import type { KnownProvider } from "../providers/provider-reads.server.ts";
import { CommonFields, SaveButtons } from "./common-fields.tsx";

type Props = { provider: KnownProvider | null; answer: FormAnswer | undefined };

/** An OIDC provider: what it takes to ask it, and what its word is good for. */
export function OidcForm({ provider, answer }: Props) {
  const { t } = useTranslation("sign-on");
  const form = useFormFields<typeof oidcInput>({
    id: "provider",
    answer,
    start: provider
      ? { ...provider, bothSteps: provider.bothSteps ? "on" : undefined }
      : { joins: "known" },
    say: ({ field, code }) => t(field ? `problems.${field}.${code}` : `problems.${code}`),
  });
  return (
    <Form {...form.form} className="grid max-w-form gap-6">
      <ErrorSummary problems={form.problems} />
      <TextField {...form.field("name")} label={t("form.name")} hint={t("form.nameHint")} />
      <TextField
        {...form.field("issuer")}
        label={t("form.issuer")}
        hint={t(provider ? "form.issuerStays" : "form.issuerHint")}
        readOnly={provider !== null}
        spellCheck={false}
      />
      <TextField {...form.field("clientId")} label={t("form.clientId")} spellCheck={false} />
      <TextField
        {...form.field("clientSecret")}
        type="password"
        label={t("form.clientSecret")}
        hint={t(provider?.hasSecret ? "form.secretKept" : "form.secretHint")}
        autoComplete="off"
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
