import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type FormAnswer, problemsIn, typedIn } from "~/platform/http/form-answer.ts";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { SaveBar } from "~/ui/save-bar.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { letterForm } from "../letters/edit-letter.server.ts";
import type { LettersPage } from "../letters/letters-page.server.ts";
import { MistakeNotice, PlaceholderList } from "./letter-preview.tsx";

type Props = {
  page: LettersPage;
  action: string;
  answer: FormAnswer | undefined;
  /** The buttons below the fields. */
  children: ReactNode;
};

/** One letter's subject and text. What could not be saved stays in the fields. */
export function LetterEditor(props: Props) {
  const { kind, language, seen } = props.page;
  // Saved or put back, the fields say so.
  return <Editor key={`${kind} ${language} ${seen}`} {...props} />;
}

function Editor({ page, action, answer, children }: Props) {
  const { t } = useTranslation("letters");
  const { roundId, kind, language, wording, phase } = page;
  // What could not be saved belongs to the letter it was typed for.
  const isOwn = typedIn(answer, "kind") === kind && typedIn(answer, "language") === language;
  const own = isOwn ? answer : undefined;
  const form = useFormFields<typeof letterForm>({
    id: "letter",
    draft: { name: `letter:${roundId}:${kind}:${language}`, seen: "seen", marks: true },
    answer: own,
    start: wording,
    say: ({ field, code }) => (field ? t(`problems.${field}.${code}`) : null),
  });
  return (
    <Form {...form.form} action={action} className="grid max-w-reading content-start gap-6">
      <ErrorSummary problems={form.problems} />
      {problemsIn(own).some(({ code }) => code === "changed") && (
        <ChangedMeanwhile wording={wording} />
      )}
      <MistakeNotice names={page.mistakes} />
      <p className="text-ink-muted">
        {t(phase === "running" ? `running.${kind}` : `when.${kind}`)}
      </p>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="seen" value={page.seen} />
      <TextField {...form.field("subject")} label={t("subject")} width="full" />
      <TextArea
        {...form.field("body")}
        label={t("body")}
        hint={t(kind === "closing" ? "bodyHintPlain" : "bodyHint")}
        rows={12}
      />
      <PlaceholderList names={page.placeholders} />
      <SaveBar draft={form.draft}>{children}</SaveBar>
    </Form>
  );
}

/** What the letter says now, above the fields that keep what was typed. */
function ChangedMeanwhile({ wording }: Pick<LettersPage, "wording">) {
  const { t } = useTranslation("letters");
  return (
    <Notice tone="danger" title={t("meanwhile.title")}>
      <p>{t("meanwhile.body")}</p>
      <p className="mt-3 text-sm text-ink-muted">{t("meanwhile.now")}</p>
      <p className="font-medium wrap-anywhere" dir="auto">
        {wording.subject}
      </p>
      <p className="whitespace-pre-line wrap-anywhere" dir="auto">
        {wording.body}
      </p>
    </Notice>
  );
}
