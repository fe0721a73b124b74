import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";

/** A page of the time balance, with who reads it and how it is meant beside it. */
export function WithTimePurpose({ children }: { children: ReactNode }) {
  const { t } = useTranslation("time");
  return (
    <WithAside
      label={t("aside.label")}
      aside={
        <>
          <AsidePart title={t("aside.readers")}>
            <p className="text-ink-muted">{t("aside.readersBody")}</p>
          </AsidePart>
          <AsidePart title={t("aside.hats")}>
            <dl className="grid gap-2 text-ink-muted">
              {(["managing", "leading", "neither"] as const).map((hat) => (
                <div key={hat}>
                  <dt className="font-semibold text-ink">{t(`hat.${hat}`)}</dt>
                  <dd>{t(`aside.${hat}`)}</dd>
                </div>
              ))}
            </dl>
          </AsidePart>
        </>
      }
    >
      {children}
    </WithAside>
  );
}
