import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { PartShown } from "../../assessments/round-page.server.ts";
import type { nameAssessorInput } from "../../assessments/running/name-assessor.server.ts";

/** Who places somebody in one part, and whom to name instead. */
export function AssessorForm({
  part,
  now,
  answer,
}: {
  part: "manager" | "second";
  now: PartShown;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation("assessments");
  const form = useFormFields<typeof nameAssessorInput>({
    id: `assessor-${part}`,
    intent: part,
    answer,
    start: { identifier: "" },
    say: ({ code }) => t(`person.problems.${code}`),
  });
  const title = t(`part.${part}`);
  return (
    <section className="grid gap-4" aria-labelledby={`of-${part}`}>
      <h2 id={`of-${part}`} className="text-xl font-semibold">
        {title}
      </h2>
      <p>
        {now === null
          ? t("person.nobody")
          : t(now.isSent ? "person.sent" : "person.open", { name: now.by })}
      </p>
      {!now?.isSent && (
        <Form {...form.form} className="grid gap-4">
          <ErrorSummary problems={form.problems} />
          <input type="hidden" name="intent" value={part} />
          <input type="hidden" name="part" value={part} />
          <TextField
            {...form.field("identifier")}
            label={t(`person.name.${part}`)}
            hint={t(`person.nameHint.${part}`)}
            autoComplete="off"
          />
          <Button className="w-fit" aria-label={t("person.saveFor", { part: title })}>
            {t("person.save")}
          </Button>
        </Form>
      )}
    </section>
  );
}
