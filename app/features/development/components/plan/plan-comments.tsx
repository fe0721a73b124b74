import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { PlanPage } from "../../plan/plan-page.server.ts";
import type { planForm } from "../../plan/send-to-plan.server.ts";

/** What was said to a plan, the newest first, and the form to say something. */
export function PlanComments({ page, answer }: { page: PlanPage; answer: FormAnswer | undefined }) {
  const { t } = useTranslation("plan");
  const form = useFormFields<typeof planForm>({
    ...{ id: "comment", intent: "comment", answer },
    draft: { name: `comment ${page.id}`, endsWhenSent: true },
    say: ({ field, code, values }) =>
      field === undefined ? null : t(`problems.${code}`, { ...values }),
  });
  if (page.endedOn !== null && page.comments.length === 0) return null;
  return (
    <section aria-labelledby="comments" className="grid max-w-reading gap-4">
      <h2 id="comments" className="font-serif text-xl font-semibold">
        {t("comment.title")}
      </h2>
      {page.endedOn === null && (
        // Empty again once something was said.
        <Form key={page.comments.length} {...form.form} className="grid gap-3 print:hidden">
          <ErrorSummary problems={form.problems} />
          <TextArea
            {...form.field("comment")}
            rows={2}
            label={t("comment.label")}
            hint={t(page.isOwn && page.readers.length === 0 ? "comment.hintAlone" : "comment.hint")}
          />
          <Button name="intent" value="comment" className="justify-self-start">
            {t("comment.send")}
          </Button>
        </Form>
      )}
      <ul className="grid gap-4">
        {page.comments.map(({ id, by, words, on }) => (
          <li key={id} className="border-s-2 border-line ps-4">
            <p dir="auto" className="whitespace-pre-line wrap-anywhere">
              {words}
            </p>
            <p className="text-sm text-ink-muted">
              {t("comment.by", { name: by ?? t("somebody"), date: writtenDate(on) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
