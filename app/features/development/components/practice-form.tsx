import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { ownName } from "~/platform/i18n/language.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { FieldSet } from "~/ui/field-set.tsx";
import { Form } from "~/ui/form.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { SaveBar } from "~/ui/save-bar.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import {
  type practiceInput,
  practiceLanguages,
  type PracticeForm as Typed,
} from "../domain/library/own-practice.ts";
import { directions } from "../domain/library/practice-library.ts";
import { draftOf } from "./draft-of.ts";

type Props = {
  behaviour: string;
  start: Typed;
  /** How often it was saved; null for a new one. */
  revision: number | null;
  /** How the draft of what is typed is told from others. */
  id: string;
  answer: FormAnswer | undefined;
};

/** A practice in the words of the organisation, in each language or in one. */
export function PracticeForm({ behaviour, start, revision, id, answer }: Props) {
  const { t } = useTranslation("practices");
  const form = useFormFields<typeof practiceInput>({
    id: "practice",
    answer,
    start,
    draft: { name: `practice ${id}`, ...draftOf(revision) },
    say: ({ field, code, values }) => {
      const language = typeof values?.language === "string" ? ownName(values.language) : "";
      const part = typeof values?.part === "string" ? t(`form.${values.part}`) : (field ?? "");
      return t(`problems.${code}`, { ...values, language, part });
    },
  });
  return (
    <Form {...form.form} className="grid max-w-form gap-8">
      <ErrorSummary problems={form.problems} />
      {revision !== null && <input type="hidden" name="revision" value={revision} />}
      <RadioGroup
        {...form.field("direction")}
        legend={t("form.direction")}
        choices={directions.map((value) => ({ value, label: t(`direction.${value}`) }))}
      />
      {practiceLanguages.map((language) => (
        <FieldSet
          key={language}
          id={`in-${language}`}
          legend={ownName(language)}
          legendSize="large"
          hint={t("form.languageHint")}
        >
          <div lang={language} className="grid gap-5">
            <TextField
              {...form.field(`${language}.name`)}
              label={t("form.name")}
              autoComplete="off"
            />
            <TextArea
              {...form.field(`${language}.cue`)}
              rows={2}
              label={t("form.cue")}
              hint={t("form.cueHint")}
            />
            <TextArea
              {...form.field(`${language}.action`)}
              rows={3}
              label={t("form.action")}
              hint={t("form.actionHint")}
            />
            <TextArea {...form.field(`${language}.notice`)} rows={2} label={t("form.notice")} />
          </div>
        </FieldSet>
      ))}
      <SaveBar draft={form.draft}>
        <Button variant="primary">{t("form.save")}</Button>
        <ButtonLink href={`/practices/${behaviour}`}>{t("form.cancel")}</ButtonLink>
      </SaveBar>
    </Form>
  );
}
