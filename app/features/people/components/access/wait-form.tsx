import { useTranslation } from "react-i18next";
import type { setAddressWaitInput } from "~/features/identity/index.server.ts";
import { ADDRESS_WAIT_DAYS } from "~/features/identity/index.ts";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Select } from "~/ui/select.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { AccessPage } from "../../read-access-page.server.ts";
import { SettingForm } from "./setting-form.tsx";

type Props = { wait: AccessPage["addressWait"]; answer: FormAnswer | undefined };

/** How long a changed address waits before letters with a link go to it. */
export function WaitForm({ wait: { days, holds, until }, answer }: Props) {
  const { t } = useTranslation("people");
  const form = useFormFields<typeof setAddressWaitInput>({
    id: "wait",
    intent: "wait",
    answer,
    start: { days },
    say: ({ code }) => t(`access.problems.${code}`),
  });
  return (
    <SettingForm
      title={t("access.wait.title")}
      lead={t("access.wait.lead")}
      intent="wait"
      form={form.form}
      save={t("access.wait.save")}
      note={
        until && (
          <p className="max-w-reading text-ink-muted">
            {t("access.wait.until", { count: holds, date: writtenDate(until) })}
          </p>
        )
      }
    >
      <Select
        {...form.field("days")}
        label={t("access.wait.days")}
        options={ADDRESS_WAIT_DAYS.map((each) => ({
          value: String(each),
          label: t("access.wait.option", { count: each }),
        }))}
      />
    </SettingForm>
  );
}
