import { useTranslation } from "react-i18next";
import { type FormAnswer, problemsIn, typedIn } from "~/platform/http/form-answer.ts";
import { Button } from "~/ui/button.tsx";
import { CheckboxGroup } from "~/ui/checkbox-group.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { setWorkingDaysInput } from "../../absence/set-working-days.server.ts";
import { daysIn, WEEK } from "../../domain/by-hand/working-days.ts";
import { useProblemText } from "./problem-words.ts";

type Props = {
  page: { workingDays: string | null; revision: number };
  answer: FormAnswer | undefined;
};

/** The days of the week on which somebody works. */
export function WorkingDaysForm({ page: { workingDays, revision }, answer }: Props) {
  const { t } = useTranslation("people-edit");
  const form = useFormFields<typeof setWorkingDaysInput>({
    id: "days",
    intent: "days",
    answer,
    start: { workingDays: daysIn(workingDays) },
    say: useProblemText(),
  });
  const own = answer?.intent === "days" ? answer : undefined;
  const stale = problemsIn(own).find(({ code }) => code === "stale");
  return (
    <Panel title={t("times.days.title")}>
      <Form {...form.form} className="grid gap-4">
        <ErrorSummary problems={form.problems} />
        <input type="hidden" name="intent" value="days" />
        <input
          type="hidden"
          name="revision"
          value={stale?.values?.revision ?? (typedIn(own, "revision") || revision)}
        />
        <CheckboxGroup
          {...form.boxes("workingDays")}
          legend={t("times.days.legend")}
          hint={t("times.days.hint")}
          choices={WEEK.map((value) => ({ value, label: t(`times.days.names.${value}`) }))}
        />
        <Button className="w-fit">{t("times.days.action")}</Button>
      </Form>
    </Panel>
  );
}
