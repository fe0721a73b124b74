import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Badge } from "~/ui/badge.tsx";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { noteAbsenceInput } from "../../absence/note-absence.server.ts";
import type { Absence } from "../../domain/at-work.ts";
import { useProblemText } from "./problem-words.ts";
import { useSpanText } from "./span-words.ts";

type Props = {
  page: { absences: readonly Absence[]; today: string };
  answer: FormAnswer | undefined;
};

/** When somebody is away, one after the other, and a form to note another time. */
export function AbsencesPanel({ page: { absences, today }, answer }: Props) {
  const { t } = useTranslation("people-edit");
  const span = useSpanText();
  const form = useFormFields<typeof noteAbsenceInput>({
    id: "away",
    intent: "note",
    answer,
    say: useProblemText(),
  });
  return (
    <Panel title={t("times.away.title")} lead={t("times.away.lead")}>
      {absences.length === 0 && <p className="text-ink-muted">{t("times.away.none")}</p>}
      <ul className="divide-y divide-line">
        {absences.map((absence) => (
          <li
            key={absence.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2"
          >
            <span className="flex flex-wrap items-center gap-2">
              {span(absence)}
              {absence.lastDay < today && <Badge>{t("times.away.over")}</Badge>}
            </span>
            <Form method="post">
              <input type="hidden" name="intent" value="remove" />
              <input type="hidden" name="absence" value={absence.id} />
              <Button size="small">
                {t("times.away.remove")}
                <VisuallyHidden> {span(absence)}</VisuallyHidden>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Form {...form.form} className="grid gap-4">
        <ErrorSummary problems={form.problems} />
        <input type="hidden" name="intent" value="note" />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField
            {...form.field("firstDay")}
            type="date"
            width="full"
            label={t("times.away.first")}
          />
          <TextField
            {...form.field("lastDay")}
            type="date"
            width="full"
            label={t("times.away.last")}
          />
        </div>
        <Button variant="primary" className="w-fit">
          {t("times.away.action")}
        </Button>
        <p className="text-sm text-ink-muted">{t("times.away.forgotten")}</p>
      </Form>
    </Panel>
  );
}
