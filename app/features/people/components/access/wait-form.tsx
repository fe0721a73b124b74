import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import type { setAddressWaitInput } from "~/features/identity/index.server.ts";
import { ADDRESS_WAIT_DAYS } from "~/features/identity/index.ts";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Select } from "~/ui/select.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { AccessPage } from "../../read-access-page.server.ts";

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
    <Panel title={t("access.wait.title")} lead={t("access.wait.lead")}>
      <Form {...form.form} action="/access" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="intent" value="wait" />
        <Select
          {...form.field("days")}
          label={t("access.wait.days")}
          options={ADDRESS_WAIT_DAYS.map((each) => ({
            value: String(each),
            label: t("access.wait.option", { count: each }),
          }))}
        />
        <Button>{t("access.wait.save")}</Button>
      </Form>
      {until && (
        <p className="max-w-reading text-ink-muted">
          {t("access.wait.until", { count: holds, date: writtenDate(until) })}
        </p>
      )}
    </Panel>
  );
}
