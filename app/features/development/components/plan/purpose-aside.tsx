import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";

/** A page about a plan with what plans are for beside it, and what else helps. */
export function WithPurpose({ help, children }: { help?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("plan");
  return (
    <WithAside
      label={t("aside.label")}
      aside={
        <>
          {help}
          <AsidePart title={t("aside.purpose")}>
            <p className="text-ink-muted">{t("aside.purposeBody")}</p>
          </AsidePart>
        </>
      }
    >
      {children}
    </WithAside>
  );
}
