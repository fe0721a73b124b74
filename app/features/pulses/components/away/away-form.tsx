import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { askAwayInput } from "../../away/ask-away.server.ts";
import type { AwayPage } from "../../away/away-page.server.ts";
import { AWAY_PATH } from "../../away/away-path.ts";
import { awayAnswers, awayQuestions, CANT_SAY } from "../../domain/away/tell-away.ts";

type Props = { ask: NonNullable<AwayPage["ask"]>; answer: FormAnswer | undefined };

/** When one was away, what one says oneself, and who will be asked: read before anything is sent. */
export function AwayForm({ ask, answer }: Props) {
  const { t } = useTranslation(["away", "away-asked"]);
  const { mark, team, minimum, closesOn, absences, chosen, within, leastDays } = ask;
  const form = useFormFields<typeof askAwayInput>({
    ...{ id: "away", answer },
    start: { team: mark, firstDay: chosen?.firstDay ?? "", lastDay: chosen?.lastDay ?? "" },
    say: ({ field, code }) =>
      t([`problems.${field}.${code}`, `problems.${code}`], { count: leastDays, within }),
  });
  const others = absences.filter(({ firstDay }) => firstDay !== chosen?.firstDay);
  const choices = [
    ...awayAnswers.map((value) => ({ value: String(value), key: String(value) })),
    { value: String(CANT_SAY), key: "" },
  ];
  return (
    <Form
      {...form.form}
      key={chosen?.firstDay}
      className="grid gap-8 rounded-card border border-line bg-surface p-5 sm:p-7"
    >
      <ErrorSummary problems={form.problems} />
      <input type="hidden" name="team" value={mark} />
      <section className="grid gap-4" aria-labelledby="away-when">
        <h2 id="away-when" className="font-serif text-xl font-semibold">
          {t("ask.when")}
        </h2>
        <p>
          {t(chosen ? "ask.known" : "ask.unknown")} {t("ask.limits", { count: leastDays, within })}
        </p>
        {others.length > 0 && (
          <p className="flex flex-wrap gap-x-4 gap-y-1">
            {others.map(({ firstDay, lastDay }) => (
              <Link key={firstDay} href={`${AWAY_PATH}?from=${firstDay}`}>
                {t("ask.other", { from: writtenDate(firstDay), to: writtenDate(lastDay) })}
              </Link>
            ))}
          </p>
        )}
        <div className="flex flex-wrap gap-x-6 gap-y-4">
          <TextField
            {...form.field("firstDay")}
            type="date"
            width="medium"
            label={t("ask.firstDay")}
          />
          <TextField
            {...form.field("lastDay")}
            type="date"
            width="medium"
            label={t("ask.lastDay")}
          />
        </div>
      </section>
      <section className="grid gap-5" aria-labelledby="away-own">
        <div className="grid gap-2">
          <h2 id="away-own" className="font-serif text-xl font-semibold">
            {t("ask.own")}
          </h2>
          <p>{t("ask.ownLead")}</p>
        </div>
        {awayQuestions.map((question) => (
          <RadioGroup
            key={question}
            {...form.field(question)}
            legend={t(`away-asked:${question}.self`)}
            choices={choices.map(({ value, key }) => ({
              value,
              label: t(key ? `away-asked:${question}.${key}` : "away-asked:cantSay"),
            }))}
          />
        ))}
      </section>
      <section className="grid gap-2" aria-labelledby="away-who">
        <h2 id="away-who" className="font-serif text-xl font-semibold">
          {t("ask.who", { count: team })}
        </h2>
        <p>{t("ask.all")}</p>
        <p>{t("ask.few", { minimum })}</p>
        <p className="text-ink-muted">
          {t("ask.closes", { date: writtenDate(closesOn), minimum })}
        </p>
      </section>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary">{t("ask.send", { count: team })}</Button>
        <ButtonLink href="/plan">{t("ask.cancel")}</ButtonLink>
      </div>
    </Form>
  );
}
