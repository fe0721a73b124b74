import { useTranslation } from "react-i18next";
import { LIMITED_OFFICES, OFFICES } from "~/features/identity/index.ts";
import { Facts } from "~/ui/facts.tsx";
import { Link } from "~/ui/link.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import type { AccessPage } from "../../read-access-page.server.ts";

/** Where else access is decided, first, as what stands last may be below the fold; then what goes with each office. */
export function AccessAside({ page: { waiting, decides } }: { page: AccessPage }) {
  const { t } = useTranslation("people");
  return (
    <>
      {decides && (
        <AsidePart title={t("access.signOn.title")}>
          <p className="mb-2 text-ink-muted">{t("access.signOn.body")}</p>
          <Link alone href="/access/sign-on">
            {t("access.signOn.link")}
          </Link>
        </AsidePart>
      )}
      <AsidePart title={t("access.provisioning.title")}>
        <p className="mb-2 text-ink-muted">{t("access.provisioning.body")}</p>
        <Link alone href="/people/provisioning">
          {t("access.provisioning.link")}
        </Link>
      </AsidePart>
      {decides && (
        <AsidePart title={t("access.aside.record")}>
          <p className="mb-2 text-ink-muted">{t("access.aside.recordLead")}</p>
          <Link alone href="/access/audit">
            {t("access.aside.recordLink")}
          </Link>
        </AsidePart>
      )}
      <AsidePart title={t("addresses.title")}>
        <p className="mb-2 text-ink-muted">{t("access.aside.waiting", { count: waiting })}</p>
        <Link alone href="/people/addresses">
          {t("access.wait.link")}
        </Link>
      </AsidePart>
      <AsidePart title={t("access.aside.title")}>
        <Facts
          items={[...OFFICES, ...LIMITED_OFFICES].map((office) => ({
            term: t(`access.offices.${office}.name`),
            details: t(`access.offices.${office}.may`),
          }))}
        />
        <p className="mt-3 text-ink-muted">{t("access.aside.never")}</p>
      </AsidePart>
    </>
  );
}
