import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";

/** Plans that are shown to everybody, with what that means beside them. */
export function WithPublicPurpose({ children }: { children: ReactNode }) {
  const { t } = useTranslation("public-plans");
  return (
    <WithAside
      label={t("purpose.label")}
      aside={
        <AsidePart title={t("purpose.title")}>
          <p className="text-ink-muted">{t("purpose.body")}</p>
        </AsidePart>
      }
    >
      {children}
    </WithAside>
  );
}
