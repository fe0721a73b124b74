import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { listed } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Checkbox } from "~/ui/checkbox.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { AnnouncementPage } from "../announcement/announcement-page.server.ts";
import type { sendWordInput } from "../announcement/send-word.server.ts";
import { type AnnouncementStep, LONGEST_WORD } from "../domain/announcing.ts";

type Props = { page: AnnouncementPage; step: AnnouncementStep; answer: FormAnswer | undefined };

/** A word to all who were asked, with how many get it and what they read around it: said before anything is sent. */
export function WordForm({ page, step, answer }: Props) {
  const { t } = useTranslation("announcing");
  const { report, focus, recipients, askedFrom } = page;
  const start = step === "announced" ? t("form.start", { focus: listed(focus) }) : "";
  const form = useFormFields<typeof sendWordInput>({
    ...{ id: "word", answer },
    start: { report: report.id, step, word: start },
    say: ({ field, code }) =>
      t([`problems.${field}.${code}`, `problems.${code}`], { longest: LONGEST_WORD }),
  });
  return (
    <Form
      {...form.form}
      className="grid gap-6 rounded-card border border-line bg-surface p-5 sm:p-7"
    >
      <div className="grid gap-2">
        <h2 className="font-serif text-xl font-semibold">{t(`form.${step}.title`)}</h2>
        <p>{t(`form.${step}.lead`)}</p>
      </div>
      <ErrorSummary problems={form.problems} />
      <input type="hidden" name="report" value={report.id} />
      <input type="hidden" name="step" value={step} />
      <TextArea
        {...form.field("word")}
        label={t("form.word")}
        hint={t("form.wordHint", { longest: LONGEST_WORD })}
        rows={6}
      />
      {step === "announced" && askedFrom !== null && (
        <Checkbox
          {...form.box("ask")}
          label={t("form.ask.label")}
          hint={t("form.ask.hint", { minimum: askedFrom })}
        />
      )}
      {step === "announced" && askedFrom === null && <p>{t("form.ask.few")}</p>}
      <div className="grid gap-2">
        <h3 className="font-semibold">{t("form.who", { count: recipients })}</h3>
        <p>{t("form.all", { round: report.roundName })}</p>
        <p>{t(`form.${step}.around`)}</p>
        <p className="text-ink-muted">{t("form.once")}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary">{t("form.send", { count: recipients })}</Button>
        <ButtonLink href="/plan">{t("form.cancel")}</ButtonLink>
      </div>
    </Form>
  );
}
