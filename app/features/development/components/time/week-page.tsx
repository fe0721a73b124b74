import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { SaveBar } from "~/ui/save-bar.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { timeHats } from "../../domain/time/time.ts";
import type { weekInput } from "../../domain/time/week-form.ts";
import type { WeekFormPage } from "../../time/time-page.server.ts";
import { draftOf } from "../draft-of.ts";
import { WithTimePurpose } from "./time-purpose.tsx";

type Props = { page: WeekFormPage; answer: FormAnswer | undefined };

/** A week by hand: hours of each hat. */
export function WeekPage({ page, answer }: Props) {
  const { t } = useTranslation("time");
  return (
    <>
      <PageTitle>{t("week.title")}</PageTitle>
      <PageHeader
        title={t("week.title")}
        lead={t("week.lead")}
        breadcrumbs={[
          { label: t("plan:own.title"), href: "/plan" },
          { label: t("title"), href: "/plan/time" },
        ]}
      />
      <WithTimePurpose>
        <WeekForm key={page.seen.weekOn} page={page} answer={answer} />
      </WithTimePurpose>
    </>
  );
}

function WeekForm({ page: { start, seen, isFromCalendar }, answer }: Props) {
  const { t } = useTranslation("time");
  const form = useFormFields<typeof weekInput>({
    id: "week",
    answer,
    start,
    draft: {
      name: `week ${seen.weekOn ?? "new"}`,
      ...draftOf(seen.revision === 0 ? null : seen.revision),
    },
    say: ({ field, code, values }) =>
      t([`problems.${field}.${code}`, `problems.${code}`], { ...values }),
  });
  return (
    <Form {...form.form} className="grid max-w-form gap-6">
      <ErrorSummary problems={form.problems} />
      {isFromCalendar && <Notice>{t("week.fromCalendar")}</Notice>}
      <input type="hidden" name="revision" value={seen.revision} />
      {seen.weekOn !== null && <input type="hidden" name="seen" value={seen.weekOn} />}
      <TextField
        {...form.field("weekOn")}
        type="date"
        width="short"
        label={t("week.on")}
        hint={t("week.onHint")}
      />
      {timeHats.map((hat) => (
        <TextField
          key={hat}
          {...form.field(hat)}
          width="short"
          inputMode="decimal"
          autoComplete="off"
          label={t(`week.${hat}`)}
          hint={t(`aside.${hat}`)}
        />
      ))}
      <SaveBar draft={form.draft}>
        <Button variant="primary">{t("week.save")}</Button>
        <ButtonLink href="/plan/time">{t("week.cancel")}</ButtonLink>
      </SaveBar>
    </Form>
  );
}
