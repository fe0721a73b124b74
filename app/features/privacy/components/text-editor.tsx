import { useTranslation } from "react-i18next";
import { type FormAnswer, problemsIn } from "~/platform/http/form-answer.ts";
import { languages, ownName } from "~/platform/i18n/language.ts";
import { Button } from "~/ui/button.tsx";
import { Checkbox } from "~/ui/checkbox.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { SaveBar } from "~/ui/save-bar.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { WrittenText } from "~/ui/written-text.tsx";
import { MODES } from "../domain/information.ts";
import { PLACEHOLDERS } from "../domain/placeholders.ts";
import type { saveDraftInput } from "../information/save-draft.server.ts";
import type { TextPage } from "../information/text-page.server.ts";

type Props = { page: TextPage; answer: FormAnswer | undefined };

/** The draft, in every language. What could not be saved stays in the fields. */
export function TextEditor({ page, answer }: Props) {
  const { t } = useTranslation("information");
  const { audience, revision, written } = page;
  const { words, again, ...start } = written;
  const form = useFormFields<typeof saveDraftInput>({
    ...{ id: "text", intent: "save", answer },
    draft: { name: `information:${audience}`, seen: "seen", marks: true },
    start: { ...start, again: again ? "on" : undefined, ...words },
    say: ({ field, code, values }) =>
      t([`edit.problems.${field}.${code}`, `edit.problems.${code}`], { ...values }),
  });
  return (
    <Form {...form.form} className="grid max-w-reading gap-6">
      <ErrorSummary problems={form.problems} />
      <input type="hidden" name="seen" value={revision} />
      <TextArea
        {...form.field("responsible")}
        label={t("edit.responsible")}
        hint={t("edit.responsibleHint")}
        rows={3}
      />
      <TextField
        {...form.field("contact")}
        label={t("edit.contact")}
        hint={t("edit.contactHint")}
        width="full"
      />
      <RadioGroup
        {...form.field("mode")}
        legend={t("edit.mode.legend")}
        choices={MODES.map((mode) => ({
          ...{ value: mode, label: t(`edit.mode.${mode}.label`) },
          hint: t(`edit.mode.${mode}.hint.${audience === "raters" ? "raters" : "accounts"}`),
        }))}
      />
      <Checkbox {...form.box("again")} label={t("edit.again")} hint={t("edit.againHint")} />
      {languages.map((language) => (
        <TextArea
          key={language}
          {...form.field(language)}
          label={t("edit.words", { language: ownName(language) })}
          hint={t("edit.wordsHint")}
          rows={16}
          lang={language}
        />
      ))}
      <SaveBar draft={form.draft}>
        <Button variant="primary" name="intent" value="save">
          {t("edit.save")}
        </Button>
      </SaveBar>
    </Form>
  );
}

/** How the saved draft will be read, and the button that publishes it. */
export function PublishPanel({ page, answer }: Props) {
  const { t } = useTranslation("information");
  const { revision, preview, written } = page;
  const own = answer?.intent === "publish" ? answer : undefined;
  const problems = problemsIn(own).map(({ field, code }) => ({
    message: t([`edit.problems.${field}.${code}`, `edit.problems.${code}`]),
    ...(field ? { field: `text-${field}` } : {}),
  }));
  return (
    <Panel title={t("edit.preview.title")} lead={t("edit.preview.lead")}>
      {languages.map((language) => {
        const text = preview[language];
        return (
          text !== undefined && (
            <Disclosure key={language} summary={ownName(language)} framed>
              <div className="rounded-medium border border-line p-4">
                <WrittenText text={text} language={language} level={3} />
              </div>
            </Disclosure>
          )
        );
      })}
      <ErrorSummary problems={problems} />
      {revision === 0 ? (
        <p className="text-ink-muted">{t("edit.publish.saveFirst")}</p>
      ) : (
        <Form method="post" className="grid gap-3">
          <input type="hidden" name="seen" value={revision} />
          <p>
            {t(`edit.publish.${written.mode}`)}{" "}
            {t(written.again ? "edit.publish.again" : "edit.publish.once")}
          </p>
          <Button variant="primary" name="intent" value="publish" className="w-fit">
            {t("edit.publish.action")}
          </Button>
        </Form>
      )}
    </Panel>
  );
}

/** What may stand in double braces, and how to write headings and lists. */
export function PlaceholderHelp() {
  const { t } = useTranslation("information");
  return (
    <div className="grid gap-3 text-sm text-ink-muted">
      <p>{t("edit.placeholders.lead")}</p>
      <dl className="grid gap-2">
        {PLACEHOLDERS.map((name) => (
          <div key={name}>
            <dt className="font-mono text-ink">{`{{${name}}}`}</dt>
            <dd>{t(`edit.placeholders.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t("edit.placeholders.marks")}</p>
    </div>
  );
}
