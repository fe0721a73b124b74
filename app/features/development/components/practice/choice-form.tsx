import { useTranslation } from "react-i18next";
import { WEEK } from "~/features/people/domain/index.ts";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { hoursOfDay, namesOfWeekdays } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { CheckboxGroup } from "~/ui/checkbox-group.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { SaveBar } from "~/ui/save-bar.tsx";
import { Select } from "~/ui/select.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { type FormFields, useFormFields } from "~/ui/use-form-fields.ts";
import {
  FIRST_NUDGE_HOUR,
  LAST_NUDGE_HOUR,
  LONGEST_ACTION,
  LONGEST_CUE,
  nudgeChoices,
} from "../../domain/practice/practice.ts";
import type { PracticeFormPage } from "../../practice/practice-form-page.server.ts";
import type { practiceForm } from "../../practice/save-practice-choice.server.ts";
import { draftOf } from "../draft-of.ts";

const HOURS = Array.from(
  { length: LAST_NUDGE_HOUR - FIRST_NUDGE_HOUR + 1 },
  (_, at) => FIRST_NUDGE_HOUR + at,
);

type Props = { page: PracticeFormPage; answer: FormAnswer | undefined };

/** What to practise: the moment, the small thing, and on which days. */
export function ChoiceForm({ page, answer }: Props) {
  const { t } = useTranslation("practising");
  const form = useFormFields<typeof practiceForm>({
    id: "practice",
    answer,
    start: page.start,
    draft: { name: `practising ${page.draft}`, ...draftOf(page.revision) },
    say: ({ field, code, values }) =>
      t([`problems.${field}.${code}`, `problems.${code}`], { ...values }),
  });
  const names = namesOfWeekdays(WEEK);
  return (
    <div className="grid gap-8">
      <Offered page={page} />
      <Form {...form.form} className="grid max-w-form gap-6">
        <ErrorSummary problems={form.problems} />
        {page.revision !== null && <input type="hidden" name="revision" value={page.revision} />}
        <TextArea
          {...form.field("cue")}
          rows={2}
          label={t("form.cue")}
          hint={t("form.cueHint", { most: LONGEST_CUE })}
        />
        <TextArea
          {...form.field("action")}
          rows={3}
          label={t("form.action")}
          hint={t("form.actionHint", { most: LONGEST_ACTION })}
        />
        {page.notice && (
          <p className="max-w-reading">
            <span className="text-ink-muted">{t("form.notice")}</span> {page.notice}
          </p>
        )}
        <CheckboxGroup
          {...form.boxes("weekdays")}
          legend={t("form.weekdays")}
          hint={t("form.weekdaysHint")}
          choices={WEEK.map((value, at) => ({ value, label: names[at] ?? value }))}
        />
        <Nudges form={form} unreached={page.unreached} />
        <SaveBar draft={form.draft}>
          <Button variant="primary">
            {t(page.revision === null ? "form.choose" : "form.save")}
          </Button>
          <ButtonLink href="/plan/practice">{t("form.cancel")}</ButtonLink>
        </SaveBar>
      </Form>
    </div>
  );
}

/** Whether letters help to think of it, and when. */
function Nudges({
  form,
  unreached,
}: { form: FormFields<typeof practiceForm> } & Pick<PracticeFormPage, "unreached">) {
  const { t } = useTranslation("practising");
  return (
    <div className="grid gap-6">
      <RadioGroup
        {...form.field("nudges")}
        legend={t("form.nudges")}
        hint={t("form.nudgesHint")}
        choices={nudgeChoices.map((value) => ({ value, label: t(`form.nudge.${value}`) }))}
      />
      {unreached && (
        <Notice tone="info">
          {t(`form.unreached.${unreached}`)}{" "}
          {unreached === "declined" && (
            <Link href="/account/letters">{t("form.unreached.change")}</Link>
          )}
        </Notice>
      )}
      <Select
        {...form.field("nudgeHour")}
        width="short"
        label={t("form.nudgeHour")}
        hint={t("form.nudgeHourHint")}
        options={HOURS.map((hour) => ({ value: String(hour), label: hoursOfDay([hour]) }))}
      />
    </div>
  );
}

/** What is offered, to take its words as they are or to change them. */
function Offered({ page: { area, behaviour, offered } }: Pick<Props, "page">) {
  const { t } = useTranslation("practising");
  if (!behaviour || offered.length === 0) return null;
  const like = (key: string) =>
    `/plan/practice/new?${new URLSearchParams({
      ...(area ? { area: area.id } : { behaviour: behaviour.key }),
      practice: key,
    })}`;
  return (
    <section aria-labelledby="offered" className="grid gap-3">
      <h2 id="offered" className="font-semibold">
        {t("form.offered", { behaviour: behaviour.label })}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {offered.map(({ key, name, isTaken }) => (
          <li key={key}>
            <ButtonLink
              size="small"
              href={like(key)}
              {...(isTaken ? { "aria-current": "true" as const } : {})}
              variant={isTaken ? "secondary" : "quiet"}
            >
              {name}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <p className="text-sm">
        <Link href={`/practices/${behaviour.key}`}>{t("form.read")}</Link>
      </p>
    </section>
  );
}
