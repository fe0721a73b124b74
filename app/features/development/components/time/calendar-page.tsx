import { useTranslation } from "react-i18next";
import { daysAfter } from "~/platform/calendar/days.ts";
import { type FormAnswer, problemsIn } from "~/platform/http/form-answer.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Points } from "~/ui/points.tsx";
import { Select } from "~/ui/select.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { UploadForm } from "~/ui/upload-form.tsx";
import { weekCounts } from "../../domain/time/time.ts";
import { WithTimePurpose } from "./time-purpose.tsx";

type Props = {
  asked: { from: string; weeks: number; isUnclear: boolean };
  answer: FormAnswer | undefined;
};

/** Chooses weeks, and then the file they are read from. */
export function CalendarPage({ asked, answer }: Props) {
  const { t } = useTranslation("time");
  const { from, weeks, isUnclear } = asked;
  const [problem] = problemsIn(answer);
  return (
    <>
      <PageTitle>{t("calendar.title")}</PageTitle>
      <PageHeader
        title={t("calendar.title")}
        lead={t("calendar.lead")}
        breadcrumbs={[
          { label: t("plan:own.title"), href: "/plan" },
          { label: t("title"), href: "/plan/time" },
        ]}
      />
      <WithTimePurpose>
        <div className="grid max-w-reading gap-10">
          <section aria-labelledby="what-is-kept" className="grid gap-3">
            <h2 id="what-is-kept" className="font-serif text-xl font-semibold">
              {t("calendar.kept.title")}
            </h2>
            <Points
              points={(["file", "titles", "private", "people"] as const).map((each) =>
                t(`calendar.kept.${each}`),
              )}
            />
          </section>
          <section aria-labelledby="which-weeks" className="grid gap-4">
            <h2 id="which-weeks" className="font-serif text-xl font-semibold">
              {t("calendar.weeks.title")}
            </h2>
            {isUnclear && <Notice tone="danger">{t("problems.unclear")}</Notice>}
            <p>
              {t("calendar.weeks.chosen", {
                count: weeks,
                from: writtenDate(from),
                until: writtenDate(daysAfter(from, 7 * weeks - 1)),
              })}
            </p>
            <Form
              key={`${from} ${weeks}`}
              method="get"
              className="flex flex-wrap items-end gap-x-4 gap-y-3"
            >
              <TextField
                name="from"
                type="date"
                className="w-40"
                label={t("calendar.weeks.from")}
                defaultValue={from}
              />
              <Select
                name="weeks"
                className="w-40"
                label={t("calendar.weeks.count")}
                defaultValue={String(weeks)}
                options={weekCounts.map((count) => ({
                  value: String(count),
                  label: t("calendar.weeks.of", { count }),
                }))}
              />
              <Button>{t("calendar.weeks.choose")}</Button>
            </Form>
          </section>
          <section aria-labelledby="choose-file" className="grid gap-4">
            <h2 id="choose-file" className="font-serif text-xl font-semibold">
              {t("calendar.file.title")}
            </h2>
            <UploadForm
              label={t("calendar.file.label")}
              hint={t("calendar.file.hint")}
              button={t("calendar.file.action")}
              action={`/plan/time/calendar?from=${from}&weeks=${weeks}`}
              accept=".ics,text/calendar"
              problem={problem && t(`calendar.faults.${problem.code}`)}
            />
          </section>
        </div>
      </WithTimePurpose>
    </>
  );
}
