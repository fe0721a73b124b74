import { useTranslation } from "react-i18next";
import { Link } from "~/ui/link.tsx";
import { Points } from "~/ui/points.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import type { AccessPage } from "../../read-access-page.server.ts";

/** What administrators may do, and how many addresses wait for one of them. */
export function AccessAside({ page: { waiting } }: { page: AccessPage }) {
  const { t } = useTranslation("people");
  return (
    <>
      <AsidePart title={t("access.aside.title")}>
        <div className="text-ink-muted">
          <Points points={[t("access.aside.may"), t("access.aside.never")]} />
        </div>
      </AsidePart>
      <AsidePart title={t("access.aside.record")}>
        <p className="mb-2 text-ink-muted">{t("access.aside.recordLead")}</p>
        <Link alone href="/access/audit">
          {t("access.aside.recordLink")}
        </Link>
      </AsidePart>
      <AsidePart title={t("addresses.title")}>
        <p className="mb-2 text-ink-muted">{t("access.aside.waiting", { count: waiting })}</p>
        <Link alone href="/people/addresses">
          {t("access.wait.link")}
        </Link>
      </AsidePart>
    </>
  );
}
