import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Select } from "~/ui/select.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { stepInput } from "../../assessments/talks/take-step.server.ts";
import type { TalkRow } from "../../assessments/talks/talk-page.server.ts";

/** A level to propose with why, or that the two do not agree. Folded away where nothing is open. */
export function TalkForm({ row, answer }: { row: TalkRow; answer: FormAnswer | undefined }) {
  const { t } = useTranslation("assessments");
  const { id, name, levels, standing } = row;
  const form = useFormFields<typeof stepInput>({
    id: `talk-${id}`,
    intent: id,
    draft: { name: `assessment-talk:${id}`, endsWhenSent: true },
    answer,
    start: { words: "" },
    say: ({ field, code }) => t(`talk.problems.${field}.${code}`),
  });
  const isOpen = standing === "open" || form.problems.length > 0;
  const between = [row.self?.level, row.manager?.level];
  return (
    <Disclosure summary={t(standing === "open" ? "talk.decide" : "talk.other")} open={isOpen}>
      <Form {...form.form} className="grid gap-4">
        <ErrorSummary problems={form.problems} />
        <input type="hidden" name="intent" value={id} />
        <input type="hidden" name="competency" value={id} />
        <Select
          {...form.field("level")}
          label={t("talk.level")}
          placeholder={t("talk.chooseLevel")}
          options={levels.map(({ level, name: called }) => ({
            value: String(level),
            label: between.includes(level)
              ? t("talk.levelSaid", { level, name: called })
              : t("placed.level", { level, name: called }),
          }))}
        />
        <TextArea
          {...form.field("words")}
          rows={3}
          label={t("talk.words")}
          hint={t("talk.wordsHint")}
        />
        <div className="flex flex-wrap gap-3">
          <Button name="step" value="propose" aria-label={t("talk.proposeFor", { name })}>
            {t("talk.propose")}
          </Button>
          <Button
            variant="quiet"
            name="step"
            value="disagree"
            aria-label={t("talk.disagreeFor", { name })}
          >
            {t("talk.disagree")}
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}
