import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { SaveBar } from "~/ui/save-bar.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { DelegationFormPage } from "../../delegations/register-page.server.ts";
import { degrees, type delegationInput } from "../../domain/delegations/delegation.ts";
import { draftOf } from "../draft-of.ts";
import { WithRegisterPurpose } from "./register-purpose.tsx";

type Props = { title: string; page: DelegationFormPage; answer: FormAnswer | undefined };

/** A decision of the register, new or to be changed. */
export function DecisionPage({ title, page, answer }: Props) {
  const { t } = useTranslation("delegations");
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        breadcrumbs={[
          { label: t("plan:own.title"), href: "/plan" },
          { label: t("title"), href: "/plan/decisions" },
        ]}
      />
      <WithRegisterPurpose>
        <DecisionForm key={page.draft} page={page} answer={answer} />
      </WithRegisterPurpose>
    </>
  );
}

function DecisionForm({ page, answer }: Omit<Props, "title">) {
  const { t } = useTranslation("delegations");
  const form = useFormFields<typeof delegationInput>({
    id: "decision",
    answer,
    start: page.start,
    draft: { name: `decision ${page.draft}`, ...draftOf(page.revision) },
    say: ({ field, code, values }) =>
      t([`problems.${field}.${code}`, `problems.${code}`], { ...values }),
  });
  return (
    <Form {...form.form} className="grid max-w-form gap-6">
      <ErrorSummary problems={form.problems} />
      {page.revision !== null && <input type="hidden" name="revision" value={page.revision} />}
      <TextArea
        {...form.field("decision")}
        rows={2}
        label={t("form.decision")}
        hint={t("form.decisionHint")}
      />
      <TextField
        {...form.field("owner")}
        width="full"
        optional={!page.isHandedOver}
        autoComplete="off"
        label={t("form.owner")}
        hint={t("form.ownerHint")}
      />
      <RadioGroup
        {...form.field("degree")}
        legend={t("form.degree")}
        choices={degrees.map((value) => ({
          value,
          label: t(`degree.${value}`),
          hint: t(`degreeHint.${value}`),
        }))}
      />
      <TextField
        {...form.field("reviewOn")}
        type="date"
        width="short"
        optional
        label={t("form.reviewOn")}
        hint={t("form.reviewOnHint")}
      />
      <SaveBar draft={form.draft}>
        <Button variant="primary">{t("form.save")}</Button>
        <ButtonLink href="/plan/decisions">{t("form.cancel")}</ButtonLink>
      </SaveBar>
    </Form>
  );
}
