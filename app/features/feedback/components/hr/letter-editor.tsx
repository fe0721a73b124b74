import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import type { LetterKind } from "~/features/rounds/domain/index.ts";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Notice } from "~/ui/notice.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import type { LetterProblem } from "../../letters/edit-letter.server.ts";
import type { LettersPage } from "../../letters/letters-page.server.ts";
import { MistakeNotice, PlaceholderList } from "./letter-preview.tsx";

/** What could not be saved: why, and everything that was typed. */
export type LetterRefused = {
  kind: LetterKind;
  language: string;
  typed: { subject: string; body: string };
  problems: LetterProblem[];
  /** Changed meanwhile by someone else, or too late. */
  reason: "fields" | "changed" | "closed";
};

type Props = {
  page: LettersPage;
  action: string;
  refused: LetterRefused | undefined;
  /** The buttons below the fields. */
  children: ReactNode;
};

/** One letter's subject and text. What could not be saved stays in the fields. */
export function LetterEditor({ page, action, refused, children }: Props) {
  const { t } = useTranslation("letters");
  const { kind, language, wording, phase } = page;
  // What could not be saved belongs to the letter it was typed for.
  const own = refused?.kind === kind && refused.language === language ? refused : undefined;
  const problems = (own?.problems ?? []).map(({ field, problem }) => ({
    field,
    message: t(`problems.${field}.${problem}`),
  }));
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.message;
  return (
    <Form
      method="post"
      action={action}
      noValidate
      // Put back, the fields say so.
      key={`${kind} ${language} ${page.changed}`}
      className="grid max-w-reading content-start gap-6"
    >
      <ErrorSummary problems={problems} />
      {own?.reason === "changed" && <ChangedMeanwhile wording={wording} />}
      <MistakeNotice names={page.mistakes} />
      <p className="text-ink-muted">
        {t(phase === "running" ? `running.${kind}` : `when.${kind}`)}
      </p>
      <input type="hidden" name="letter" value={kind} />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="seen" value={page.seen} />
      <TextField
        name="subject"
        label={t("subject")}
        width="full"
        error={errorOf("subject")}
        defaultValue={own?.typed.subject ?? wording.subject}
      />
      <TextArea
        name="body"
        label={t("body")}
        hint={t(kind === "closing" ? "bodyHintPlain" : "bodyHint")}
        rows={12}
        error={errorOf("body")}
        defaultValue={own?.typed.body ?? wording.body}
      />
      <PlaceholderList names={page.placeholders} />
      {children}
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
