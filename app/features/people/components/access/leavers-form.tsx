import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import type { setLeaversReadingInput } from "~/features/identity/index.server.ts";
import { LEAVERS_READ_DAYS } from "~/features/identity/index.ts";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button } from "~/ui/button.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Select } from "~/ui/select.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";

/** How long people who left may read their own reports. */
export function LeaversForm({ days, answer }: { days: number; answer: FormAnswer | undefined }) {
  const { t } = useTranslation("people");
  const form = useFormFields<typeof setLeaversReadingInput>({
    id: "leavers",
    intent: "leavers",
    answer,
    start: { days },
    say: ({ code }) => t(`access.problems.${code}`),
  });
  return (
    <Panel title={t("access.leavers.title")} lead={t("access.leavers.lead")}>
      <Form {...form.form} action="/access" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="intent" value="leavers" />
        <Select
          {...form.field("days")}
          label={t("access.leavers.days")}
          options={LEAVERS_READ_DAYS.map((each) => ({
            value: String(each),
            label: t("access.leavers.option", { count: each }),
          }))}
        />
        <Button>{t("access.leavers.save")}</Button>
      </Form>
    </Panel>
  );
}
