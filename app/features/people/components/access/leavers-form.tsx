import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import { LEAVERS_READ_DAYS } from "~/features/identity/index.ts";
import { Button } from "~/ui/button.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Select } from "~/ui/select.tsx";

/** How long people who left may read their own reports. */
export function LeaversForm({ days }: { days: number }) {
  const { t } = useTranslation("people");
  return (
    <Panel title={t("access.leavers.title")} lead={t("access.leavers.lead")}>
      <Form method="post" action="/access" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="intent" value="leavers" />
        <Select
          name="days"
          label={t("access.leavers.days")}
          options={LEAVERS_READ_DAYS.map((each) => ({
            value: String(each),
            label: t("access.leavers.option", { count: each }),
          }))}
          defaultValue={String(days)}
        />
        <Button>{t("access.leavers.save")}</Button>
      </Form>
    </Panel>
  );
}
