import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";

/** A page of clear-outs, with who reads it and how it goes beside it. */
export function WithClearOutPurpose({
  children,
  first,
  readers,
}: {
  children: ReactNode;
  first?: ReactNode;
  readers: string;
}) {
  const { t } = useTranslation("clear-outs");
  return (
    <WithAside
      label={t("aside.label")}
      aside={
        <>
          {first}
          <AsidePart title={t("aside.readers")}>
            <p className="text-ink-muted">{readers}</p>
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
