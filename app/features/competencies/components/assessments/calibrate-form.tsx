import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Select } from "~/ui/select.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { calibrateInput } from "../../assessments/calibration/calibrate.server.ts";
import type { CalibrationPage } from "../../assessments/calibration/calibration-page.server.ts";
import { roundPath } from "../../paths/assessment-paths.ts";

/** What one level becomes, and why; both the person and their manager read it. */
export function CalibrateForm({
  page,
  chosen: { person, competency, before },
  answer,
}: {
  page: CalibrationPage;
  chosen: {
    person: CalibrationPage["people"][number];
    competency: { id: string; name: string };
    before: number;
  };
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation("assessments");
  const form = useFormFields<typeof calibrateInput>({
    id: "calibrate",
    draft: { name: `calibrate:${person.subjectId}:${competency.id}`, endsWhenSent: true },
    answer,
    start: { reason: "" },
    say: ({ field, code }) =>
      t([`calibration.problems.${field}.${code}`, `calibration.problems.${code}`]),
  });
  return (
    <section className="grid max-w-form gap-4" aria-labelledby="change">
      <h2 id="change" className="text-xl font-semibold wrap-anywhere">
        {t("calibration.changeOf", { name: person.name, competency: competency.name })}
      </h2>
      <p>
        {t("calibration.now", {
          manager: person.manager,
          level: before,
          name: page.levels[before - 1],
        })}
      </p>
      <Form {...form.form} className="grid gap-4">
        <ErrorSummary problems={form.problems} />
        <input type="hidden" name="subjectId" value={person.subjectId} />
        <input type="hidden" name="competency" value={competency.id} />
        <input type="hidden" name="before" value={before} />
        <Select
          {...form.field("after")}
          label={t("calibration.after")}
          placeholder={t("talk.chooseLevel")}
          options={page.levels.map((name, at) => ({
            value: String(at + 1),
            label: t("placed.level", { level: at + 1, name }),
            disabled: at + 1 === before,
          }))}
        />
        <TextArea
          {...form.field("reason")}
          rows={3}
          label={t("calibration.reason")}
          hint={t("calibration.reasonHint")}
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t("calibration.change")}</Button>
          <ButtonLink href={`${roundPath(page.round.id)}/calibration`}>{t("cancel")}</ButtonLink>
        </div>
      </Form>
    </section>
  );
}
