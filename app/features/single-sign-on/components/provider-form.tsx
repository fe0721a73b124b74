import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Checkbox } from "~/ui/checkbox.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { FieldSet } from "~/ui/field-set.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { JOINS } from "../domain/provider.ts";
import type { oidcInput } from "../providers/provider-input.ts";
import type { KnownProvider } from "../providers/provider-reads.server.ts";

type Props = { provider: KnownProvider | null; answer: FormAnswer | undefined };

/** An OIDC provider: what it takes to ask it, and what its word is good for. */
export function ProviderForm({ provider, answer }: Props) {
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
      <WhoComes form={form} />
      <Groups form={form} />
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" wide>
          {t(provider ? "form.save" : "form.add")}
        </Button>
        <ButtonLink href="/access/sign-on" wide>
          {t("form.cancel")}
        </ButtonLink>
      </div>
    </Form>
  );
}

type FormPart = { form: ReturnType<typeof useFormFields<typeof oidcInput>> };

function WhoComes({ form }: FormPart) {
  const { t } = useTranslation("sign-on");
  return (
    <>
      <RadioGroup
        {...form.field("joins")}
        legend={t("form.joins")}
        choices={JOINS.map((value) => ({
          value,
          label: t(`joins.${value}.name`),
          hint: t(`joins.${value}.hint`),
        }))}
      />
      <Checkbox
        {...form.box("bothSteps")}
        label={t("form.bothSteps")}
        hint={t("form.bothStepsHint")}
      />
    </>
  );
}

function Groups({ form }: FormPart) {
  const { t } = useTranslation("sign-on");
  return (
    <FieldSet id="groups" legend={t("form.groups")} hint={t("form.groupsHint")}>
      <div className="grid gap-4">
        <TextField {...form.field("groupClaim")} label={t("form.groupClaim")} spellCheck={false} />
        <TextField {...form.field("adminGroup")} label={t("form.adminGroup")} spellCheck={false} />
        <TextField
          {...form.field("analystGroup")}
          label={t("form.analystGroup")}
          spellCheck={false}
        />
      </div>
    </FieldSet>
  );
}
