import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { CheckboxGroup } from "~/ui/checkbox-group.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { MOST_AREAS } from "../../domain/plan/plan.ts";
import { takings } from "../../domain/starters/from-starter.ts";
import type { StarterSet } from "../../domain/starters/starter.ts";
import type { takeStarterInput } from "../../starters/take-starter.server.ts";

type Props = { set: StarterSet; beginsOn: string; answer: FormAnswer | undefined };

/** Which parts, how, and from which day; below it all that is in them. */
export function StarterForm({ set, beginsOn, answer }: Props) {
  const { t } = useTranslation("plan");
  const form = useFormFields<typeof takeStarterInput>({
    ...{ id: "starter", answer },
    start: { beginsOn, how: "fix", parts: [] },
    say: ({ field, code, values }) =>
      t([`problems.${field}.${code}`, `problems.${code}`], { ...values }),
  });
  const hasPartners = set.parts.some(({ partner }) => partner !== null);
  return (
    <>
      <ol className="grid gap-8">
        {set.parts.map((part) => (
          <li key={part.key} data-print="together" className="grid gap-2">
            <h2 className="font-serif text-xl font-semibold">{part.title}</h2>
            <p className="text-ink-muted">{part.question}</p>
            <ul className="grid list-disc gap-1.5 ps-5 marker:text-ink-faint">
              {part.actions.map(({ words, evidence, kind, day }) => (
                <li key={words}>
                  {words}
                  <span className="block text-sm text-ink-muted">
                    {t("starters.action", { kind: t(`kind.${kind}`), count: day, evidence })}
                  </span>
                </li>
              ))}
            </ul>
            {part.partner && (
              <p className="text-sm">{t("starters.orPartner", { words: part.partner.words })}</p>
            )}
          </li>
        ))}
      </ol>
      <Form
        {...form.form}
        className="grid gap-6 rounded-card border border-line bg-surface p-5 sm:p-7"
      >
        <h2 className="font-serif text-xl font-semibold">{t("starters.take")}</h2>
        <ErrorSummary problems={form.problems} />
        {set.shape === "areas" && (
          <CheckboxGroup
            {...form.boxes("parts")}
            legend={t("starters.parts")}
            hint={t("starters.partsHint", { most: MOST_AREAS })}
            choices={set.parts.map(({ key, title }) => ({ value: key, label: title }))}
          />
        )}
        {hasPartners && (
          <RadioGroup
            {...form.field("how")}
            legend={t("starters.how")}
            choices={takings.map((how) => ({
              ...{
                value: how,
                label: t(`starters.taking.${how}`),
                hint: t(`starters.hint.${how}`),
              },
            }))}
          />
        )}
        <TextField
          {...form.field("beginsOn")}
          type="date"
          width="short"
          label={t("starters.beginsOn")}
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t("starters.put")}</Button>
          <ButtonLink href="/plan">{t("form.cancel")}</ButtonLink>
        </div>
      </Form>
    </>
  );
}
