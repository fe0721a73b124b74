import { useTranslation } from "react-i18next";
import type { setLeaversReadingInput } from "~/features/identity/index.server.ts";
import { LEAVERS_READ_DAYS } from "~/features/identity/index.ts";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Select } from "~/ui/select.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { SettingForm } from "./setting-form.tsx";

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
    <SettingForm
      title={t("access.leavers.title")}
      lead={t("access.leavers.lead")}
      intent="leavers"
      form={form.form}
      save={t("access.leavers.save")}
    >
      <Select
        {...form.field("days")}
        label={t("access.leavers.days")}
        options={LEAVERS_READ_DAYS.map((each) => ({
          value: String(each),
          label: t("access.leavers.option", { count: each }),
        }))}
      />
    </SettingForm>
  );
}
