import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { ClearOutPage } from "../../clear-out/clear-out-pages.server.ts";
import type { clearOutPress } from "../../clear-out/press-on-clear-out.server.ts";
import { needlessKinds } from "../../domain/clear-out/clear-out.ts";

type Props = { page: ClearOutPage; answer: FormAnswer | undefined };

/** Names a meeting or a report that nobody needs. */
export function NameForm({ page, answer }: Props) {
  const { t } = useTranslation("clear-outs");
  const { id, suggested, isAwaited, members } = page;
  const form = useFormFields<typeof clearOutPress>({
    id: "name",
    answer: answer?.intent === null ? answer : undefined,
    start: suggested ? { kind: "meeting", words: suggested } : {},
    draft: { name: `clear-out ${id}`, endsWhenSent: true },
    say: ({ field, code, values }) =>
      field === undefined ? null : t(`problems.${field}.${code}`, { ...values }),
  });
  return (
    <section aria-labelledby="name-title" className="grid max-w-form gap-4 print:hidden">
      <h2 id="name-title" className="font-serif text-xl font-semibold">
        {t("name.title")}
      </h2>
      <p className="text-ink-muted">{t(members.length === 0 ? "name.alone" : "name.told")}</p>
      <Form {...form.form} className="grid gap-5">
        <ErrorSummary problems={form.problems} />
        <RadioGroup
          {...form.field("kind")}
          legend={t("name.kind")}
          layout="scale"
          choices={needlessKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <TextField
          {...form.field("words")}
          width="full"
          autoComplete="off"
          label={t("name.words")}
          hint={t("name.wordsHint")}
        />
        <TextArea
          {...form.field("why")}
          rows={2}
          optional
          label={t("name.why")}
          hint={t("name.whyHint")}
        />
        <Button variant="primary" name="step" value="name" className="justify-self-start">
          {t("name.save")}
        </Button>
      </Form>
      {isAwaited && (
        <Form method="post">
          <Button variant="quiet" name="step" value="nothing">
            {t("name.nothing")}
          </Button>
        </Form>
      )}
    </section>
  );
}
