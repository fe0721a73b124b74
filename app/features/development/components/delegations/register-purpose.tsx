import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";

/** A page of the register, with who reads it and how it is meant beside it. */
export function WithRegisterPurpose({ children }: { children: ReactNode }) {
  const { t } = useTranslation("delegations");
  return (
    <WithAside
      label={t("aside.label")}
      aside={
        <>
          <AsidePart title={t("aside.readers")}>
            <p className="text-ink-muted">{t("aside.readersBody")}</p>
          </AsidePart>
          <AsidePart title={t("aside.how")}>
            <ul className="grid list-disc gap-2 ps-5 text-ink-muted">
              <li>{t("aside.one")}</li>
              <li>{t("aside.two")}</li>
              <li>{t("aside.three")}</li>
            </ul>
          </AsidePart>
        </>
      }
    >
      {children}
    </WithAside>
  );
}
