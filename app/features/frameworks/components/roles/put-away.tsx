import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Form } from "~/ui/form.tsx";
import type { RolePage } from "../../roles/role-page.server.ts";

/** Takes a planned version back, puts the role away, or takes it out again. */
export function PutAway({ page }: { page: RolePage }) {
  const { t } = useTranslation("roles");
  const { name, revision, archivedOn, versions } = page;
  const kept = <input type="hidden" name="revision" value={revision} />;
  if (archivedOn !== null)
    return (
      <Form method="post">
        {kept}
        <Button name="intent" value="bring-back">
          {t("away.bringBack", { name })}
        </Button>
      </Form>
    );
  const planned = versions.length > 1 ? versions.filter(({ stands }) => stands === "planned") : [];
  return (
    <div className="grid gap-3">
      {planned.map(({ version, validFrom }) => (
        <Disclosure key={version} summary={t("away.withdraw", { date: writtenDate(validFrom) })}>
          <Form method="post" className="grid max-w-reading justify-items-start gap-3">
            <p className="text-ink-muted">{t("away.withdrawBody")}</p>
            {kept}
            <input type="hidden" name="version" value={version} />
            <Button variant="caution" name="intent" value="withdraw">
              {t("away.withdrawAction", { date: writtenDate(validFrom) })}
            </Button>
          </Form>
        </Disclosure>
      ))}
      <Disclosure summary={t("away.summary")}>
        <Form method="post" className="grid max-w-reading justify-items-start gap-3">
          <p className="text-ink-muted">{t("away.body")}</p>
          {kept}
          <Button variant="caution" name="intent" value="archive">
            {t("away.action", { name })}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
