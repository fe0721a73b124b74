import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import { ADDRESS_WAIT_DAYS } from "~/features/identity/index.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Link } from "~/ui/link.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Select } from "~/ui/select.tsx";
import type { AccessPage } from "../../read-access-page.server.ts";

/** How long a changed address waits before letters with a link go to it. */
export function WaitForm({ days, holds, until }: AccessPage["addressWait"]) {
  const { t } = useTranslation("people");
  return (
    <Panel title={t("access.wait.title")} lead={t("access.wait.lead")}>
      <Form method="post" action="/access" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="intent" value="wait" />
        <Select
          name="days"
          label={t("access.wait.days")}
          options={ADDRESS_WAIT_DAYS.map((each) => ({
            value: String(each),
            label: t("access.wait.option", { count: each }),
          }))}
          defaultValue={String(days)}
        />
        <Button>{t("access.wait.save")}</Button>
      </Form>
      {until && (
        <p className="mt-3 max-w-reading text-ink-muted">
          {t("access.wait.until", { count: holds, date: writtenDate(until) })}
        </p>
      )}
      <p className="mt-3">
        <Link href="/people/addresses">{t("access.wait.link")}</Link>
      </p>
    </Panel>
  );
}
