import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { decimal, listed, whole, writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { CheckboxGroup } from "~/ui/checkbox-group.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { askPulseInput } from "../pulse/ask-pulse.server.ts";
import type { AskableBehaviour, PulsePage } from "../pulse/pulse-page.server.ts";

type Props = { page: PulsePage; day: number; answer: FormAnswer | undefined };

/** Who will be asked what, and how large a change could be seen at all: read before anything is sent. */
export function AskForm({ page, day, answer }: Props) {
  const { t } = useTranslation("pulses");
  const { report, behaviours, asked, raters, minimum, closesOn } = page;
  const form = useFormFields<typeof askPulseInput>({
    ...{ id: "pulse", answer },
    start: { report: report.id, items: behaviours.map(({ item }) => item) },
    say: ({ field, code }) => t([`problems.${field}.${code}`, `problems.${code}`]),
  });
  const seen = (behaviour: AskableBehaviour) => {
    const { clear } = behaviour;
    if (!clear) return t("ask.sharesOnly");
    const change = decimal(clear.change, 1);
    return t(clear.assumed ? "ask.clearAssumed" : "ask.clear", {
      ...{ change, length: whole(clear.length), count: raters },
    });
  };
  return (
    <Form
      {...form.form}
      className="grid gap-6 rounded-card border border-line bg-surface p-5 sm:p-7"
    >
      <div className="grid gap-2">
        <h2 className="font-serif text-xl font-semibold">{t("ask.title", { count: day })}</h2>
        <p>{t("ask.lead", { round: report.roundName })}</p>
      </div>
      <ErrorSummary problems={form.problems} />
      <input type="hidden" name="report" value={report.id} />
      <CheckboxGroup
        {...form.boxes("items")}
        legend={t("ask.items")}
        hint={t("ask.itemsHint")}
        choices={behaviours.map((behaviour) => ({
          ...{ value: behaviour.item, label: behaviour.label, hint: seen(behaviour) },
        }))}
      />
      <div className="grid gap-2">
        <h3 className="font-semibold">{t("ask.who", { count: raters })}</h3>
        <p>
          {listed(
            asked.map(({ group, count }) =>
              t("ask.group", {
                count,
                group: group === null ? t("ask.untold") : t(`report:groups.${group}`),
              }),
            ),
          )}
          {". "}
          {t("ask.same")}
        </p>
        <p>{t("ask.few", { minimum })}</p>
      </div>
      <p className="text-ink-muted">{t("ask.closes", { date: writtenDate(closesOn) })}</p>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary">{t("ask.send", { count: raters })}</Button>
        <ButtonLink href="/plan">{t("ask.cancel")}</ButtonLink>
      </div>
    </Form>
  );
}
