import { useTranslation } from "react-i18next";
import { weekdayOf, writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { checkInAnswers } from "../../domain/practice/practice.ts";
import type { PracticeDay } from "../../domain/practice/practice-days.ts";

/** How one day was: three answers, none of which is a fault. */
export function CheckIn({ day, today }: { day: string; today: string }) {
  const { t } = useTranslation("practising");
  return (
    <Form method="post" className="print:hidden">
      <input type="hidden" name="step" value="answer" />
      <input type="hidden" name="intent" value={day} />
      <fieldset className="grid gap-3">
        <legend className="mb-3 font-semibold">
          {day === today
            ? t("checkIn.today")
            : t("checkIn.earlier", { weekday: weekdayOf(day), date: writtenDate(day) })}
        </legend>
        <div className="flex flex-wrap gap-2">
          {checkInAnswers.map((answer) => (
            <Button
              key={answer}
              variant={answer === "done" ? "primary" : answer === "not" ? "secondary" : "quiet"}
              name="answer"
              value={answer}
            >
              {t(`checkIn.answer.${answer}`)}
            </Button>
          ))}
        </div>
      </fieldset>
    </Form>
  );
}

/** The days of the last week, to be answered late or put right. */
export function RecentDays({ recent }: { recent: readonly PracticeDay[] }) {
  const { t } = useTranslation("practising");
  return (
    <ul className="divide-y divide-line">
      {recent.map(({ day, standing }) => (
        <li key={day} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <p>
            {weekdayOf(day)}, {writtenDate(day)}:{" "}
            <span className="text-ink-muted">{t(`checkIn.standing.${standing}`)}</span>
          </p>
          <Form method="post" className="flex flex-wrap gap-1">
            <input type="hidden" name="step" value="answer" />
            <input type="hidden" name="intent" value={day} />
            {[...checkInAnswers, "unsaid" as const]
              .filter((answer) => answer !== standing)
              .filter((answer) => answer !== "unsaid" || isAnswered(standing))
              .map((answer) => (
                <Button key={answer} size="small" variant="quiet" name="answer" value={answer}>
                  {t(`checkIn.answer.${answer}`)}
                  <span className="sr-only">: {writtenDate(day)}</span>
                </Button>
              ))}
          </Form>
        </li>
      ))}
    </ul>
  );
}

function isAnswered(standing: PracticeDay["standing"]): boolean {
  return checkInAnswers.some((answer) => answer === standing);
}
