import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { AuditCheck } from "../../audit/audit-chain.ts";
import { type AuditQuery, auditParameters } from "../../audit/audit-query.ts";

/** Whether what is shown is as it was written, and since when that is known. */
export function AuditSeal({ check, query }: { check: AuditCheck | null; query: AuditQuery }) {
  const { t } = useTranslation("audit");
  const again = (
    <Form method="post" action={`/access/audit?${auditParameters(query)}`}>
      <Button size="small">{t("seal.now")}</Button>
    </Form>
  );
  if (check === null) return <Notice action={again}>{t("seal.none")}</Notice>;
  const { broken } = check;
  const checked = writtenDate(check.checkedOn);
  if (broken)
    return (
      <Notice tone="danger" title={t("seal.broken.title")} action={again}>
        <p>{t("seal.broken.lead", { checked, seal: broken.seal })}</p>
        <p>{t(`seal.broken.${broken.why}`)}</p>
        <p>{t("seal.broken.todo")}</p>
      </Notice>
    );
  return (
    <Notice tone="success" action={again}>
      {t("seal.holds", { checked })}
    </Notice>
  );
}
