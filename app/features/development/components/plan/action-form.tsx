import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { SaveBar } from "~/ui/save-bar.tsx";
import { Select } from "~/ui/select.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { actionInput } from "../../domain/plan/action-form.ts";
import { actionKinds, BOTH_HATS } from "../../domain/plan/plan.ts";
import type { ActionFormPage } from "../../plan/action-form-page.server.ts";
import { draftOf } from "../draft-of.ts";
import { PracticeCard } from "../practice-card.tsx";

type Props = { page: ActionFormPage; answer: FormAnswer | undefined };

/** What to do about an area: of which kind, by whom, until when, and what will show it. */
export function ActionForm({ page, answer }: Props) {
  const { t } = useTranslation("plan");
  const form = useFormFields<typeof actionInput>({
    id: "action",
    answer,
    start: page.start,
    draft: { name: `action ${page.draft}`, ...draftOf(page.revision) },
    say: ({ field, code, values }) =>
      t([`problems.${field}.${code}`, `problems.${code}`], { ...values }),
  });
  return (
    <div className="grid gap-12">
      <Form {...form.form} className="grid max-w-form gap-6">
        <ErrorSummary problems={form.problems} />
        {page.revision !== null && <input type="hidden" name="revision" value={page.revision} />}
        <input type="hidden" name="practice" value={page.start.practice} />
        <Select
          {...form.field("kind")}
          label={t("action.form.kind")}
          options={actionKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <TextArea
          {...form.field("words")}
          rows={2}
          label={t("action.form.words")}
          hint={t("action.form.wordsHint")}
        />
        <TextField
          {...form.field("dueOn")}
          type="date"
          width="short"
          optional
          label={t("action.form.dueOn")}
        />
        <Select
          {...form.field("owner")}
          label={t("action.form.owner")}
          hint={t("action.form.ownerHint")}
          options={[
            { value: "", label: t("action.form.you") },
            ...page.owners.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <RadioGroup
          {...form.field("hat")}
          legend={t("action.form.hat")}
          choices={[
            ...page.hats.map(({ key, name }) => ({ value: key, label: name })),
            { value: BOTH_HATS, label: t("practices:bothHats") },
          ]}
        />
        <TextArea
          {...form.field("evidence")}
          rows={2}
          optional
          label={t("action.form.evidence")}
          hint={t("action.form.evidenceHint")}
        />
        <SaveBar draft={form.draft}>
          <Button variant="primary">{t("form.save")}</Button>
          <ButtonLink href="/plan">{t("form.cancel")}</ButtonLink>
        </SaveBar>
      </Form>
      {page.practices.length > 0 && <Practices page={page} />}
    </div>
  );
}

/** Practices for the behaviour of the area: one fills the form above. */
function Practices({ page: { area, practices } }: { page: ActionFormPage }) {
  const { t } = useTranslation("plan");
  return (
    <section aria-labelledby="practices" className="grid gap-4">
      <h2 id="practices" className="font-serif text-xl font-semibold">
        {t("action.form.practices")}
      </h2>
      <ul className="grid max-w-reading gap-4">
        {practices.map((practice) => (
          <PracticeCard
            key={practice.key}
            practice={practice}
            actions={
              <ButtonLink
                size="small"
                href={`/plan/areas/${area.id}/action?${new URLSearchParams({ practice: practice.key })}`}
              >
                {t("action.form.take")}
                <span className="sr-only">: {practice.name}</span>
              </ButtonLink>
            }
          />
        ))}
      </ul>
    </section>
  );
}
